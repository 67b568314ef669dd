import PageContent
import TableStructure

func sourceLines(_ text: String) -> [SourceLine] {
  text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
    SourceLine(number: $0.offset + 1, text: String($0.element))
  }
}

func blocks(_ text: String) -> [Block] { TextLayout.blocks(of: sourceLines(text)) }

func tables(_ blocks: [Block]) -> [Table] {
  blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
}

func tables(_ text: String) -> [Table] { tables(blocks(text)) }

func paragraphs(_ blocks: [Block]) -> [String] {
  blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }
}

/// The texts of a table by row and column; what a span covers is empty.
func grid(_ table: Table) -> [[String]] {
  var rows = Array(repeating: Array(repeating: "", count: table.columnCount), count: table.rowCount)
  for cell in table.cells { rows[cell.row][cell.column] = cell.text }
  return rows
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
