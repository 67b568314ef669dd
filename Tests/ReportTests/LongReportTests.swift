import Audit
import Disclosure
import PageContent
import Testing

@testable import Report

/// Reports of any length: a page of HTML stays smaller than 3 MB, a message is a line.
@Suite struct LongReportTests {
  private static let most = 3_000_000

  private func html(_ report: AuditReport, _ places: PrintedPlaces = .none) -> String {
    String(decoding: ReportHTML(version: "1").render(report, places: places), as: UTF8.self)
  }

  @Test func sixtyThousandRows() throws {
    var report = Sample.report
    let row = report.document.tables[0].sections[0].rows[0]
    report.document.tables[0].sections[0].rows = Array(repeating: row, count: 60_000)
    let html = html(report)
    #expect(html.utf8.count < LongReportTests.most)
    #expect(html.utf8.count > LongReportTests.most * 9 / 10)
    #expect(html.hasSuffix("</footer>\n</body>\n</html>\n"))
    let shown = html.components(separatedBy: "<tr>").count + html.components(separatedBy: "<tr class").count
    let left = try #require(html.firstMatch(of: /其余(\d+)行从略/).flatMap { Int($0.1) })
    #expect(left > 20_000)
    #expect(abs(left + shown - 60_000) < 100)
  }

  @Test func manyTablesFindingsAndProblems() {
    var report = Sample.report
    report.document.tables = Array(repeating: report.document.tables[0], count: 20_000)
    report.findings = Array(repeating: report.findings[0], count: 20_000)
    report.document.problems = Array(
      repeating: Problem(kind: .unreadableCell, detail: "甲乙丙丁", location: nil), count: 50_000)
    let html = html(report)
    #expect(html.utf8.count < LongReportTests.most)
    for unit in ["条", "张表"] { #expect(html.contains(try! Regex("其余\\d+\(unit)从略"))) }
  }

  @Test func oneFindingWithAsManyPlaces() {
    var report = Sample.report
    report.findings[0].evidence = Array(repeating: report.findings[0].evidence[0], count: 100_000)
    #expect(html(report).utf8.count < LongReportTests.most)
  }

  @Test func textsThatAreLongerThanThePage() {
    var report = Sample.report
    let long = String(repeating: "\u{1}<甲>", count: 1_000_000)
    report.document.department = long
    report.findings[0].message = long
    report.document.tables[0].title = long
    report.document.tables[0].sections[0].rows[0].name = long
    #expect(html(report).utf8.count < LongReportTests.most)
  }

  @Test func picturesCountToo() {
    var report = Sample.report
    let evidence = report.findings[0].evidence[0]
    report.findings = (0..<2000).map { index in
      var finding = report.findings[0]
      finding.evidence = [evidence]
      finding.evidence[0].location = .page(1 + index, Box(x0: 10, y0: 10, x1: 20, y1: 20))
      finding.message = String(repeating: "甲", count: 300)
      return finding
    }
    let html = html(
      report, .pages { _, box in .success(PagePicture(png: [UInt8](repeating: 7, count: 20_000), box: box)) })
    #expect(html.utf8.count < LongReportTests.most && html.contains("data:image/png"))
  }

  // MARK: Messages

  @Test(arguments: ["format", "kind", "sha256"]) func messagesQuoteALineAtMost(_ member: String) {
    let long = String(repeating: "\u{1B}[31m长\\n", count: 200_000).replacing("\u{1B}", with: "\\u001b")
    let text = String(decoding: DocumentJSON.encode(Sample.document), as: UTF8.self)
    let changed = text.replacing(try! Regex("\"\(member)\": \"[^\"]*\""), with: "\"\(member)\": \"\(long)\"")
    for bytes in [Array(changed.utf8), Array("{\"format\": \(String(repeating: "1", count: 1_000_000))}".utf8)] {
      do {
        let document = try DocumentJSONReader.document(from: bytes)
        #expect(member == "sha256" && document.source.sha256.count > 1_000_000)
      } catch {
        #expect(error.description.utf8.count < 1000)
        #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 })
      }
    }
  }

  @Test func problemsQuoteALineAtMost() {
    let detail = String(repeating: "甲\u{1B}\n", count: 100_000)
    let problems = (1...10_000).map {
      Problem(kind: .unknownColumn, detail: detail, location: .line(3 * $0, columns: 1...2))
    }
    let lines = ProblemText.lines(problems)
    #expect(lines.count == 1 && lines[0].utf8.count < 2500)
    #expect(!lines[0].unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test func excerpts() {
    #expect("甲乙".excerpt(2) == "甲乙")
    #expect("甲乙丙".excerpt(2) == "甲乙…")
    #expect("甲\u{1B}\n".excerpt() == "甲\u{FFFD} ")
  }
}
