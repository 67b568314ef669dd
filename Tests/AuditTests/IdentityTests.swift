import Audit
import Disclosure
import PageContent
import Testing

@Suite struct IdentityTests {
  private func summary(_ rows: FormTable.Row..., unit: MonetaryUnit? = .tenThousandYuan) -> FormTable {
    Make.table("incomeExpenditureSummary", unit: unit, Make.section("income", "final", rows))
  }

  private func income(_ total: String, unit: MonetaryUnit? = .tenThousandYuan) -> FormTable {
    Make.table("income", unit: unit, Make.section(nil, "total", Make.total(total)))
  }

  @Test(arguments: [
    ("10.00", Check.Outcome.passed), ("10.01", .rounding), ("10.02", .failed), ("", .failed), ("XX", .notEvaluable),
  ])
  func oneFigureInTwoTables(other: String, expected: Check.Outcome) {
    let report = AuditReport(summary(Make.line(nil, "currentTotal", "本年收入合计", "10.00")), income(other))
    #expect(report.count("identity.income.currentTotal", expected) == 1)
  }

  @Test func findingNamesBothTables() throws {
    let report = AuditReport(summary(Make.line(nil, "currentTotal", "本年收入合计", "10.00")), income("12.00"))
    let finding = try #require(report.findings("identity.income.currentTotal").first)
    #expect(finding.message.contains("《收入支出决算总表》"))
    #expect(finding.message.contains("《收入决算表》"))
    #expect(finding.evidence.map { $0.location?.page } == [2, 3])
    #expect(finding.difference == "-2.00")
  }

