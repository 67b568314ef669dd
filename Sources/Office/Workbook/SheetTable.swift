import PageContent
import TableStructure

/// The rows of a sheet as a table: hidden rows and columns, and those beside it, take no place in its grid.
struct SheetTable {
  /// nil where it is no more than a cell.
  let table: Table?

  /// - Throws: `.packsTooMuch` where the grid is larger than any report's.
  init(_ rows: [VisibleSheet.Row], of sheet: VisibleSheet) throws(InputError) {
    let filled = rows.lazy.flatMap(\.cells).filter { !$0.text.isEmpty }
    guard let first = filled.map(\.range.firstColumn).min(), let last = filled.map(\.range.lastColumn).max() else {
      table = nil
      return
    }
    let columns = SheetTable.columns(first...last, of: rows, sheet)
    guard columns.count * rows.count <= SheetTable.mostCells else {
      throw .packsTooMuch("the sheet “\(sheet.name)” has a table of \(rows.count) rows and \(columns.count) columns")
    }
    var taken = [Bool](repeating: false, count: columns.count * rows.count)
    var cells: [Cell] = []
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        let left = columns.partitionPoint { $0 >= cell.range.firstColumn }
        let right = columns.partitionPoint { $0 > cell.range.lastColumn }
        guard left < right, !taken[index * columns.count + left] else { continue }
        var bottom = index + 1
        while bottom < rows.count, rows[bottom].number <= cell.range.lastRow { bottom += 1 }
        // Ranges that overlap give way to the first.
        let width = (left..<right).prefix { !taken[index * columns.count + $0] }.count
        for down in index..<bottom {
          for across in left..<left + width { taken[down * columns.count + across] = true }
        }
        cells.append(
          Cell(
            row: index, column: left, rowSpan: bottom - index, columnSpan: width, text: SheetTable.text(cell),
            location: sheet.location(cell.range), isBold: cell.style.isBold && !cell.text.isEmpty, stored: cell.stored))
      }
    }
    for (index, row) in rows.enumerated() {
      for (across, column) in columns.enumerated() where !taken[index * columns.count + across] {
        cells.append(
          Cell(
            row: index, column: across, text: "",
            location: sheet.location(CellRange(row: row.number, column: column))))
      }
    }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    let top = rows.first?.number ?? 1
    let bottom = max(top, rows.last?.number ?? 1)
    table = Table(
      origin: .cells, rowCount: rows.count, columnCount: columns.count, cells: cells,
      location: sheet.location(CellRange(rows: top...bottom, columns: first...last)))
  }

  private static let mostCells = 2_000_000

  private static func text(_ cell: VisibleSheet.Cell) -> String {
    SpacedText.cell(cell.text.split(whereSeparator: \.isNewline).map(String.init))
  }

  /// The columns that are seen and in which a cell begins: one that only what is merged over it takes up says nothing.
  private static func columns(
    _ range: ClosedRange<Int>, of rows: [VisibleSheet.Row], _ sheet: VisibleSheet
  ) -> [Int] {
    var begun: Set<Int> = []
    for row in rows { for cell in row.cells { begun.insert(cell.range.firstColumn) } }
    return range.filter { begun.contains($0) && !sheet.isHidden(column: $0) }
  }
}
