import Audit
import Disclosure
import Report
import Testing

@Suite struct DisclosureReportTests {
  @Test func whatIsReadBackIsWhatWasWritten() throws {
    let report = try ReportJSONReader.report(from: ReportJSON.encode(Sample.report), on: Sample.document)
    #expect(report.disclosure == Sample.report.disclosure)
    #expect(!report.disclosure.isEmpty)
  }

  /// Reports of earlier versions have no checklist.
  @Test func aReportWithoutItIsRead() throws {
    var report = Sample.report
    report.disclosure = []
    let json = ReportJSON.encode(report).replacing(",\n  \"disclosure\": []", with: "")
    #expect(try ReportJSONReader.report(from: json, on: Sample.document).disclosure.isEmpty)
  }

  @Test(arguments: [
    (#""status": "declaredEmpty""#, #""status": "empty""#), (#""duty": "gradual""#, #""duty": "never""#),
    (#""name": "部门职责", "#, ""),
  ])
  func aBrokenOneIsRefused(printed: String, broken: String) {
    let json = ReportJSON.encode(Sample.report).replacing(printed, with: broken)
    #expect(throws: (any Error).self) { try ReportJSONReader.report(from: json, on: Sample.document) }
  }

  @Test func thePageShowsWhatIsMissingFirst() throws {
    let html = String(decoding: ReportHTML(version: "1").render(Sample.report), as: UTF8.self)
    let section = try #require(html.range(of: "<section id=\"disclosure\">"))
    let rest = html[section.upperBound...]
    let first = try #require(rest.range(of: "支出决算表"))
    let folded = try #require(rest.range(of: "全部事项（7）"))
    #expect(first.lowerBound < folded.lowerBound)
    for words in ["应公开 5 项", "某法第一条；某规程", "未读出（文字说明不在本文件）", "第 8 页", "没有政府性基金", "某规程（逐步公开）"] {
      #expect(rest.contains(words), "\(words)")
    }
  }

  @Test func withoutItNothingIsShown() {
    var report = Sample.report
    report.disclosure = []
    #expect(!ReportText().render(report).contains("公开内容核对"))
    #expect(!String(decoding: ReportHTML(version: "1").render(report), as: UTF8.self).contains("公开内容核对"))
  }

  @Test func thePlaceThatLacksItIsShown() {
    var report = Sample.report
    report.disclosure[2].location = Sample.box(9, 1, 1, 2, 2)
    report.disclosure[2].text = "某表"
    #expect(ReportText().render(report).contains("· 缺：支出决算表　第 9 页 某表　[某法第一条；某规程]"))
  }
}
