import Audit
import Disclosure
import PageContent
import Testing

@Suite struct TableRuleTests {
  private let table = Make.table("income", Make.section(nil, "total", Make.total("1.00")))

  @Test func aListedFormThatIsMissingIsAnError() throws {
    let report = AuditReport(table, missing: ["expenditure"], contents: ["income", "expenditure"])
    let finding = try #require(report.findings("tables.missing").first)
    #expect(finding.severity == .error)
    #expect(finding.message.contains("缺少《支出决算表》"))
    #expect(finding.evidence.first?.location == Make.place(1, 1, 1))
    #expect(report.count("tables.missing", .passed) == 1)
  }

  @Test func aFormThatIsMissingUnlistedIsAWarning() throws {
    let finding = try #require(AuditReport(table, missing: ["expenditure"]).findings("tables.missing").first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("未见《支出决算表》"))
    #expect(finding.evidence.first?.location == nil)
  }

  @Test func aNarrativeAloneMissesNoTables() {
    var document = Make.document([], missing: ["income", "expenditure"], contents: ["income", "expenditure"])
    document.content = .narrative
    let report = Auditor.report(on: document)
    #expect(report.findings.isEmpty)
    #expect(report.count("tables.missing", .notEvaluable) == 1)
  }

  /// Also where only the last line of its title was found.
  @Test(arguments: ["2021年度支出决算表", "决算表"])
  func aPrintedTableThatWasNotRecognisedIsNotMissing(title: String) {
    var document = Make.document([table], missing: ["expenditure"], contents: ["expenditure"])
    document.unrecognisedTables = [
      CellTable(
        title: title, pages: [4], rowCount: 1, columnCount: 1, cells: [], location: Make.place(4, 0, 0))
    ]
    let report = Auditor.report(on: document)
    #expect(report.findings.isEmpty)
    #expect(report.count("tables.missing", .notEvaluable) == 1)
  }

  /// A figure of few digits tells where it stands in the line of the other table's name.
  @Test(arguments: [
    (MonetaryUnit.yuan, "budgetStateCapital", 1), (.tenThousandYuan, "budgetStateCapital", 0),
    (.yuan, "budgetIncome", 0),
  ])
  func aTableInAnotherUnitThanItsLineInTheSummary(unit: MonetaryUnit, form: String, findings: Int) {
    let report = Auditor.report(
      on: Make.document([
        Make.table(
          "budgetSummary",
          Make.section("income", "budget", Make.line(nil, "stateCapital", "三、国有资本经营预算拨款收入", "821"))),
        Make.table(form, unit: unit, Make.section(nil, "total", Make.total("821"))),
      ]))
    #expect(report.findings("tables.unit").count == findings)
  }

  @Test func blankTablesWantAWord() {
    let blank = AuditReport(Make.table("threePublicExpenses", status: .blank))
    #expect(blank.findings("tables.blank").map(\.severity) == [.warning])
    #expect(blank.findings.first?.message.contains("空白") ?? false)
    #expect(blank.findings.first?.message.contains("未作说明") ?? false)
    let declared = AuditReport(Make.table("threePublicExpenses", status: .declaredEmpty))
    #expect(declared.findings.isEmpty)
    #expect(declared.count("tables.blank", .passed) == 1)
  }
}

@Suite struct CodeRuleTests {
  private func report(_ first: String, _ second: String, _ third: String? = nil) -> AuditReport {
    let tables = [first, second, third ?? second].enumerated().map { index, name in
      Make.table(
        ["income", "expenditure", "generalBudgetExpenditure"][index],
        Make.section(nil, "total", Make.total("1.00"), Make.coded("20604", name, "1.00")))
    }
    return AuditReport(tables[0], tables[1], tables[2])
  }

  @Test func oneFindingForEachCodeWithTwoNames() throws {
    let report = report("技术与研究开发", "技术与开发")
    let findings = report.findings("names.code")
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.severity == .warning)
    for words in ["20604", "技术与研究开发", "技术与开发"] { #expect(finding.message.contains(words)) }
    #expect(finding.evidence.map { $0.location?.page } == [2, 3])
    #expect(self.report("甲", "乙", "丙").findings("names.code").first?.evidence.count == 3)
  }

  @Test(arguments: [
    ("维修（护）费", "维修(护)费"), ("“三公”经费", "三公 经费"), ("公务用车购置、运行", "公务用车购置运行"),
    ("住房保障支出（类）", "住房保障支出"), ("", "住房保障支出"),
  ])
  func printingsThatMeanTheSame(first: String, second: String) {
    let report = report(first, second)
    #expect(report.findings.isEmpty)
    #expect(report.count("names.code", .passed) == 1)
  }

  @Test func invalidCodesAreToldOnce() {
    let section = Make.section(
      nil, "total", Make.coded("201060", "行政运行", ""), Make.coded("201060", "行政运行", ""),
      Make.coded("201", "一般公共服务支出", ""))
    let findings = AuditReport(Make.table("income", section)).findings("codes.invalid")
    #expect(findings.map(\.severity) == [.info])
    #expect(findings.first?.message.contains("201060") ?? false)
  }

  @Test func codesOfUnitsAndFinerLevelsAreNotJudged() {
    let section = Make.section(
      nil, "total", Make.coded("130001001", "某单位", ""), Make.coded("3010201", "规范性津贴补贴", ""))
    #expect(AuditReport(Make.table("income", section)).findings("codes.invalid").isEmpty)
  }
}
