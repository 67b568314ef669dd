import PageContent

/// A word of a line set in a fixed pitch: held apart by two blanks or more, with the columns it is printed in.
struct PlacedWord {
  /// How wide a character is taken to be: what set the text may have counted characters, as `pdftotext -layout` does, or
  /// columns on a screen, where quotation marks and dashes are as wide as Chinese characters or half as wide.
  enum Pitch: CaseIterable {
    case characters, screen, screenWithNarrowMarks

    fileprivate func width(of scalar: Unicode.Scalar) -> Int {
      // The mark of a new page is not set.
      if scalar == "\u{0C}" { return 0 }
      switch self {
      case .characters: return 1
      case .screen: return scalar.displayWidth
      case .screenWithNarrowMarks: return scalar.hasAmbiguousWidth ? 1 : scalar.displayWidth
      }
    }
  }

  let range: Range<Int>
  /// From 0; the end is exclusive.
  private(set) var columns: Range<Int>
  let isValue: Bool
  /// A figure of few digits, without sign or decimals: it may count.
  let integer: Int?
  /// Digits alone: a code as likely as an amount.
  let isWhole: Bool
  /// 合计 and the like, which is centred over all the columns of labels, whatever these are.
  let isTotal: Bool
  /// 栏次, or the asterisks that stand for it over columns of labels.
  let isColumnMark: Bool
  /// 类, 款 or 项.
  let isCodePart: Bool
  /// What single blanks hold apart: heads of narrow columns may stand no farther from each other. Empty for one word.
  private(set) var parts: [PlacedWord] = []

  private init(_ scalars: [Unicode.Scalar], _ range: Range<Int>, columns: Range<Int>) {
    self.range = range
    self.columns = columns
    let lexeme = Lexeme(scalars[range])
    isValue = lexeme.isValue
    integer = lexeme.smallInteger
    isWhole = lexeme.kind == .whole
    let letters = scalars[range].filter { !$0.isBlank }
    let end = letters.suffix(2)
    isTotal = Self.isTotal(end)
    isCodePart = letters.count == 1 && "类款项".unicodeScalars.contains(letters[0])
    isColumnMark =
      end.last == "次" ? Self.columnMarks.contains { $0 == end[...] } : letters.allSatisfy { $0 == "*" || $0 == "＊" }
  }

  /// Whether letters end in 合计 or the like.
  static func isTotal(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    letters.last == "计" && totals.contains { $0 == letters.suffix(2) }
  }

  private static let totals = ["合计", "总计", "小计"].map { Array($0.unicodeScalars)[...] }
  private static let columnMarks = ["栏次", "列次"].map { Array($0.unicodeScalars)[...] }

  static func words(of line: TextLine, pitch: Pitch) -> [PlacedWord] {
    var words: [PlacedWord] = []
    var position = 0
    var start: (index: Int, position: Int)?
    var end = (index: 0, position: 0)
    var blanks = 0
    func finish() {
      guard let start else { return }
      let range = start.index..<end.index
      var word = PlacedWord(line.scalars, range, columns: start.position..<max(end.position, start.position + 1))
      if range.contains(where: { line.scalars[$0].isBlank }) { word.parts = parts(of: word, line, pitch) }
      words.append(word)
    }
    for (index, scalar) in line.scalars.enumerated() {
      let width = pitch.width(of: scalar)
      if scalar.isBlank {
        blanks += 1
      } else {
        if blanks >= 2 || start == nil
          || (blanks == 1
            && CellBorder.parts(
              line.scalars[(start?.index ?? 0)..<end.index], line.scalars[index...].prefix { !$0.isBlank }))
        {
          finish()
          start = (index, position)
        }
        blanks = 0
        end = (index + 1, position + width)
      }
      position += width
    }
    finish()
    return joiningSpread(words, line)
  }

  /// The word where it would stand had what set the text kept its place.
  func set(over columns: Range<Int>) -> PlacedWord {
    var moved = self
    moved.columns = columns
    return moved
  }

  private static func parts(of word: PlacedWord, _ line: TextLine, _ pitch: Pitch) -> [PlacedWord] {
    var parts: [PlacedWord] = []
    var position = word.columns.lowerBound
    for range in word.range.split(whereSeparator: { line.scalars[$0].isBlank }) {
      let gap = (parts.last?.range.upperBound ?? range.lowerBound)..<range.lowerBound
      position += gap.reduce(0) { $0 + pitch.width(of: line.scalars[$1]) }
      let end = position + range.reduce(0) { $0 + pitch.width(of: line.scalars[$1]) }
      parts.append(PlacedWord(line.scalars, range, columns: position..<max(end, position + 1)))
      position = end
    }
    return parts
  }

  /// Two-character words are often spread over their cell; 类, 款 and 项 stay three words.
  private static func joiningSpread(_ words: [PlacedWord], _ line: TextLine) -> [PlacedWord] {
    var joined: [PlacedWord] = []
    for word in words {
      if word.range.count == 1, let last = joined.last, last.range.count == 1,
        spread.contains(where: { $0 == [line.scalars[last.range.lowerBound], line.scalars[word.range.lowerBound]] })
      {
        joined[joined.count - 1] = PlacedWord(
          line.scalars, last.range.lowerBound..<word.range.upperBound,
          columns: last.columns.lowerBound..<word.columns.upperBound)
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  private static let spread: [[Unicode.Scalar]] = [
    "项目", "栏次", "行次", "收入", "支出", "合计", "小计", "总计", "金额", "备注", "科目", "名称", "单位",
  ].map { Array($0.unicodeScalars) }
}
