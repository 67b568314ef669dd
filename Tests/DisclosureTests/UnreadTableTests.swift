import PageContent
import TableStructure
import Testing

@testable import Disclosure

@Suite("Tables that could not be read")
struct UnreadTableTests {
  private func read(_ text: String) -> DisclosedDocument {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return DocumentRecogniser().document(
      of: TextLayout.blocks(of: lines.enumerated().map { SourceLine(number: $0.offset + 1, text: String($0.element)) }),
      source: SourceDocument.Identity(name: "a.txt", sha256: "", mediaType: "text/plain", pageCount: nil))
  }

  private func document(_ lines: String...) -> DisclosedDocument {
    let blocks = lines.enumerated().map {
      Block.paragraph(Paragraph(text: $0.element, location: .line($0.offset + 1, columns: 1...9)))
    }
    return DocumentRecogniser().document(
      of: blocks, source: SourceDocument.Identity(name: "a.txt", sha256: "", mediaType: "text/plain", pageCount: nil))
  }

  @Test(
    "a title with figures below it is reported, and its table is not called missing",
    arguments: [["1,234.50 1,234.50", "12.00"], ["１，２３４．５０ １，２３４．５０", "１２．００"]])
  func reported(figures: [String]) {
    let document = document(
      "某某局2024年度部门决算", "收入决算表", "行政运行", figures[0], "其他", figures[1], "支出决算表", "第三部分 情况说明")
    #expect(document.problems.map(\.kind) == [.unreadTable])
    #expect(document.problems.first?.detail == "收入决算表")
    #expect(document.problems.first?.location == .line(2, columns: 1...9))
    #expect(!document.missingTables.contains("income"))
  }

  @Test(
    "a title with the statement below its heads that there is nothing is an empty table, and is not called missing")
  func statedEmpty() {
    let document = document(
      "某某局2024年度部门决算", "目录", "一、收入决算表 3", "二、支出决算表 4", "三、国有资本经营预算财政拨款支出决算表 5", "第一部分 概况",
      "本部门负责有关事务。", "国有资本经营预算财政拨款支出决算表", "科目名称 项目支出", "合计", "说明：本部门没有国有资本经营预算财政拨款支出，本表无数据。")
    #expect(document.problems.isEmpty)
    let table = document.tables.first
    #expect(table?.title == "国有资本经营预算财政拨款支出决算表" && table?.status == .declaredEmpty)
    #expect(table?.notes.map(\.text) == ["说明：本部门没有国有资本经营预算财政拨款支出，本表无数据。"])
    #expect(!document.missingTables.contains("stateCapital") && document.missingTables.contains("income"))
  }

  @Test("the heads of an empty table below a title of two lines")
  func headsAlone() {
    let document = document(
      "某某局2024年度部门决算", "目录", "一、收入决算表 3", "二、支出决算表 4", "三、国有资本经营预算财政拨款支出决算表 5", "第一部分 概况",
      "本部门负责有关事务。", "某某市某某区某某局2024年度国有资本经营预算财", "政拨款支出决算表", "科目编码", "科目名称", "合计", "基本支出", "栏次 1 2 3",
      "合计")
    #expect(document.problems.isEmpty && document.tables.map(\.status) == [.blank])
    #expect(!document.missingTables.contains("stateCapital") && document.missingTables.contains("income"))
  }

  @Test("heads that blanks part on one line tell of a table whose rows are taken for sentences")
  func headsOnOneLine() {
    let document = document(
      "某某局2024年部门预算", "项目支出绩效表", "单位名称 项目名称 金 额 绩效目标", "合 计 162.61",
      "某某中心 设备更新 162.61 按季度完成年度任务，服务对象满意度不低于九成。")
    #expect(document.problems.map(\.kind) == [.unreadTable] && document.tables.isEmpty)
  }

  @Test("a table of targets whose rows are not parted is reported, sentences and all")
  func targets() {
    let document = document(
      "某某局2024年部门预算", "项目支出绩效目标表", "项目名称", "设备更新", "年度目标", "按季度完成年度任务。", "一级指标", "二级指标", "三级指标", "指标值",
      "产出指标", "数量指标", "≥7批")
    #expect(document.problems.map(\.kind) == [.unreadTable] && document.problems[0].detail == "项目支出绩效目标表")
  }

