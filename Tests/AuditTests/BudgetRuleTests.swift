import Audit
import Disclosure
import Testing

/// A budget whose forms agree; each test changes one figure in it.
@Suite("Rules for budgets")
struct BudgetRuleTests {
  /// The rows of 支出总表.
  private static let expenditure = """
    | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    |---|---|---|---|---|
    | | 合计 | 1205.00 | 900.00 | 305.00 |
    | 201 | 一般公共服务支出 | 1000.00 | 790.00 | 210.00 |
    | 210 | 卫生健康支出 | 110.00 | 110.00 | |
    | 212 | 城乡社区支出 | 95.00 | | 95.00 |
    """

  private static let sound = """
    # 某某市水务局2026年部门预算

    收支总表
    单位：万元
    | 收入 | | 支出 | |
    |---|---|---|---|
    | 项目 | 预算数 | 项目 | 预算数 |
    | 一、一般公共预算拨款收入 | 1100.00 | 一、一般公共服务支出 | 1000.00 |
    | 二、政府性基金预算拨款收入 | 90.00 | 二、卫生健康支出 | 110.00 |
    | 三、其他收入 | 10.00 | 三、城乡社区支出 | 95.00 |
    | 本年收入合计 | 1200.00 | 本年支出合计 | 1205.00 |
    | 上年结转 | 5.00 | 结转下年 | |
    | 收入总计 | 1205.00 | 支出总计 | 1205.00 |

    收入总表
    单位：万元
    | 科目编码 | 科目名称 | 合计 | 本年收入 | 上年结转 |
    |---|---|---|---|---|
    | | 合计 | 1205.00 | 1200.00 | 5.00 |

    支出总表
    单位：万元
    \(expenditure)

    财政拨款收支总表
    单位：万元
    | 收入 | | 支出 | | | |
    |---|---|---|---|---|---|
    | 项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 |
    | 一、本年收入 | 1190.00 | 一、本年支出 | 1195.00 | 1100.00 | 95.00 |
    | （一）一般公共预算拨款 | 1100.00 | （一）一般公共服务支出 | 990.00 | 990.00 | |
    | （二）政府性基金预算拨款 | 90.00 | （二）卫生健康支出 | 110.00 | 110.00 | |
    | 二、上年结转 | 5.00 | （三）城乡社区支出 | 95.00 | | 95.00 |
    | 收入总计 | 1195.00 | 支出总计 | 1195.00 | 1100.00 | 95.00 |

    一般公共预算支出表
    单位：万元
    | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    |---|---|---|---|---|
    | | 合计 | 1100.00 | 900.00 | 200.00 |
    | 201 | 一般公共服务支出 | 990.00 | 790.00 | 200.00 |
    | 210 | 卫生健康支出 | 110.00 | 110.00 | |

    一般公共预算基本支出表
    单位：万元
    | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
    |---|---|---|---|---|
    | | 合计 | 900.00 | 800.00 | 100.00 |
    | 301 | 工资福利支出 | 800.00 | 800.00 | |
    | 302 | 商品和服务支出 | 100.00 | | 100.00 |
    """

  private static func report(_ text: String) throws -> AuditReport {
    Auditor.report(on: try DocumentReader().document(from: Array(text.utf8), name: "budget.md"))
  }

  @Test("the narrative's 项目支出 may leave out the columns of which", arguments: [("275.00", 0), ("257.00", 1)])
  func projectsBesidesOfWhich(stated: String, findings: Int) throws {
    let text =
      Self.sound.replacing(
        Self.expenditure,
        with: """
          | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 其中：事业单位经营支出 | 其中：对附属单位补助支出 |
          |---|---|---|---|---|---|---|
          | | 合计 | 1205.00 | 900.00 | 305.00 | 20.00 | 10.00 |
          | 201 | 一般公共服务支出 | 1000.00 | 790.00 | 210.00 | 20.00 | 10.00 |
          | 210 | 卫生健康支出 | 110.00 | 110.00 | | | |
          | 212 | 城乡社区支出 | 95.00 | | 95.00 | | |
          """) + "\n\n四、支出预算结构情况\n\n2026年本年支出1205.00万元，其中：基本支出900.00万元；项目支出\(stated)万元。\n"
    #expect(try Self.report(text).findings("narrative.quote").count == findings)
  }

