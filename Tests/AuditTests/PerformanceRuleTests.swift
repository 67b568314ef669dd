import Audit
import Disclosure
import Testing

/// A report whose tables of self-evaluation agree with each other, its narrative and its forms; each test changes one
/// thing in it.
@Suite("Rules for self-evaluation")
struct PerformanceRuleTests {
  private static let sound = """
    # 2024年度某某市档案馆部门决算

    支出决算表
    单位：万元
    | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    |---|---|---|---|---|
    | | 合计 | 400.00 | 300.50 | 99.50 |
    | 201 | 一般公共服务支出 | 400.00 | 300.50 | 99.50 |
    | 20126 | 档案事务 | 400.00 | 300.50 | 99.50 |
    | 2012601 | 行政运行 | 400.00 | 300.50 | 99.50 |

    ## 十三、预算绩效情况说明

    ### （一）预算绩效管理工作开展情况

    根据预算绩效管理要求，本单位对2024年度一般公共预算项目支出全面开展绩效自评，共涉及项目2个，资金110万元。

    ### （二）部门整体支出自评结果

    ## 2024年度档案馆整体绩效自评结果

    部门名称\t\t某某市档案馆\t\t\t\t
    基本支出总额\t\t300.50 万元\t\t项目支出总额\t99.50 万元\t
    预算执行情况 (万元) (20 分)\t\t预算数 (A)\t执行数 (B)\t执行率 (B/A)\t得分 (20 分*执行率)\t
    \t\t部门整体支出总额\t410.00\t400.00\t97.56%\t19.51
    年度绩效指标\t一级指标\t二级指标\t三级指标\t年初目标值 (A)\t实际完成值 (B)\t得分
    \t产出指标\t数量指标\t扫描页数达到十万页\t10万页\t12万页\t40
    \t效益指标\t社会效益指标\t查阅人次\t5000\t5100\t38
    总分\t97.51\t\t\t\t\t

    ### （三）项目支出自评结果

    1. 馆藏数字化项目绩效自评综述：项目全年预算数为80万元，执行数为72万元，完成预算的90%。

    ## 2024年度馆藏数字化项目自评表

    项目名称\t\t馆藏数字化\t\t\t\t\t
    项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
    \t年度资金总额\t80.00\t80.00\t72.00\t10\t90.00%\t9
    \t其中：财政拨款\t80.00\t80.00\t72.00\t\t90.00%\t
    绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
    \t产出指标\t数量指标\t扫描页数达到十万页\t10万页\t12万页\t50\t50
    \t效益指标\t社会效益指标\t利用率\t提高\t提高\t40\t35
    总分\t\t\t\t\t\t100\t94

    2. 查阅服务项目绩效自评综述：项目全年预算数为30万元，执行数为27.5万元，完成预算的91.67%。

    ## 2024年度查阅服务项目自评表

    项目名称\t\t查阅服务\t\t\t\t\t
    预算执行情况（万元）\t\t预算数(A)\t执行数(B)\t执行率(B/A)\t得分(20分*执行率)\t\t
    \t年度财政资金总额\t30.00\t27.50\t91.67%\t18.33\t\t
    绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t得分\t
    \t产出指标\t数量指标\t接待批次\t100\t120\t40\t
    \t产出指标\t质量指标\t差错率\t<1%\t0.2%\t38\t
    总分\t96.33\t\t\t\t\t\t

    ### （四）绩效自评结果应用情况

    本单位将自评结果用于改进管理。
    """

  private static func report(_ text: String) throws -> AuditReport {
    Auditor.report(on: try DocumentReader().document(from: Array(text.utf8), name: "report.md"))
  }

  @Test("tables that agree have no finding, and their rules were evaluated")
  func soundReport() throws {
    let report = try Self.report(Self.sound)
    #expect(report.findings.filter { $0.rule.hasPrefix("performance") }.map(\.message) == [])
    let passed = Set(report.checks.filter { $0.outcome == .passed }.map(\.rule))
    for rule in Rule.all.map(\.id) where rule.hasPrefix("performance") && rule != "performance.repeat" {
      #expect(passed.contains(rule), "\(rule)")
    }
  }

  @Test("a total is not held against scores of which that of the execution is not read")
  func executionWithoutScore() throws {
    let report = try Self.report(Self.sound.replacing("72.00\t10\t90.00%\t9", with: "72.00\t10\t90.00%\t"))
    #expect(report.findings("performance.total").isEmpty)
    #expect(report.checks.contains { $0.rule == "performance.total" && $0.reason == "未见预算执行得分" })
  }

