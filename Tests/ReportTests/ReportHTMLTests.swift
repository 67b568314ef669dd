import Audit
import Disclosure
import Foundation
import FoundationXML
import PageContent
import Testing

@testable import Report

@Suite struct ReportHTMLTests {
  private static let hostile = "</title></style><script>alert(1)</script><img src=x onerror=\"a()\">'&\u{1B}"

  /// With a finding about the first figure of the first table, and a blank one below it.
  private static var sample: AuditReport {
    var report = Sample.report
    let rows = report.document.tables[0].sections[0].rows
    report.findings[0].evidence[0].location = rows[0].figures[0]?.location
    report.findings[0].evidence[1] = Evidence(
      location: rows[1].location, table: "收入决算表", row: "20106 财政事务", column: "其他/利息", text: "")
    return report
  }

  private func html(_ report: AuditReport = sample, _ places: PrintedPlaces = .none) -> String {
    String(decoding: ReportHTML(version: "1.2.3").render(report, places: places), as: UTF8.self)
  }

  private func wellFormed(_ text: String) {
    let parser = XMLParser(data: Data(text.replacing("<!DOCTYPE html>", with: "").utf8))
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
  }

  private static func drawn(_ page: Int, _ box: Box) -> Result<PagePicture, PictureFailure> {
    .success(PagePicture(png: [UInt8(page), 2, 3], box: box))
  }