  @Test("a budget that agrees has no finding, and its rules were evaluated")
  func soundReport() throws {
    let report = try Self.report(Self.sound)
    #expect(report.findings.map(\.message) == [])
    let passed = Set(report.checks.filter { $0.outcome == .passed }.map(\.rule))
    for rule in [
      "lines.budgetSummary.incomeSum", "lines.budgetSummary.incomeTotal", "lines.budgetSummary.expenditureSum",
      "lines.budgetSummary.expenditureTotal", "lines.budgetAppropriationSummary.incomeTotal",
      "identity.budgetSummary.balance", "identity.budgetIncome.total", "identity.budgetExpenditure.total",
      "identity.budgetExpenditure.classes", "identity.budgetAppropriationSummary.balance",
      "identity.budgetGeneralBudget.currentTotal", "identity.budgetGeneralBudget.classes", "identity.budgetBasic.total",
    ] { #expect(passed.contains(rule), "\(rule)") }
  }

  @Test(
    "one figure changed is found",
    arguments: [
      ("lines.budgetSummary.incomeSum", "| 三、其他收入 | 10.00", "| 三、其他收入 | 100.00"),
      ("lines.budgetSummary.expenditureSum", "| 110.00 |\n| 三、其他", "| 101.00 |\n| 三、其他"),
      ("lines.budgetSummary.incomeTotal", "| 上年结转 | 5.00 |", "| 上年结转 | 50.00 |"),
      ("identity.budgetSummary.balance", "收入总计 | 1205.00", "收入总计 | 1250.00"),
      ("identity.budgetIncome.total", "| | 合计 | 1205.00 | 1200.00 |", "| | 合计 | 1215.00 | 1210.00 |"),
      (
        "identity.budgetExpenditure.classes", "| 201 | 一般公共服务支出 | 1000.00 | 790.00 | 210.00 |",
        "| 201 | 一般公共服务支出 | 1100.00 | 890.00 | 210.00 |"
      ),
      ("identity.budgetGeneralBudget.classes", "| 990.00 | 990.00 |", "| 980.00 | 980.00 |"),
      ("identity.budgetBasic.total", "| 900.00 | 800.00 | 100.00", "| 950.00 | 850.00 | 100.00"),
      ("tables.unit", "一般公共预算支出表\n单位：万元", "一般公共预算支出表\n单位：元"),
    ])
  func changed(rule: String, was: String, becomes: String) throws {
    #expect(Self.sound.contains(was))
    let report = try Self.report(Self.sound.replacing(was, with: becomes, maxReplacements: 1))
    let findings = report.findings(rule)
    #expect(!findings.isEmpty, "\(report.findings.map(\.message))")
    #expect(findings.allSatisfy { $0.severity == .error && $0.evidence.allSatisfy { $0.location != nil } })
  }

  @Test("其中 right below a total begins the list of its parts", arguments: [("43.00", true), ("34.00", false)])
  func ofWhich(total: String, agrees: Bool) throws {
    let text = """
      # 某某市水务局2026年部门预算

      财政拨款“三公”经费支出表
      单位：万元
      | 项目 | 预算数 |
      |---|---|
      | “三公”经费 | \(total) |
      | 其中：（一）因公出国（境）支出 | 11.00 |
      | （二）公务用车购置及运行维护支出 | 30.00 |
      | （三）公务接待费支出 | 2.00 |
      """
    let report = try Self.report(text)
    #expect(report.findings("lines.budgetThreePublicExpenses.parts").isEmpty == agrees)
    #expect(
      report.checks.contains {
        $0.rule == "lines.budgetThreePublicExpenses.parts" && $0.outcome == (agrees ? .passed : .failed)
      })
  }

  @Test("a total that counts its parts twice over, by source and by fund, is none")
  func nestedSources() throws {
    let text = Self.sound.replacing(
      "| 一、一般公共预算拨款收入 | 1100.00 | 一、一般公共服务支出 | 1000.00 |\n| 二、政府性基金预算拨款收入 | 90.00 | 二、卫生健康支出 | 110.00 |",
      with: """
        | 一、财政拨款收入 | 1190.00 | 一、一般公共服务支出 | 1000.00 |
        | 1.一般公共预算 | 1100.00 | 二、卫生健康支出 | 110.00 |
        | 2.政府性基金 | 90.00 | | |
        """)
    #expect(text != Self.sound)
    #expect(try Self.report(text).findings.filter { $0.rule.hasPrefix("lines.") }.map(\.message) == [])
  }
}

@Suite("personnel and running costs between two tables of a budget") struct BasicPartsTests {
  private static func findings(personnel: String, running: String) throws -> [String] {
    let text = """
      # 云泽市清河县水务局2023年部门预算

      一般公共预算支出表
      单位：万元
      | 科目编码 | 科目名称 | 合计 | 基本支出 | 人员经费 | 公用经费 | 项目支出 |
      |---|---|---|---|---|---|---|
      | | 合计 | 110.00 | 80.00 | 60.00 | 20.00 | 30.00 |
      | 213 | 农林水支出 | 110.00 | 80.00 | 60.00 | 20.00 | 30.00 |

      一般公共预算基本支出表
      单位：万元
      | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
      |---|---|---|---|---|
      | | 合计 | 80.00 | \(personnel) | \(running) |
      | 301 | 工资福利支出 | \(personnel) | \(personnel) | |
      | 302 | 商品和服务支出 | \(running) | | \(running) |
      """
    let document = try DocumentReader().document(from: Array(text.utf8), name: "budget.md")
    return Auditor.report(on: document).findings.filter { $0.rule.hasPrefix("identity.budgetBasic.") }.map(\.rule)
      .sorted()
  }

  @Test("both agree, or each is told")
  func parts() throws {
    #expect(try Self.findings(personnel: "60.00", running: "20.00") == [])
    #expect(
      try Self.findings(personnel: "61.00", running: "19.00")
        == ["identity.budgetBasic.personnel", "identity.budgetBasic.running"])
  }
}
