import Disclosure

/// A row of a table with those above and below it, as cells: what shows a place where there is no page to draw.
struct CellExcerpt {
  private let section: FormTable.Section
  private let row: Int
  /// nil where the row's label is meant.
  private let column: Int?

  /// Rows above and below.
  private static let reach = 1

  /// nil where the place is a title's.
  init?(_ place: CellPlaces.Place, in document: DisclosedDocument) {
    guard let row = place.row else { return nil }
    section = document.tables[place.table].sections[row.section]
    self.row = row.row
    column = row.column
  }

  func write(to html: inout HTMLText) {
    let rows = section.rows.indices.clamped(to: max(0, row - CellExcerpt.reach)..<row + CellExcerpt.reach + 1)
    html.raw("<div class=\"scroll\">")
    html.block("table", [("class", "excerpt")]) { html in
      html.raw("<thead><tr>")
      html.element("th", [("scope", "col")], "项目")
      for column in section.columns where html.hasRoom(in: .findings) {
        html.element("th", [("scope", "col"), ("class", "n")], column.words)
      }
      html.raw("</tr></thead>\n<tbody>\n")
      for index in rows where html.hasRoom(in: .findings) { write(index, to: &html) }
      html.raw("</tbody>\n")
    }
    html.raw("</div>\n")
  }

  private func write(_ index: Int, to html: inout HTMLText) {
    let content = section.rows[index]
    html.open("tr")
    let name = [content.code, content.name].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    cell("th", name, isMeant: index == row && column == nil, to: &html)
    for (place, figure) in content.figures.enumerated() where html.hasRoom(in: .findings) {
      cell("td", figure?.text ?? "", isMeant: index == row && column == place, to: &html)
    }
    html.close("tr")
    html.lineEnd()
  }

  private func cell(_ tag: String, _ text: String, isMeant: Bool, to html: inout HTMLText) {
    guard isMeant else { return html.element(tag, [], text) }
    html.open(tag)
    html.element("mark", [], text.isEmpty ? "空白" : text)
    html.close(tag)
  }
}
