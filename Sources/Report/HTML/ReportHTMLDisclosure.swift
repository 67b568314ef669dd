import Audit
import Disclosure

/// The checklist: what the report must disclose, and where it does. What is missing stands first.
struct ReportHTMLDisclosure {
  let report: AuditReport

  func write(to html: inout HTMLText) {
    if report.disclosure.isEmpty { return }
    html.block("section", [("id", "disclosure")]) { html in
      html.element("h2", [], "公开内容核对")
      html.lineEnd()
      for counts in report.disclosureCounts {
        html.element("p", [], counts)
        html.lineEnd()
      }
      let open = report.disclosure.filter { $0.status == .missing }
      if !open.isEmpty { table(open, to: &html) }
      html.folded("全部事项（\(report.disclosure.count)）", [("class", "rest")]) { html in
        table(report.disclosure, to: &html)
      }
    }
  }

  private func table(_ items: [DisclosureItem], to html: inout HTMLText) {
    var count = 0
    html.raw("<div class=\"scroll\">")
    html.block("table", [("class", "words")]) { html in
      html.raw("<thead><tr>")
      for head in ["事项", "情况", "位置", "原文", "依据"] { html.element("th", [("scope", "col")], head) }
      html.raw("</tr></thead>\n<tbody>\n")
      for item in items where html.hasRoom(in: .checks) {
        count += 1
        row(item, to: &html)
      }
      html.raw("</tbody>\n")
    }
    html.raw("</div>\n")
    html.leftOut(items.count - count, "项")
  }

  private func row(_ item: DisclosureItem, to html: inout HTMLText) {
    html.open("tr", [("class", item.status == .missing ? "error" : nil)])
    html.element("td", [], item.name)
    let reason = item.reason.map { "（\($0)）" } ?? ""
    html.open("td")
    html.element("span", [("class", item.status == .missing ? "label" : nil)], item.status.chinese + reason)
    html.close("td")
    html.element("td", [], item.location?.chinese ?? "")
    html.element("td", [], item.text)
    html.element("td", [], item.duty == .required ? item.basis : "\(item.basis)（\(item.duty.chinese)）")
    html.close("tr")
    html.lineEnd()
  }
}
