import Audit
import Disclosure
import Testing

/// Contradictions of kinds that real reports have, each beside its near twin that accuses nobody.
@Suite("Contradictions within a text")
struct ContradictionTests {
  private static func findings(_ rule: String, _ was: String, _ becomes: String) throws -> [Finding] {
    #expect(SoundReport.text.contains(was), "\(was)")
    let text = SoundReport.text.replacing(was, with: becomes, maxReplacements: 1)
    return try SoundReport.report(on: text).findings(rule).filter { $0.severity > .info }
  }

  /// Behind the first paragraph of the narrative.
  private static func added(_ rule: String, _ paragraph: String) throws -> [Finding] {
    let last = "增加5.00万元，增长4.17%。"
    return try findings(rule, last, last + "\n\n" + paragraph + "\n\n")
  }

  @Test(
    "what a sentence says of itself",
    arguments: [
      ("text.percent", "水费支出3.00万元，占30.15，电费支出2.00万元，占20.10%。", "房屋占地30.15，占全部的20.10%。"),
      ("text.percent", "水费支出3.00万元，增长30.15；电费支出增长20.10%。", "水费支出增长30.15个百分点；电费支出增长20.10%。"),
      ("text.emptyReason", "水费支出增加的主要原因是。", "水费支出增加的主要原因是水价提高。"),
      ("text.emptyReason", "水费支出增加，原因为：；电费支出未变。", "水费支出增加，原因为：水价提高；电费支出未变。"),
      (
        "narrative.ofWhich", "差旅费支出1.58万元，其中：国内差旅费31.23万元、国外差旅费0.00万元。",
        "差旅费支出31.58万元，其中：国内差旅费31.23万元、国外差旅费0.00万元。"
      ),
      (
        "narrative.ofWhich", "培训费支出2.00万元。其中：线下培训费支出3.00万元。",
        "会议费和培训费共5.00万元，培训费支出2.00万元，其中：线下支出3.00万元。"
      ),
      (
        "narrative.flat", "水费支出3.00万元，比2023年减少1.00万元，与2023年持平。", "水费支出3.00万元，比2023年减少1.00万元，与年初预算持平。"
      ),
      (
        "narrative.flat", "水费支出3.00万元，比2023年减少1.00万元，与2023年持平。",
        "水费支出3.00万元，比2023年减少0.02万元，下降0.66%，与2023年持平。"
      ),
      ("narrative.flat", "水费支出与上年持平，主要原因是用水减少。", "水费支出与上年持平，主要原因是用水没有增加。"),
      (
        "year.other", "2022年度收入支出总计125.00万元，较上年增加。", "2022年度结转资金收入1.00万元，于本年使用。"
      ), ("year.other", "收入总计2022年决算数为125.00万元。", "收入总计2022年决算数为110.00万元，2023年决算数为120.00万元。"),
    ])
  func sentences(rule: String, contradiction: String, twin: String) throws {
    #expect(try !Self.added(rule, contradiction).isEmpty)
    #expect(try Self.added(rule, twin).map(\.message) == [])
  }

