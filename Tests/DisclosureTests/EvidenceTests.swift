import PageContent
import TableStructure
import Testing

@testable import Disclosure

@Suite("Forms, columns and rows by evidence")
struct EvidenceTests {
  private let incomeHeads = ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入"]

  @Test(
    "a title in words that the catalogue does not have",
    arguments: [
      ("2023年度财政拨款“三公”经费及会议费、培训费支出情况决算表", "threePublicExpenses"),
      ("2023年度“三公”经费、会议费、培训费支出决算总表", "threePublicExpenses"),
    ])
  func newTitle(_ title: String, _ form: String) {
    let found = document(
      "某某局2023年度部门决算", title, "单位：万元",
      table: [["项目", "预算数", "决算数"], ["合计", "5.00", "4.00"], ["会议费", "3.00", "2.50"], ["培训费", "2.00", "1.50"]])
    #expect(found.tables.map(\.form) == [form])
    #expect(found.tables.first?.sections.first?.keys == ["budget", "final"])
  }

  @Test("a table whose heads were read as lines far above its body is not blank", arguments: [true, false])
  func headsAsLines(printsFigures: Bool) {
    let figure = printsFigures ? "46,250.90" : ""
    let found = document(
      "某某局2023年度部门决算", "财政拨款收入支出决算总表", "单位：元", "收入", "支出", "决算数", "项目", "决算数", "项目", "合计", "一般公共预算财政拨款",
      "政府性基金预算财政拨款", "国有资本经营预算财政拨款",
      table: [
        ["一、一般公共预算财政拨款", figure, "一、一般公共服务支出", "", ""], ["二、政府性基金预算财政拨款", "", "二、外交支出", "", ""],
        ["三、国有资本经营预算财政拨款", "", "三、国防支出", "", ""],
      ])
    #expect(found.problems.contains { $0.kind == .unreadTable } == printsFigures)
    #expect(found.tables.map(\.status) == (printsFigures ? [] : [.blank]))
  }

  @Test("a title in other words is not that of a form by the other classification")
  func otherClassification() {
    let found = document(
      "某某局2021年度部门预算", "2021年部门统筹预算一般公共预算基本支出明细表", "单位：万元",
      table: [
        ["功能分类科目编码", "功能分类科目名称", "合计", "人员经费", "公用经费"], ["合计", nil, "9.00", "5.00", "4.00"],
        ["208", "社会保障和就业支出", "9.00", "5.00", "4.00"],
      ])
    #expect(!found.tables.contains { $0.form == "budgetBasicExpenditure" })
    #expect(found.tables.count + found.unrecognisedTables.count == 1)
  }

