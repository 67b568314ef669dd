import Disclosure
import Testing

@testable import Audit

@Suite struct NumberTests {
  @Test(
    arguments: [
      ([1, 2, 3, 4], []),
      ([1, 2, 9, 4], ["9→3"]),
      ([1, 2, 2, 4], ["2→3"]),
      ([1, 2, 8, 9, 5], ["8→3", "9→4"]),
      ([5, 2, 3], ["5→1"]),
      // Rows left out, or numbers that begin elsewhere, are no misprints.
      ([1, 2, 23, 24, 25], []),
      ([31, 32, 33], []),
      ([1, 2, nil, 4], []),
      ([1, 2, nil, 3], []),
      ([1, 2, 9], []),
      ([nil, nil], []),
      ([], []),
      ([1, 3, 5, 7], []),
    ] as [([Int?], [String])])
  func sequences(numbers: [Int?], expected: [String]) {
    let sequence = NumberSequence(numbers, before: 0)
    #expect(sequence.misprints.map { "\($0.printed)→\($0.meant)" } == expected)
  }

  private func sides(_ left: [Int?], _ right: [Int?]) -> AuditReport {
    let rows = { (numbers: [Int?]) in numbers.map { Make.line($0, nil, "第\($0 ?? 0)项", "1.00") } }
    return AuditReport(
      Make.table(
        "incomeExpenditureSummary", Make.section("income", "final", rows(left)),
        Make.section("expenditure", "final", rows(right))))
  }

  @Test func aMisprintNamesBothNumbers() throws {
    let report = sides([1, 2, 3], [27, 28, 39, 30, 31])
    let finding = try #require(report.findings("lineNumbers.sequence").first)
    #expect(report.findings("lineNumbers.sequence").count == 1)
    #expect(finding.severity == .warning)
    for words in ["行次", "39", "29", "28、30"] { #expect(finding.message.contains(words)) }
    #expect(finding.evidence.first?.text == "39")
  }

  @Test func theRightSideContinuesTheLeft() {
    #expect(sides([1, 2, 3], [4, 5, 6]).findings.isEmpty)
    #expect(sides([1, 2, 3], [1, 2, 3]).findings.isEmpty)
    #expect(sides([1, 2, 3], [14, 5, 6]).findings.first?.message.contains("应为4") ?? false)
    #expect(sides([1, 2, 13], [4, 5, 6]).findings.first?.message.contains("应为3") ?? false)
  }

  @Test func columnNumbersToo() {
    let report = { (numbers: String) in
      AuditReport(Make.table("expenditure", Make.section(nil, numbers, Make.total("3.00", "1.00", "2.00", ""))))
    }
    #expect(report("total=1 basic=2 project=3 business=4").findings.isEmpty)
    let finding = report("total=1 basic=2 project=5 business=4").findings("columnNumbers.sequence").first
    #expect(finding?.message.contains("栏次印为5") ?? false)
    #expect(finding?.message.contains("应为3") ?? false)
  }
}