  @Test func differentUnitsAreComparedInYuan() {
    let row = Make.line(nil, "currentTotal", "本年收入合计", "10.00")
    #expect(
      AuditReport(summary(row), income("100000.00", unit: .yuan)).count("identity.income.currentTotal", .passed) == 1)
    let near = AuditReport(summary(row), income("100049.99", unit: .yuan))
    #expect(near.findings("identity.income.currentTotal").first?.severity == .info)
    #expect(near.findings("identity.income.currentTotal").first?.tolerance == "100")
    let far = AuditReport(summary(row), income("100100.01", unit: .yuan))
    #expect(far.findings("identity.income.currentTotal").first?.severity == .error)
    #expect(far.findings("identity.income.currentTotal").first?.message.contains("元") ?? false)
  }

  /// 收支总表 with what is carried on, and 支出总表 with one total.
  private func budget(_ current: String, _ closing: String, _ total: String, listed: String) -> AuditReport {
    AuditReport(
      Make.table(
        "budgetSummary",
        Make.section(
          "expenditure", "budget", Make.line(nil, "currentTotal", "本年支出合计", current),
          Make.line(nil, "closingCarryOver", "结转下年", closing), Make.line(nil, "total", "支出总计", total))),
      Make.table("budgetExpenditure", Make.section(nil, "total", Make.total(listed))))
  }

  @Test(arguments: [("12.00", Check.Outcome.passed), ("10.00", .passed), ("11.00", .failed)])
  func aTableEndsAtEitherTotal(listed: String, expected: Check.Outcome) {
    #expect(
      budget("10.00", "2.00", "12.00", listed: listed).count("identity.budgetExpenditure.total", expected) == 1)
  }

  @Test func aDifferenceThatIsALineBesideTheTotalAccusesNobody() {
    let report = budget("12.00", "3.00", "12.00", listed: "9.00")
    #expect(report.findings("identity.budgetExpenditure.total").isEmpty)
    #expect(report.reasons("identity.budgetExpenditure.total").contains { $0.contains("结转下年") })
  }

  @Test(arguments: [("7.00", Check.Outcome.passed), ("3.00", .passed), ("8.00", .notEvaluable)])
  func aClassListedUnitByUnitIsTheSumOfItsBlocks(summary: String, expected: Check.Outcome) {
    let report = AuditReport(
      Make.table(
        "budgetSummary", Make.section("expenditure", "budget", Make.line(nil, "function.205", "教育支出", summary))),
      Make.table(
        "budgetExpenditure",
        Make.section(
          nil, "total", Make.coded("205", "教育支出", "3.00"), Make.coded("205", "教育支出", "4.00"))))
    #expect(report.count("identity.budgetExpenditure.classes", expected) == 1)
    #expect(report.findings("identity.budgetExpenditure.classes").isEmpty)
  }

  @Test func tablesWithoutUnitCannotBeCompared() {
    let report = AuditReport(
      summary(Make.line(nil, "currentTotal", "本年收入合计", "10.00")), income("12.00", unit: nil))
    #expect(report.count("identity.income.currentTotal", .notEvaluable) == 1)
  }

  @Test func missingFormOrRowIsSaid() {
    let row = Make.line(nil, "currentTotal", "本年收入合计", "10.00")
    let form = AuditReport(summary(row), missing: ["income"])
    #expect(form.reasons("identity.income.currentTotal") == ["缺少《收入决算表》"])
    let line = AuditReport(summary(Make.line(nil, "other", "八、其他收入", "1.00")), income("10.00"))
    #expect(line.count("identity.income.currentTotal", .notEvaluable) == 1)
    #expect(AuditReport(summary(row)).count("identity.income.currentTotal", .notApplicable) == 1)
  }

  private func appropriations(fund: String) -> FormTable {
    Make.table(
      "appropriationSummary",
      Make.section(
        "expenditure", "total generalBudget governmentFund",
        Make.line(nil, "function.201", "一、一般公共服务支出", "10.00", "10.00", ""),
        Make.line(nil, "function.212", "十一、城乡社区支出", fund, "", fund),
        Make.line(nil, "currentTotal", "本年支出合计", "", "10.00", fund)))
  }

  @Test func anEmptyTableAgainstAFigureIsAnError() throws {
    for status in [FormTable.Status.declaredEmpty, .blank] {
      let report = AuditReport(appropriations(fund: "3.00"), Make.table("governmentFund", status: status))
      let finding = try #require(report.findings("identity.governmentFund.currentTotal").first)
      #expect(finding.severity == .error)
      #expect(finding.message.contains("3.00"))
      #expect(finding.evidence.last?.table == "政府性基金预算财政拨款收入支出决算表")
      #expect(report.findings("identity.governmentFund.classes").isEmpty)
    }
  }

  @Test func anEmptyTableAgainstNothingIsFine() {
    let report = AuditReport(appropriations(fund: ""), Make.table("governmentFund", status: .declaredEmpty))
    #expect(report.count("identity.governmentFund.currentTotal", .notApplicable) == 1)
  }

  @Test func classesArePairedByCode() {
    let rule = "identity.generalBudget.classes"
    let table = { (rows: [FormTable.Row]) in
      Make.table("generalBudgetExpenditure", Make.section(nil, "total basic project", rows))
    }
    let same = AuditReport(appropriations(fund: ""), table([Make.coded("201", "一般公共服务支出", "10.00", "10.00", "")]))
    #expect(same.count(rule, .passed) == 1)
    let other = AuditReport(appropriations(fund: ""), table([Make.coded("201", "一般公共服务支出", "11.00", "11.00", "")]))
    #expect(other.count(rule, .failed) == 1)
    let absent = AuditReport(appropriations(fund: ""), table([Make.coded("208", "社会保障和就业支出", "10.00", "10.00", "")]))
    #expect(absent.findings(rule).first?.message.contains("未列201类") ?? false)
    #expect(absent.reasons(rule).contains { $0.contains("208") })
    // Where the classes fall short of the table's own total, not all of its rows are there.
    let cut = AuditReport(
      appropriations(fund: ""),
      table([Make.total("10.00", "10.00", ""), Make.coded("208", "社会保障和就业支出", "4.00", "4.00", "")]))
    #expect(cut.findings(rule).isEmpty && cut.reasons(rule).contains { $0.contains("不足其合计") })
  }

  @Test func theWholeCountsWithoutItsParts() {
    let rule = "identity.income.fiscalAppropriation"
    let table = Make.table("income", Make.section(nil, "total fiscalAppropriation", Make.total("10.00", "10.00")))
    let whole = summary(
      Make.line(nil, "fiscalAppropriation", "一、财政拨款收入", "10.00"), Make.line(nil, "generalBudget", "1.一般公共预算", "9.00"),
      Make.line(nil, "governmentFund", "2.政府性基金", "1.00"))
    #expect(AuditReport(whole, table).count(rule, .passed) == 1)
    let parts = summary(
      Make.line(nil, "generalBudget", "一、一般公共预算", "9.00"), Make.line(nil, "governmentFund", "二、政府性基金", "2.00"))
    #expect(AuditReport(parts, table).count(rule, .failed) == 1)
  }

  @Test func basicExpenditureIsBothPartialTotals() {
    let basic = Make.table(
      "generalBudgetBasicExpenditure",
      Make.section("personnel", "final", Make.line(nil, "personnelTotal", "人员经费合计", "10.00")),
      Make.section("public", "final", Make.line(nil, "runningTotal", "公用经费合计", "5.00")))
    let table = { (amount: String) in
      Make.table("generalBudgetExpenditure", Make.section(nil, "total basic project", Make.total(amount, amount, "")))
    }
    #expect(AuditReport(table("15.00"), basic).count("identity.basic.total", .passed) == 1)
    #expect(AuditReport(table("16.00"), basic).count("identity.basic.total", .failed) == 1)
  }

  @Test func expenditureOfAllFundsIsNotComparedWithTheGeneralBudgets() {
    let columns = "total basic project"
    let report = AuditReport(
      Make.table("expenditure", Make.section(nil, columns, Make.total("20.00", "12.00", "8.00"))),
      Make.table("generalBudgetExpenditure", Make.section(nil, columns, Make.total("15.00", "10.00", "5.00"))))
    #expect(report.findings.isEmpty)
  }

  @Test func oneContradictionIsToldOnce() {
    let report = AuditReport(
      Make.table(
        "expenditure", notes: ["1栏各行=（2+3）栏各行。"],
        Make.section(nil, "total=1 basic=2 project=3", Make.total("20.00", "12.00", "7.00"))))
    #expect(report.findings.count == 1)
    #expect(report.count("formula.column", .failed) == 1)
    #expect(report.count("sum.expenditure.columns", .failed) == 1)
  }

  /// 30217 in the basic expenditure beside 公务接待费 of the 三公 table.
  private func receptions(_ basic: String, _ all: String) -> AuditReport {
    AuditReport(
      Make.table("generalBudgetBasicExpenditure", Make.section("public", "final", Make.coded("30217", "公务接待费", basic))),
      Make.table(
        "threePublicExpenses",
        Make.section(
          nil, "final.total final.abroad final.vehicles final.receptions", Make.row(.item, "", ["9.00", "", "", all]))))
  }

  @Test(arguments: ["0.30", "8.20"])
  func aPartIsNotMoreThanItsWhole(whole: String) {
    #expect(receptions("8.31", whole).count("identity.basicPart.receptions", .failed) == 1)
    #expect(receptions(whole, "8.31").findings("identity.basicPart.receptions").isEmpty)
    #expect(receptions(whole, whole).count("identity.basicPart.receptions", .passed) == 1)
  }
}
