import Audit
import Disclosure
import Testing

@Suite("Rules for the narrative")
struct NarrativeRuleTests {
  /// The balances of a fund, in one sentence.
  private static func balances(_ closing: String) -> String {
    "政府性基金预算财政拨款年初结转和结余1.00万元，本年收入4.00万元，本年支出2.50万元，年末结转和结余\(closing)万元。"
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
      ("narrative.list", "基本工资、津贴补贴；", "基本工资、津帖补贴；", "只差一两字"),
      ("narrative.className", "卫生健康支出（类）", "医疗卫生与计划生育支出（类）", "210类"),
      ("narrative.units", "本部门没有下属单位。", "本部门没有下属单位。本部门机关及下属2个单位公务用车2辆。", "下属2个单位"),
      (
        "narrative.zeroBase", "增加5.00万元，增长4.17%", "增加125.00万元，增长0%", "无从计算"
      ), ("year.heading", "第三部分 2024年度部门决算情况说明", "第三部分 2023年度部门决算情况说明", "2023"),
      ("year.date", "截至2024年12月31日", "截至2023年12月31日", "2023年12月31日"),
      ("year.comparison", "与2023年度相比", "与2024年度相比", "2024年度自身"),
      ("text.placeholder", "本部门共有车辆", "XX局共有车辆", "XX局"),
      ("text.templateChoice", "收入支出总计增加5.00", "收入支出总计增加（减少）5.00", "总计增加（减少）5.00"),
      ("text.templateChoice", "收入支出总计增加5.00", "收入支出总计增加（减少）5.00", "增加(减少)"),
      ("narrative.items", "118.00万元，支出决算为120.00万元", "118.00万元，支出决算为110.00万元", "120"),
      ("narrative.repeat", "行政运行（项）60.00万元", "行政运行（项）66.00万元", "66.00"),
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
    #expect(SoundReport.text.contains(was))
    let report = try SoundReport.report(on: SoundReport.text.replacing(was, with: becomes, maxReplacements: 1))
    let findings = report.findings.filter { $0.rule == rule && $0.severity > .info }
    #expect(
      findings.contains { ($0.message + ($0.expected ?? "")).contains(says) }, "\(report.findings.map(\.message))")
    #expect(findings.allSatisfy { !$0.evidence.isEmpty && $0.evidence.allSatisfy { $0.location != nil } })
  }

  @Test(
    "a balance that follows, parts without a word for their measure and shares of a whole named otherwise are sound")
  func soundBesides() throws {
    let more = Self.balances("2.50") + "\n\n公务用车购置及运行费支出决算为8.00万元。其中：公务用车购置费5.00万元，公务用车运行费3.00万元。"
    let text = SoundReport.text.replacing("本部门没有下属单位。", with: more).replacing("占96.77%", with: "占本年收入的96.77%")
    let report = try SoundReport.report(on: text)
    #expect(report.findings.filter { $0.severity > .info && $0.rule != "tables.missing" }.map(\.message) == [])
    let passed = report.checks.filter { $0.outcome == .passed }
    #expect(passed.contains { $0.rule == "narrative.carryOver" })
    #expect(passed.first { $0.rule == "narrative.share" }?.count == 2)
  }

  @Test(
    "an item is found by the names above it where a table prints no codes", arguments: [("60.00", 0), ("61.00", 1)])
  func namesAlone(amount: String, findings: Int) throws {
    let codeless = SoundReport.text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 7, !line.contains("---") else {
        return line.hasPrefix("|---") && cells.count == 7 ? "|---|---|---|---|" : String(line)
      }
      return "|" + cells[2...].joined(separator: "|")
    }.joined(separator: "\n")
    #expect(!codeless.contains("2010301"))
    let report = try SoundReport.report(
      on: codeless.replacing("支出决算为60.00万元。决算数大于预算数的主要原因是参保", with: "支出决算为\(amount)万元。决算数大于预算数的主要原因是参保"))
    #expect(report.findings("narrative.item").count == findings)
    #expect(report.checks.contains { $0.rule == "narrative.item" && $0.outcome == .passed })
  }

  private static func adding(_ paragraph: String) -> String {
    SoundReport.text.replacing(
      "增加5.00万元，增长4.17%。", with: "增加5.00万元，增长4.17%。\n\n\(paragraph)", maxReplacements: 1)
  }

  @Test(
    "what is said of a part, or of the whole before it, accuses nobody",
    arguments: [
      ("narrative.quote", "对个人和家庭的补助（303）20.00万元，其中：人员经费15.00万元。", "人员经费15.00万元。"),
      (
        "narrative.ofWhich", "10．行政单位医疗（2101101），具体为：人员经费2.00万元。其中卫生健康支出（类）支出合计60.00万元。",
        "10．行政单位医疗（2101101），具体为：人员经费2.00万元，其中：离休人员经费60.00万元。"
      ),
      (
        "narrative.change", "本年收入124.00万元，其中：财政拨款收入120.00万元、其他收入4.00万元，较上年增加9.00万元。", "其他收入4.00万元，较上年增加9.00万元。"
      ), ("narrative.change", "会议费支出30.00万元，较上年的8.00万元增加22.00万元。", "会议费支出30.00万元，较上年的8.00万元增加12.00万元。"),
    ])
  func scope(rule: String, sound: String, false twin: String) throws {
    #expect(try SoundReport.report(on: Self.adding(sound)).findings(rule).filter { $0.severity == .error } == [])
    #expect(try !SoundReport.report(on: Self.adding(twin)).findings(rule).isEmpty)
  }

  @Test("100 % of nothing is a convention, 0 % a contradiction")
  func growthFromNothing() throws {
    let convention = try SoundReport.report(on: Self.adding("会议费支出3.00万元，较上年增加3.00万元，增长100%。"))
    #expect(convention.findings("narrative.zeroBase").map(\.severity) == [.warning])
    let contradiction = try SoundReport.report(on: Self.adding("会议费支出3.00万元，较上年增加3.00万元，增长0%。"))
    #expect(contradiction.findings("narrative.zeroBase").map(\.severity) == [.error])
    let twice = try SoundReport.report(
      on: Self.adding("会议费支出3.00万元，较上年增加3.00万元，增长100%。培训费支出2.00万元，较上年增加2.00万元，增长100%。"))
    let told = twice.findings("narrative.zeroBase")
    #expect(told.map(\.severity) == [.warning] && told.first?.message.hasSuffix("全文共2处如此。") == true)
    #expect(told.first?.evidence.count == 6)
    let later = try SoundReport.report(on: Self.adding("会议费支出3.00万元。\n\n会议费支出比上年增加3.00万元，增长100%。"))
    #expect(later.findings("narrative.zeroBase").map(\.severity) == [.warning])
  }

  @Test("a wrong rate is answered with the quotient of the amounts themselves")
  func quotient() throws {
    let report = try SoundReport.report(on: Self.adding("会议费支出10万元，较上年减少1万元，下降20%。"))
    #expect(report.findings("narrative.rate").map(\.expected) == ["-9.09"])
  }

  @Test(
    "a change that rounding left nothing of has a small rate, and no large one",
    arguments: [("会议费支出10.14万元，比上年减少0.00万元，下降0.05%。", 0), ("会议费支出10.14万元，比上年减少0.00万元，下降0.5%。", 1)])
  func smallChange(sentence: String, findings: Int) throws {
    #expect(try SoundReport.report(on: Self.adding(sentence)).findings("narrative.rate").count == findings)
  }

  @Test("amounts that are cut off instead of rounded are one warning with all its places")
  func cutOff() throws {
    let text = SoundReport.text.replacing("| 125.00 |", with: "| 125.008 |")
    let once = try SoundReport.report(on: text).findings("narrative.quote")
    #expect(once.map(\.severity) == [.warning] && once.first?.message.contains("截尾") == true)
    let again = text.replacing("2024年度收入支出总计125.00万元。", with: "2024年度收入支出总计125.00万元。收入总计125.00万元。")
    let twice = try SoundReport.report(on: again).findings("narrative.quote")
    #expect(twice.map(\.severity) == [.warning] && twice.first?.message.hasSuffix("全文共2处如此。") == true)
  }

  @Test("what rounding explains is no error")
  func rounding() throws {
    let report = try SoundReport.report(on: SoundReport.text.replacing("收入支出总计125.00万元", with: "收入支出总计125.01万元"))
    #expect(report.findings("narrative.quote").map(\.severity) == [.info])
    // 96.774 % cut off instead of rounded.
    let cut = try SoundReport.report(on: SoundReport.text.replacing("占3.23%", with: "占3.22%"))
    #expect(cut.findings("narrative.share").isEmpty)
  }
}