  @Test("a title that names two things is not that of the second")
  func titleOfTwoThings() {
    let found = document(
      "某某局2026年度部门预算", "全口径项目支出及其他支出预算表", "单位：万元",
      table: [["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["201", "一般公共服务支出", "9.00", "5.00", "4.00"]])
    #expect(!found.tables.contains { $0.form == "budgetExpenditure" })
  }

  @Test("a head above the foot that another column has too makes something else of the column")
  func headOfAnotherColumn() throws {
    let found = document(
      "某某局2023年度部门决算", "“三公”经费支出决算表", "单位：万元",
      table: [
        ["单位名称", "合计", nil, "公务接待费", nil, "差旅费", nil], [nil, "预算数", "决算数", "预算数", "决算数", "预算数", "决算数"],
        ["某某局", "9.00", "8.00", "5.00", "4.00", "3.00", "1.00"],
      ])
    let columns = try #require(found.tables.first?.sections.first?.columns)
    #expect(columns.map(\.key) == ["budget.total", "final.total", "budget.receptions", "final.receptions", nil, nil])
  }

  @Test("parts of codes are no amounts, whatever their head")
  func partsOfCodes() throws {
    let found = document(
      "某某局2023年度部门决算", "支出决算表", "单位：万元",
      table: [
        ["门", "级", "目", "科目名称", "本年支出合计", "基本支出", "项目支出"],
        ["201", "", "", "一般公共服务支出", "9.00", "5.00", "4.00"],
        ["201", "03", "", "政府办公厅（室）及相关机构事务", "9.00", "5.00", "4.00"],
        ["201", "03", "01", "行政运行", "9.00", "5.00", "4.00"],
      ])
    let section = try #require(found.tables.first?.sections.first)
    #expect(section.rows.map(\.code) == ["201", "20103", "2010301"])
    #expect(section.keys == ["total", "basic", "project"])
  }

  @Test("the codes of units are no codes of the classification")
  func unitCodes() throws {
    let found = document(
      "某某局2026年度部门预算", "收入总表", "单位：万元",
      table: [
        ["机构编码", "机构", "合计", "一般公共预算", "事业收入"], ["153", "某某局", "9.00", "5.00", "4.00"],
        ["153001", "某某局本级", "6.00", "3.00", "3.00"], ["153002", "某某中心", "3.00", "2.00", "1.00"],
      ])
    let section = try #require(found.tables.first?.sections.first)
    #expect(section.rows.allSatisfy { $0.code == nil } && section.rows.map(\.name).first == "某某局")
  }

  @Test("columns of one head are told apart by nothing, and get no key")
  func alikeHeads() {
    let found = document(
      "某某局2026年度部门预算", "一般公共预算“三公”经费支出表", "单位：万元",
      table: [
        ["合计", "因公出国（境）费", "公务接待费", "合计", "因公出国（境）费", "公务接待费"], ["22.00", "20.00", "2.00", "17.00", "15.00", "2.00"],
      ])
    let keys = found.tables.flatMap(\.sections).flatMap { $0.columns.map(\.key) }
    #expect(keys.allSatisfy { $0 == nil })
  }

  @Test("小计 and 预算 of something else mean no column")
  func headsOfSomethingElse() throws {
    let found = document(
      "某某局2026年度部门预算", "支出总表", "单位：万元",
      table: [
        ["科目编码", "科目名称", "支出总计", "基本支出", "项目支出", "2026年政府采购项目", nil], [nil, nil, nil, nil, nil, "小计", "预留份额"],
        ["201", "一般公共服务支出", "9.00", "5.00", "4.00", "3.00", "1.00"],
      ])
    let columns = try #require(found.tables.first?.sections.first?.columns)
    #expect(columns.map(\.key) == ["total", "basic", "project", "procurement", nil])
  }

  @Test("a title of something else is no form's, whatever the heads")
  func otherTitle() {
    let found = document(
      "某某局2023年度部门决算", "收入变动情况对比表", "单位：万元",
      table: [incomeHeads, ["201", "一般公共服务支出", "5.00", "4.00", "1.00", "0.00"]])
    #expect(found.tables.isEmpty && found.unrecognisedTables.count == 1)
  }

  @Test("a known title above other heads names an unread table")
  func titleAboveSomethingElse() {
    let found = document(
      "某某局2023年度部门决算", "收入决算表", "单位：万元",
      table: [["序号", "地区", "面积", "亩产", "产量"], ["1", "东乡", "5.00", "4.00", "1.00"]])
    #expect(found.tables.isEmpty && found.unrecognisedTables.count == 1)
    #expect(found.problems.map(\.kind) == [.unreadTable])
    #expect(!found.missingTables.contains("income"))
  }

  @Test("heads of the year that is on no cover")
  func yearOfHeads() throws {
    let found = document(
      "收支总表", "单位：万元",
      table: [
        ["收入", nil, "支出", nil], ["项目", "2026年预算数", "项目", "2026年预算数"], ["一、财政拨款", "8.00", "一、教育支出", "8.00"],
        ["收入总计", "8.00", "支出总计", "8.00"],
      ])
    let form = try #require(found.table("budgetSummary"))
    #expect(form.sections.map(\.keys) == [["budget"], ["budget"]])
    #expect(found.fiscalYear == nil)
  }

  @Test("text between amounts is said of its row", arguments: ["政策依据", "依据文件"])
  func textBetweenAmounts(_ head: String) throws {
    let found = document(
      "某某局2023年度部门决算", "三公经费支出决算表", "单位：万元",
      table: [
        ["项目", "预算数", head, "决算数"], ["合计", "5.00", "按规定", "4.00"], ["公务接待费", "5.00", "按标准", "4.00"],
      ])
    let section = try #require(found.tables.first?.sections.first)
    #expect(found.tables[0].sections.count == 1 && section.keys == ["budget", "final"])
    #expect(section.rows.map(\.name) == ["合计", "公务接待费"])
    #expect(section.rows[1].labels == [.init(header: head, text: "按标准")])
  }

  @Test("percentages are no amounts and name no row")
  func percentages() throws {
    let found = document(
      "某某局2023年度部门决算", "三公经费支出决算表", "单位：万元",
      table: [
        ["项目", "上年决算数", "增减变动", "本年决算数"], ["合计", "5.00", "-20.00%", "4.00"], ["公务接待费", "5.00", "-20.00%", "4.00"],
      ])
    let section = try #require(found.tables.first?.sections.first)
    #expect(found.tables[0].sections.count == 1 && section.keys == ["priorFinal", "final"])
    #expect(section.rows.map(\.name) == ["合计", "公务接待费"])
    #expect(section.rows.map { $0.labels.map(\.text) } == [["-20.00%"], ["-20.00%"]])
  }

  @Test("a bare 小计 is of what it stands under")
  func subtotalUnderAnotherHead() throws {
    let found = document(
      "某某局2026年部门预算", "支出总表", "单位：万元",
      table: [
        ["科目编码", "科目名称", "支出总额", "基本支出", "项目支出", "某某资金", nil], ["^", "^", "^", "^", "^", "小计", "其中：某项"],
        ["201", "一般公共服务支出", "9.00", "5.00", "4.00", "2.00", "1.00"],
        ["20101", "人大事务", "9.00", "5.00", "4.00", "2.00", "1.00"],
      ])
    let section = try #require(found.tables.first?.sections.first)
    #expect(section.keys == [nil, "basic", "project", nil, nil])
    #expect(section.rows.map(\.figures.count) == [5, 5])
  }

  @Test("what is carried over is not this year's")
  func measureAbove() throws {
    let found = document(
      "某某局2026年部门预算", "支出总表", "单位：万元",
      table: [
        ["科目编码", "科目名称", "合计", "上年结转数额", nil], ["^", "^", "^", "基本支出", "项目支出"],
        ["201", "一般公共服务支出", "9.00", "5.00", "4.00"],
      ])
    #expect(found.tables.first?.sections.first?.keys == ["total", nil, nil])
  }

  @Test("blocks by economic classification are sides of their own")
  func fourBlocks() throws {
    let found = document(
      "某某局2026年部门预算", "收支总表", "单位：万元",
      table: [
        ["收入", nil, "支出", nil, nil, nil, nil, nil],
        ["项目", "预算数", "支出功能分类科目（按大类）", "预算数", "部门预算支出经济科目（按大类）", "预算数", "政府预算支出经济科目（按大类）", "预算数"],
        ["一、财政拨款", "8.00", "一、教育支出", "8.00", "工资福利支出", "8.00", "机关工资福利支出", "8.00"],
        ["收入总计", "8.00", "支出总计", "8.00", "支出总计", "8.00", "支出总计", "8.00"],
      ])
    let form = try #require(found.tables.first)
    #expect(
      form.sections.map(\.side) == [
        "income", "expenditure", "expenditureByDepartmentEconomic", "expenditureByGovernmentEconomic",
      ])
  }

  @Test("a second block that names the same side has none, and that is said")
  func sameSideTwice() throws {
    let found = document(
      "某某局2026年部门预算", "收支总表", "单位：万元",
      table: [
        ["收入", nil, "支出", nil, nil, nil], ["项目", "预算数", "支出", "预算数", "支出资金来源科目", "预算数"],
        ["一、财政拨款", "8.00", "一、教育支出", "8.00", "甲", "8.00"], ["收入总计", "8.00", "支出总计", "8.00", "支出总计", "8.00"],
      ])
    let form = try #require(found.tables.first)
    #expect(form.sections.map(\.side) == ["income", "expenditure", nil])
    #expect(form.sections[2].items == [nil, nil])
    #expect(found.problems.map(\.kind) == [.unknownColumn])
  }

  @Test("what is not numbered under numbered classes is no class")
  func unnumberedRows() throws {
    let found = document(
      "某某局2026年部门预算", "收支总表", "单位：万元",
      table: [
        ["项目", "预算数", "支出项目", "预算数"], ["一、财政拨款", "8.00", "一、教育支出", "3.00"], ["", "", "其他支出", "3.00"],
        ["", "", "二、住房保障支出", "5.00"], ["", "", "住房保障支出", "5.00"], ["收入总计", "8.00", "支出总计", "8.00"],
      ])
    let side = try #require(found.tables.first?.sections.last)
    #expect(side.rows.map(\.item) == ["function.205", nil, "function.221", nil, "total"])
  }

  @Test("two digits below a class are its 款 where every 项 is printed whole")
  func shortDivisions() throws {
    let found = document(
      "某某局2023年度部门决算", "收入决算表", "单位：万元",
      table: [
        incomeHeads, ["224", "灾害防治及应急管理支出", "7.00", "7.00", "", ""], ["01", "应急管理事务", "7.00", "7.00", "", ""],
        ["2240101", "行政运行", "4.00", "4.00", "", ""], ["2240199", "其他", "1.00", "1.00", "", ""],
        ["05", "地震事务", "2.00", "2.00", "", ""],
      ])
    #expect(found.tables.first?.sections.first?.rows.map(\.code) == ["224", "22401", "2240101", "2240199", "22405"])
  }

  @Test("a head that a narrow cell cuts short")
  func cutHead() throws {
    let found = document(
      "某某局2023年度部门决算", "收入决算表", "单位：万元",
      table: [
        ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "附属单位上缴收", "级补助收入"],
        ["201", "一般公共服务支出", "5.00", "4.00", "1.00", "0.00"],
      ])
    #expect(
      found.tables.first?.sections.first?.keys
        == ["total", "fiscalAppropriation", "affiliatedRemittances", "superiorSubsidies"])
  }

