import PageContent

/// A part of a table, as wide as a page.
struct Strip {
  var table: Table
  /// The rows above the body, without the one that numbers the columns. A strip without a group of columns may have
  /// fewer of them than the others: no rule parts them.
  var headerRows: Int

  var bodyRows: Int { table.rowCount - headerRows }

  /// The first strip of what may be the only one.
  init(_ table: Table) {
    self.table = table
    headerRows = 0
  }

  init(table: Table, headerRows: Int) {
    self.table = table
    self.headerRows = headerRows
  }

  /// The strip with as many header rows as the others: its last one reaches over those that it lacks.
  func stretched(headerRows rows: Int) -> Table {
    guard headerRows > 0, rows > headerRows else { return table }
    var result = table
    let more = rows - headerRows
    for index in result.cells.indices {
      if result.cells[index].row >= headerRows {
        result.cells[index].row += more
      } else if result.cells[index].rows.upperBound >= headerRows {
        result.cells[index].rowSpan += more
      }
    }
    result.rowCount += more
    result.breaks = result.breaks.map { $0 + more }
    return result
  }

  /// The rows that may be the rest of the one above: they follow a break and hold nothing but the end of texts.
  var cutRows: [Int] {
    table.breaks.filter { row in
      let texts = table.cells.filter { $0.row == row && !$0.text.isEmpty }
      return !texts.isEmpty
        && texts.allSatisfy { text in
          !Lexeme(text.text).isValue
            && table.cells.contains { $0.row == row - 1 && $0.column == text.column && !$0.text.isEmpty }
        }
    }
  }

  /// Adds an empty row.
  mutating func insertRow(at row: Int) {
    for index in table.cells.indices where table.cells[index].row >= row { table.cells[index].row += 1 }
    table.rowCount += 1
    table.breaks = table.breaks.map { $0 >= row ? $0 + 1 : $0 }
    for column in 0..<table.columnCount {
      table.cells.append(Cell(row: row, column: column, text: "", location: table.location))
    }
    table.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
