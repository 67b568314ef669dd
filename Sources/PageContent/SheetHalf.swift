/// What is printed on one side of a gutter.
struct SheetHalf {
  private let lines: [PrintedLine]
  private let width: Double
  private let middle: Double
  /// From the first rule to the last.
  private let ruled: ClosedRange<Double>?

  /// How far from the middle, as a share of the half's width, what stands in it may be.
  private static let offMiddle = 0.02
  /// Heads in the middle of half a table are shorter than titles.
  private static let shortestTitle = 5

  /// Lines of prose fill their page, and those of a table's labels hardly reach over its half.
  private static let proseWidth = 0.6
  private static let fewestLines = 3

  init(of sheet: Sheet, middle: Double) {
    lines = LineLayout.lines(of: LineLayout.words(of: sheet.glyphs))
    width = sheet.width
    self.middle = middle
    let rules = sheet.rulings.lazy.filter { $0.axis == .horizontal }.map(\.position)
    ruled = rules.min().flatMap { top in rules.max().map { top...$0 } }
  }

  /// Whether it is a page of its own: a title or a page number stands in its middle, outside its tables, or it holds
  /// prose.
  func isPage(beside other: SheetHalf) -> Bool {
    for (index, line) in lines.enumerated() {
      if let ruled {
        if line.baseline < ruled.lowerBound || line.box.y0 > ruled.upperBound, isCentred(line) { return true }
      } else if index == 0 || index == lines.count - 1, isCentred(line), !isInColumn(line), !other.goesOn(with: line) {
        // Among lines without rules only the first and the last are surely no row, unless they begin where others do.
        return true
      }
    }
    return lines.count { $0.box.width > Self.proseWidth * width && $0.segments.count == 1 } >= Self.fewestLines
  }

  /// A title or a page number in the middle.
  private func isCentred(_ line: PrintedLine) -> Bool {
    guard abs(line.box.midX - middle) < Self.offMiddle * width, line.box.width < 0.8 * width,
      line.segments.count == 1
    else { return false }
    let text = TextJoin.squashed(line.text)
    return text.unicodeScalars.count { $0.properties.isAlphabetic } >= Self.shortestTitle || PageNumber(text) != nil
  }

  /// Whether nothing but figures is printed in it: what they are of stands on the other side.
  var holdsFiguresAlone: Bool {
    lines.allSatisfy { line in line.words.allSatisfy { word in !word.text.contains { $0.properties.isAlphabetic } } }
  }

  /// Whether other lines have a text that begins where this one does: the rest of a label that the page before cut.
  private func isInColumn(_ line: PrintedLine) -> Bool {
    let left = line.box.x0
    return lines.count { $0.segments.contains { abs($0.box.x0 - left) < 0.1 * line.size } } > Self.fewestLines
  }

  /// Whether a line of the other half has something beside it here that is no title or number of a page: a row has.
  private func goesOn(with line: PrintedLine) -> Bool {
    lines.contains { abs($0.baseline - line.baseline) < 0.45 * line.size && !isCentred($0) }
  }
}
