extension Table {
  /// The grid as text, one line a row, for tests and for a look at what was read: cells in brackets, `>` and `^` where a
  /// cell reaches to the right and down.
  public var dump: String {
    var squares = [[String]](repeating: [String](repeating: "?", count: columnCount), count: rowCount)
    for cell in cells {
      for row in cell.rows {
        for column in cell.columns {
          squares[row][column] = row > cell.row ? "^" : column > cell.column ? ">" : cell.text
        }
      }
    }
    return squares.enumerated().map { index, row in
      (breaks.contains(index) ? "---\n" : "") + row.joined(separator: " | ")
    }.joined(separator: "\n")
  }
}
