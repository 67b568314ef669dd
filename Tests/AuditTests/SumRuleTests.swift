import Audit
import Disclosure
import Testing

@Suite struct SumRuleTests {
  @Test func columnsInsideAnotherAreNotParts() {
    let report = AuditReport(
      Make.table(
        "income",
        Make.section(
          nil, "total fiscalAppropriation generalBudget publicService publicService.educationFees",
          Make.total("30.00", "10.00", "10.00", "20.00", "5.00"))))
    #expect(report.count("sum.income.columns", .passed) == 1)
  }

  @Test func partsStandForTheirWholeWhereItIsNotPrinted() {
    let sum = { (total: String) in
      AuditReport(
        Make.table(
          "income",
          Make.section(nil, "total generalBudget governmentFund other", Make.total(total, "10.00", "5.00", "1.00"))))
    }
    #expect(sum("16.00").count("sum.income.columns", .passed) == 1)
    #expect(sum("26.00").count("sum.income.columns", .failed) == 1)
  }

  @Test func aColumnOfUnknownWordingMayBeAPart() {
    let report = AuditReport(
      Make.table(
        "expenditure", Make.section(nil, "total basic project ?某项支出", Make.total("31.00", "10.00", "20.00", "1.00"))))
    #expect(report.findings.isEmpty)
    #expect(report.reasons("sum.expenditure.columns").contains { $0.contains("某项支出") })
  }

  /// 合计, 基本支出, 项目支出, 事业单位经营支出 in three rows of a budget.
  private func expenditure(_ rows: [[String]]) -> AuditReport {
    AuditReport(
      Make.table(
        "budgetExpenditure",
        Make.section(nil, "total basic project business", rows.map { Make.row(.item, "某科目", $0) })))
  }

  @Test func aColumnThatEveryRowContainsIsNoPart() {
    let report = expenditure([
      ["30.00", "10.00", "20.00", "5.00"], ["8.00", "8.00", "", ""], ["7.00", "4.00", "3.00", "3.00"],
    ])
    #expect(report.count("sum.budgetExpenditure.columns", .passed) == 3)
    #expect(report.findings("sum.budgetExpenditure.columns").isEmpty)
  }

  @Test func aColumnThatSomeRowsAddIsAPart() {
    let report = expenditure([
      ["35.00", "10.00", "20.00", "5.00"], ["9.00", "4.00", "3.00", "2.00"], ["7.00", "4.00", "3.00", "3.00"],
    ])
    #expect(report.count("sum.budgetExpenditure.columns", .failed) == 1)
  }

  @Test func aRowThatNoReadingExplainsIsFoundBesideContainedColumns() {
    let report = expenditure([
      ["30.00", "10.00", "20.00", "5.00"], ["9.00", "8.00", "", ""], ["7.00", "4.00", "3.00", "3.00"],
    ])
    #expect(report.count("sum.budgetExpenditure.columns", .failed) == 1)
    #expect(report.findings("sum.budgetExpenditure.columns").first?.expected == "8.00")
  }

  @Test func figuresCutByTheWidthOfTheirCellAreNoFinerThanTheySay() {
    let report = expenditure([
      ["471378843.3", "435368661.1", "36010182.22", ""], ["12.5", "8.25", "4.25", ""], ["9", "4.5", "4.5", ""],
    ])
    #expect(report.findings("sum.budgetExpenditure.columns").allSatisfy { $0.severity == .info })
  }

  @Test func aDifferenceNeedsAllItsColumns() {
    let columns = "opening income total basic project closing"
    let whole = AuditReport(
      Make.table(
        "governmentFund", Make.section(nil, columns, Make.total("5.00", "10.00", "12.00", "2.00", "10.00", "4.00"))))
    #expect(whole.count("sum.governmentFund.carryOver", .failed) == 1)
    #expect(whole.findings("sum.governmentFund.carryOver").first?.expected == "3.00")
    let partial = AuditReport(
      Make.table("governmentFund", Make.section(nil, "income total closing", Make.total("10.00", "12.00", "4.00"))))
    #expect(partial.findings("sum.governmentFund.carryOver").isEmpty)
  }

  @Test func threePublicExpensesByColumnsAndByRows() {
    let columns = AuditReport(
      Make.table(
        "threePublicExpenses",
        Make.section(
          nil,
          "final.total final.abroad final.vehicles final.vehicles.purchase final.vehicles.operation final.receptions",
          Make.row(.item, "", ["9.00", "1.00", "5.00", "", "5.00", "2.00"]))))
    #expect(columns.count("sum.threePublicExpenses.finalParts", .failed) == 1)
    #expect(columns.count("sum.threePublicExpenses.finalVehicles", .passed) == 1)
    let rows = AuditReport(
      Make.table(
        "threePublicExpenses",
        Make.section(
          nil, "budget final ?完成率%", Make.line(nil, "total", "合计", "8.00", "7.00", "88"),
          Make.line(nil, "abroad", "1.因公出国（境）费", "1.00", "", ""),
          Make.line(nil, "vehicles", "2.公务用车购置及运行费", "5.00", "5.00", "100"),
          Make.line(nil, "vehicles.purchase", "（1）公务用车购置费", "", "", ""),
          Make.line(nil, "vehicles.operation", "（2）公务用车运行费", "5.00", "5.00", "100"),
          Make.line(nil, "receptions", "3.公务接待费", "2.00", "1.00", "50"))))
    #expect(rows.count("lines.threePublicExpenses.parts", .passed) == 1)
    #expect(rows.count("lines.threePublicExpenses.parts", .failed) == 1)
    #expect(rows.count("lines.threePublicExpenses.vehicles", .passed) == 2)
  }

