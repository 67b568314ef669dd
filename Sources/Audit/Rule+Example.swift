extension Rule {
  /// A place of a report that keeps the rule, and the same place breaking it. The tests set the one for the other in a
  /// report that is sound: what the page of rules shows is what was tried.
  public struct Example: Sendable, Hashable {
    public var passing: String
    public var failing: String
  }

  /// nil for the rules that follow from the catalogue, one like the other.
  public var example: Example? { Rule.examples[id] }

  static let examples: [String: Example] = tableExamples.merging(narrativeExamples) { first, _ in first }
    .merging(performanceExamples) { first, _ in first }.merging(previousExamples) { first, _ in first }

  private static let tableExamples: [String: Example] = [
    "hierarchy.functional": Example(
      passing: "| 2101101 | 行政单位医疗 | 60.00 | 60.00 | |\n\n财政拨款收入支出决算总表",
      failing: "| 2101101 | 行政单位医疗 | 70.00 | 70.00 | |\n\n财政拨款收入支出决算总表"),
    "hierarchy.functional.total": Example(
      passing: "| | 合计 | 120.00 | 100.00 | 20.00 |", failing: "| | 合计 | 130.00 | 110.00 | 20.00 |"),
    "hierarchy.economic": Example(
      passing: "| 30102 | 津贴补贴 | 30.00 |", failing: "| 30102 | 津贴补贴 | 35.00 |"),
    "hierarchy.economic.total": Example(passing: "| | 合计 | 100.00 |", failing: "| | 合计 | 101.00 |"),
    "hierarchy.economic.personnel": Example(
      passing: "| | 人员经费合计 | 80.00 |", failing: "| | 人员经费合计 | 88.00 |"),
    "hierarchy.economic.running": Example(
      passing: "| | 公用经费合计 | 20.00 |", failing: "| | 公用经费合计 | 22.00 |"),
    "hierarchy.economic.parts": Example(
      passing: "| | 公用经费合计 | 20.00 |", failing: "| | 公用经费合计 | 22.00 |"),
    "formula.line": Example(
      passing: "| 九、卫生健康支出 | 7 | 60.00 |", failing: "| 九、卫生健康支出 | 7 | 61.00 |"),
    "formula.column": Example(
      passing: "| | 合计 | 124.00 | 120.00 | 4.00 |", failing: "| | 合计 | 124.00 | 120.00 | 5.00 |"),
    "formula.misprint": Example(passing: "8行=（6+7）行", failing: "7行=（6+7）行"),
    "lineNumbers.sequence": Example(
      passing: "| 八、其他收入 | 2 | 4.00 |", failing: "| 八、其他收入 | 12 | 4.00 |"),
    "columnNumbers.sequence": Example(passing: "| | 栏次 | 1 | 2 | 3 |", failing: "| | 栏次 | 1 | 5 | 3 |"),
    "tables.missing": Example(passing: "国有资本经营预算财政拨款支出决算表\n", failing: "办公用房情况表\n"),
    "tables.blank": Example(passing: "本部门2024年度没有政府性基金预算财政拨款收入支出，故本表无数据。", failing: ""),
    "tables.unit": Example(
      passing: "一般公共预算财政拨款支出决算表\n单位：万元", failing: "一般公共预算财政拨款支出决算表\n单位：元"),
    "names.code": Example(
      passing: "| 2101101 | 行政单位医疗 |", failing: "| 2101101 | 行政单位医疗补助 |"),
    "names.official": Example(passing: "| 21011 | 行政事业单位医疗 |", failing: "| 21011 | 行政事业单位医药 |"),
    "names.department": Example(passing: "某某市水务局负责全市水资源的管理。", failing: "某某市水努局负责全市水资源的管理。"),
    "names.scope": Example(passing: "## 第三部分 2024年度部门决算情况说明", failing: "## 第三部分 2024年度单位决算情况说明"),
    "names.outdated": Example(passing: "| 210 | 卫生健康支出 |", failing: "| 210 | 医疗卫生与计划生育支出 |"),
    "codes.invalid": Example(passing: "| 2101101 | 行政单位医疗 |", failing: "| 210110 | 行政单位医疗 |"),
  ]

  private static let narrativeExamples: [String: Example] = [
    "narrative.quote": Example(passing: "收入支出总计125.00万元", failing: "收入支出总计152.00万元"),
    "narrative.item": Example(passing: "支出决算为60.00万元。", failing: "支出决算为61.00万元。"),
    "narrative.rate": Example(passing: "增加5.00万元，增长4.17%", failing: "增加5.00万元，增长5.17%"),
    "narrative.completion": Example(passing: "完成年初预算的101.69%。决算", failing: "完成年初预算的98.33%。决算"),
    "narrative.share": Example(passing: "其他收入4.00万元，占3.23%", failing: "其他收入4.00万元，占4.23%"),
    "narrative.zeroBase": Example(passing: "增加5.00万元，增长4.17%", failing: "增加125.00万元，增长0%"),
    "narrative.direction": Example(
      passing: "决算数大于预算数的主要原因是人员增加", failing: "决算数小于预算数的主要原因是人员增加"),
    "narrative.change": Example(
      passing: "2023年决算数为3.00万元，比2023年增加1.00万元", failing: "2023年决算数为3.00万元，比2023年增加2.00万元"),
    "narrative.parts": Example(passing: "政府采购服务支出5.00万元", failing: "政府采购服务支出6.00万元"),
    "narrative.flat": Example(passing: "公务用车运行维护费与2023年度持平", failing: "公务用车运行维护费比2023年度减少1.00万元，与2023年度持平"),
    "narrative.unnamedPart": Example(passing: "公务用车购置费0.00万元，公务用车运行", failing: "公务用车运行"),
    "narrative.ofWhich": Example(passing: "其中：财政拨款收入120.00万元", failing: "其中：财政拨款收入1200.00万元"),
    "narrative.restated": Example(
      passing: "机关运行经费支出20.00万元，政府采购情况见下", failing: "机关运行经费支出21.00万元，政府采购情况见下"),
    "narrative.carryOver": Example(passing: "年末结转和结余5.00万元。", failing: "年末结转和结余5.50万元。"),
    "narrative.items": Example(
      passing: "118.00万元，支出决算为120.00万元", failing: "118.00万元，支出决算为110.00万元"),
    "narrative.repeat": Example(passing: "行政运行（项）60.00万元。年初预算", failing: "行政运行（项）66.00万元。年初预算"),
    "narrative.list": Example(passing: "主要包括：基本工资、津贴补贴；", failing: "主要包括：基本工资、奖金；"),
    "narrative.className": Example(passing: "2．卫生健康支出（类）", failing: "2．医疗卫生与计划生育支出（类）"),
    "narrative.itemName": Example(passing: "行政事业单位医疗（款）", failing: "行政事业单位医药（款）"),
    "narrative.neighbour": Example(
      passing: "事业收入0.00万元，上年没有事业收入，今年也没有事业收入。", failing: "事业收入0.00万元，上年没有上级补助收入，今年也没有上级补助收入。"),
    "narrative.kind": Example(passing: "二、收入决算情况说明", failing: "二、收入预算情况说明"),
    "narrative.units": Example(
      passing: "本部门没有下属单位。", failing: "本部门没有下属单位。本部门机关及下属2个单位公务用车2辆。"),
    "year.heading": Example(passing: "第三部分 2024年度部门决算情况说明", failing: "第三部分 2023年度部门决算情况说明"),
    "year.date": Example(passing: "截至2024年12月31日", failing: "截至2023年12月31日"),
    "year.comparison": Example(passing: "与2023年度相比", failing: "与2024年度相比"),
    "year.prior": Example(
      passing: "2023年决算数为3.00万元，比2023年增加1.00万元", failing: "2023年决算数为3.00万元，比2022年增加1.00万元"),
    "year.other": Example(
      passing: "本部门2024年度没有国有资本经营预算", failing: "本部门2022年度没有国有资本经营预算"),
    "year.period": Example(
      passing: "项目实施周期：2024年1月1日至2024年12月31日。", failing: "项目实施周期：2022年1月1日至2022年12月31日。"),
    "text.placeholder": Example(passing: "本部门共有车辆2辆", failing: "XX局共有车辆2辆"),
    "text.templateChoice": Example(passing: "收入支出总计增加5.00万元", failing: "收入支出总计增加（减少）5.00万元"),
    "text.brackets": Example(
      passing: "因公出国（境）费0.00万元；", failing: "因公出国（境费0.00万元；"),
    "text.doubledWord": Example(passing: "支出决算为5.00万元", failing: "支出决算为为5.00万元"),
    "text.percent": Example(passing: "占96.77%；", failing: "占96.77；"),
    "text.emptyReason": Example(passing: "主要原因是人员增加。", failing: "主要原因是。"),
    "text.otherFund": Example(
      passing: "没有国有资本经营预算财政拨款支出，故本表无数据", failing: "没有政府性基金预算财政拨款支出，故本表无数据"),
    "text.punctuation": Example(passing: "本部门没有下属单位。", failing: "本部门没有下属单位。。"),
  ]

  private static let performanceExamples: [String: Example] = [
    "performance.maximum": Example(passing: "3.2公里\t50\t50", failing: "3.2公里\t50\t51"),
    "performance.total": Example(passing: "总分\t97.20", failing: "总分\t98.20"),
    "performance.weights": Example(passing: "提高\t提高\t40\t35", failing: "提高\t提高\t30\t30"),
    "performance.rate": Example(passing: "10.80\t10\t90.00%", failing: "10.80\t10\t95.00%"),
    "performance.executionScore": Example(passing: "93.75%\t18.75", failing: "93.75%\t20"),
    "performance.unscored": Example(passing: "0.2%\t38", failing: "0.2%\t"),
    "performance.repeat": Example(
      passing: "监测次数\t100\t120\t40\n", failing: "监测次数\t100\t120\t36\n"),
    "performance.overrun": Example(passing: "\t125.00\t120.00\t96.00%", failing: "\t115.00\t120.00\t96.00%"),
    "performance.part": Example(passing: "财政拨款\t12.00\t12.00", failing: "财政拨款\t12.00\t13.00"),
    "performance.narrative": Example(passing: "项目全年预算数为12万元", failing: "项目全年预算数为15万元"),
    "performance.projects": Example(passing: "涉及项目2个", failing: "涉及项目1个"),
    "performance.forms": Example(passing: "基本支出总额\t\t100.00", failing: "基本支出总额\t\t105.00"),
    "performance.whole": Example(passing: "项目支出总额\t20.00", failing: "项目支出总额\t24.00"),
    "personnel.parts": Example(passing: "行政编制6人，事业编制15人", failing: "行政编制6人，事业编制16人"),
    "contents.part": Example(
      passing: "\n\n## 第四部分 名词解释", failing: "\n\n## 解释"),
    "contents.order": Example(
      passing: "第二部分 2024年度部门决算表\n第三部分 2024年度部门决算情况说明\n",
      failing: "第三部分 2024年度部门决算情况说明\n第二部分 2024年度部门决算表\n"),
    "contents.sequence": Example(passing: "第四部分 名词解释\n\n## 第一", failing: "第五部分 名词解释\n\n## 第一"),
  ]

  /// Of this year's report, beside last year's.
  private static let previousExamples: [String: Example] = [
    "previous.opening": Example(
      passing: "| 年初财政拨款结转和结余 | 0.50 |", failing: "| 年初财政拨款结转和结余 | 0.90 |"),
    "previous.quote": Example(passing: "2023年决算数为3.00万元", failing: "2023年决算数为3.30万元"),
    "previous.change": Example(
      passing: "收入支出总计增加5.00万元", failing: "收入支出总计增加4.00万元"),
    "previous.rate": Example(passing: "比2023年度下降50.00%", failing: "比2023年度下降60.00%"),
  ]
}