  @Test(
    "one thing changed is found by its rule",
    arguments: [
      ("performance.maximum", "\t50\t50\n", "\t50\t51\n", "超过分值50"),
      ("performance.maximum", "97.56%\t19.51", "97.56%\t25", "超过分值20"),
      ("performance.total", "总分\t97.51", "总分\t98.51", "97.51"),
      ("performance.total", "\t40\t35\n", "\t40\t34\n", "93"),
      ("performance.weights", "提高\t提高\t40\t35", "提高\t提高\t30\t30", "为90"),
      ("performance.rate", "72.00\t10\t90.00%", "72.00\t10\t95.00%", "90%"),
      ("performance.executionScore", "91.67%\t18.33", "91.67%\t20", "18.33"),
      ("performance.unscored", "0.2%\t38", "0.2%\t", "差错率"),
      ("performance.repeat", "12万页\t50\t50", "12万页\t\t45", "45与40"),
      ("performance.overrun", "\t410.00\t400.00", "\t390.00\t400.00", "超过预算数390.00"),
      ("performance.part", "财政拨款\t80.00\t80.00", "财政拨款\t80.00\t88.00", "88.00"),
      ("performance.narrative", "全年预算数为80万元", "全年预算数为88万元", "80.00"),
      ("performance.narrative", "执行数为27.5万元", "执行数为25.7万元", "27.50"),
      ("performance.projects", "资金110万元", "资金101万元", "110"),
      ("performance.projects", "涉及项目2个", "涉及项目1个", "有2张"),
      ("performance.forms", "基本支出总额\t\t300.50", "基本支出总额\t\t305.00", "300.50"),
      ("performance.whole", "项目支出总额\t99.50", "项目支出总额\t95.90", "合计不等于"),
    ])
  func changed(rule: String, was: String, becomes: String, says: String) throws {
    #expect(Self.sound.contains(was))
    let report = try Self.report(Self.sound.replacing(was, with: becomes, maxReplacements: 1))
    let findings = report.findings.filter { $0.rule == rule && $0.severity > .info }
    #expect(
      findings.contains { ($0.message + ($0.expected ?? "")).contains(says) }, "\(report.findings.map(\.message))")
    #expect(findings.allSatisfy { !$0.evidence.isEmpty && $0.evidence.allSatisfy { $0.location != nil } })
  }

  @Test("more projects than tables are no contradiction: some may be left out")
  func fewerTables() throws {
    let report = try Self.report(Self.sound.replacing("涉及项目2个", with: "涉及项目5个"))
    #expect(report.findings("performance.projects").isEmpty)
    #expect(report.checks.contains { $0.rule == "performance.projects" && $0.outcome == .notEvaluable })
  }

  @Test("money that is stated by its sources is not held against the tables' budgets")
  func moneyBySource() throws {
    let parted = Self.sound.replacing("资金110万元", with: "当年拨款资金80万元、上年结转资金30万元")
    #expect(!(try Self.report(parted).findings.contains { $0.rule == "performance.projects" }))
    let whole = Self.sound.replacing("资金110万元", with: "资金80万元")
    #expect(try Self.report(whole).findings.contains { $0.rule == "performance.projects" })
  }

  @Test("of several numbers of projects none is held against the tables")
  func severalCounts() throws {
    let report = try Self.report(Self.sound.replacing("共涉及项目2个，", with: "共涉及项目1个，其中政府性基金预算项目0个，"))
    #expect(report.findings("performance.projects").isEmpty)
    #expect(report.checks.contains { $0.rule == "performance.projects" && $0.outcome == .notEvaluable })
  }

  @Test("a sum of rounded scores may differ by their rounding, one of whole scores may not")
  func rounding() throws {
    let rounded = try Self.report(Self.sound.replacing("总分\t97.51", with: "总分\t97.52"))
    #expect(rounded.findings("performance.total").map(\.severity) == [.info])
    let whole = try Self.report(Self.sound.replacing("100\t94", with: "100\t95"))
    #expect(whole.findings("performance.total").map(\.severity) == [.error])
  }

  @Test("what cannot be read is not summed")
  func unreadable() throws {
    let report = try Self.report(Self.sound.replacing("提高\t提高\t40\t35", with: "提高\t提高\t40\t优"))
    #expect(report.findings("performance.total").isEmpty)
    #expect(report.checks.contains { $0.rule == "performance.total" && $0.outcome == .notEvaluable })
  }
}
