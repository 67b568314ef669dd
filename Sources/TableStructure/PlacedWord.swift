/// A word of a line set in a fixed pitch: held apart by two blanks or more, with the columns it is printed in.
struct PlacedWord {
  /// How wide a character is taken to be: what set the text may have counted characters or columns on a screen.
  /// `pdftotext -layout` counts characters.
  enum Pitch: CaseIterable { case characters, screen }

  let range: Range<Int>
  /// From 0; the end is exclusive.
  let columns: Range<Int>
  let isValue: Bool
  /// A figure without sign or decimals.
  let integer: Int?

  static func words(of line: TextLine, pitch: Pitch) -> [PlacedWord] {
    var words: [PlacedWord] = []
    var position = 0
    var start: (index: Int, position: Int)?
    var end = (index: 0, position: 0)
    var blanks = 0
    func finish() {
      guard let start else { return }
      let range = start.index..<end.index
      words.append(
        PlacedWord(
          range: range, columns: start.position..<max(end.position, start.position + 1),
          isValue: NumericToken.isValue(line.scalars[range]), integer: NumericToken.integer(line.scalars[range])))
    }
    for (index, scalar) in line.scalars.enumerated() {
      // The mark of a new page is not set.
      let width = scalar == "\u{0C}" ? 0 : pitch == .characters ? 1 : scalar.value == 0x3000 ? 2 : scalar.displayWidth
      if scalar.isBlank {
        blanks += 1
      } else {
        if blanks >= 2 || start == nil
          || (blanks == 1 && partsAmount(line.scalars, (start?.index ?? 0)..<end.index, next: index))
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

  /// One blank parts an amount from the words of the next column: `1,802.64 一、…`. A year or count does not part.
  private static func partsAmount(_ scalars: [Unicode.Scalar], _ word: Range<Int>, next: Int) -> Bool {
    let before = scalars[word]
    let after = scalars[next...].prefix { !$0.isBlank }
    return isAmount(before) != isAmount(after) && (isAmount(before) || before.last?.isChinese == true)
      && (isAmount(after) || after.first?.isChinese == true)
  }

  private static func isAmount(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    NumericToken.isNumber(word) && word.contains { $0 == "," || $0 == "." }
  }

  /// Two-character words are often spread over their cell; 类, 款 and 项 stay three words.
  private static func joiningSpread(_ words: [PlacedWord], _ line: TextLine) -> [PlacedWord] {
    var joined: [PlacedWord] = []
    for word in words {
      if word.range.count == 1, let last = joined.last, last.range.count == 1,
        spread.contains(where: { $0 == [line.scalars[last.range.lowerBound], line.scalars[word.range.lowerBound]] })
      {
        joined[joined.count - 1] = PlacedWord(
          range: last.range.lowerBound..<word.range.upperBound,
          columns: last.columns.lowerBound..<word.columns.upperBound, isValue: false, integer: nil)
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
