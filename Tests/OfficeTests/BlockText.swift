import PageContent
import TableStructure
import TestSupport

@testable import Office

/// Blocks as lines: a paragraph its text, a table its rows with a mark for each span.
func text(of blocks: [Block]) -> [String] {
  blocks.flatMap { block -> [String] in
    switch block {
    case .paragraph(let paragraph): return [paragraph.text]
    case .table(let table):
      return (0..<table.rowCount).map { row in
        table.cells.filter { $0.row == row }.map { cell in
          cell.text + (cell.columnSpan > 1 ? "→\(cell.columnSpan)" : "") + (cell.rowSpan > 1 ? "↓\(cell.rowSpan)" : "")
        }.joined(separator: "|")
      }
    }
  }
}

func word(_ body: String, parts: [String: String] = [:]) throws(InputError) -> OfficeContent {
  try WordReader.read(FileContent(TinyOffice.document(body, parts: parts)))
}

func workbook(
  _ sheets: KeyValuePairs<String, String>, styles: String = "", strings: [String] = [], settings: String = ""
) throws(InputError) -> OfficeContent {
  try WorkbookReader.read(
    FileContent(TinyOffice.workbook(sheets, styles: styles, strings: strings, settings: settings)))
}
