import Report
import TestSupport
import Testing

/// `check --previous`: this year's report beside last year's.
@Suite struct CheckPreviousTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func report(_ year: Int, department: String = "云台市档案馆", opening: String, closing: String) -> String {
    """
    # \(department)\(year)年度部门决算

    收入支出决算总表
    单位：万元
    | 收入 | | 支出 | |
    |---|---|---|---|
    | 项目 | 决算数 | 项目 | 决算数 |
    | 一、一般公共预算财政拨款收入 | 20.00 | 一、一般公共服务支出 | 20.00 |
    | 本年收入合计 | 20.00 | 本年支出合计 | 20.00 |
    | 年初结转和结余 | \(opening) | 年末结转和结余 | \(closing) |
    | 总计 | \(opening == "3.00" ? "23.00" : "24.00") | 总计 | \(closing == "3.00" ? "23.00" : "24.00") |

    """
  }

  private func check(_ arguments: String...) throws -> Command.Outcome {
    let report = try folder.write(Self.report(2024, opening: "3.00", closing: "3.00"), "this.md")
    return try Command(["check", report] + arguments).run()
  }

  private func last(_ year: Int = 2023, department: String = "云台市档案馆", closing: String = "3.00") throws -> String {
    try folder.write(Self.report(year, department: department, opening: closing, closing: closing), "last.md")
  }

  @Test func balancesThatAgree() throws {
    let outcome = try check("--previous", last(), "--format", "json")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    let report = try JSONParser.parse(outcome.output)
    #expect(report["previous"]?["fiscalYear"]?.double == 2023)
    #expect(report["previous"]?["name"]?.text == "last.md")
    let checks = report["checks"]?.elements ?? []
    #expect(checks.contains { $0["rule"]?.text == "previous.opening" && $0["outcome"]?.text == "passed" })
    #expect(try SchemaValidator(schema: Schema.report).errors(in: outcome.output) == [])
  }

  @Test func balancesThatDiffer() throws {
    let previous = try last(closing: "4.00")
    let extracted = try folder.write(Command.run("extract", previous).output, "last.json")
    for path in [previous, extracted] {
      let outcome = try check("--previous", path)
      // A warning: an adjustment may explain it.
      #expect(outcome.exitCode == 0)
      #expect(outcome.text.contains("上年报告：云台市档案馆 2023 年度部门决算"))
      #expect(outcome.text.contains("previous.opening"))
      #expect(outcome.text.contains("4.00"))
    }
    let html = try check("--previous", extracted, "--format", "html")
    #expect(html.exitCode == 0)
    #expect(html.text.contains("上年报告"))
  }

  @Test func anotherYearOrDepartment() throws {
    for (year, department, words) in [
      (2022, "云台市档案馆", "of 2022, not of 2023"), (2024, "云台市档案馆", "of 2024, not of 2023"),
      (2023, "云台市教育局", "of “云台市教育局”, where the report checked is of “云台市档案馆”"),
    ] {
      let outcome = try check("--previous", last(year, department: department))
      #expect(outcome.exitCode == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("last.md"))
      #expect(outcome.errors.contains(words))
    }
  }

  @Test func noReportAtAll() throws {
    let missing = try check("--previous", folder("none.json"))
    #expect(missing.exitCode == 3)
    #expect(missing.errors.contains("none.json"))
    let text = try check("--previous", folder.write("一段与报表无关的文字。\n", "note.txt"))
    #expect(text.exitCode == 3)
    #expect(text.errors.contains("note.txt"))
  }
}
