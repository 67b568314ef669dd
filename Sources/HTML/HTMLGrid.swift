import PageContent
import TableStructure

/// Rows of a table of a page as a table of the document: without the columns in which no cell begins.
struct HTMLGrid {
  let rows: [HTMLTable.Row]
  /// The place of some cells, by the rows and columns of the page's own table, from 1.
  let location: (CellRange) -> Location

  private static let mostCells = 2_000_000

  /// nil where nothing is in it.
  /// - Throws: `.packsTooMuch` where the grid is larger than any of a report.
  func table() throws(InputError) -> Table? {
    var begun: Set<Int> = []
    for row in rows { for cell in row.cells { begun.insert(cell.column) } }
    let columns = begun.sorted()
    guard let first = columns.first, let top = rows.first?.number, let bottom = rows.last?.number else { return nil }
    guard columns.count * rows.count <= HTMLGrid.mostCells else {
      throw .packsTooMuch("the web page has a table of \(rows.count) rows and \(columns.count) columns")
    }
    var taken = [Bool](repeating: false, count: columns.count * rows.count)
    var cells: [Cell] = []
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        let left = columns.partitionPoint { $0 >= cell.column }
        let right = columns.partitionPoint { $0 >= cell.column + cell.columnSpan }
        let bottom = rows.partitionPoint(from: index + 1) { $0.number > cell.row + cell.rowSpan }
        for down in index..<bottom { for across in left..<right { taken[down * columns.count + across] = true } }
        let text = cell.text
        cells.append(
          Cell(
            row: index, column: left, rowSpan: bottom - index, columnSpan: max(1, right - left), text: text,
            location: location(HTMLGrid.range(of: cell)), isBold: cell.isBold && !text.isEmpty, stored: cell.stored))
      }
    }
    for (index, row) in rows.enumerated() {
      for (across, column) in columns.enumerated() where !taken[index * columns.count + across] {
        cells.append(
          Cell(
            row: index, column: across, text: "",
            location: location(CellRange(row: row.number, column: column + 1))))
      }
    }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    let last = rows.lazy.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? first + 1
    return Table(
      origin: .cells, rowCount: rows.count, columnCount: columns.count, cells: cells,
      location: location(CellRange(rows: top...bottom, columns: first + 1...last)))
  }

  static func range(of cell: HTMLTable.Cell) -> CellRange {
    CellRange(
      rows: cell.row + 1...cell.row + cell.rowSpan, columns: cell.column + 1...cell.column + cell.columnSpan)
  }
}

extension Array {
  /// The first index from one on whose element belongs to the second half.
  fileprivate func partitionPoint(from start: Int, _ belongsToSecond: (Element) -> Bool) -> Int {
    var index = start
    while index < count, !belongsToSecond(self[index]) { index += 1 }
    return index
  }
}
