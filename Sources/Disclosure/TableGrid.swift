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
  func text(beginningIn row: Int, _ column: Int) -> String? { index(beginningIn: row, column).map { normalised[$0] } }

  /// Whether a letter stands alone in a square above codes and nothing else: what heads a part of a code, as 类, 款 and 项 do.
  func headsCodes(_ row: Int, _ column: Int) -> Bool {
    guard text(row, column).isOneLetter else { return false }
    let below = (row + 1..<rowCount).compactMap { text(beginningIn: $0, column) }.filter { !$0.isEmpty }
    return !below.isEmpty && below.allSatisfy { $0.isCodeDigits && $0.utf8.count <= 3 }
  }

  private func index(beginningIn row: Int, _ column: Int) -> Int? {
    let index = index(row, column)
    guard index >= 0, table.cells[index].row == row, table.cells[index].column == column else { return nil }
    return index
  }

  /// Indices of the cells that stand in a row, also those that begin above it, from left to right.
  func cells(in row: Int) -> [Int] {
    var cells: [Int] = []
    for column in 0..<columnCount where index(row, column) >= 0 && index(row, column) != cells.last {
      cells.append(index(row, column))
    }
    return cells
  }

  /// Indices of the cells that begin in a row, from left to right.
  func cells(beginningIn row: Int) -> [Int] { (0..<columnCount).compactMap { index(beginningIn: row, $0) } }
}