  @Test("a column of figures none of which can be read stays where it is")
  func unreadableColumn() throws {
    let found = document(
      "某某局2023年度部门决算", "收入支出决算总表", "单位：万元",
      table: [
        ["收入", nil, "支出", nil], ["项目", "决算数", "项目", "决算数"], ["一、一般公共预算财政拨款收入", "12,34,5", "一、教育支出", "9.00"],
        ["本年收入合计", "XX", "本年支出合计", "9.00"],
      ])
    let form = try #require(found.tables.first)
    #expect(form.sections.map(\.side) == ["income", "expenditure"])
    #expect(form.sections[0].dump == ["一、一般公共预算财政拨款收入: 12,34,5", "本年收入合计: XX"])
    #expect(found.problems.map(\.kind) == [.unreadableCell, .unreadableCell])
  }

  @Test("a row of 1, 2, 3 below the header is a row")
  func rowLikeColumnNumbers() throws {
    let found = document(
      "某某局2023年度部门决算", "收入决算表", "单位：万元",
      table: [
        incomeHeads, ["201", "一般公共服务支出", "5.00", "4.00", "1.00", "0.00"], ["", "", "1", "2", "3", "4"],
      ])
    #expect(found.tables.first?.sections.first?.dump.last == ": 1 2 3 4")
  }

  @Test("a table under whose heads the figures stand as lines was not read")
  func figuresBelowAnEmptyTable() {
    let found = document(
      "某某局2026年部门预算", "三公经费预算表", "单位：万元",
      table: [["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", nil], ["^", "^", "^", "小计", "购置费"]],
      notes: ["37.91 0 1.35 36.56 15"])
    #expect(found.tables.isEmpty && found.unrecognisedTables.count == 1)
    #expect(found.problems.map(\.kind) == [.unreadTable])
  }
}
