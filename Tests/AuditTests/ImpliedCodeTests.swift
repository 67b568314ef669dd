import Audit
import Disclosure
import Testing

@Suite("Tables that print the classification by its names alone")
struct ImpliedCodeTests {
  private func report(_ rows: FormTable.Row..., form: String = "expenditure") -> AuditReport {
    AuditReport(Make.table(form, Make.section(nil, "total", rows)))
  }

  private func named(_ name: String, _ figure: String) -> FormTable.Row { Make.line(nil, nil, name, figure) }

  /// 行政运行 and 一般行政管理事务 are names of many codes.
  private func items(_ last: String) -> [FormTable.Row] {
    [
      Make.total("15.00"), named("一般公共服务支出", "10.00"), named("财政事务", "10.00"), named("行政运行", "6.00"),
      named("一般行政管理事务", last), named("卫生健康支出", "5.00"), named("行政事业单位医疗", "5.00"),
      named("行政单位医疗", "5.00"),
    ]
  }

  @Test("add up as those with codes do", arguments: [("4.00", 0), ("4.50", 1)])
  func sums(last: String, findings: Int) {
    let report = AuditReport(Make.table("expenditure", Make.section(nil, "total", items(last))))
    #expect(report.findings("hierarchy.functional").count == findings)
    #expect(report.count("hierarchy.functional.total", .passed) == 1)
  }

  @Test("are not added up where a name is no official one: what it belongs to is not known")
  func unknownName() {
    var rows = items("4.50")
    rows.insert(named("某市专有事务", "1.00"), at: 5)
    let report = AuditReport(Make.table("expenditure", Make.section(nil, "total", rows)))
    #expect(report.findings.filter { $0.severity == .error }.isEmpty)
    #expect(report.count("hierarchy.functional", .notEvaluable) == 1)
  }

  @Test("of the department's economic classification are none of the government's")
  func economic() {
    func report(_ pension: String) -> AuditReport {
      self.report(
        Make.total("30.00"), named("工资福利支出", "20.00"), named("基本工资", "20.00"), named("对个人和家庭的补助", "10.00"),
        named("退休费", pension), form: "budgetBasicExpenditure")
    }
    #expect(report("10.00").count("hierarchy.economic", .passed) == 2)
    #expect(report("9.00").findings("hierarchy.economic").count == 1)
  }

  @Test("have the items that every division has, and names of the year where an older code had them too")
  func commonAndOlderNames() {
    let items = report(
      Make.total("9.00"), named("社会保障和就业支出", "9.00"), named("民政管理事务", "9.00"), named("行政运行", "5.00"),
      named("一般行政管理事务", "4.00"))
    #expect(items.count("hierarchy.functional", .passed) == 2)
    let economic = report(
      Make.total("9.00"), named("工资福利支出", "9.00"), named("基本工资", "5.00"), named("其他社会保障缴费", "4.00"),
      form: "generalBudgetBasicExpenditure")
    #expect(economic.count("hierarchy.economic", .passed) == 1)
  }

  @Test(
    "are read below the classes of a summary too, which they are no further parts of",
    arguments: [("4.00", 0), ("4.50", 1)])
  func summary(last: String, findings: Int) {
    let report = AuditReport(
      Make.table(
        "budgetSummary",
        Make.section(
          "expenditure", "budget", Make.line(nil, "function.201", "一般公共服务支出", "10.00"), named("财政事务", "10.00"),
          named("行政运行", "6.00"), named("一般行政管理事务", last), Make.line(nil, "function.210", "卫生健康支出", "5.00"),
          Make.line(nil, "currentTotal", "本年支出合计", "15.00", role: .subtotal),
          Make.line(nil, "closingCarryOver", "结转下年", "1.00"), Make.line(nil, "total", "支出总计", "16.00", role: .total))))
    #expect(report.findings("hierarchy.functional").count == findings)
    #expect(report.count("lines.budgetSummary.expenditureSum", .passed) == 1)
    #expect(report.count("hierarchy.functional.total", .failed) == 0)
  }

  @Test("say when they use a name that was given up, beside the present one")
  func outdated() {
    func rows(_ name: String) -> FormTable.Section {
      Make.section(
        nil, "total", Make.total("5.00"), named("社会保障和就业支出", "5.00"), named(name, "5.00"), named("行政单位离退休", "5.00"))
    }
    func report(_ name: String) -> AuditReport {
      Auditor.report(
        on: Make.document([
          Make.table("income", rows("行政事业单位养老支出")), Make.table("expenditure", rows(name)),
        ]))
    }
    #expect(report("行政事业单位养老支出").findings.isEmpty)
    #expect(Set(report("行政事业单位离退休").findings.map(\.rule)) == ["names.code", "names.outdated"])
  }
}
