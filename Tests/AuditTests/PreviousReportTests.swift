import Audit
import Disclosure
import Testing

@Suite struct PreviousReportTests {
  private func mismatch(_ changes: (String, String)...) throws -> PreviousReport.Mismatch? {
    let text = changes.reduce(SoundReport.previous) { $0.replacing($1.0, with: $1.1) }
    let document = try SoundReport.document(SoundReport.text)
    let previous = try SoundReport.document(text)
    do throws(PreviousReport.Mismatch) {
      _ = try PreviousReport(previous, before: document)
      return nil
    } catch {
      return error
    }
  }

  @Test func theReportOfTheYearBefore() throws {
    #expect(try mismatch() == nil)
    #expect(try mismatch(("某某市水务局", "水务局")) == nil)
  }

  @Test func anotherReport() throws {
    #expect(try mismatch(("2023年", "2022年")) == .otherYear(is: 2022, expected: 2023))
    #expect(try mismatch(("2023年", "2024年")) == .otherYear(is: 2024, expected: 2023))
    #expect(try mismatch(("水务局", "林业局")) == .otherDepartment(is: "某某市林业局", expected: "某某市水务局"))
  }

  @Test func withoutLastYearsReportNothingApplies() throws {
    let report = Auditor.report(on: try SoundReport.document(SoundReport.text))
    #expect(report.previous == nil)
    for id in ["previous.opening", "previous.quote", "previous.change", "previous.rate"] {
      #expect(report.reasons(id) == ["未提供上年报告"])
      #expect(report.count(id, .notApplicable) == 1)
    }
  }

  @Test func figuresOfLastYearHaveNoPlaceInThisReport() throws {
    let text = SoundReport.text.replacing("2023年决算数为3.00万元", with: "2023年决算数为3.30万元")
    let finding = try #require(try SoundReport.report(on: text).findings("previous.quote").first)
    #expect(finding.severity == .warning)
    #expect(finding.expected == "3.00")
    #expect(finding.evidence.map { $0.location != nil } == [true, false])
    #expect(finding.evidence.last?.table?.hasPrefix("上年报告") ?? false)
  }

  private func fund(_ year: Int, opening: String, closing: String) -> DisclosedDocument {
    var document = Make.document([
      Make.table(
        "governmentFund",
        Make.section(
          nil, "opening income total closing", Make.total(opening, "", "", closing),
          Make.coded("2120803", "城市建设支出", opening, "", "", closing)))
    ])
    document.fiscalYear = year
    return document
  }

  @Test func openingBalancesByCode() throws {
    let document = fund(2021, opening: "5.00", closing: "5.00")
    func findings(closing: String) throws -> [Finding] {
      let previous = try PreviousReport(fund(2020, opening: "9.00", closing: closing), before: document)
      return Auditor.report(on: document, previous: previous).findings("previous.opening")
    }
    #expect(try findings(closing: "5.00").isEmpty)
    #expect(try findings(closing: "5.004").map(\.severity) == [.info, .info])
    let wrong = try findings(closing: "4.00")
    #expect(wrong.count == 2)
    #expect(wrong.contains { $0.message.contains("2120803") && $0.message.contains("4.00") })
  }
}