  @Test func partsOfATotalMayBeMarkedAsOfWhich() {
    let rule = "lines.budgetThreePublicExpenses.vehicles"
    func report(purchase: String) -> AuditReport {
      AuditReport(
        Make.table(
          "budgetThreePublicExpenses",
          Make.section(
            nil, "budget", Make.line(nil, "vehicles", "3、公务用车购置及运行费", "9.00"),
            Make.line(nil, "vehicles.purchase", "其中：（1）公务用车购置费", purchase, isOfWhich: true),
            Make.line(nil, "vehicles.operation", "（2）公务用车运行费", "6.00"))))
    }
    #expect(report(purchase: "3.00").count(rule, .passed) == 1)
    #expect(report(purchase: "2.00").findings(rule).first?.expected == "8.00")
  }

  private func summary(_ rows: FormTable.Row...) -> AuditReport {
    AuditReport(Make.table("incomeExpenditureSummary", Make.section("income", "final", rows)))
  }

  @Test func linesAddUp() {
    let rule = "lines.incomeExpenditureSummary.incomeSum"
    let total = Make.line(3, "currentTotal", "本年收入合计", "12.00", role: .subtotal)
    let general = Make.line(1, "generalBudget", "一、一般公共预算财政拨款收入", "10.00")
    #expect(summary(general, Make.line(2, "other", "八、其他收入", "2.00"), total).count(rule, .passed) == 1)
    let wrong = summary(general, Make.line(2, "other", "八、其他收入", "2.50"), total)
    #expect(wrong.findings(rule).first?.severity == .error)
    #expect(wrong.findings(rule).first?.evidence.first?.row == "本年收入合计")
  }

  @Test func ofWhichRowsAndPartsOfThePrintedWholeAreNotAddedAgain() {
    let report = summary(
      Make.line(1, "fiscalAppropriation", "一、财政拨款收入", "10.00"),
      Make.line(2, "generalBudget", "1.一般公共预算", "8.00"), Make.line(3, "governmentFund", "2.政府性基金预算", "2.00"),
      Make.line(4, "publicService", "二、事业收入", "3.00"),
      Make.line(5, "other", "其中：捐赠", "1.00", isOfWhich: true),
      Make.line(6, "currentTotal", "本年收入合计", "13.00", role: .subtotal))
    #expect(report.count("lines.incomeExpenditureSummary.incomeSum", .passed) == 1)
  }

  @Test func aLineOfUnknownWordingMayBeAPart() {
    let rule = "lines.incomeExpenditureSummary.incomeSum"
    let known = Make.line(1, "generalBudget", "一、一般公共预算财政拨款收入", "10.00")
    let total = Make.line(3, "currentTotal", "本年收入合计", "12.00", role: .subtotal)
    #expect(summary(known, Make.line(2, nil, "二、某项收入", "2.00"), total).count(rule, .passed) == 1)
    let open = summary(known, Make.line(2, nil, "二、某项收入", "1.00"), total)
    #expect(open.findings(rule).isEmpty)
    #expect(open.reasons(rule).contains { $0.contains("某项收入") })
  }

  @Test func everyClassBelongsToTheExpenditureTotal() {
    let report = AuditReport(
      Make.table(
        "incomeExpenditureSummary",
        Make.section(
          "expenditure", "final", Make.line(nil, "function.201", "一、一般公共服务支出", "7.00"),
          Make.line(nil, "function.208", "八、社会保障和就业支出", "2.00"),
          Make.line(nil, "currentTotal", "本年支出合计", "9.50", role: .subtotal),
          Make.line(nil, "closingCarryOver", "年末结转和结余", "0.50"), Make.line(nil, "total", "总计", "10.00", role: .total))))
    #expect(report.count("lines.incomeExpenditureSummary.expenditureSum", .failed) == 1)
    #expect(report.count("lines.incomeExpenditureSummary.expenditureTotal", .passed) == 1)
  }

  /// 本年收入合计 with 上级补助收入 below it.
  private func summary(_ total: String) -> AuditReport {
    AuditReport(
      Make.table(
        "budgetSummary",
        Make.section(
          "income", "budget", Make.line(nil, "fiscalAppropriation", "财政拨款收入", "30.00"),
          Make.line(nil, "other", "其他收入", "2.00"),
          Make.line(nil, "currentTotal", "本年收入合计", "32.00", role: .subtotal),
          Make.line(nil, "superiorSubsidies", "上级补助收入", "5.00"),
          Make.line(nil, "total", "收入总计", total, role: .total))))
  }

  @Test func aLineBelowASumBelongsToTheNextOne() {
    #expect(summary("37.00").findings.filter { $0.rule.hasPrefix("lines.") }.isEmpty)
    #expect(summary("36.00").count("lines.budgetSummary.incomeTotal", .failed) == 1)
  }
}
