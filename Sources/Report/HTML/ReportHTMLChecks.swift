import Audit
import Disclosure

/// What was not checked, and what was not read: a reader must not take silence for agreement.
struct ReportHTMLChecks {
  let report: AuditReport
  let rules: [String: Rule]

  func write(to html: inout HTMLText) {
    notEvaluable(to: &html)
    problems(to: &html)
    leftOut(to: &html)
  }

  private func leftOut(to html: inout HTMLText) {
    let leftOut = report.document.leftOut.filter { !$0.isFurniture }
    if leftOut.isEmpty { return }
    folded("未作为正文读取的文字（\(leftOut.reduce(0) { $0 + $1.count })）", to: &html) { html in
      for omitted in leftOut { html.element("p", [], omitted.chinese) }
    }
  }

  private func notEvaluable(to html: inout HTMLText) {
    let checks = report.checks.filter { $0.outcome == .notEvaluable }
    if checks.isEmpty { return }
    folded("不能检查的（\(report.count(of: .notEvaluable))）", to: &html) { html in
      table(["规则", "原因", "项数"], to: &html) { html in
        for check in checks where html.hasRoom(in: .checks) {
          html.open("tr")
          html.open("td")
          if let title = rules[check.rule]?.title { html.words("\(title) ") }
          html.element("code", [], check.rule)
          html.close("td")
          html.element("td", [], check.reason ?? "原因不明")
          html.element("td", [("class", "n")], "\(check.count)")
          html.close("tr")
          html.lineEnd()
        }
      }
    }
  }

  private func problems(to html: inout HTMLText) {
    let problems = report.document.problems
    if problems.isEmpty { return }
    folded("读取时的问题（\(problems.count)）", to: &html) { html in
      var count = 0
      table(["位置", "问题", "内容"], to: &html) { html in
        for problem in problems where html.hasRoom(in: .checks) {
          count += 1
          html.open("tr")
          html.element("td", [], problem.location?.chinese ?? "")
          html.element("td", [], problem.kind.chinese)
          html.element("td", [], problem.detail)
          html.close("tr")
          html.lineEnd()
        }
      }
      html.leftOut(problems.count - count, "条")
    }
  }

  private func folded(_ title: String, to html: inout HTMLText, _ content: (inout HTMLText) -> Void) {
    html.block("section") { html in
      html.block("details", [("class", "rest")]) { html in
        html.raw("<summary>")
        html.element("h2", [], title)
        html.raw("</summary>\n")
        content(&html)
      }
    }
  }

  private func table(_ heads: [String], to html: inout HTMLText, _ rows: (inout HTMLText) -> Void) {
    html.raw("<div class=\"scroll\">")
    html.block("table", [("class", "words")]) { html in
      html.raw("<thead><tr>")
      for head in heads { html.element("th", [("scope", "col")], head) }
      html.raw("</tr></thead>\n<tbody>\n")
      rows(&html)
      html.raw("</tbody>\n")
    }
    html.raw("</div>\n")
  }
}