  @Test("a figure that ran into a name is reported")
  func figureInName() {
    func strays(_ name: String) -> [String] {
      DisclosureTests.document(
        "某某局2024年度部门决算", "收入支出决算总表", "单位：万元",
        table: [["收入", nil], ["项目", "决算数"], [name, "4.00"], ["总计", "4.00"]]
      ).problems.filter { $0.kind == .strayFigure }.map(\.detail)
    }
    #expect(strays("4,450.75一、本年支出") == ["4,450.75一、本年支出"])
    #expect(strays("—（二）外交支出") == ["—（二）外交支出"])
    #expect(strays("2.一般公共预算").isEmpty && strays("5.12地震恢复重建").isEmpty && strays("-一般公共预算").isEmpty)
  }

  @Test("rows of a text that no table took are reported, unless below a title that is")
  func looseRows() {
    func strays(_ title: String) -> [String] {
      document("某某局2024年度部门决算", title, "行政运行 1,234.50 1,230.00", "其他 12.00 10.00", "共 3 项").problems
        .filter { $0.kind == .strayFigure }.map(\.detail)
    }
    #expect(strays("二、有关情况") == ["行政运行 1,234.50 1,230.00", "其他 12.00 10.00"])
    #expect(strays("收入决算表").isEmpty)
  }

  @Test("an amount that stands alone on a page is reported, unless its table is as a whole")
  func looseAmounts() {
    func strays(_ title: String) -> [String] {
      DisclosureTests.document(of: [title, "1,234.56 78.90", "3.5%", "12"].map(paragraph)).problems
        .filter { $0.kind == .strayFigure }.map(\.detail)
    }
    #expect(strays("二、有关情况") == ["1,234.56 78.90"])
    #expect(strays("收入决算表").isEmpty)
  }

  @Test("a title with heads and a figure below them is reported: nothing printed is called blank")
  func headsWithFigure() {
    for figure in ["0.00", "-", "1,200.50"] {
      let document = document("某某局2024年度部门决算", "收入决算表", "科目编码", "科目名称", "合计", "基本支出", "栏次 1 2 3", "合计", figure)
      #expect(document.problems.map(\.kind) == [.unreadTable] && document.tables.isEmpty)
    }
  }

  @Test("contents and the narrative are no tables")
  func others() {
    #expect(
      document("目录", "一、收入决算表 3", "二、支出决算表 4", "三、财政拨款收入支出决算总表 5").problems.filter { $0.kind == .unreadTable }.isEmpty)
    #expect(
      document("2024年度某某局部门决算", "支出决算表", "本年支出合计1,234.50万元，比上年增加12.30万元，增长1.01%。").problems.isEmpty)
  }

  @Test("each title below its table")
  func titleBelow() {
    let document = document(
      "某某局2024年度部门决算", "一、收入决算表 3", "二、支出决算表 4", "三、财政拨款收入支出决算总表 5", "本部门负责有关事务。", "行政运行 1,234.50",
      "1,234.50", "12.00", "收入决算表", "行政运行 1,234.50", "1,234.50", "12.00", "支出决算表")
    #expect(document.problems.filter { $0.kind == .unreadTable }.map(\.detail) == ["收入决算表", "支出决算表"])
    #expect(document.missingTables.contains("appropriationSummary") && !document.missingTables.contains("expenditure"))
  }

  @Test("a header whose figures stand below it, apart, is no blank table")
  func figuresApart() {
    let report = read(
      "某某局2024年度部门决算\n\n支出决算表\n\n单位：万元\n\n科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
        + "\t合计\t\t\t\n\n9.00\n\n1,205.00\n\n4.00\n\n说明如下。"
    )
    #expect(report.tables.isEmpty)
    #expect(report.problems.map(\.kind) == [.unreadTable])
  }

  @Test("a title that is a heading, with figures that commas part below it, is reported")
  func headingAboveValues() {
    let blocks = [
      Block.paragraph(Paragraph(text: "某某局2024年度部门决算", location: .line(1, columns: 1...9))),
      .paragraph(Paragraph(text: "收入决算表", location: .line(2, columns: 1...9), headingLevel: 3)),
      .paragraph(Paragraph(text: "行政运行,661.67,661.67,0.00", location: .line(3, columns: 1...9))),
      .paragraph(Paragraph(text: "二、工作情况", location: .line(4, columns: 1...9), headingLevel: 3)),
    ]
    let document = DocumentRecogniser().document(
      of: blocks, source: SourceDocument.Identity(name: "a.md", sha256: "", mediaType: "text/plain", pageCount: nil))
    #expect(document.problems.map(\.kind) == [.unreadTable])
    #expect(document.problems.first?.location == .line(2, columns: 1...9))
  }
}
