import Audit
import Disclosure
import Testing

/// A report whose narrative agrees with its tables; each test changes one thing in it.
@Suite("Rules for the narrative")
struct NarrativeRuleTests {
  private static let sound = """
    # 2024年度某某市水务局部门决算

    ## 第二部分 2024年度部门决算表

    收入支出决算总表
    单位：万元
    | 收入 | | 支出 | |
    |---|---|---|---|
    | 项目 | 决算数 | 项目 | 决算数 |
    | 一、一般公共预算财政拨款收入 | 120.00 | 一、一般公共服务支出 | 60.00 |
    | 八、其他收入 | 4.00 | 九、卫生健康支出 | 60.00 |
    | 本年收入合计 | 124.00 | 本年支出合计 | 120.00 |
    | 年初结转和结余 | 1.00 | 年末结转和结余 | 5.00 |
    | 总计 | 125.00 | 总计 | 125.00 |

    一般公共预算财政拨款支出决算表
    单位：万元
    | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    |---|---|---|---|---|
    | | 合计 | 120.00 | 100.00 | 20.00 |
    | 201 | 一般公共服务支出 | 60.00 | 40.00 | 20.00 |
    | 20103 | 政府办公厅（室）及相关机构事务 | 60.00 | 40.00 | 20.00 |
    | 2010301 | 行政运行 | 60.00 | 40.00 | 20.00 |
    | 210 | 卫生健康支出 | 60.00 | 60.00 | |
    | 21011 | 行政事业单位医疗 | 60.00 | 60.00 | |
    | 2101101 | 行政单位医疗 | 60.00 | 60.00 | |

    一般公共预算财政拨款基本支出决算表
    单位：万元
    | 科目编码 | 科目名称 | 决算数 |
    |---|---|---|
    | 301 | 工资福利支出 | 80.00 |
    | 30101 | 基本工资 | 50.00 |
    | 30102 | 津贴补贴 | 30.00 |
    | 30103 | 奖金 | |
    | | 人员经费合计 | 80.00 |
    | 302 | 商品和服务支出 | 20.00 |
    | 30201 | 办公费 | 20.00 |
    | | 公用经费合计 | 20.00 |

    ## 第三部分 2024年度部门决算情况说明

    ### 一、收入支出决算总体情况说明

    2024年度收入支出总计125.00万元。与2023年度相比，收入支出总计增加5.00万元，增长4.17%。

    ### 二、收入决算情况说明

    本年收入合计124.00万元，其中：财政拨款收入120.00万元，占96.77%；其他收入4.00万元，占3.23%。

    ### 三、一般公共预算财政拨款支出决算具体情况

    一般公共预算财政拨款支出年初预算为118.00万元，支出决算为120.00万元，完成年初预算的101.69%。

    1．一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为59.00万元，支出决算为60.00万元，完成年初预算的101.69%。决算数大于预算数的主要原因是人员增加。

    2．卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。年初预算为59.00万元，支出决算为60.00万元。决算数大于预算数的主要原因是参保人员增加。

    ### 四、一般公共预算财政拨款基本支出决算情况说明

    一般公共预算财政拨款基本支出100.00万元。其中：人员经费80.00万元，主要包括：基本工资、津贴补贴；公用经费20.00万元，主要包括：办公费。

    ### 五、其他重要事项的情况说明

    #### （一）政府采购支出情况

    2024年度政府采购支出总额10.00万元，其中：政府采购货物支出4.00万元、政府采购工程支出1.00万元、政府采购服务支出5.00万元。

    #### （二）国有资产占用情况

    截至2024年12月31日，本部门共有车辆2辆。本部门没有下属单位。
    """

  private static func balances(_ closing: String) -> String {
    "政府性基金预算财政拨款年初结转和结余1.00万元，本年收入4.00万元，本年支出2.50万元，年末结转和结余\(closing)万元。"
  }

  private static func report(_ text: String) throws -> AuditReport {
    Auditor.report(on: try DocumentReader().document(from: Array(text.utf8), name: "report.md"))
  }

