import PageContent

/// Which rows of a sheet are tables, and which are the lines above, between and below them.
///
/// Frames tell, where there are any: a title, a unit and notes stand outside of them. Without, a table begins where more
/// than one cell of a row is filled that is no caption, and a title behind a blank row begins the next one.
struct SheetRegions {
  enum Region {
    case lines([VisibleSheet.Row])
    case table([VisibleSheet.Row])
  }

  private(set) var regions: [Region] = []

  init(_ rows: [VisibleSheet.Row]) {
    if SheetRegions.isFramed(rows) {
      splitByFrames(rows)
    } else {
      splitByFilling(rows)
    }
  }

  private mutating func add(_ rows: ArraySlice<VisibleSheet.Row>, isTable: Bool) {
    let filled = rows.filter { !$0.filled.isEmpty }
    if filled.isEmpty { return }
    regions.append(isTable ? .table(filled) : .lines(filled))
  }

  /// Tables begin at rows of a kind, and end past the last one that `end` tells for the first; lines are between them.
  private mutating func split(
    _ rows: [VisibleSheet.Row], atRows begins: (VisibleSheet.Row) -> Bool, end: (_ start: Int) -> Int
  ) {
    var lines = 0
    while let start = rows[lines...].firstIndex(where: begins) {
      add(rows[lines..<start], isTable: false)
      lines = end(start)
      add(rows[start..<lines], isTable: true)
    }
    add(rows[lines...], isTable: false)
  }

  // MARK: Frames

  private static func isFramed(_ rows: [VisibleSheet.Row]) -> Bool {
    let framed = rows.count(where: isFramedRow)
    guard framed > 1 else { return false }
    // Where figures stand outside of the frames, these do not tell.
    return !rows.contains { row in
      !isFramedRow(row) && row.filled.count { Lexeme($0.text).kind == .amount } > 1
    }
  }

  private static func isFramedRow(_ row: VisibleSheet.Row) -> Bool { row.boxedWidth > 1 }

  private mutating func splitByFrames(_ rows: [VisibleSheet.Row]) {
    // The last row that a frame reaches.
    var reach = 0
    split(rows, atRows: SheetRegions.isFramedRow) { start in
      var index = start
      while index < rows.count {
        let row = rows[index]
        let isInside = SheetRegions.isFramedRow(row) || row.number <= reach
        let isNext = isInside && (index == start || row.number <= max(reach, rows[index - 1].number) + 1)
        guard isNext || SheetRegions.goesOn(row, behind: rows[start..<index]) else { break }
        for cell in row.cells where cell.style.isBoxed { reach = max(reach, cell.range.lastRow) }
        index += 1
      }
      return index
    }
  }

  /// A framed row behind unframed blank ones goes on with the table where it holds figures at once.
  private static func goesOn(_ row: VisibleSheet.Row, behind table: ArraySlice<VisibleSheet.Row>) -> Bool {
    guard isFramedRow(row), !table.isEmpty else { return false }
    return row.filled.contains { Lexeme($0.text).isValue } && row.filled.count > 1
  }

  // MARK: Filling

  private mutating func splitByFilling(_ rows: [VisibleSheet.Row]) {
    let rows = rows.filter { !$0.filled.isEmpty }
    split(rows, atRows: SheetRegions.beginsTable) { start in
      var end = start + 1
      while end < rows.count, !SheetRegions.beginsCaption(end, rows) { end += 1 }
      while end > start + 1, rows[end - 1].filled.count == 1, SheetRegions.isNote(rows[end - 1]) { end -= 1 }
      return end
    }
  }

  private static func beginsTable(_ row: VisibleSheet.Row) -> Bool {
    let filled = row.filled
    return filled.count > 1 && !filled.allSatisfy { isCaption($0.text) }
  }

  /// A label with a colon, or a unit.
  private static func isCaption(_ text: String) -> Bool {
    text.contains { $0 == "：" || $0 == ":" } || MonetaryUnit(stated: text) != nil
  }

  /// A lone text behind a blank row, with a table's rows below it.
  private static func beginsCaption(_ index: Int, _ rows: [VisibleSheet.Row]) -> Bool {
    guard rows[index].filled.count == 1, rows[index].number > rows[index - 1].number + 1 else { return false }
    let next = rows[index...].dropFirst().first { $0.filled.count > 1 }
    return next.map { row in !row.filled.contains { Lexeme($0.text).kind == .amount } } ?? false
  }

  /// Longer than any label.
  private static func isNote(_ row: VisibleSheet.Row) -> Bool {
    row.filled.allSatisfy { cell in
      cell.text.contains { $0 == "：" || $0 == ":" || $0 == "。" } || cell.text.count > 40
    }
  }
}
