import PageContent
import Testing

@testable import Disclosure

@Suite("Two-sided forms")
struct TwoSidedFormTests {
  private let summary = """
    收入支出决算总表
    \t\t\t\t公开01表
    部门：某某局\t\t\t\t\t单位：万元
    收入\t\t\t支出\t\t
    项目\t行次\t决算数\t项目\t行次\t决算数
    栏次\t\t1\t栏次\t\t2
    一、一般公共预算财政拨款收入\t1\t90.00\t一、一般公共服务支出\t14\t80.50
    二、政府性基金预算财政拨款收入\t2\t\t八、社会保障和就业支出\t15\t9.50
    五、事业收入\t3\t0.00\t\t16\t
    其中：教育收费\t4\t—\t\t17\t
    本年收入合计\t5\t90.00\t本年支出合计\t18\t90.00
    使用非财政拨款结余\t6\t\t结余分配\t19\t
    年初结转和结余\t7\t1.50\t年末结转和结余\t20\t1.50
    总计\t8\t91.50\t总计\t21\t91.50
    """

  @Test("a section for each side, with keys, line numbers and roles")
  func sections() throws {
    let form = try #require(document(summary).table("incomeExpenditureSummary"))
    #expect(form.sections.map(\.side) == ["income", "expenditure"])
    let income = form.sections[0]
    #expect(income.keys == ["final"] && income.columns[0].number == 1 && income.columns[0].header == ["收入", "决算数"])
    #expect(
      income.items == [
        "generalBudget", "governmentFund", "publicService", "publicService.educationFees", "currentTotal",
        "useOfSurplus", "openingCarryOver", "total",
      ])
    #expect(income.rows.map(\.lineNumber) == Array(1...8))
    #expect(income.rows.map(\.role).suffix(4) == [.subtotal, .item, .item, .total])
    #expect(income.rows.map(\.isOfWhich).filter { $0 }.count == 1 && income.rows[3].isOfWhich)
    let expenditure = form.sections[1]
    #expect(expenditure.keys == ["final"] && expenditure.columns[0].number == 2)
    #expect(expenditure.rows.compactMap(\.item).prefix(3) == ["function.201", "function.208", "currentTotal"])
    #expect(form.number == 1 && form.unit == .tenThousandYuan && form.department == "某某局" && form.status == .present)
  }

  @Test("blank is no figure, a dash is none, zero is zero")
  func figures() throws {
    let form = try #require(document(summary).incomeExpenditureSummary)
    #expect(form.income(.governmentFund) == nil)
    #expect(form.income(.publicService)?.amount?.yuan?.isZero == true)
    #expect(form.table.figure(item: "publicService.educationFees", column: "final", side: "income")?.value == .dash)
    #expect(form.income(.total)?.amount?.yuan == ExactNumber(mantissa: 915_000, scale: 0))
    #expect(form.expenditure(class: "208")?.text == "9.50")
    #expect(form.expenditure(.total)?.location.line == 14)
    #expect(form.income(.superiorSubsidies) == nil && form.expenditure(class: "299") == nil)
  }

  @Test("columns for each kind of budget on the right side")
  func appropriation() throws {
    let form = try #require(
      document(
        "财政拨款收入支出决算总表", "单位：元",
        table: [
          ["收入", nil, nil, "支出", nil, nil, nil, nil, nil],
          ["项目", "行次", "金额", "项目", "行次", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"],
          ["栏次", "", "1", "栏次", "", "2", "3", "4", "5"],
          ["一、一般公共预算财政拨款", "1", "70.5", "一、一般公共服务支出", "15", "70.5", "70.5", "", ""],
          ["二、政府性基金预算财政拨款", "2", "3", "十一、城乡社区支出", "25", "3", "", "3", ""],
          ["本年收入合计", "9", "73.5", "本年支出合计", "59", "73.5", "70.5", "3", ""],
          ["年初财政拨款结转和结余", "10", "0.00", "年末财政拨款结转和结余", "60", "", "", "", ""],
          ["一般公共预算财政拨款", "11", "0.00", "", "61", "", "", "", ""],
          ["总计", "14", "73.5", "总计", "64", "73.5", "70.5", "3", ""],
        ]
      ).appropriationSummary)
    #expect(
      form.table.sections.map(\.keys) == [["final"], ["total", "generalBudget", "governmentFund", "stateCapital"]])
    #expect(form.income(.generalBudget)?.text == "70.5" && form.income(.openingGeneralBudget)?.text == "0.00")
    #expect(form.expenditure(class: "212", .governmentFund)?.text == "3")
    #expect(form.expenditure(class: "212", .generalBudget) == nil)
    #expect(form.expenditure(.currentTotal, .generalBudget)?.amount?.yuan?.description == "70.5")
    #expect(form.table.sections[1].rows.map(\.lineNumber) == [15, 25, 59, 60, 61, 64])
  }

  @Test("budget and final amounts side by side on both sides, without line numbers")
  func budgetColumns() throws {
    let form = try #require(
      document(
        "收入支出决算总表", "单位：万元",
        table: [
          ["收入", nil, nil, "支出", nil, nil],
          ["项目", "年初预算数", "决算数", "项目", "年初预算数", "决算数"],
          ["一、财政拨款收入", "8.00", "9.00", "一、一般公共服务支出", "8.00", "8.50"],
          ["总计", "8.00", "9.00", "总计", "8.00", "9.00"],
        ]
      ).incomeExpenditureSummary)
    #expect(form.table.sections.map(\.keys) == [["initialBudget", "final"], ["initialBudget", "final"]])
    #expect(form.income(.total, .initialBudget)?.text == "8.00" && form.income(.total)?.text == "9.00")
    #expect(form.expenditure(class: "201", .final)?.text == "8.50")
  }

  @Test("an unreadable figure is a problem, and never a number")
  func unreadable() throws {
    let found = document(summary.replacing("80.50", with: "8O.50").replacing("1.50\t年末", with: "XX\t年末"))
    let form = try #require(found.incomeExpenditureSummary)
    #expect(form.expenditure(class: "201")?.value == .unreadable && form.expenditure(class: "201")?.text == "8O.50")
    #expect(form.income(.openingCarryOver)?.value == .unreadable)
    #expect(found.problems.filter { $0.kind == .unreadableCell }.map(\.detail) == ["8O.50", "XX"])
  }

  @Test("a side belongs to the section that holds its items, whatever the heads of others say")
  func sidesByItems() throws {
    let found = document(
      "2024年度部门预算", "收支预算总表", "单位：万元",
      table: [
        ["收入", nil, "支出", nil, nil, nil], ["项目", "金额", "功能分类", "金额", "支出去向", "金额"],
        ["一、财政拨款", "9.00", "一、一般公共服务支出", "4.00", "一、基本支出", "6.00"],
        ["二、其他资金", "1.00", "二、教育支出", "6.00", "二、项目支出", "4.00"],
        ["", "", "三、科学技术支出", "", "", ""], ["收入合计", "10.00", "支出合计", "10.00", "支出合计", "10.00"],
      ])
    let form = try #require(found.table("budgetSummary"))
    #expect(form.sections.map(\.side) == ["income", "expenditure", nil])
    #expect(found.problems.map(\.kind) == [.unknownColumn])
    // Alone it is no side of the form either, where none of its rows is one of that side.
    let alone = document(
      "2024年度部门预算", "财政拨款收支预算总表", "单位：万元",
      table: [
        ["收入", nil, "支出", nil], ["项目", "金额", "支出去向", "金额"], ["一、一般公共预算", "9.00", "甲类", "6.00"],
        ["二、政府性基金预算", "1.00", "乙类", "4.00"], ["收入合计", "10.00", "支出合计", "10.00"],
      ])
    #expect(alone.table("budgetAppropriationSummary")?.sections.map(\.side) == ["income", nil])
  }
}
