import PageContent
import TableStructure

@testable import Disclosure

/// A report read from a text.
func report(_ text: String) throws -> DisclosedDocument {
  try DocumentReader().document(from: Array(text.utf8), name: "report.md")
}

/// A ruled table drawn from rows of cells. `>` continues the cell at its left, `^` the one above it.
func ruledTable(_ rows: [[String]], page: Int = 1, boundaries: [Double]? = nil) -> Table {
  let columnCount = rows.first?.count ?? 0
  let boundaries = boundaries ?? (0...columnCount).map { Double($0) * 50 }
  var cells: [Cell] = []
  for (row, texts) in rows.enumerated() {
    for (column, text) in texts.enumerated() where text != ">" && text != "^" {
      var columnSpan = 1
      while column + columnSpan < columnCount, texts[column + columnSpan] == ">" { columnSpan += 1 }
      var rowSpan = 1
      while row + rowSpan < rows.count, rows[row + rowSpan][column] == "^" { rowSpan += 1 }
      let box = Box(
        x0: boundaries[column], y0: Double(row) * 20, x1: boundaries[column + columnSpan],
        y1: Double(row + rowSpan) * 20)
      cells.append(
        Cell(
          row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: text, location: .page(page, box)))
    }
  }
  return Table(
    origin: .rulings, rowCount: rows.count, columnCount: columnCount, cells: cells,
    location: .page(
      page, Box(x0: 0, y0: 0, x1: boundaries.last ?? 0, y1: Double(rows.count) * 20)), pages: [page],
    boundaries: boundaries)
}
