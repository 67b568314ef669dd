import Audit
import Disclosure
import Testing

@Suite("Rules for the first part and the contents")
struct ProfileRuleTests {
  private static let sound = """
    # 2024年度某某市档案馆部门决算

    # 目录

    第一部分 单位概况
    一、主要职能
    二、人员构成
    第二部分 收支情况
    第三部分 名词解释

    # 第一部分 单位概况

    ## 一、主要职能

    1. 负责档案工作。

    ## 二、人员构成

    总编制人数21人，其中：行政编制6人，事业编制15人。年末实有人数19人，其中在职人员19人，离休人员0人，退休人员5人。

    # 第二部分 收支情况

    收入支出总计400万元。

    # 第三部分 名词解释

    财政拨款收入：指本级财政当年拨付的资金。
    """

  private static func report(_ text: String) throws -> AuditReport {
    Auditor.report(on: try DocumentReader().document(from: Array(text.utf8), name: "report.md"))
  }

  private static let rules = ["personnel.parts", "contents.part", "contents.sequence"]

  @Test("what agrees has no finding, and its rules were evaluated")
  func soundReport() throws {
    let report = try Self.report(Self.sound)
    #expect(report.findings.filter { Self.rules.contains($0.rule) }.map(\.message) == [])
    let passed = Set(report.checks.filter { $0.outcome == .passed }.map(\.rule))
    #expect(passed.isSuperset(of: Self.rules))
  }

  @Test(
    "one thing changed is found by its rule",
    arguments: [
      ("personnel.parts", "事业编制15人", "事业编制16人", "22", Finding.Severity.error),
      ("personnel.parts", "事业编制15人", "事业编制14人", "20", .warning),
      ("personnel.parts", "在职人员19人", "在职人员20人", "25", .error),
      ("contents.part", "# 第二部分 收支情况", "# 收支", "第二部分收支情况", .warning),
      ("contents.sequence", "第三部分 名词解释\n\n# 第一", "第四部分 名词解释\n\n# 第一", "第四部分名词解释", .warning),
    ])
  func changed(rule: String, was: String, becomes: String, says: String, severity: Finding.Severity) throws {
    #expect(Self.sound.contains(was))
    let report = try Self.report(Self.sound.replacing(was, with: becomes, maxReplacements: 1))
    let findings = report.findings(rule)
    #expect(
      findings.contains { $0.message.contains(says) && $0.severity == severity }, "\(report.findings.map(\.message))")
    #expect(findings.allSatisfy { !$0.evidence.isEmpty && $0.evidence.allSatisfy { $0.location != nil } })
  }

  @Test("kinds that do not cover all are no contradiction")
  func incomplete() throws {
    let report = try Self.report(Self.sound.replacing("其中：行政编制6人，事业编制15人", with: "其中：行政编制6人"))
    #expect(report.findings("personnel.parts").isEmpty)
  }
}
