import Disclosure
import PageContent
import TableStructure

/// Reads a text, its cells parted by tabs, as a report.
func document(_ text: String) -> DisclosedDocument {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    .map { SourceLine(number: $0.offset + 1, text: String($0.element)) }
  return document(of: TextLayout.blocks(of: lines))
}

func document(of blocks: [Block]) -> DisclosedDocument {
  DocumentRecogniser().document(
    of: blocks, source: .init(name: "report.txt", sha256: "", mediaType: "text/plain", pageCount: nil))
}

/// A report of these lines and one ruled table below them.
func document(
  _ lines: String..., table rows: [[String?]], breaks: [Int] = [], notes: [String] = []
) -> DisclosedDocument {
  document(of: lines.map(paragraph) + [.table(ruled(rows, breaks: breaks))] + notes.map(paragraph))
}

func paragraph(_ text: String) -> Block {
  .paragraph(Paragraph(text: text, location: .page(1, Box(x0: 50, y0: 50, x1: 500, y1: 60))))
}

/// A ruled table: nil goes on with the cell on its left, "^" with the one above.
func ruled(_ rows: [[String?]], breaks: [Int] = []) -> Table {
  let columnCount = rows.map(\.count).max() ?? 0
  var cells: [Cell] = []
  for (row, texts) in rows.enumerated() {
    for (column, text) in texts.enumerated() {
      guard let text, text != "^" else { continue }
      var columnSpan = 1
      while column + columnSpan < texts.count, texts[column + columnSpan] == nil { columnSpan += 1 }
      var rowSpan = 1
      while row + rowSpan < rows.count, rows[row + rowSpan][column] == "^" { rowSpan += 1 }
      let box = Box(
        x0: 50 + Double(column) * 60, y0: 100 + Double(row) * 20, x1: 50 + Double(column + columnSpan) * 60,
        y1: 100 + Double(row + rowSpan) * 20)
      cells.append(
        Cell(
          row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: text, location: .page(1, box)))
    }
  }
  return Table(
    origin: .rulings, rowCount: rows.count, columnCount: columnCount, cells: cells, breaks: breaks,
    location: .page(1, Box(x0: 50, y0: 100, x1: 500, y1: 700)), pages: [1],
    boundaries: (0...columnCount).map { 50 + Double($0) * 60 })
}

extension FormTable.Section {
  /// The rows as `code name: figures`, for a look at all of them at once.
  var dump: [String] {
    rows.map { row in
      let label = [row.code, row.name].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      return label + ": " + row.figures.map { $0?.text ?? "_" }.joined(separator: " ")
    }
  }

  var keys: [String?] { columns.map(\.key) }
  var items: [String?] { rows.map(\.item) }
}

/// A small generator whose draws a seed repeats.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
