import PageContent
import TableStructure

/// Rows of a table of a page as a table of the document: without the columns in which no cell begins.
struct HTMLGrid {
  let rows: [HTMLTable.Row]
  /// The place of some cells, by the rows and columns of the page's own table, from 1.
  let location: (CellRange) -> Location

  /// nil where nothing is in it.
  /// - Throws: `.packsTooMuch` where the grid is larger than any of a report.
  func table() throws(InputError) -> Table? {
    var begun: Set<Int> = []
    for row in rows { for cell in row.cells { begun.insert(cell.column + 1) } }
    let columns = begun.sorted()
    guard let first = columns.first, let top = rows.first?.number, let bottom = rows.last?.number else { return nil }
    guard var grid = SheetGrid(rows: rows.map(\.number), columns: columns, location: location) else {
      throw .packsTooMuch("the web page has a table of \(rows.count) rows and \(columns.count) columns")
    }
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        let text = cell.text
        grid.add(
          .init(
            HTMLGrid.range(of: cell), text: text, isBold: cell.isBold && !text.isEmpty, stored: cell.stored),
          row: index)
      }
    }
    let last = rows.lazy.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? first
    return grid.table(of: CellRange(rows: top...bottom, columns: first...last))
  }

  static func range(of cell: HTMLTable.Cell) -> CellRange {
    CellRange(
      rows: cell.row + 1...cell.row + cell.rowSpan, columns: cell.column + 1...cell.column + cell.columnSpan)
  }
}
