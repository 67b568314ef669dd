import Audit
import Disclosure
import Testing

@Suite struct HierarchyTests {
  private func report(_ rows: FormTable.Row...) -> AuditReport {
    AuditReport(Make.table("generalBudgetExpenditure", Make.section(nil, "total", rows)))
  }

  @Test func classesDivisionsAndItemsAddUp() {
    let report = report(
      Make.total("15.00"), Make.coded("201", "一般公共服务支出", "10.00"), Make.coded("20106", "财政事务", "10.00"),
      Make.coded("2010601", "行政运行", "6.00"), Make.coded("2010602", "一般行政管理事务", "4.00"),
      Make.coded("210", "卫生健康支出", "5.00"))
    #expect(report.findings.isEmpty)
    #expect(report.count("hierarchy.functional", .passed) == 2)
    #expect(report.count("hierarchy.functional.total", .passed) == 1)
  }

  /// 3021101 in place of 30211, with its code in a column of its own or before the name; units one after the other.
  @Test(arguments: [("5.00", 0), ("6.00", 1)])
  func localDetailsStandForTheirDivision(detail: String, findings: Int) {
    func rows(_ coded: FormTable.Row) -> [FormTable.Row] {
      [
        Make.total("30.00"), Make.coded("302", "商品和服务支出", "15.00"), Make.coded("30201", "办公费", "10.00"), coded,
        Make.coded("302", "商品和服务支出", "15.00"), Make.coded("30201", "办公费", "12.00"),
        Make.coded("3021101", "差旅费", "3.00"),
      ]
    }
    for coded in [Make.coded("3021101", "差旅费", detail), Make.line(nil, nil, "3021101-差旅费", detail)] {
      let report = AuditReport(
        Make.table("generalBudgetBasicExpenditure", Make.section(nil, "final", rows(coded))))
      #expect(report.findings("hierarchy.economic").count == findings)
      let divisions = AuditReport(
        Make.table(
          "generalBudgetBasicExpenditure",
          Make.section(nil, "final", Make.total("15.00"), Make.coded("30201", "办公费", "10.00"), coded)))
      #expect(divisions.findings("hierarchy.economic.total").count == findings)
    }
  }

  @Test func rowsLeftOutAreAnErrorThatSaysSo() throws {
    let report = report(
      Make.total("15.00"), Make.coded("204", "公共安全支出", "10.00"), Make.coded("20402", "公安", "7.00"))
    let total = try #require(report.findings("hierarchy.functional.total").first)
    let division = try #require(report.findings("hierarchy.functional").first)
    #expect(total.severity == .error)
    #expect(total.message.contains("未列出"))
    #expect(division.message.contains("7.00"))
    #expect(division.evidence.map(\.row) == ["204 公共安全支出", "20402 公安"])
  }

  @Test func anItemLeftOutOfSeveralColumnsIsOneWarning() throws {
    let report = AuditReport(
      Make.table(
        "expenditure",
        Make.section(
          nil, "total basic project", Make.coded("201", "一般公共服务支出", "10.00", "6.00", "4.00"),
          Make.coded("20140", "信访事务", "10.00", "6.00", "4.00"), Make.coded("2014001", "行政运行", "6.00", "6.00", ""))))
    let findings = report.findings("hierarchy.functional")
    #expect(findings.map(\.severity) == [.warning])
    #expect(try #require(findings.first).message.contains("共2栏"))
    #expect(report.count("hierarchy.functional", .failed) == 2)
    // A wrong figure stands in one column.
    let wrong = AuditReport(
      Make.table(
        "expenditure",
        Make.section(
          nil, "total basic project", Make.coded("20140", "信访事务", "10.00", "6.00", "4.00"),
          Make.coded("2014001", "行政运行", "6.00", "6.00", ""), Make.coded("2014002", "专项业务", "3.00", "", "4.00"))))
    #expect(wrong.findings("hierarchy.functional").map(\.severity) == [.error])
  }

  @Test func aParentsFigureInAChildRowIsFound() throws {
    let report = report(
      Make.coded("201", "一般公共服务支出", "10.00"), Make.coded("20106", "财政事务", "10.00"),
      Make.coded("2010601", "行政运行", "10.00"), Make.coded("2010602", "一般行政管理事务", "4.00"))
    let finding = try #require(report.findings("hierarchy.functional").first)
    #expect(!finding.message.contains("未列出"))
    #expect(finding.expected == "14.00")
  }

