import PageContent

/// Cells that take up ranges of a sheet, or of a table made as one, in the grid of a table: rows and columns that are not
/// seen, or in which no cell begins, take no place in it.
package struct SheetGrid {
  package struct Cell {
    /// By the sheet's own rows and columns, from 1.
    var range: CellRange
    var text: String
    var isBold: Bool
    var stored: String?

    package init(_ range: CellRange, text: String, isBold: Bool, stored: String?) {
      (self.range, self.text, self.isBold, self.stored) = (range, text, isBold, stored)
    }
  }

  /// The numbers of the rows and columns that it has, ascending.
  private let rows: [Int]
  private let columns: [Int]
  private let location: (CellRange) -> Location
  private var cells: [TableStructure.Cell] = []
  private var taken: [Bool]

  private static let mostCells = 2_000_000

  /// nil where it is larger than any report's.
  package init?(rows: [Int], columns: [Int], location: @escaping (CellRange) -> Location) {
    guard columns.count * rows.count <= SheetGrid.mostCells else { return nil }
    (self.rows, self.columns, self.location) = (rows, columns, location)
    taken = [Bool](repeating: false, count: columns.count * rows.count)
  }

  /// Adds a cell that begins in the row of an index. Ranges that overlap give way to the first.
  package mutating func add(_ cell: Cell, row index: Int) {
    let left = columns.partitionPoint { $0 >= cell.range.firstColumn }
    let right = columns.partitionPoint { $0 > cell.range.lastColumn }
    guard left < right, !taken[index * columns.count + left] else { return }
    var bottom = index + 1
    while bottom < rows.count, rows[bottom] <= cell.range.lastRow { bottom += 1 }
    let width = (left..<right).prefix { !taken[index * columns.count + $0] }.count
    for down in index..<bottom {
      for across in left..<left + width { taken[down * columns.count + across] = true }
    }
    cells.append(
      TableStructure.Cell(
        row: index, column: left, rowSpan: bottom - index, columnSpan: width, text: cell.text,
        location: location(cell.range), isBold: cell.isBold, stored: cell.stored))
  }

  /// The table, with a blank cell wherever none was added.
  /// - Parameter range: what of the sheet it takes up.
  package func table(of range: CellRange) -> Table {
    var cells = cells
    for (index, row) in rows.enumerated() {
      for (across, column) in columns.enumerated() where !taken[index * columns.count + across] {
        cells.append(
          TableStructure.Cell(
            row: index, column: across, text: "", location: location(CellRange(row: row, column: column))))
      }
    }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return Table(
      origin: .cells, rowCount: rows.count, columnCount: columns.count, cells: cells, location: location(range))
  }
}
