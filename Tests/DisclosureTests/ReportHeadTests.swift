import PageContent
import TableStructure
import Testing

@testable import Disclosure

@Suite("The head of a report, wherever it is printed")
struct ReportHeadTests {
  private let expenditure: [[String?]] = [
    ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"], ["", "合计", "1.00", "1.00", ""],
  ]

  private func read(_ lines: [String], runningHeads: [String] = []) -> DisclosedDocument {
    DocumentRecogniser().document(
      of: lines.map(paragraph),
      runningHeads: runningHeads.map { Paragraph(text: $0, location: .page(1, Box(x0: 0, y0: 0, x1: 1, y1: 1))) },
      source: .init(name: "report.pdf", sha256: "", mediaType: "application/pdf", pageCount: 1))
  }

  @Test(
    "a cover title over lines",
    arguments: [
      ["云台市人力资源和社会保障局2024年度", "部门预算信息公开"], ["2024年云台市人力资源和社会", "保障局部门预算"], ["2024年云台市人力资源和社会保障局部门预", "算"],
      ["2024年", "云台市人力资源和社会保障局", "部门预算"], ["云台市人力资源和社会保障局", "2024年度", "部门预算公开说明"],
      ["云 台 市 人 力 资 源 和", "社 会 保 障 局", "二 〇 二 四 年 部 门 预 算"], ["云台市人力资源和社会保障局部门2024年度部门预算", "信息公开"],
      ["附件1", "云台市人力资源和社会保障局", "2024年度部门预算"], ["★", "2024年度部门预算", "云台市人力资源和社会保障局"],
      "云台市人力资源和社会保障局".map(String.init) + "二〇二四年部门预算".map(String.init),
    ])
  func brokenTitle(_ lines: [String]) {
    let found = read(lines + ["目录", "一、部门概况", "第一部分"])
    #expect(found.department == "云台市人力资源和社会保障局" && found.fiscalYear == 2024)
    #expect(found.kind == .budget && found.scope == .department)
  }

  @Test("a name that the cover breaks over lines is completed by captions, a bureau is none of its unit's")
  func brokenName() {
    let rest = ["2024年度部门决算", "编制部门：云台市民政局综合行政", "服务大队", "目录"]
    let captions = Array(repeating: "预算单位：云台市民政局综合行政服务大队", count: 2)
    #expect(read(rest + captions).department == "云台市民政局综合行政服务大队")
    #expect(read(["云台市民政局2024年度部门决算", "目录"] + captions).department == "云台市民政局")
    // So may the heading of the first part complete it, where no caption prints it whole.
    let heading = ["2024年度部门决算", "编制部门：云台市民政局信", "息中心", "目录", "第一部分云台市民政局信息中心概况"]
    #expect(read(heading).department == "云台市民政局信息中心")
  }

  @Test("a name in captions of every wording", arguments: ["预算单位", "编制部门", "填报机关", "单位名称", "部门名称", "部门（单位）名称"])
  func captions(_ label: String) {
    let found = read(["云台市2024年市级单位预算", "\(label)：云台市信访办公室（盖章）", "目录"])
    #expect(found.department == "云台市信访办公室" && found.fiscalYear == 2024 && found.scope == .unit)
  }

  @Test("a caption ends where the next begins, known or not")
  func nextCaption() {
    #expect(Caption.department(in: "部门名称：云台市档案馆保密审查情况：不设密") == "云台市档案馆")
    #expect(Caption.department(in: "部门名称：云台市档案馆审签领导：张某") == "云台市档案馆")
    #expect(Caption.department(in: "编制单位：101-云台市档案馆 金额单位：万元") == "101-云台市档案馆")
  }

  @Test("tables alone: the label of a performance table and the year above it")
  func tablesAlone() {
    let found = document(
      of: [paragraph("支出预算表"), paragraph("金额单位：万元"), .table(ruled(expenditure)), paragraph("（2026年度）")]
        + [.table(ruled([["部门名称", nil, "云台市水务局", nil], ["主管部门", "云台市财政局", "实施单位", "云台市防汛中心"]]))])
    #expect(found.department == "云台市水务局" && found.fiscalYear == 2026 && found.content == .tables)
  }