  @Test(
    "what stands in one place and is denied in another",
    arguments: [
      (
        "narrative.ofWhich", "政府采购服务支出5.00万元。", "政府采购服务支出5.00万元。授予中小企业合同金额12.00万元。",
        "政府采购服务支出5.00万元。授予中小企业合同金额8.00万元，其中：授予小微企业合同金额8.00万元。"
      ),
      (
        "narrative.ofWhich", "政府采购服务支出5.00万元。",
        "政府采购服务支出5.00万元。授予中小企业合同金额8.00万元。\n\n授予小微企业合同金额9.00万元。", "政府采购服务支出5.00万元。授予小微企业合同金额9.00万元。"
      ),
      (
        "narrative.restated", "机关运行经费支出20.00万元，政府采购情况见下", "机关运行经费支出19.00万元，政府采购情况见下",
        "本级机关运行经费支出19.00万元，政府采购情况见下"
      ),
      (
        "text.otherFund", "没有国有资本经营预算财政拨款支出，故本表", "没有政府性基金预算财政拨款支出，故本表", "没有政府性基金预算和国有资本经营预算财政拨款支出，故本表"
      ),
      ("year.other", "本部门2024年度没有国有资本", "本部门2023年度没有国有资本", "本部门没有国有资本"),
      ("names.scope", "## 第三部分 2024年度部门决算情况说明", "## 第三部分 2024年度单位决算情况说明", "## 第三部分 所属单位决算情况说明"),
      ("names.department", "## 第一部分 某某市水务局概况", "## 第一部分 某某市水务概况", "## 第一部分 水务局概况"),
      ("contents.part", "第四部分 名词解释\n\n## 第一", "第四部分 附件\n\n## 第一", "第四部分 专业名词\n\n## 第一"),
      (
        "narrative.unnamedPart", "公务用车购置费0.00万元，公务用车运行维护费4.00万元", "公务用车运行维护费4.00万元",
        "公务用车运行维护费4.00万元，本年未购置车辆"
      ),
      ("narrative.list", "主要包括：办公费。", "主要包括：办公费、印刷费。", "主要包括：办公费、数据维护。"),
      (
        "narrative.itemName", "2．卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）", "2．卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）",
        "2．卫生健康支出（类）行政事业单位医疗（款）行政单位医疗补助（项）"
      ),
      (
        "narrative.itemName", "财政拨款收入：指同级财政在本年度拨给单位的资金。",
        "卫生健康支出（类）行政事业单位医疗（款）行政单位医药（项）：指用于医疗的支出。", "卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）：指用于医疗的支出。"
      ),
      ("narrative.completion", "执行数为10.8万元，完成预算的90%", "执行数为10.80万元，执行率85.00%", "执行数为10.8万元，执行率90%"),
    ])
  func places(rule: String, was: String, contradiction: String, twin: String) throws {
    #expect(try !Self.findings(rule, was, contradiction).isEmpty)
    #expect(try Self.findings(rule, was, twin).map(\.message) == [])
  }

  @Test("basic expenditure whose parts stand in paragraphs of their own", arguments: [("20.00", 0), ("25.00", 1)])
  func sectionParts(running: String, count: Int) throws {
    let budget = """
      # 2024年某某市水务局部门预算

      ## 一、支出结构

      1.基本支出预算\(count == 0 ? "100.00" : "105.00")万元，占一般公共预算支出的80.00%。

      ## 二、一般公共预算基本支出情况说明

      2024年一般公共预算基本支出100.00万元，其中：

      人员经费80.00万元，主要包括：基本工资。

      公用经费\(running)万元，主要包括：办公费。
      """
    let report = try Auditor.report(on: SoundReport.document(budget))
    #expect(report.findings("narrative.parts").filter { $0.severity == .error }.count == count)
    #expect(report.findings("narrative.restated").count == count)
  }

  @Test(
    "a name that a narrow cell cut is no other name",
    arguments: [("行政单位医", 0), ("行政单位医疗补助", 1), ("行政医疗单位", 1)])
  func clippedNames(name: String, count: Int) throws {
    let found = try Self.findings("names.code", "| 2101101 | 行政单位医疗 |", "| 2101101 | \(name) |")
    #expect(found.count == count)
  }

  @Test("lines of a narrow cell close brackets of the page before; a sentence does not", arguments: [true, false])
  func linesOfCells(isCell: Bool) {
    let lines = isCell ? ["系统评估各区避难场", "所（含符合性与衔", "所在地的规划），完", "成报告的编制工作"] : ["本部门完成了报告的编制工作）。"]
    let cut = isCell ? ["评估各区", "避难场所规划", "布局评估），完成", "报告编制工作", "并报上级批准"] : lines
    let document = { (texts: [String]) in
      var document = Make.document([])
      document.paragraphs = texts.enumerated().map {
        TextParagraph(text: $0.element, location: Make.place(3, $0.offset, 0))
      }
      return document
    }
    let count = Auditor.report(on: document(cut)).findings("text.brackets").count
    #expect(count == (isCell ? 0 : 1))
  }

  @Test(
    "what only looks like last year's text",
    arguments: [
      ("year.comparison", "审议《2023年计划执行情况与2024年计划草案的报告》1次。", "收入总计10.00万元，与2024年相比增加。"),
      ("year.period", "项目实施期限2022-2025年。", "项目实施期限2021-2022年。"),
      (
        "narrative.neighbour", "上级补助收入2.00万元，比上年减少1.00万元，主要是部分项目改由政府性基金安排。", "上级补助收入0.00万元，上年无政府性基金收入，今年也没有。"
      ),
    ])
  func leftOver(rule: String, twin: String, slip: String) throws {
    #expect(try Self.added(rule, twin).map(\.message) == [])
    #expect(try !Self.added(rule, slip).isEmpty)
  }

