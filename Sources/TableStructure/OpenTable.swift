import PageContent

/// A table that may go on on the next page: with further rows, or, where a spreadsheet was wider than its paper, with the
/// further columns of the same rows.
struct OpenTable {
  /// What stands side by side, from left to right: mostly the whole table. All strips have as many rows, but for one that
  /// is still growing: a spreadsheet is printed down, then over, or over, then down.
  private var strips: [Strip]
  var lastPage: Int
  /// How many rows the pieces of the first strip repeat; nil where it has one piece.
  private var repeatedRows: Int?
  /// The lines above the table on its first page, and what they say.
  private let captionLines: [PrintedLine]
  private var caption: Set<String>
  /// Whether its last piece was a repeated header alone: its rows may stand apart from it, on the same page.
  private var awaitsRows = false

  init(_ table: Table, lastPage: Int, caption: [PrintedLine]) {
    strips = [Strip(table)]
    self.lastPage = lastPage
    captionLines = caption
    self.caption = Set(caption.map { TextJoin.squashed($0.text) })
  }

  /// The table in one, followed by what turned out to be a table of its own.
  var tables: [Table] {
    let strips = settled ?? self.strips
    let whole = strips.prefix { $0.bodyRows == strips[0].bodyRows }
    return [StripJoin.joined(Array(whole))] + strips[whole.count...].map(\.table)
  }

  /// Where the table has few rows on one page, and others at the head of the next: the seam between them.
  func seam(_ page: PageLayout, _ next: PageLayout, isPassedOver: (PrintedLine) -> Bool) -> PageSeam? {
    guard strips.count == 1, strips[0].table.origin == .alignment, strips[0].table.pages == [page.number],
      page.number == lastPage, StripRows(strips[0].table).values.count < PageSeam.fewestRows
    else { return nil }
    return PageSeam(below: page, above: next, isPassedOver: isPassedOver)
  }

  /// Puts the table in the place of one that was read without the next page.
  mutating func replace(with table: Table) { strips = [Strip(table)] }

  /// What further rows would belong to.
  var growing: Table {
    (strips.first { $0.bodyRows < strips[0].bodyRows } ?? strips[0]).table
  }

  /// Whether a line above a piece says no more than that the table goes on.
  func repeats(_ line: String) -> Bool {
    caption.contains(line) || line.unicodeScalars.contains("续") && line.unicodeScalars.count < 40
  }

  /// The table with its next piece, or nil where the piece is a table of its own. `tail` are the lines between the two
  /// on earlier pages, `head` those on the piece's own page.
  func joined(with piece: Table, on page: Int, tail: [String], head lines: [PrintedLine]) -> OpenTable? {
    let head = lines.map { TextJoin.squashed($0.text) }
    guard page == lastPage + 1 || page == lastPage && awaitsRows && tail.isEmpty && head.isEmpty,
      tail.count <= OpenTable.longestNote
    else { return nil }
    var result = self
    result.lastPage = page
    result.awaitsRows = false
    if tail.isEmpty, let whole = settled,
      zip(lines, head).allSatisfy({ repeats($1) || OpenTable.isCaptionRest($1) || isTitleRest($0, above: piece) }),
      let wider = StripJoin.widened(whole, by: piece)
    {
      result.strips = wider
      result.caption.formUnion(head)
      return result
    }
    guard head.allSatisfy(repeats) else { return nil }
    let mustRepeatHeader = !(head.isEmpty && tail.isEmpty)
    if let growing = strips.firstIndex(where: { $0.bodyRows < strips[0].bodyRows }) {
      let strip = strips[growing]
      let lacking = strips[0].headerRows - strip.headerRows
      guard
        let longer = PieceJoin.joined(
          strip.table, piece, mustRepeatHeader: mustRepeatHeader,
          mostRepeated: repeatedRows.map { max(0, $0 - lacking) } ?? strip.headerRows + 1)
      else { return nil }
      result.strips[growing].table = longer
      return result.strips[growing].bodyRows <= strips[0].bodyRows ? result : nil
    }
    let table = strips[0].table
    guard let longer = PieceJoin.joined(table, piece, mustRepeatHeader: mustRepeatHeader) else { return nil }
    result.strips[0].table = longer
    result.awaitsRows = longer.rowCount == table.rowCount
    result.repeatedRows = table.rowCount + piece.rowCount - longer.rowCount
    return result
  }

  /// The table with a row that a page break has left alone, or nil where the row is none of its.
  func joined(with row: OpenRow, on page: Int) -> OpenTable? {
    let growing = strips.firstIndex { $0.bodyRows < strips[0].bodyRows } ?? 0
    return row.fitted(to: strips[growing].table).flatMap { joined(with: $0, on: page, tail: [], head: []) }
  }

  /// The strips where all of them have the same rows, or nil while one still grows. A row that a page break cut in two in
  /// the first strip, for the length of its label, is whole in the next.
  private var settled: [Strip]? {
    guard let growing = strips.firstIndex(where: { $0.bodyRows < strips[0].bodyRows }) else { return strips }
    let cuts = strips[0].cutRows
    guard growing == strips.count - 1, cuts.count == strips[0].bodyRows - strips[growing].bodyRows else { return nil }
    var result = strips
    for row in cuts { result[growing].insertRow(at: row - strips[0].headerRows + strips[growing].headerRows) }
    return result
  }

  /// The most lines that a note repeated under every piece takes.
  private static let longestNote = 6

  /// What stood at the right end of the caption comes with the columns below it: 单位：万元, 公开09表.
  private static func isCaptionRest(_ line: String) -> Bool {
    let scalars = line.unicodeScalars
    if scalars.count < 8, scalars.last == "表", scalars.contains(where: \.isASCIIDigit) { return true }
    return scalars.count < 20 && (scalars.contains("元") || line.hasPrefix("单位")) && !scalars.contains("表")
  }

  /// Whether a line is the rest of the title, which the edge of the page cut: it stands as high, at the left edge.
  private func isTitleRest(_ line: PrintedLine, above piece: Table) -> Bool {
    guard let right = strips.last?.table.boundaries.last, let left = piece.boundaries.first,
      abs(line.box.x0 - left) < line.size
    else { return false }
    return captionLines.contains { title in
      let row = AlignedLine(title)
      // What goes on in a line below it is whole.
      let goesOn = captionLines.contains {
        $0.baseline > title.baseline && $0.baseline - title.baseline < 2.5 * title.size && $0.size > 0.98 * title.size
      }
      return !goesOn && abs(title.baseline - line.baseline) < 1 && abs(title.size - line.size) < 0.05 * title.size
        && title.box.x1 > right - title.size && !row.isTitle && !row.isCaption
    }
  }
}
