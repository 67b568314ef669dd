import PageContent
import TableStructure

@testable import HTML

/// A page as lines: a paragraph its text, a table its rows with a mark for each span.
func lines(of html: String) throws(InputError) -> [String] {
  try read(html).parts.flatMap { part -> [String] in
    guard case .flow(let blocks) = part else { return [] }
    return blocks.flatMap(text)
  }
}

func read(_ html: String) throws(InputError) -> HTMLContent {
  var content = HTMLContent(mediaType: HTMLFile.mediaType)
  try HTMLFile.add(Array(html.utf8), contentType: nil, to: &content)
  return content
}

private func text(of block: Block) -> [String] {
  switch block {
  case .paragraph(let paragraph): [paragraph.text]
  case .table(let table):
    (0..<table.rowCount).map { row in
      table.cells.filter { $0.row == row }.map { cell in
        cell.text + (cell.columnSpan > 1 ? "→\(cell.columnSpan)" : "") + (cell.rowSpan > 1 ? "↓\(cell.rowSpan)" : "")
      }.joined(separator: "|")
    }
  }
}
