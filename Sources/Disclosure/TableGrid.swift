import PageContent
import TableStructure

/// A table's cells, to be asked for by square.
struct TableGrid {
  let table: Table
  /// Index into `table.cells`, row by row.
  private let squares: [Int]
  /// The cells' texts, normalised.
  let normalised: [String]

  init(_ table: Table) {
    self.table = table
    var squares = [Int](repeating: -1, count: table.rowCount * table.columnCount)
    for (index, cell) in table.cells.enumerated() {
      for row in cell.rows {
        for column in cell.columns { squares[row * table.columnCount + column] = index }
      }
    }
    self.squares = squares
    normalised = table.cells.map { $0.text.isEmpty ? "" : Wording.normalised($0.text) }
  }

  var rowCount: Int { table.rowCount }
  var columnCount: Int { table.columnCount }

  func index(_ row: Int, _ column: Int) -> Int { squares[row * columnCount + column] }

  func cell(_ row: Int, _ column: Int) -> Cell? {
    let index = index(row, column)
    return index < 0 ? nil : table.cells[index]
  }

  /// The normalised text of the cell over a square, "" where there is none.
  func text(_ row: Int, _ column: Int) -> String {
    let index = index(row, column)
    return index < 0 ? "" : normalised[index]
  }

  /// The normalised text of the cell that begins at a square; nil where none does.
  func text(beginningIn row: Int, _ column: Int) -> String? {
    let index = index(row, column)
    guard index >= 0, table.cells[index].row == row, column == 0 || self.index(row, column - 1) != index else {
      return nil
    }
    return normalised[index]
  }

  /// Indices of the cells that begin in a row, from left to right.
  func cells(beginningIn row: Int) -> [Int] {
    var result: [Int] = []
    for column in 0..<columnCount {
      let index = index(row, column)
      if index >= 0, result.last != index, table.cells[index].row == row { result.append(index) }
    }
    return result
  }
}