  @Test("an item is personnel or running expenditure as the table's columns say", arguments: [true, false])
  func columnsOfLists(isListed: Bool) throws {
    let budget = """
      # 2024年某某市水务局部门预算

      一般公共预算基本支出表
      单位：万元
      | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
      |---|---|---|---|---|
      | | 合计 | 100.00 | 80.00 | 20.00 |
      | 301 | 工资福利支出 | 80.00 | 80.00 | |
      | 30101 | 基本工资 | 70.00 | 70.00 | |
      | 30112 | 其他社会保障缴费 | 10.00 | 10.00 | |
      | 302 | 商品和服务支出 | 15.00 | | 15.00 |
      | 30201 | 办公费 | 10.00 | | 10.00 |
      | 30202 | 印刷费 | 5.00 | | 5.00 |
      | 303 | 对个人和家庭的补助 | 5.00 | | 5.00 |
      | 30399 | 其他对个人和家庭的补助 | 5.00 | | 5.00 |

      ## 一、一般公共预算基本支出情况说明

      一般公共预算基本支出100.00万元，其中：

      人员经费80.00万元，主要包括：基本工资、社会保障缴费；

      公用经费20.00万元，主要包括：办公费、印刷费\(isListed ? "、其他对个人和家庭的补助" : "")。
      """
    let report = try Auditor.report(on: SoundReport.document(budget))
    #expect(report.findings("narrative.list").count == (isListed ? 0 : 1))
  }

  @Test(
    "a page of the contents that the others contradict; pages that begin anew accuse nobody",
    arguments: [
      ([3, 5, 7, 9, 12], 0), ([3, 5, 6, 9, 12], 0), ([3, 5, 9, 9, 12], 1), ([3, 5, 7, 9, 10], 0),
      ([3, 7, 5, 9, 12], 1),
    ])
  func pagesOfTheContents(pages: [Int], count: Int) {
    let titles = ["部门概况", "部门决算表", "决算情况说明", "其他重要事项", "名词解释"]
    let numbers = ["第一部分", "第二部分", "第三部分", "第四部分", "第五部分"]
    var document = Make.document([])
    document.tableOfContents = zip(zip(numbers, titles), pages).enumerated().map { row, line in
      ContentsLine(number: line.0.0, text: line.0.1, page: line.1, location: Make.place(2, row, 0))
    }
    let contents = zip(numbers, titles).enumerated().map { row, line in
      TextParagraph(text: line.0 + line.1, location: Make.place(2, row, 0))
    }
    let headings = zip(zip(numbers, titles), [5, 7, 9, 11, 14]).map { line, page in
      TextParagraph(text: line.0 + line.1, location: Make.place(page, 0, 0))
    }
    document.paragraphs = contents + headings
    #expect(Auditor.report(on: document).findings("contents.order").count == count)
  }

  @Test("sentences of one wrong year are one finding")
  func wrongYears() throws {
    let found = try Self.added(
      "year.other", "收入总计2022年决算数为125.00万元。\n\n支出总计2022年决算数为125.00万元。")
    #expect(found.count == 1)
    #expect(found.first?.message.contains("共2处") == true)
  }

  @Test(
    "one paragraph has one amount for one of the three public expenses",
    arguments: [
      ("公务接待费支出28.91万元，用于接待。公务接待费支出0万元。", 1), ("公务接待费支出28.91万元，用于接待。公务接待费支出28.91万元。", 0),
      ("公务接待费支出28.91万元，用于接待。外事接待费支出0万元。", 0), ("公务接待费支出28.91万元。上年公务接待费支出0万元。", 0),
      ("公务用车购置和运行维护费。2024年决算数22.00万元，其中：公务用车购置费2024年决算数0万元。", 0),
    ])
  func threePublicTwice(paragraph: String, count: Int) throws {
    let text = "# 2024年某某市水务局部门决算\n\n## 一、“三公”经费支出决算情况说明\n\n" + paragraph
    let report = try Auditor.report(on: SoundReport.document(text))
    #expect(report.findings("narrative.restated").count == count)
  }
}