  @Test func aChildWithoutItsParentCountsForTheOneAbove() {
    let report = report(
      Make.total("10.00"), Make.coded("201", "一般公共服务支出", "10.00"), Make.coded("2010601", "行政运行", "10.00"))
    #expect(report.findings.isEmpty)
    #expect(
      AuditReport(
        Make.table(
          "generalBudgetExpenditure",
          Make.section(nil, "total", Make.total("10.00"), Make.coded("2010601", "行政运行", "10.00")))
      ).findings.isEmpty)
  }

  @Test func aCodePrintedTwiceIsReadFromTheTopDown() {
    let report = report(
      Make.total("16.00"), Make.coded("201", "一般公共服务支出", "10.00"), Make.coded("20106", "财政事务", "10.00"),
      Make.coded("201", "一般公共服务支出", "6.00"), Make.coded("20106", "财政事务", "6.00"))
    #expect(report.findings.isEmpty)
    #expect(report.count("hierarchy.functional", .passed) == 2)
  }

  @Test func aTotalRepeatedAtTheEndIsCheckedAndABlankOneIsNot() {
    let row = Make.coded("201", "一般公共服务支出", "10.00")
    #expect(report(Make.total("10.00"), row, Make.total("11.00")).count("hierarchy.functional.total", .failed) == 1)
    #expect(report(Make.total("10.00"), row, Make.total("")).findings.isEmpty)
    #expect(report(Make.total(""), row).count("hierarchy.functional.total", .failed) == 1)
  }

  @Test func aTableWithoutCodesCannotBeEvaluated() {
    let report = report(Make.total("10.00"), Make.row(.item, "行政运行", ["10.00"]))
    #expect(report.count("hierarchy.functional", .notEvaluable) == 1)
  }

  private func basic(personnel: String, running: String, third: String = "1.00") -> AuditReport {
    AuditReport(
      Make.table(
        "generalBudgetBasicExpenditure",
        Make.section(
          "personnel", "final", Make.coded("301", "工资福利支出", "8.00"), Make.coded("30101", "基本工资", "8.00"),
          Make.coded("303", "对个人和家庭的补助", "2.00"),
          Make.line(nil, "personnelTotal", "人员经费合计", personnel, role: .subtotal)),
        Make.section("public", "final", Make.coded("302", "商品和服务支出", "4.00"), Make.coded("30201", "办公费", "3.00")),
        // The second class goes on in the third block.
        Make.section(
          "public", "final", Make.coded("30299", "其他商品和服务支出", "1.00"), Make.coded("310", "资本性支出", third),
          Make.line(nil, "runningTotal", "公用经费合计", running, role: .subtotal))))
  }

  @Test func blocksOfEconomicCodesAreOneList() {
    let report = basic(personnel: "10.00", running: "5.00")
    #expect(report.findings.isEmpty)
    #expect(report.count("hierarchy.economic", .passed) == 2)
    #expect(report.count("hierarchy.economic.personnel", .passed) == 1)
    #expect(report.count("hierarchy.economic.running", .passed) == 1)
  }

  @Test func partialTotalsAreChecked() {
    #expect(
      basic(personnel: "8.00", running: "5.00").findings("hierarchy.economic.personnel").first?.expected == "10.00")
    #expect(basic(personnel: "10.00", running: "5.00", third: "3.00").count("hierarchy.economic.running", .failed) == 1)
  }

  @Test func wholeIsPersonnelPlusRunning() {
    let report = AuditReport(
      Make.table(
        "generalBudgetBasicExpenditure",
        Make.section(
          nil, "final", Make.total("16.00"), Make.coded("301", "工资福利支出", "10.00"),
          Make.line(nil, "personnelTotal", "人员经费合计", "10.00", role: .subtotal), Make.coded("302", "商品和服务支出", "5.00"),
          Make.line(nil, "runningTotal", "公用经费合计", "5.00", role: .subtotal))))
    #expect(report.count("hierarchy.economic.parts", .failed) == 1)
    #expect(report.count("hierarchy.economic.total", .failed) == 1)
  }
}
