import Audit
import Disclosure
import PageContent

/// The tables as they were read, with the cells that findings speak of linked to them.
struct ReportHTMLTables {
  let report: AuditReport
  /// The first, gravest finding that speaks of a place, and how many do.
  private let spokenOf: [CellPlaces.Place: Mention]
  private let countOfTable: [Int: Int]

  private struct Mention {
    var number: Int
    var severity: Finding.Severity
  }

  init(report: AuditReport, cells: CellPlaces) {
    self.report = report
    var spokenOf: [CellPlaces.Place: Mention] = [:]
    var counts: [Int: Set<Int>] = [:]
    for (index, finding) in report.findings.enumerated() {
      for place in finding.evidence.lazy.compactMap({ cells.place(of: $0) }) {
        if spokenOf[place] == nil { spokenOf[place] = Mention(number: index + 1, severity: finding.severity) }
        if finding.severity != .info { counts[place.table, default: []].insert(index) }
      }
    }
    self.spokenOf = spokenOf
    countOfTable = counts.mapValues(\.count)
  }

  func write(to html: inout HTMLText) {
    let document = report.document
    let kept = document.otherTables + document.unrecognisedTables
    if document.tables.isEmpty, kept.isEmpty { return }
    html.block("section", [("id", "tables")]) { html in
      html.element("h2", [], "读到的报表（\(document.tables.count + kept.count)）")
      html.lineEnd()
      var count = 0
      for (number, table) in document.tables.enumerated() where html.hasRoom(in: .tables) {
        write(table, number: number, to: &html)
        count += 1
      }
      for table in kept where html.hasRoom(in: .tables) {
        write(table, to: &html)
        count += 1
      }
      html.leftOut(document.tables.count + kept.count - count, "张表")
    }
  }

  // MARK: Forms

  private func write(_ table: FormTable, number: Int, to html: inout HTMLText) {
    let place = CellPlaces.Place(table: number)
    html.block("details", [("class", "table"), ("id", place.anchor)]) { html in
      html.raw("<summary>")
      html.element("h3", [], table.title)
      let facts = [
        table.location.page == nil ? table.location.chinese : chinese(pages: table.pages),
        table.unit.map { "单位：\($0.rawValue)" } ?? "", table.status == .present ? "" : table.status.chinese,
      ]
      html.element("span", [("class", "facts")], facts.filter { !$0.isEmpty }.joined(separator: "　"))
      if let count = countOfTable[number] { html.element("span", [("class", "facts mentions")], "涉及 \(count) 条") }
      html.raw("</summary>\n")
      if let mention = spokenOf[place] {
        html.open("p", [("class", mention.severity.name)])
        html.element("a", [("href", "#f\(mention.number)")], "此表见第 \(mention.number) 条")
        html.close("p")
        html.lineEnd()
      }
      for (section, content) in table.sections.enumerated() where !content.rows.isEmpty {
        write(content, CellPlaces.Place(table: number, row: .init(section: section, row: 0)), to: &html)
      }
      for note in table.notes where html.hasRoom(in: .tables) {
        html.element("p", [("class", "note")], note.text)
        html.lineEnd()
      }
    }
  }

  private func write(_ section: FormTable.Section, _ start: CellPlaces.Place, to html: inout HTMLText) {
    let hasLines = section.rows.contains { $0.lineNumber != nil }
    let hasCodes = section.rows.contains { $0.code != nil }
    var labels: [String] = []
    var known: Set<String> = []
    for label in section.rows.lazy.flatMap(\.labels) where known.insert(label.header).inserted {
      labels.append(label.header)
    }
    var count = 0
    html.raw("<div class=\"scroll\">")
    html.block("table") { html in
      if let side = section.side {
        html.element("caption", [], side.chineseSide)
        html.lineEnd()
      }
      html.raw("<thead><tr>")
      let heads = (hasLines ? ["行次"] : []) + (hasCodes ? ["编码"] : []) + ["项目"] + labels
      for head in heads where html.hasRoom(in: .tables) { html.element("th", [("scope", "col")], head) }
      for column in section.columns where html.hasRoom(in: .tables) {
        html.element(
          "th", [("scope", "col"), ("class", "n")],
          column.header.isEmpty ? column.words : column.header.joined(separator: " / "))
      }
      html.raw("</tr></thead>\n<tbody>\n")
      for (index, row) in section.rows.enumerated() where html.hasRoom(in: .tables) {
        count += 1
        var place = start
        place.row?.row = index
        html.open("tr", [("class", row.role == .item ? nil : "sum")])
        if hasLines { html.element("td", [("class", "n")], row.lineNumber.map(String.init) ?? "") }
        if hasCodes { html.element("td", [("class", "code")], row.code ?? "") }
        cell("th", row.name, [("scope", "row")], place, to: &html)
        for label in labels where html.hasRoom(in: .tables) {
          html.element("td", [], row.labels.first { $0.header == label }?.text ?? "")
        }
        for (column, figure) in row.figures.enumerated() where html.hasRoom(in: .tables) {
          place.row?.column = column
          cell("td", figure?.text ?? "", [], place, to: &html)
        }
        html.close("tr")
        html.lineEnd()
      }
      html.raw("</tbody>\n")
    }
    html.raw("</div>\n")
    html.leftOut(section.rows.count - count, "行")
  }

  private func cell(
    _ tag: String, _ text: String, _ attributes: [(String, String?)], _ place: CellPlaces.Place, to html: inout HTMLText
  ) {
    guard let mention = spokenOf[place] else { return html.element(tag, attributes, text) }
    html.open(tag, attributes + [("id", place.anchor), ("class", "spoken \(mention.severity.name)")])
    html.element("a", [("href", "#f\(mention.number)")], text.isEmpty ? "空白" : text)
    html.close(tag)
  }

  // MARK: Other tables

  private func write(_ table: CellTable, to html: inout HTMLText) {
    html.block("details", [("class", "table")]) { html in
      html.raw("<summary>")
      html.element("h3", [], table.title ?? "无标题的表")
      let place = table.location.page == nil ? table.location.chinese : chinese(pages: table.pages)
      html.element("span", [("class", "facts")], table.form == nil ? "\(place)　未识别，未检查" : "\(place)　无金额，未检查")
      html.raw("</summary>\n<div class=\"scroll\">")
      let rows = table.cells.grouped(by: \.row)
      var count = 0
      html.block("table", [("class", "words")]) { html in
        for (_, cells) in rows where html.hasRoom(in: .tables) {
          count += 1
          html.open("tr")
          for cell in cells.sorted(by: { $0.column < $1.column }) where html.hasRoom(in: .tables) {
            html.element(
              "td",
              [
                ("rowspan", cell.rowSpan > 1 ? "\(cell.rowSpan)" : nil),
                ("colspan", cell.columnSpan > 1 ? "\(cell.columnSpan)" : nil),
              ], cell.text)
          }
          html.close("tr")
          html.lineEnd()
        }
      }
      html.raw("</div>\n")
      html.leftOut(rows.count - count, "行")
    }
  }
}

extension String {
  /// The side of a two-sided table, in the words of the forms.
  fileprivate var chineseSide: String {
    switch self {
    case "income": "收入"
    case "expenditure": "支出"
    case "personnel": "人员经费"
    case "public": "公用经费"
    default: self
    }
  }
}
