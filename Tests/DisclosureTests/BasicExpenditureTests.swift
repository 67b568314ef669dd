import Testing

@testable import Disclosure

@Suite("Basic expenditure by economic code")
struct BasicExpenditureTests {
  private let title = "一般公共预算财政拨款基本支出决算表"
  /// The head and the first rows of three blocks.
  private static let blocks: [[String?]] = [
    ["人员经费", nil, nil, "公用经费", nil, nil, nil, nil, nil],
    ["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"],
    ["301", "工资福利支出", "60.00", "302", "商品和服务支出", "9.00", "310", "资本性支出", "1.00"],
    ["30101", "基本工资", "60.00", "30201", "办公费", "9.00", "31002", "办公设备购置", "1.00"],
  ]

  @Test("three blocks side by side are two lists; the figure of 公用经费合计 stands in the last block")
  func threeBlocks() throws {
    let form = try #require(
      document(
        title, "单位：万元",
        table: Self.blocks + [
          ["303", "对个人和家庭的补助", "5.00", "30202", "印刷费", "", "", "", ""],
          ["人员经费合计", nil, "65.00", "公用经费合计", nil, nil, nil, nil, "10.00"],
        ]
      ).generalBudgetBasicExpenditure)
    #expect(form.table.sections.map(\.side) == ["personnel", "public"])
    #expect(form.figure("30101")?.text == "60.00" && form.figure("31002")?.text == "1.00")
    #expect(form.figure("30202") == nil)
    #expect(form.personnel?.text == "65.00" && form.running?.text == "10.00")
    #expect(form.table.sections[1].rows.map(\.code) == ["302", "30201", "30202", "310", "31002", nil])
  }

  @Test("公用经费合计 over two blocks may stand where the first has its figures")
  func totalAmongFigures() throws {
    let document = document(
      title, "单位：万元",
      table: Self.blocks + [
        ["人员经费合计", nil, "60.00", "", "", "公用经费合计", "", "", "10.00"]
      ])
    #expect(document.generalBudgetBasicExpenditure?.running?.text == "10.00")
    #expect(document.problems.isEmpty)
  }

  @Test("names alone of the department's list beside codes and names of the government's")
  func namesBesideGovernmentList() throws {
    let form = try #require(
      document(
        "部门综合预算一般公共预算基本支出明细表（按支出经济分类科目）", "单位：万元",
        table: [
          ["经济分类科目名称", "政府经济科目编码", "政府经济科目名称", "合计", "人员经费支出", "公用经费支出"],
          ["基本工资", "50101", "工资奖金津补贴", "60.00", "60.00", ""],
          ["津贴补贴", "50101", "工资奖金津补贴", "20.00", "20.00", ""],
          ["办公费", "50201", "办公经费", "9.00", "", "9.00"],
        ]
      ).tables.first)
    #expect(form.sections[0].rows.map(\.name) == ["基本工资", "津贴补贴", "办公费"])
    #expect(form.sections[0].rows.allSatisfy { $0.code == nil && $0.labels.count == 2 })
  }

  @Test("the same in a text, where the total's label and figure are blocks apart")
  func threeBlocksInText() throws {
    let form = try #require(
      document(
        """
        \(title)
        单位：万元
        人员经费\t\t\t公用经费\t\t\t\t\t
        科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数
        301\t工资福利支出\t60.00\t302\t商品和服务支出\t9.00\t310\t资本性支出\t1.00
        30101\t基本工资\t60.00\t30201\t办公费\t9.00\t31002\t办公设备购置\t1.00
        人员经费合计\t\t60.00\t公用经费合计\t\t\t\t\t10.00
        """
      ).generalBudgetBasicExpenditure)
    #expect(form.personnel?.text == "60.00" && form.running?.text == "10.00")
    #expect(form.table.sections.map(\.side) == ["personnel", "public"])
  }

  @Test("two blocks, told apart by their codes where no head says it")
  func twoBlocks() throws {
    let form = try #require(
      document(
        title, "单位：万元",
        table: [
          ["经济分类科目编码", "科目名称", "决算数", "经济分类科目编码", "科目名称", "决算数"],
          ["301", "工资福利支出", "60.00", "302", "商品和服务支出", "9.00"],
          ["30101", "基本工资", "60.00", "30201", "办公费", "9.00"],
        ]
      ).generalBudgetBasicExpenditure)
    #expect(form.table.sections.map(\.side) == ["personnel", "public"])
    #expect(form.table.sections.map { $0.rows.map(\.role) } == [[.subtotal, .item], [.subtotal, .item]])
  }

  @Test("one list with a column for each part, codes split in two")
  func columns() throws {
    let form = try #require(
      document(
        title, "单位：元",
        table: [
          ["经济分类科目编码", nil, "科目名称", "本年支出合计", nil, nil],
          ["类", "款", "^", "合计", "人员经费", "公用经费"],
          ["", "", "合计", "70.00", "60.00", "10.00"],
          ["301", "", "工资福利支出", "60.00", "60.00", ""],
          ["301", "01", "基本工资", "60.00", "60.00", ""],
          ["", "02", "津贴补贴", "0.00", "0.00", ""],
          ["302", "", "商品和服务支出", "10.00", "", "10.00"],
        ]
      ).generalBudgetBasicExpenditure)
    let section = try #require(form.table.sections.first)
    #expect(form.table.sections.count == 1 && section.keys == ["total", "personnel", "running"])
    #expect(section.rows.map(\.code) == [nil, "301", "30101", "30102", "302"])
    #expect(section.rows.map(\.role) == [.total, .subtotal, .item, .item, .item])
    #expect(form.personnel?.text == "60.00" && form.running?.text == "10.00" && form.figure("302")?.text == "10.00")
  }

  @Test(
    "names of the department's list beside codes of the government's: the names are the rows', whether the heads say whose they are or the codes alone",
    arguments: ["政府预算支出", "甲方"])
  func namesBesideGovernmentCodes(whose: String) throws {
    let form = try #require(
      document(
        title, "单位：万元",
        table: [
          ["经济分类科目名称", "\(whose)经济分类科目编码", "\(whose)经济分类科目名称", "决算数"],
          ["工资福利支出", "501", "机关工资福利支出", "70.00"],
          ["基本工资", "50101", "工资奖金津补贴", "60.00"],
          ["津贴补贴", "50101", "工资奖金津补贴", "10.00"],
        ]
      ).generalBudgetBasicExpenditure)
    let rows = form.table.sections.flatMap(\.rows)
    #expect(rows.map(\.name) == ["工资福利支出", "基本工资", "津贴补贴"])
    #expect(rows.allSatisfy { $0.code == nil })
    #expect(rows.last?.labels.map(\.text) == ["50101", "工资奖金津补贴"])
  }
}
