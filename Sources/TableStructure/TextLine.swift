import PageContent

/// A source line as scalars, with what stands on it told roughly.
struct TextLine {
  let number: Int
  let scalars: [Unicode.Scalar]
  /// Without the blanks around it; empty for a blank line.
  let content: Range<Int>
  let hasTab: Bool
  let hasPipe: Bool
  /// A comma or semicolon of ASCII stands on it.
  let hasSeparator: Bool
  /// A `<` stands on it.
  let hasTag: Bool
  /// A new page begins with this line.
  let startsPage: Bool

  init(_ line: SourceLine) {
    number = line.number
    scalars = Array(line.text.unicodeScalars)
    content = scalars.trimmed(0..<scalars.count)
    var hasTab = false
    var hasPipe = false
    var hasTag = false
    var hasSeparator = false
    for scalar in scalars {
      hasTab = hasTab || scalar == "\t"
      hasPipe = hasPipe || scalar == "|"
      hasTag = hasTag || scalar == "<"
      hasSeparator = hasSeparator || scalar == "," || scalar == ";"
    }
    self.hasTab = hasTab
    self.hasPipe = hasPipe
    self.hasTag = hasTag
    self.hasSeparator = hasSeparator
    startsPage = scalars.first == "\u{0C}"
  }

  var isBlank: Bool { content.isEmpty }

  /// A line that goes on on the next one: what stands there has columns behind its own.
  init(_ line: TextLine, continuedBy next: TextLine) {
    let text = line.scalars + ["\n"] + next.scalars
    self.init(SourceLine(number: line.number, text: String(String.UnicodeScalarView(text))))
  }

  /// The line with blanks for what stands outside some of its scalars.
  func blanked(outside range: Range<Int>) -> TextLine {
    var scalars = scalars
    for index in scalars.indices where !range.contains(index) { scalars[index] = " " }
    return TextLine(SourceLine(number: number, text: String(String.UnicodeScalarView(scalars))))
  }

  var text: ArraySlice<Unicode.Scalar> { scalars[content] }

  /// The place of some scalars; an empty range gives the column where they would begin, within the line.
  func location(_ range: Range<Int>) -> Location {
    let first = range.lowerBound + 1
    guard range.isEmpty else { return .line(number, columns: first...range.upperBound) }
    let column = max(1, min(first, scalars.count))
    return .line(number, columns: column...column)
  }

  /// The level of a Markdown heading and where its `#` end.
  var heading: (level: Int, end: Int)? {
    guard scalars.indices.contains(content.lowerBound), scalars[content.lowerBound] == "#" else { return nil }
    let end = content.first { scalars[$0] != "#" } ?? content.upperBound
    let level = end - content.lowerBound
    return level <= 6 && end < content.upperBound && scalars[end].isBlank ? (level, end) : nil
  }

  func starts(with words: String) -> Bool { text.starts(with: words.unicodeScalars) }
}

extension [Unicode.Scalar] {
  /// The range without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, self[lower].isBlank { lower += 1 }
    while lower < upper, self[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }
}
