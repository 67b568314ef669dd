import Audit
import Disclosure

/// The head of the page: whose report it is, what came of the checks, and of which file.
struct ReportHTMLHead {
  let report: AuditReport

  func write(to html: inout HTMLText) {
    let document = report.document
    let source = document.source
    html.block("header") { html in
      html.element("h1", [], document.chineseTitle)
      html.lineEnd()
      verdict(to: &html)
      html.block("dl") { html in
        fact("文件", source.chinese, &html)
        if let previous = report.previous {
          fact("上年报告", "\(previous.chineseTitle)，\(previous.source.chinese)", &html)
        }
        fact("SHA-256", String(source.sha256.prefix(ReportHTMLHead.digits)), &html)
        if let date = document.publishedOn { fact("公开时间", date, &html) }
        fact("识读", report.whatWasRead, &html)
        fact(
          "检查",
          "通过 \(report.count(of: .passed)) 项，不符 \(report.count(of: .failed)) 项，尾差 \(report.count(of: .rounding)) 项，"
            + "不能检查 \(report.count(of: .notEvaluable)) 项", &html)
      }
    }
  }

  /// Enough to tell files apart by eye.
  private static let digits = 12

  private func verdict(to html: inout HTMLText) {
    let counts: [(Finding.Severity, String)] = [(.error, "处错误"), (.warning, "处提醒"), (.info, "处尾差与提示")]
    html.block("p", [("class", "verdict")]) { html in
      if report.findings.isEmpty {
        let evaluated = report.count(of: .passed)
        html.element("strong", [], evaluated == 0 ? "没有一项检查能够进行" : report.nothingFound)
      }
      for (severity, words) in counts {
        let count = report.count(of: severity)
        if count == 0 { continue }
        html.open("a", [("class", "count \(severity.name)"), ("href", "#\(severity.name)s")])
        html.element("strong", [], "\(count)")
        html.words(" \(words)")
        html.close("a")
        html.lineEnd()
      }
    }
  }

  private func fact(_ name: String, _ value: String, _ html: inout HTMLText) {
    html.open("div")
    html.element("dt", [], name)
    html.element("dd", [], value)
    html.close("div")
    html.lineEnd()
  }
}