  @Test("the head of a column on a line of its own is no title")
  func columnHeads() {
    let found = read(["一般公共预算“三公”经费支出情况表", "编制部门：云台市民政局", "2018年预算数", "2019年预算数", "4.00", "5.00"])
    #expect(found.fiscalYear == nil)
  }

  @Test("the head of a column is no label, and units that differ are no publisher")
  func unitsOfAList() {
    let list: [[String?]] = [["单位名称", "单位性质"], ["云台市水务局本级", "行政"], ["云台市防汛中心", "事业"]]
    #expect(document("2024年度部门决算", table: list).department == nil)
    let projects = [["项目名称", "清淤", "预算单位", "云台市防汛中心"], ["项目名称", "测量", "预算单位", "云台市测绘院"]]
    let found = document(of: [paragraph("2024年度部门决算")] + projects.map { .table(ruled([$0])) })
    #expect(found.department == nil)
  }

  @Test("a running head, where nothing else says it")
  func runningHead() {
    let found = read(["一、收入总体情况", "本年收入总计10.00万元，与上年持平。"], runningHeads: ["云台市档案馆2023年度单位决算"])
    #expect(found.department == "云台市档案馆" && found.fiscalYear == 2023)
    #expect(found.kind == .finalAccounts && found.scope == .unit)
    #expect(read(["云台市水务局2024年度部门决算"], runningHeads: ["云台市档案馆"]).department == "云台市水务局")
  }

  @Test("the overview's first sentence, but not a list of units")
  func overview() {
    let lines = ["第一部分2026年度部门预算情况说明", "一、部门情况说明", "云台市气象局属于公益性事业单位，职责是制定规划。"]
    #expect(read(lines).department == "云台市气象局")
    #expect(read(["2026年度部门预算", "本部门包括：", "1.云台市气象局机关", "2.云台市气象台"]).department == nil)
  }

  @Test("the cover's name is not cut by a shorter one in headings, and longer in captions")
  func shortAndLong() {
    let cut = read(["云台县招商服务中心2019年部门决算", "第一部分县招商服务中心概况", "第二部分  县招商服务中心2019年部门决算表", "第三部分 县招商服务中心2019年部门决算情况说明"])
    #expect(cut.department == "云台县招商服务中心" && cut.problems.map(\.kind) == [.notAReport])
    let found = document("2023年度招商服务中心部门决算", "支出决算表", "部门：云台县招商服务中心", "单位：万元", table: expenditure)
    #expect(found.department == "云台县招商服务中心" && found.problems.isEmpty)
  }

  @Test("a cover that contradicts the captions counts, and is told")
  func contradiction() {
    let tables = [Block.table(ruled(expenditure))]
    let captions = [paragraph("支出决算表"), paragraph("部门：云台市档案馆"), paragraph("单位：万元")]
    let found = document(of: [paragraph("云台市水务局2023年度部门决算")] + captions + tables + captions + tables)
    #expect(found.department == "云台市水务局")
    let problems = found.problems.filter { $0.kind == .contradictoryHead }
    #expect(problems.map(\.detail) == ["云台市水务局 / 云台市档案馆"])
    let years = read(["云台市水务局2023年度部门决算"] + Array(repeating: "云台市水务局2022年度部门决算表", count: 3))
    #expect(years.fiscalYear == 2023)
    #expect(years.problems.first?.detail == "2023 / 2022")
  }

  @Test("of a bureau alone, or with all its units")
  func qualifiers() {
    #expect(read(["云台市公安局（本级）", "2026年部门预算", "目录"]).scope == .unit)
    #expect(read(["云台市公安局（本级）", "2026年部门预算", "目录"]).department == "云台市公安局（本级）")
    #expect(read(["云台市公安局（汇总）", "2026年部门预算", "目录"]).scope == .department)
  }

  @Test("the body that a unit belongs to stands above it on the cover")
  func superior() {
    #expect(read(["云台市教育局", "云台市第一中学", "2023年度单位决算"]).department == "云台市第一中学")
  }

  @Test("what a template leaves open is no name")
  func template() {
    #expect(read(["云台市 XX 局", "2024年度部门决算"]).department == nil)
  }

