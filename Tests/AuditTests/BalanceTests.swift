import Audit
import Disclosure
import PageContent
import Testing

/// Sums of figures, by the rule for the columns of 支出决算表: total = basic + project.
@Suite struct BalanceTests {
  private static let rule = "sum.expenditure.columns"

  private func report(
    _ total: String, _ basic: String, _ project: String, unit: MonetaryUnit? = .tenThousandYuan
  ) -> AuditReport {
    AuditReport(
      Make.table(
        "expenditure", unit: unit, Make.section(nil, "total basic project", Make.total(total, basic, project))))
  }

  private func outcome(_ total: String, _ basic: String, _ project: String) -> Check.Outcome? {
    let report = report(total, basic, project)
    return Check.Outcome.allCases.first { report.count(Self.rule, $0) > 0 }
  }

  @Test(arguments: [
    ("30.00", "10.00", "20.00", Check.Outcome.passed),
    // Three published figures: three half units.
    ("30.01", "10.00", "20.00", .rounding),
    ("30.02", "10.00", "20.00", .failed),
    ("29.99", "10.00", "20.00", .rounding),
    ("29.98", "10.00", "20.00", .failed),
    // A blank part is not published, so two half units.
    ("10.01", "10.00", "", .rounding),
    ("10.02", "10.00", "", .failed),
    ("10.01", "10.00", "0.00", .rounding),
    // The coarsest figure decides.
    ("30", "10.40", "20.40", .rounding),
    ("30", "10.40", "21.40", .failed),
    ("30.6", "10.40", "20.40", .failed),
    ("30.65", "10.4", "20.4", .rounding),
    // A zero is no coarse figure.
    ("10.03", "10.00", "0", .failed),
    ("1,030.00", "1,010.00", "20.00", .passed),
    ("-5.00", "10.00", "-15.00", .passed),
    ("30.000000", "10", "20.0", .passed),
    // Nothing, in its three prints.
    ("", "", "", .notApplicable),
    ("-", "—", "", .notApplicable),
    ("0.00", "", "", .passed),
    ("", "0.00", "", .passed),
    ("", "10.00", "20.00", .failed),
    ("—", "10.00", "20.00", .failed),
    ("0.00", "10.00", "20.00", .failed),
    ("", "0.01", "", .failed),
    ("0.00", "0.01", "", .rounding),
    ("", "10.00", "-10.00", .passed),
    ("30.00", "", "", .failed),
    ("30.00", "XX", "20.00", .notEvaluable),
    ("XX", "10.00", "20.00", .notEvaluable),
  ])
  func sumsOfFigures(total: String, basic: String, project: String, expected: Check.Outcome) {
    #expect(outcome(total, basic, project) == expected)
  }

  /// A figure of the row that belongs to no column may be what a blank cell lacks.
  @Test func aBlankBesideAStrayFigureIsNotWeighed() {
    var document = Make.document([
      Make.table("expenditure", Make.section(nil, "total basic project", Make.total("30.00", "10.00", "")))
    ])
    #expect(Auditor.report(on: document).count(Self.rule, .failed) == 1)
    let row = document.tables[0].sections[0].rows[0]
    document.problems.append(Problem(kind: .strayFigure, detail: "20.00", location: row.location))
    #expect(Auditor.report(on: document).count(Self.rule, .failed) == 0)
    #expect(Auditor.report(on: document).count(Self.rule, .notEvaluable) == 1)
  }

  /// An item whose code and figures were not read may be what a total has more than its classes.
  @Test func aListWithAStrayItemIsNotAddedUp() {
    var document = Make.document([
      Make.table(
        "expenditure",
        Make.section(
          nil, "total", Make.total("30.00"), Make.coded("201", "一般公共服务支出", "20.00"),
          Make.line(nil, nil, "其他支出", "")))
    ])
    document.tables[0].sections[0].rows[2].location = Make.place(2, 40, 0)
    #expect(Auditor.report(on: document).count("hierarchy.functional.total", .failed) == 1)
    document.problems.append(Problem(kind: .strayFigure, detail: "10.00", location: Make.place(2, 40, 5)))
    #expect(Auditor.report(on: document).count("hierarchy.functional.total", .notEvaluable) == 1)
    #expect(Auditor.report(on: document).findings.allSatisfy { $0.severity != .error })
  }

