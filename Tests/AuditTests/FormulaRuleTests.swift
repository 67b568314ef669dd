import Audit
import Disclosure
import Testing

@Suite struct FormulaRuleTests {
  /// A two-sided table: income lines 1 to 3, expenditure lines 4 to 9, of which 7 is their total.
  private func table(_ notes: String..., total: String = "6.00", last: String = "2.00") -> FormTable {
    Make.table(
      "appropriationSummary", notes: notes,
      Make.section(
        "income", "final=1", Make.line(1, nil, "甲收入", "4.00"), Make.line(2, nil, "乙收入", "2.00"),
        Make.line(3, nil, "收入合计", "6.00", role: .subtotal)),
      Make.section(
        "expenditure", "total=2 generalBudget=3", Make.line(4, nil, "甲支出", "4.00", "4.00"),
        Make.line(5, nil, "", "", ""), Make.line(6, nil, "乙支出", last, "2.00"),
        Make.line(7, nil, "支出合计", total, "6.00", role: .subtotal), Make.line(8, nil, "结转", "", ""),
        Make.line(9, nil, "总计", total, "6.00", role: .total)))
  }

  @Test func lineFormulasHoldInEveryColumn() {
    let report = AuditReport(table("3行=(1+2)行；7行=(4+5+6)行；9行=(7+8)行。"))
    #expect(report.findings.isEmpty)
    #expect(report.count("formula.line", .passed) == 5)
    #expect(report.count("formula.misprint", .passed) == 3)
  }

  @Test func aViolatedLineFormulaIsAnErrorAndQuoted() throws {
    let report = AuditReport(table("7行=(4+5+6)行", total: "7.00"))
    let finding = try #require(report.findings("formula.line").first)
    #expect(report.findings("formula.line").count == 1)
    #expect(finding.severity == .error)
    #expect(finding.message.contains("7行=(4+5+6)行"))
    #expect(finding.actual == "7.00")
    #expect(finding.expected == "6.00")
  }

  @Test func aTotalAmongItsOwnAddendsIsAMisprint() throws {
    let report = AuditReport(table("6行=(4+5+6)行"))
    let finding = try #require(report.findings("formula.misprint").first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("6行=(4+5+6)行"))
    #expect(finding.message.contains("疑为 7 行（支出合计）"))
    #expect(report.findings("formula.line").isEmpty)
    #expect(report.count("formula.line", .notEvaluable) == 1)
    #expect(finding.evidence.first?.location == Make.place(2, 90, 0))
  }

  @Test func numbersThatDoNotExistAreAMisprint() {
    #expect(AuditReport(table("7行=(4+5+60)行")).findings("formula.misprint").first?.message.contains("没有60行") ?? false)
    #expect(AuditReport(table("70行=(4+5+6)行")).findings("formula.misprint").first?.message.contains("疑为 7 行") ?? false)
    #expect(AuditReport(table("2栏=(3+9)栏")).findings("formula.misprint").first?.message.contains("没有9栏") ?? false)
  }

  @Test func aTotalOnTheOtherSideIsAMisprint() {
    let finding = AuditReport(table("3行=(4+5+6)行")).findings("formula.misprint").first
    #expect(finding?.message.contains("另一侧") ?? false)
    #expect(finding?.message.contains("疑为 7 行") ?? false)
  }

  @Test func anItemInPlaceOfTheTotalIsAMisprint() {
    let report = AuditReport(table("8行=(4+5+6)行"))
    #expect(report.findings("formula.misprint").first?.message.contains("疑为 7 行") ?? false)
    #expect(report.findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test func columnFormulasHoldInEveryRow() {
    #expect(AuditReport(table("2栏各行=3栏各行")).count("formula.column", .passed) == 4)
    let wrong = AuditReport(table("2栏各行=3栏各行", last: "3.00"))
    #expect(wrong.findings.filter { $0.severity == .error }.count == 1)
    #expect(wrong.findings.first?.message.contains("乙支出") ?? false)
  }

  @Test func unprintedNumbersCannotBeEvaluated() {
    let report = AuditReport(
      Make.table(
        "expenditure", notes: ["1栏=(2+3)栏"],
        Make.section(nil, "total basic project", Make.total("3.00", "1.00", "2.00"))))
    #expect(report.count("formula.column", .notEvaluable) == 1)
    #expect(report.findings.isEmpty)
  }

  @Test func anEmptyTablesFormulasDoNotApply() {
    let report = AuditReport(
      Make.table("threePublicExpenses", status: .declaredEmpty, notes: ["1栏=（2+3+6）栏；3栏=（4+5）栏。"]))
    #expect(report.findings.isEmpty)
    #expect(report.count("formula.column", .notApplicable) == 2)
  }

  @Test func aMisprintedLineNumberIsReadAsMeant() {
    let rows = { (second: Int) in
      Make.table(
        "incomeExpenditureSummary", notes: ["4行=(1+2+3)行"],
        Make.section(
          "income", "final", Make.line(1, nil, "甲", "1.00"), Make.line(second, nil, "乙", "2.00"),
          Make.line(3, nil, "丙", "3.00"), Make.line(4, nil, "收入合计", "6.00", role: .subtotal)))
    }
    for number in [2, 12, 4] {
      let report = AuditReport(rows(number))
      #expect(report.count("formula.line", .passed) == 1)
      #expect(report.findings("lineNumbers.sequence").count == (number == 2 ? 0 : 1))
    }
  }

  @Test func sidesThatEachCountFromOneAreToldApart() {
    let report = AuditReport(
      Make.table(
        "incomeExpenditureSummary", notes: ["3行=(1+2)行", "4行=(1+2+3)行"],
        Make.section(
          "income", "final", Make.line(1, nil, "甲", "1.00"), Make.line(2, nil, "乙", "2.00"),
          Make.line(3, nil, "合计", "3.00", role: .subtotal)),
        Make.section(
          "expenditure", "final", Make.line(1, nil, "甲", "1.00"), Make.line(2, nil, "乙", "2.00"),
          Make.line(3, nil, "丙", "2.00"), Make.line(4, nil, "合计", "5.00", role: .subtotal))))
    #expect(report.count("formula.line", .notEvaluable) == 1)
    #expect(report.count("formula.line", .passed) == 1)
    #expect(report.findings.isEmpty)
  }
}