  @Test("the name before the titles of tables is the publisher's where all that have one agree")
  func nameBeforeTitles() {
    let titles = ["收入支出决算总表", "收入决算表（表2）", "支出决算表"]
    #expect(read(titles.map { "云台市水务局" + $0 } + ["三公经费表"]).department == "云台市水务局")
    #expect(read(titles + ["云台市水务局项目表"]).department == nil)
    #expect(read(["云台市水务局收入决算表", "云台市档案馆支出决算表", "云台市水务局项目表"]).department == nil)
  }

  @Test("what follows the name before titles may sound like more of it")
  func nameBeforeTitlesOfAssets() {
    let titles = ["收入支出决算总表", "收入决算表", "国有资产管理局表"]
    #expect(read(titles.map { "云台市水务局" + $0 }).department == "云台市水务局")
    // A kind of bodies is none.
    let budgets = ["收支预算总表", "收入预算总表", "国有资本经营预算支出预算表"].map { "市级部门" + $0 }
    #expect(read(budgets).department == nil)
  }

  @Test("a title of a 部门综合预算 without a year, as a workbook has it")
  func titleWithoutYear() {
    #expect(read(["云台市水务局部门综合预算收支总表"]).department == "云台市水务局")
  }

  @Test("neither a law's year nor a quoted title's")
  func lawYear() {
    let found = read(["一、编制依据", "《中华人民共和国预算法》（2018年修正）", "《2017年中央部门预算编制指南》"])
    #expect(found.fiscalYear == nil)
  }

  @Test("a fund's budget is no kind of report")
  func fund() {
    let found = read([
      "2020年度一般公共预算财政拨款安排的“三公”经费支", "出决算总额为5.48万元，比预算增加0万元。其中，公务接待费支出决算1.5万元。",
    ])
    #expect(found.kind == .finalAccounts && found.fiscalYear == 2020 && found.content == .narrative)
  }

  @Test("a date under the signature at the end")
  func signature() {
    let lines = ["云台市档案馆2018年部门预算"] + (0..<20).map { "第\($0)段" } + ["云台市档案馆", "2019年3月14日"]
    #expect(read(lines).publishedOn == "2019-03-14")
    #expect(read(Array(lines.dropLast(2)) + ["云台市财政局", "2019年3月14日"]).publishedOn == nil)
  }

  @Test("tables, narrative, both or nothing of a report")
  func content() {
    let prose = "本年度收入总计10.00万元，与上年相比增加1.00万元，主要原因是新增项目支出。"
    #expect(document("某某局2023年度部门决算", "支出决算表", "单位：万元", table: expenditure).content == .tables)
    #expect(document("某某局2023年度部门决算", "支出决算表", prose, table: expenditure).content == .both)
    let narrative = read(["某某局2023年度部门决算", "一、收入支出决算总体情况说明", prose])
    #expect(narrative.content == .narrative && narrative.missingTables.isEmpty && narrative.problems.isEmpty)
    #expect(document("", "支出决算表", table: expenditure, notes: ["注：本表反映部门本年度各项支出情况，金额转换时可能存在尾数误差。"]).content == .tables)
  }

  @Test("a narrative alone lists its contents without missing a table")
  func narrativeContents() {
    let contents = ["收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表"]
    let found = read(["某某局2023年度部门决算", "目录"] + contents + ["一、收入支出决算总体情况", "2023年度收入总计10.00万元，与上年持平。"])
    #expect(found.contents.count == 4 && found.content == .narrative && found.missingTables.isEmpty)
  }

  @Test("a page that lists reports is none")
  func listing() {
    let found = read(["云台市公安局2026年部门预算情况说明", "首页", "预算公开", "日期：2026-03-02", "附件下载", "云台市公安局2026年部门预算.pdf"])
    #expect(found.content == nil && found.problems.map(\.kind) == [.notAReport])
  }

  @Test("a page of one table misses none of the others")
  func part() {
    let found = document("2015年支出决算表", "单位：万元", table: expenditure)
    #expect(found.content == .tables && found.missingTables.isEmpty)
  }

  @Test("the catalogue has no statement that is not understood, and words for every key")
  func catalogue() {
    #expect(HeadWording.shared.problems.isEmpty)
    #expect(HeadWording.Key.allCases.filter { HeadWording.shared.words($0).isEmpty } == [])
  }
}