  /// 546 beside 109.82 is exact where the report's tables leave trailing zeros out, and may be rounded where they print them.
  @Test(arguments: [("1.5", 1), ("1.50", 0)])
  func whatOneTableShowsOfDecimalsHoldsForAnother(other: String, findings: Int) {
    func rows(_ figures: [String]) -> [FormTable.Row] { figures.map { Make.line(nil, nil, "某项", $0) } }
    let document = Make.document([
      Make.table("expenditure", Make.section(nil, "total basic project", Make.total("655.22", "546", "109.82"))),
      Make.table(
        "income",
        Make.section(
          nil, "other", rows([other, "2.37", "4.11", "5.23", "6.31", "7.49", "8.53", "9.67", "3.71"]))),
    ])
    #expect(Auditor.report(on: document).findings(Self.rule).filter { $0.severity == .error }.count == findings)
  }

  @Test func failureShowsEveryFigureAndItsPlace() throws {
    let report = report("1,030.00", "1,010.00", "19.00")
    let finding = try #require(report.findings(Self.rule).first)
    #expect(finding.severity == .error)
    #expect(finding.expected == "1029.00")
    #expect(finding.actual == "1030.00")
    #expect(finding.difference == "1.00")
    #expect(finding.tolerance == "0.015")
    #expect(finding.evidence.map(\.text) == ["1,030.00", "1,010.00", "19.00"])
    #expect(finding.evidence.map(\.location) == [Make.place(2, 1, 1), Make.place(2, 1, 2), Make.place(2, 1, 3)])
    #expect(finding.evidence[1].column == "栏basic")
    #expect(finding.evidence[0].table == "支出决算表")
    for words in ["《支出决算表》", "合计", "1,030.00万元", "1029.00万元", "相差1.00万元"] {
      #expect(finding.message.contains(words), "\(finding.message)")
    }
  }

  @Test func roundingIsOnlyTold() throws {
    let report = report("30.01", "10.00", "20.00")
    let finding = try #require(report.findings(Self.rule).first)
    #expect(finding.severity == .info)
    #expect(finding.difference == "0.01")
    #expect(finding.tolerance == "0.015")
    #expect(report.count(of: Check.Outcome.failed) == 0)
  }

  @Test func unreadableFigureIsNamed() {
    let reasons = report("30.00", "XX", "20.00").reasons(Self.rule)
    #expect(reasons.count == 1)
    #expect(reasons.first?.contains("XX") ?? false)
  }

  @Test func oneTableNeedsNoUnit() {
    #expect(report("31.00", "10.00", "20.00", unit: nil).findings(Self.rule).first?.severity == .error)
  }

  @Test func trailingZerosLeftOutAreNoCoarseness() {
    let rows = (1...6).map { Make.coded("20\($0)", "某类支出", "3\($0).5", "1\($0).25", "20.25") }
    let wrong = Make.coded("229", "其他支出", "31", "10.5", "20.31")
    let report = AuditReport(Make.table("expenditure", Make.section(nil, "total basic project", rows + [wrong])))
    #expect(report.count(Self.rule, .passed) == 6)
    #expect(report.findings(Self.rule).first?.severity == .error)
    #expect(report.findings(Self.rule).first?.tolerance == "0.015")
  }

  @Test func absurdlyLongNumbersAreNotReckonedWith() {
    let report = report("0.00000000000000000000001", "99999999999999999999999", "1.00")
    #expect(report.count(Self.rule, .notEvaluable) == 1)
  }
}