  private func values(of attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func findingsStandInOrderOfWeight() throws {
    let html = html()
    let places = try ["发现", "错误 1", "提醒 2", "提示 3"].dropFirst().map { try #require(html.range(of: $0)).lowerBound }
    #expect(places == places.sorted())
    for words in [
      "示例市示例局 2024 年度部门决算", "示例局2024年度部门决算.pdf（26 页）", "0a0a0a0a0a0a", "各项收入之和 1,511.95", "income.columns",
      "应为", "1511.95", "相差", "-0.05", "juesuan 1.2.3", "文中没有支出决算表",
    ] {
      #expect(html.contains(words), "\(words)")
    }
    #expect(html.contains("lang=\"zh-CN\""))
    wellFormed(html)
  }

  @Test func whatRoundingExplainsIsFolded() throws {
    let html = html()
    let fold = try #require(html.range(of: "<section id=\"infos\" class=\"info\">\n<details>"))
    let finding = try #require(html.range(of: "id=\"f3\""))
    #expect(fold.upperBound < finding.lowerBound)
  }

  @Test func rulesAreNamed() throws {
    let rule = try #require(Rule.all.first)
    var report = Sample.report
    report.findings[0].rule = rule.id
    #expect(html(report).contains(rule.title.escapedForXML))
    #expect(html(report).contains(rule.why.escapedForXML))
  }

  @Test func textIsNoMarkup() {
    let hostile = ReportHTMLTests.hostile
    var report = Sample.report
    report.document.department = hostile
    report.document.source.name = hostile
    report.document.source.sha256 = hostile
    report.document.publishedOn = hostile
    report.document.tables[0].title = hostile
    report.document.tables[0].notes[0].text = hostile
    report.document.tables[0].sections[0].side = hostile
    report.document.tables[0].sections[0].columns[0].header = [hostile]
    report.document.tables[0].sections[0].rows[0].name = hostile
    report.document.tables[0].sections[0].rows[0].code = hostile
    report.document.tables[0].sections[0].rows[0].labels = [.init(header: hostile, text: hostile)]
    report.document.tables[0].sections[0].rows[0].figures[0]?.text = hostile
    report.document.unrecognisedTables[0].title = hostile
    report.document.unrecognisedTables[0].cells[0].text = hostile
    report.document.problems[0].detail = hostile
    for index in report.findings.indices {
      report.findings[index].rule = hostile
      report.findings[index].message = hostile
      report.findings[index].expected = hostile
      for place in report.findings[index].evidence.indices {
        report.findings[index].evidence[place].table = hostile
        report.findings[index].evidence[place].row = hostile
        report.findings[index].evidence[place].column = hostile
        report.findings[index].evidence[place].text = hostile
      }
    }
    report.checks = report.checks.map { Check(rule: hostile, outcome: $0.outcome, reason: hostile, count: 1) }
    for places in [PrintedPlaces.none, .pages(ReportHTMLTests.drawn), .lines { _ in hostile }] {
      let html = html(report, places)
      #expect(!html.contains("<script"))
      #expect(!html.contains("<img"))
      #expect(!html.contains("\u{1B}"))
      wellFormed(html)
    }
  }

  @Test func everyLinkLeadsSomewhere() {
    for places in [PrintedPlaces.none, .pages(ReportHTMLTests.drawn)] {
      let html = html(ReportHTMLTests.sample, places)
      let anchors = values(of: "id", in: html)
      #expect(Set(anchors).count == anchors.count)
      let links = values(of: "href", in: html).filter { !$0.hasPrefix("data:") }
      #expect(links.contains("#f1"))
      #expect(links.contains("#t1-1-1-1"))
      #expect(links.contains("#t1-1-2-2"))
      for link in links { #expect(link.hasPrefix("#") && anchors.contains(String(link.dropFirst())), "\(link)") }
    }
  }

  @Test func spokenCellIsMarked() {
    #expect(html().contains("<td id=\"t1-1-1-1\" class=\"spoken error\"><a href=\"#f1\">1,511.90</a></td>"))
    #expect(html().contains("<td id=\"t1-1-2-2\" class=\"spoken error\"><a href=\"#f1\">空白</a></td>"))
  }

  @Test func nothingIsFetched() {
    let html = html(ReportHTMLTests.sample, .pages(ReportHTMLTests.drawn))
    for address in values(of: "href", in: html) {
      #expect(address.hasPrefix("#") || address.hasPrefix("data:image/png;base64,"))
    }
    for trace in ["http:", "https:", "url(", "@import", "<script", "<link", " src=", "\"//"] {
      #expect(!html.contains(trace), "\(trace)")
    }
  }

  @Test func sameReportSameBytes() {
    #expect(
      html(ReportHTMLTests.sample, .pages(ReportHTMLTests.drawn))
        == html(ReportHTMLTests.sample, .pages(ReportHTMLTests.drawn)))
  }

  @Test func severalPlacesInOnePicture() throws {
    var report = Sample.report
    // The total and the line below it on page 8.
    report.findings[0].evidence[1].location = Sample.box(8, 300, 154, 340.126, 166)
    let html = html(report, .pages(ReportHTMLTests.drawn))
    #expect(html.components(separatedBy: "<figure>").count - 1 == 1)
    #expect(html.components(separatedBy: "class=\"mark").count - 1 == 2)
    #expect(html.contains("class=\"mark first\" x=\"298.5\" y=\"138.5\" width=\"43.13\" height=\"15\""))
  }

  @Test func figureInTextIsShownWithItsParagraph() throws {
    var document = Sample.document
    document.paragraphs = [TextParagraph(text: "收入总计0万元。", location: Sample.box(18, 90, 400, 500, 470))]
    let evidence = Evidence(location: Sample.box(18, 120, 424, 128, 438), row: "收入总计", text: "0万元")
    let frame = try #require(EvidenceFrames([evidence], in: CellPlaces(document)).frames.first)
    #expect(frame.box == Box(x0: 60, y0: 390, x1: 530, y1: 472))
    #expect(frame.marks.map(\.box) == [Box(x0: 120, y0: 424, x1: 128, y1: 438)])
  }

  @Test func samePictureIsEmbeddedOnce() {
    var report = Sample.report
    report.findings[1].evidence = [report.findings[0].evidence[0]]
    report.findings[0].evidence.removeLast()
    let html = html(report, .pages(ReportHTMLTests.drawn))
    #expect(html.components(separatedBy: "data:image/png;base64,").count - 1 == 1)
    #expect(html.contains("<use href=\"#p1\"/>"))
    #expect(html.components(separatedBy: "<figure>").count - 1 == 2)
  }

  @Test func picturesHaveLimits() {
    let evidence = Sample.report.findings[0].evidence[0]
    var report = Sample.report
    report.findings = (1...200).map { page in
      var evidence = evidence
      evidence.location = Sample.box(page, 300, 140, 340, 152)
      return Finding(rule: "r", severity: .error, message: "m", evidence: [evidence])
    }
    let png = [UInt8](repeating: 1, count: 100_000)
    let large = html(report, .pages { _, box in .success(PagePicture(png: png, box: box)) })
    #expect(large.utf8.count < 3_000_000)
    #expect(large.contains("data:image/png"))
    let many = html(report, .pages(ReportHTMLTests.drawn))
    #expect(many.components(separatedBy: "data:image/png").count - 1 == 120)
    var tries = 0
    let none = html(
      report,
      .pages { _, _ in
        tries += 1
        return .failure(.memory)
      })
    #expect(!none.contains("<svg"))
    #expect(none.components(separatedBy: "<figcaption>第 3 页：无图：绘制所需内存超出限制</figcaption>").count == 2)
    #expect(tries == 3)
  }

  @Test func lineOfATextIsMarked() {
    var report = Sample.report
    report.findings[2].evidence[0].location = .line(12, columns: 3...4)
    let html = html(report, .lines { $0 == 12 ? "一 <a> 二" : nil })
    #expect(html.contains("<pre>一 <mark>&lt;a</mark>&gt; 二</pre>"))
    #expect(!html.contains("<figure"))
  }

  @Test(arguments: [
    (1...1, "", "a", "bc"), (3...3, "ab", "c", ""), (2...9, "a", "bc", ""), (7...9, "abc", "", ""),
  ])
  func columnsOfALine(columns: ClosedRange<Int>, before: String, marked: String, after: String) {
    let excerpt = LineExcerpt("abc", columns: columns)
    #expect([excerpt.before, excerpt.marked, excerpt.after] == [before, marked, after])
  }

  @Test func longLineIsCut() {
    let excerpt = LineExcerpt(String(repeating: "字", count: 90_000), columns: 40_000...50_000)
    #expect((excerpt.before + excerpt.marked + excerpt.after).count < 1200)
  }

  /// A blank cell is marked where its column and its row meet, not at the row's label.
  @Test func blankCellIsMarkedInItsColumn() throws {
    let cells = CellPlaces(Sample.document)
    let evidence = Evidence(
      location: Sample.box(8, 72, 154, 100, 166), table: "收入决算表", row: "20106 财政事务", column: "其他/利息", text: "")
    let mark = try #require(cells.mark(of: evidence))
    #expect(mark.page == 8)
    #expect(mark.box == Box(x0: 350, y0: 154, x1: 390.126, y1: 166))
    #expect(cells.place(of: evidence)?.anchor == "t1-1-2-2")
  }

  @Test func placesBeyondAnyPage() {
    var report = Sample.report
    for (index, box) in [
      Box(x0: .nan, y0: 0, x1: 1, y1: 1), Box(x0: 9, y0: 9, x1: 1, y1: 1), Box(x0: -1e300, y0: 0, x1: 1e300, y1: 1),
    ].enumerated() {
      report.findings[0].evidence.append(Evidence(location: .page(index, box), text: "1"))
    }
    report.findings[0].evidence.append(Evidence(location: Sample.box(4, -9000, 0, 9000, 9000), text: "1"))
    wellFormed(html(report, .pages(ReportHTMLTests.drawn)))
  }

  @Test func nothingFound() {
    let report = AuditReport(
      document: Sample.text, findings: [], checks: [Check(rule: "r", outcome: .passed, count: 2)])
    #expect(html(report).contains("报表中未发现错误"))
    let unchecked = AuditReport(document: Sample.text, findings: [], checks: [])
    #expect(html(unchecked).contains("没有一项检查能够进行"))
    wellFormed(html(unchecked))
  }

  @Test func anyDocument() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      let report = AuditReport(
        document: Sample.random(using: &random), findings: Sample.report.findings, checks: Sample.report.checks)
      wellFormed(html(report, .pages(ReportHTMLTests.drawn)))
    }
  }
}
