import Audit
import Disclosure
import PageContent

/// The validation report as one page of HTML to look at: every finding with a picture of the places it speaks of, then
/// the tables as they were read.
///
///     let page = ReportHTML(version: "0.1.0").render(report, places: places)
///
/// The page fetches nothing, runs nothing and says nothing of when or where it was made: the same report and the same
/// places give the same bytes.
public struct ReportHTML: Sendable {
  /// The version of the program, as the page's foot names it.
  public var version: String
  private let rules: [String: Rule]

  public init(version: String, rules: [Rule] = Rule.all) {
    self.version = version
    self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
  }

  /// UTF-8, with a line end at the end.
  public func render(_ report: AuditReport, places: PrintedPlaces = .none) -> [UInt8] {
    var html = HTMLText()
    html.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
    html.element("title", [], report.document.chineseTitle)
    html.raw("\n<style>\n\(ReportHTML.style)</style>\n</head>\n<body>\n")
    ReportHTMLHead(report: report).write(to: &html)
    let cells = CellPlaces(report.document)
    html.block("main") { html in
      var findings = ReportHTMLFindings(report: report, places: places, rules: rules, cells: cells)
      findings.write(to: &html)
      ReportHTMLDisclosure(report: report).write(to: &html)
      ReportHTMLChecks(report: report, rules: rules).write(to: &html)
      ReportHTMLTables(report: report, cells: cells).write(to: &html)
    }
    html.block("footer") { html in
      html.element(
        "p", [],
        "本页由 juesuan \(version) 生成。程序读取报告中的报表与说明，逐项核对其中的数字与文字是否相符；金额按原文精确计算，四舍五入可以解释的差额"
          + "另列为尾差。没有列出的，不等于没有问题；是否属于差错，请以原文件为准。")
      html.lineEnd()
    }
    html.raw("</body>\n</html>\n")
    return Array(html.text.utf8)
  }
}

extension Finding.Severity {
  /// The class of what is shown of its findings.
  var name: String { rawValue }
}
