import Disclosure
import PageContent

/// The page that lists a document's traced pages: its tables, where they stand, and what could not be read.
package struct TraceIndex {
  let trace: DocumentTrace
  /// The numbers of the pages that have an SVG.
  let pages: [Int]

  package init(_ trace: DocumentTrace, pages: [Int]) {
    self.trace = trace
    self.pages = pages
  }

  /// The name of a page's SVG: page-007.svg.
  package static func fileName(ofPage number: Int) -> String {
    let digits = String(number)
    return "page-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits).svg"
  }

  package func render() -> [UInt8] {
    let document = trace.document
    var html = """
      <!DOCTYPE html>
      <html lang="zh"><head><meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(document.source.name.escapedForXML)</title>
      <style>
      body{font:15px/1.5 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;\
      max-width:70em;margin:2em auto;padding:0 1em;color:#0f172a;background:#f8fafc}
      table{border-collapse:collapse;width:100%;background:#fff;margin:.5em 0 2em}
      td,th{border:1px solid #cbd5e1;padding:.3em .6em;text-align:left;vertical-align:top}
      th{background:#e2e8f0}a{color:#1d4ed8}.none{color:#b45309}.problem{color:#b91c1c}code{color:#475569}
      </style></head><body>
      <h1>\(document.chineseTitle.escapedForXML)</h1>
      <p>\(document.source.chinese.escapedForXML)</p>

      """
    html += "<h2>表 tables (\(trace.tables.count))</h2>\n<table>\n"
    html += row("th", ["页 pages", "表 table", "格式 form", "读到 read as"].map(\.escapedForXML))
    for table in trace.tables { html += row("td", cells(of: table)) }
    html += "</table>\n"
    if !document.missingTables.isEmpty {
      let names = document.missingTables.map { Catalogue.shared.form($0)?.title ?? $0 }
      html += "<p class=\"problem\">缺少 missing: \(names.joined(separator: "、").escapedForXML)</p>\n"
    }
    html += "<h2>问题 problems (\(document.problems.count))</h2>\n"
    if !document.problems.isEmpty {
      html += "<table>\n" + row("th", ["页 page", "问题 problem", "内容 detail"])
      for problem in document.problems {
        html += row(
          "td",
          [
            problem.location?.page.map(link) ?? "",
            "\(problem.kind.chinese) <code>\(problem.kind.rawValue)</code>",
            "<span class=\"problem\">\(problem.detail.escapedForXML)</span>",
          ])
      }
      html += "</table>\n"
    }
    html += "<h2>各页 pages</h2>\n<p>\(pages.map(link).joined(separator: " "))</p>\n</body></html>\n"
    return Array(html.utf8)
  }

  /// Takes cells as markup.
  private func row(_ tag: String, _ cells: [String]) -> String {
    "<tr>" + cells.map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>\n"
  }

  private func link(_ page: Int) -> String {
    pages.contains(page) ? "<a href=\"\(TraceIndex.fileName(ofPage: page))\">\(page)</a>" : "\(page)"
  }

  private func cells(of table: DocumentTrace.TableTrace) -> [String] {
    let links = table.table.pages.map(link).joined(separator: " ")
    switch table.reading {
    case .form(let form, _):
      let figures = form.sections.lazy.flatMap(\.rows).reduce(0) { $0 + $1.figures.count { $0 != nil } }
      let unknown = form.sections.lazy.flatMap(\.columns).count { $0.key == nil }
      return [
        links, "\(form.number.map { "表 \($0) " } ?? "")\(form.title)".escapedForXML,
        "<code>\(form.form.escapedForXML)</code>",
        "\(form.unit?.rawValue ?? "单位不明") · \(form.status.chinese) · \(figures) figures".escapedForXML
          + (unknown > 0 ? " · <span class=\"problem\">\(unknown) × ?</span>" : ""),
      ]
    case .cells(let kept):
      return [
        links, (kept.title ?? "无标题 no title").escapedForXML,
        kept.form.map { "<code>\($0.escapedForXML)</code>" } ?? "<span class=\"none\">未识别 unrecognised</span>",
        "\(kept.rowCount) 行 \(kept.columnCount) 列",
      ]
    case .lost: return [links, "", "<span class=\"problem\">丢失 lost</span>", ""]
    }
  }
}
