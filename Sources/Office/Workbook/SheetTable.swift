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
    guard var grid = SheetGrid(rows: rows.map(\.number), columns: columns, location: sheet.location) else {
      throw .packsTooMuch("the sheet “\(sheet.name)” has a table of \(rows.count) rows and \(columns.count) columns")
    }
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        let isBold = cell.style.isBold && !cell.text.isEmpty
        grid.add(
          .init(cell.range, text: SheetTable.text(cell), isBold: isBold, stored: cell.stored), row: index)
      }
    }
    let top = rows.first?.number ?? 1
    let bottom = max(top, rows.last?.number ?? 1)
    table = grid.table(of: CellRange(rows: top...bottom, columns: first...last))
  }

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