  @Test("a narrative that agrees has no finding above info, and its rules were evaluated")
  func soundReport() throws {
    let report = try Self.report(Self.sound)
    #expect(report.findings.filter { $0.severity > .info && $0.rule != "tables.missing" }.map(\.message) == [])
    let passed = Set(report.checks.filter { $0.outcome == .passed }.map(\.rule))
    for rule in [
      "narrative.quote", "narrative.item", "narrative.rate", "narrative.completion", "narrative.share",
      "narrative.direction", "narrative.parts", "narrative.list", "narrative.className", "narrative.units",
      "year.heading",
      "year.date", "year.comparison", "text.placeholder", "text.templateChoice", "text.punctuation",
    ] { #expect(passed.contains(rule), "\(rule)") }
  }

  @Test(
    "one thing changed is found by its rule",
    arguments: [
      ("narrative.quote", "收入支出总计125.00万元", "收入支出总计152.00万元", "125.00"),
      ("narrative.quote", "其他收入4.00万元", "其他收入4.40万元", "4.40"),
      ("narrative.item", "支出决算为60.00万元。", "支出决算为61.00万元。", "61.00"),
      ("narrative.rate", "增长4.17%", "增长5.17%", "4.17"),
      ("narrative.completion", "完成年初预算的101.69%。决算", "完成年初预算的98.33%。决算", "101.69"),
      ("narrative.share", "占3.23%", "占4.23%", "3.23"),
      ("narrative.direction", "决算数大于预算数的主要原因是人员", "决算数小于预算数的主要原因是人员", "大于"),
      ("narrative.parts", "政府采购服务支出5.00万元", "政府采购服务支出6.00万元", "11"),
      ("narrative.list", "基本工资、津贴补贴；", "基本工资、奖金；", "奖金"),
      ("narrative.className", "卫生健康支出（类）", "医疗卫生与计划生育支出（类）", "210类"),
      ("narrative.units", "本部门没有下属单位。", "本部门没有下属单位。本部门机关及下属2个单位公务用车2辆。", "下属2个单位"),
      (
        "narrative.zeroBase", "增加5.00万元，增长4.17%", "增加125.00万元，增长0%", "无从计算"
      ), ("year.heading", "第三部分 2024年度部门决算情况说明", "第三部分 2023年度部门决算情况说明", "2023"),
      ("year.date", "截至2024年12月31日", "截至2023年12月31日", "2023年12月31日"),
      ("year.comparison", "与2023年度相比", "与2024年度相比", "2024年度自身"),
      ("text.placeholder", "本部门共有车辆", "XX局共有车辆", "XX局"),
      ("text.templateChoice", "收入支出总计增加5.00", "收入支出总计增加（减少）5.00", "增加(减少)"),
      ("narrative.items", "118.00万元，支出决算为120.00万元", "118.00万元，支出决算为110.00万元", "120"),
      ("narrative.repeat", "行政运行（项）。年初预算", "行政运行（项）66.00万元。年初预算", "66.00"),
      ("narrative.neighbour", "占3.23%。", "占3.23%。\n\n2．事业收入0万元，上年没有上级补助收入，今年也没有上级补助收入。", "上级补助收入"),
      (
        "narrative.change", "增加5.00万元，增长4.17%。",
        "增加5.00万元，增长4.17%。\n\n其他收入2024年决算数为4.00万元，2023年决算数为3.00万元，比2023年增加2.00万元。", "相差1"
      ),
      ("narrative.change", "增加5.00万元，增长4.17%", "增加150.00万元，增长4.17%", "大于本年数"),
      ("narrative.carryOver", "本部门没有下属单位。", "\(balances("3.00"))", "为2.5万元"),
      ("narrative.parts", "本部门没有下属单位。", "公务用车购置及运行费支出决算为9.00万元。其中：公务用车购置费5.00万元，公务用车运行费3.00万元。", "合计为8"),
      ("narrative.share", "占96.77%", "占本年收入的69.77%", "96.77"),
      ("year.period", "本部门没有下属单位。", "本部门没有下属单位。\n\n项目实施周期：2022年1月1日至2022年12月31日。", "2022"),
      ("text.punctuation", "本部门没有下属单位。", "本部门没有下属单位。。", "。。"),
    ])
  func changed(rule: String, was: String, becomes: String, says: String) throws {
    #expect(Self.sound.contains(was))
    let report = try Self.report(Self.sound.replacing(was, with: becomes, maxReplacements: 1))
    let findings = report.findings.filter { $0.rule == rule && $0.severity > .info }
    #expect(
      findings.contains { ($0.message + ($0.expected ?? "")).contains(says) }, "\(report.findings.map(\.message))")
    #expect(findings.allSatisfy { !$0.evidence.isEmpty && $0.evidence.allSatisfy { $0.location != nil } })
  }

  @Test(
    "a balance that follows, parts without a word for their measure and shares of a whole named otherwise are sound")
  func soundBesides() throws {
    let more = Self.balances("2.50") + "\n\n公务用车购置及运行费支出决算为8.00万元。其中：公务用车购置费5.00万元，公务用车运行费3.00万元。"
    let text = Self.sound.replacing("本部门没有下属单位。", with: more).replacing("占96.77%", with: "占本年收入的96.77%")
    let report = try Self.report(text)
    #expect(report.findings.filter { $0.severity > .info && $0.rule != "tables.missing" }.map(\.message) == [])
    let passed = report.checks.filter { $0.outcome == .passed }
    #expect(passed.contains { $0.rule == "narrative.carryOver" })
    #expect(passed.first { $0.rule == "narrative.share" }?.count == 2)
  }

  @Test(
    "an item is found by the names above it where a table prints no codes", arguments: [("60.00", 0), ("61.00", 1)])
  func namesAlone(amount: String, findings: Int) throws {
    let codeless = Self.sound.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 7, !line.contains("---") else {
        return line.hasPrefix("|---") && cells.count == 7 ? "|---|---|---|---|" : String(line)
      }
      return "|" + cells[2...].joined(separator: "|")
    }.joined(separator: "\n")
    #expect(!codeless.contains("2010301"))
    let report = try Self.report(
      codeless.replacing("支出决算为60.00万元。决算数大于预算数的主要原因是参保", with: "支出决算为\(amount)万元。决算数大于预算数的主要原因是参保"))
    #expect(report.findings("narrative.item").count == findings)
    #expect(report.checks.contains { $0.rule == "narrative.item" && $0.outcome == .passed })
  }

  @Test("what rounding explains is no error")
  func rounding() throws {
    let report = try Self.report(Self.sound.replacing("收入支出总计125.00万元", with: "收入支出总计125.01万元"))
    #expect(report.findings("narrative.quote").map(\.severity) == [.info])
    // 96.774 % cut off instead of rounded.
    let cut = try Self.report(Self.sound.replacing("占3.23%", with: "占3.22%"))
    #expect(cut.findings("narrative.share").isEmpty)
  }
}
