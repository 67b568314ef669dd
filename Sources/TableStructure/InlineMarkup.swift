import PageContent

/// What a run of Markdown or plain text says, with its markup taken off.
struct InlineMarkup {
  private(set) var text: String
  /// All of it was marked bold.
  private(set) var isBold: Bool

  /// - Parameter joiningChinese: leave out spaces between Chinese characters. In a table cell they are layout: a word
  ///   spread over its cell, or what is left of a line wrap.
  init(_ source: ArraySlice<Unicode.Scalar>, joiningChinese: Bool) {
    let hasMarkup = source.contains { $0 == "*" || $0 == "<" || $0 == "&" || $0 == "\\" }
    // Stars alone in a cell mark no text: they stand over the labels in the row that numbers the columns.
    let areStars = joiningChinese && source.allSatisfy { $0 == "*" || $0.isBlank } && source.count { $0 == "*" } <= 2
    guard hasMarkup, !areStars else {
      text = Self.spaced(source, joiningChinese: joiningChinese)
      isBold = false
      return
    }
    var reader = MarkupReader(source)
    reader.read()
    text = Self.spaced(reader.visible[...], joiningChinese: joiningChinese)
    isBold = reader.boldCount > 0 && reader.plainCount == 0
  }

  /// Trims, and makes one space of every run of blanks, or none.
  static func spaced(_ scalars: ArraySlice<Unicode.Scalar>, joiningChinese: Bool) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    var isPending = false
    for scalar in scalars {
      if scalar.isBlank {
        isPending = isPending || !scalar.isZeroWidth
        continue
      }
      if isPending, let last, !(joiningChinese && last.isChinese && scalar.isChinese) { result.append(" ") }
      isPending = false
      result.append(scalar)
      last = scalar
    }
    return String(result)
  }
}

/// Walks Markdown once: bold marks, inline HTML, entities, escapes.
private struct MarkupReader {
  let source: [Unicode.Scalar]
  let boldMarks: Set<Int>
  var visible: [Unicode.Scalar] = []
  var boldCount = 0
  var plainCount = 0

  init(_ slice: ArraySlice<Unicode.Scalar>) {
    source = Array(slice)
    boldMarks = Self.boldMarks(in: source)
  }

  mutating func read() {
    var index = 0
    var starsBold = false
    var tagDepth = 0
    while index < source.count {
      let scalar = source[index]
      if scalar == "*", boldMarks.contains(index) {
        starsBold.toggle()
        index += 2
        continue
      }
      if scalar == "<", let tag = InlineTag(source, at: index) {
        switch tag.kind {
        case .boldStart: tagDepth += 1
        case .boldEnd: tagDepth = max(0, tagDepth - 1)
        case .lineBreak: visible.append(" ")
        case .checkbox(let isChecked): append(isChecked ? "☑" : "☐", isBold: starsBold || tagDepth > 0)
        case .other: break
        }
        index = tag.end
        continue
      }
      if scalar == "&", let entity = CharacterReference(source, at: index) {
        append(entity.scalar, isBold: starsBold || tagDepth > 0)
        index = entity.end
        continue
      }
      if scalar == "\\", index + 1 < source.count, source[index + 1].isASCIIPunctuation { index += 1 }
      append(source[index], isBold: starsBold || tagDepth > 0)
      index += 1
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, isBold: Bool) {
    visible.append(scalar)
    guard !scalar.isBlank else { return }
    if isBold { boldCount += 1 } else { plainCount += 1 }
  }

  /// Where two stars are a mark: in pairs, or left over at the start or end by whatever wrote the text. Three and more
  /// hide part of a name or number.
  private static func boldMarks(in source: [Unicode.Scalar]) -> Set<Int> {
    var runs: [Int] = []
    var index = 0
    while index < source.count {
      guard source[index] == "*" else {
        index += source[index] == "\\" ? 2 : 1
        continue
      }
      let end = source[index...].firstIndex { $0 != "*" } ?? source.count
      if end - index == 2 { runs.append(index) }
      index = end
    }
    if runs.count % 2 == 1 {
      let last = runs[runs.count - 1]
      let isAtEdge = last == 0 || source[(last + 2)...].allSatisfy(\.isBlank) || runs[0] == 0
      if !isAtEdge { runs.removeLast() }
    }
    return Set(runs)
  }
}

extension Unicode.Scalar {
  var isASCIIPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
