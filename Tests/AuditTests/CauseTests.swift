import Audit
import Disclosure
import PageContent
import Testing

@Suite("Contradictions of one cause are told as one")
struct CauseTests {
  private static let classes: [(code: String, name: String, amount: Int)] = [
    ("201", "一般公共服务支出", 610), ("204", "公共安全支出", 320), ("205", "教育支出", 275), ("208", "社会保障和就业支出", 143),
    ("210", "卫生健康支出", 87), ("212", "城乡社区支出", 59), ("213", "农林水支出", 431), ("221", "住房保障支出", 168),
  ]

  /// The summary of a report beside its table of expenditure, whose rows print `amounts`.
  private func report(_ amounts: [Int], total: Int? = nil, summary: [Int]? = nil) -> AuditReport {
    let sum = Self.classes.reduce(0) { $0 + $1.amount }
    let lines = Self.classes.enumerated().map { index, item in
      Make.line(nil, "function.\(item.code)", item.name, "\(summary?[index] ?? item.amount).00")
    }
    let rows = Self.classes.enumerated().map { index, item in
      Make.coded(item.code, item.name, "\(amounts[index]).00", "\(amounts[index]).00", "")
    }
    return Auditor.report(
      on: Make.document([
        Make.table(
          "incomeExpenditureSummary",
          Make.section(
            "expenditure", "final", lines + [Make.line(nil, "currentTotal", "本年支出合计", "\(sum).00", role: .subtotal)])),
        Make.table(
          "expenditure",
          Make.section(nil, "total basic project", [Make.total("\(total ?? sum).00", "\(sum).00", "")] + rows)),
      ]))
  }

  private var amounts: [Int] { Self.classes.map(\.amount) }

  private func errors(_ report: AuditReport) -> [Finding] { report.findings.filter { $0.severity == .error } }

  @Test("a sound report has none")
  func sound() { #expect(errors(report(amounts)).isEmpty) }

  @Test("figures that stand some rows too high or too low", arguments: [1, 2])
  func slipped(_ rows: Int) throws {
    let tail = Array(amounts.dropFirst(2))
    // The rows from the third on print what belongs further down.
    let high = Array(amounts.prefix(2)) + tail.dropFirst(rows) + tail.prefix(rows)
    let found = errors(report(high))
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.consequences.count >= 4)
    #expect(finding.message.contains("《") && finding.message.contains("205 教育支出"))
    #expect(finding.consequences.allSatisfy { $0.severity == .error && $0.consequences.isEmpty })
    // All that is shown below the cause is shown by it.
    #expect(finding.consequences.flatMap(\.evidence).allSatisfy(finding.evidence.contains))
  }

  @Test("a total that is wrong, and all that is compared with it")
  func wrongTotal() throws {
    let found = errors(report(amounts, total: 1993))
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.consequences.count >= 2)
    #expect(finding.message.contains("1993.00疑应为2093"))
    #expect(finding.actual == "1993.00" && finding.difference == "-100.00")
  }

  @Test("errors that share nothing stay apart")
  func apart() {
    var summary = amounts
    summary[1] += 7
    summary[5] += 31
    let found = errors(report(amounts, summary: summary))
    #expect(found.count >= 2 && found.filter { !$0.consequences.isEmpty }.count <= 1)
    #expect(!found.contains { $0.message.contains("错位") || $0.message.contains("行起") })
  }

  @Test("the same contradiction in two columns of a row is told once, with both places")
  func repeated() throws {
    func found(_ basic: String) -> [Finding] {
      errors(
        Auditor.report(
          on: Make.document([
            Make.table(
              "expenditure",
              Make.section(
                nil, "total basic project",
                [
                  Make.total("30.00", "30.00", ""), Make.coded("208", "社会保障和就业支出", "30.00", basic, ""),
                  Make.coded("20805", "行政事业单位养老支出", "20.00", "20.00", ""),
                  Make.coded("20808", "抚恤", "15.00", "15.00", ""),
                ]))
          ])
        )
      ).filter { $0.rule == "hierarchy.functional" }
    }
    let finding = try #require(found("30.00").first)
    #expect(found("30.00").count == 1)
    #expect(finding.message.hasSuffix("同样的不符另有1处。") && finding.evidence.count == 6)
    // Other figures contradict each other for a reason of their own.
    #expect(found("31.00").count == 2)
  }

  @Test("two totals that the same items make are wrong for one reason")
  func sameParts() throws {
    let report = AuditReport(
      Make.table(
        "budgetSummary",
        Make.section(
          "expenditure", "budget", Make.line(nil, "departmentBudget", "一、部门预算", "16.00"),
          Make.line(nil, "function.201", "1、一般公共服务支出", "10.00"), Make.line(nil, "function.210", "2、卫生健康支出", "5.00"),
          Make.line(nil, "currentTotal", "本年支出合计", "16.00", role: .subtotal))))
    let finding = try #require(errors(report).first)
    #expect(errors(report).count == 1 && finding.message.hasSuffix("同样的不符另有1处。"))
    #expect(finding.evidence.count == 4)
  }
}
