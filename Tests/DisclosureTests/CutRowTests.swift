import Disclosure
import PageContent
import TableStructure
import Testing

@Suite("Rows that a page cuts in two, in tables without codes")
struct CutRowTests {
  private let head: [[String?]] = [["项目", "本年收入合计", "财政拨款收入"], ["合计", "9.00", "9.00"]]

  /// The rows of a table whose pieces begin at the given rows.
  private func rows(_ body: [[String?]], breaks: [Int]) throws -> [String] {
    let found = document("2023年度部门决算", "收入决算表", "单位：万元", table: head + body, breaks: breaks)
    return try #require(found.tables.first?.sections.first).dump
  }

  @Test("where every row has figures, one without them goes on with the row above the break")
  func filled() throws {
    #expect(
      try rows(
        [["行政运行", "6.00", "6.00"], ["气象预", "3.00", "3.00"], ["报预测", "", ""], ["气象探测", "1.00", "1.00"]], breaks: [4])
        == ["合计: 9.00 9.00", "行政运行: 6.00 6.00", "气象预报预测: 3.00 3.00", "气象探测: 1.00 1.00"])
    // The figures may go with the rest.
    #expect(
      try rows([["行政运行", "6.00", "6.00"], ["气象预", "", ""], ["报预测", "3.00", "3.00"]], breaks: [4])
        == ["合计: 9.00 9.00", "行政运行: 6.00 6.00", "气象预报预测: 3.00 3.00"])
  }

  @Test("a label that went to the next page as a whole, its figures above it")
  func labelBelow() throws {
    #expect(
      try rows([["行政运行", "6.00", "6.00"], ["", "3.00", "3.00"], ["气象预报预测", "", ""], ["气象探测", "", ""]], breaks: [4])
        == ["合计: 9.00 9.00", "行政运行: 6.00 6.00", "气象预报预测: 3.00 3.00", "气象探测: _ _"])
    let found = document(
      "2023年度部门决算", "收入决算表", "单位：万元",
      table: [
        ["功能分类科目名称", "本年收入合计", "财政拨款收入"], ["合计", "9.00", "9.00"], ["208-社会保障和就业支出", "9.00", "9.00"],
        ["", "9.00", "9.00"], ["20805-行政事业单位养老支出", "", ""],
      ], breaks: [4])
    #expect(found.tables.first?.sections.first?.dump.last == "20805 行政事业单位养老支出: 9.00 9.00")
  }

  @Test("a label over the columns of codes and names is a row's own")
  func wide() throws {
    let found = document(
      "2023年度部门决算", "支出决算表", "单位：万元",
      table: [
        ["科目编码", "科目名称", "本年支出合计"], ["2080501", "行政单位离退休", "9.00"], ["2080505", "机关事业单位基本养老保险缴费支出", ""],
        ["某类开支之和", nil, "9.00"],
      ], breaks: [3])
    #expect(found.tables.first?.sections.first?.dump.last == "某类开支之和: 9.00")
  }

  @Test("where other rows are blank too, only what cannot be a label goes on")
  func blank() throws {
    let blank: [String?] = ["咨询费", "", ""]
    #expect(try rows([blank, ["会议费", "3.00", "3.00"], ["培训费", "", ""]], breaks: [4]).count == 4)
    #expect(
      try rows([blank, ["商品和服务支", "3.00", "3.00"], ["出", "", ""]], breaks: [4]).last == "商品和服务支出: 3.00 3.00")
    #expect(
      try rows([blank, ["因公出国（", "3.00", "3.00"], ["境）费用", "", ""]], breaks: [4]).last == "因公出国（境）费用: 3.00 3.00")
  }

  @Test("where other rows are blank too, the name of a code goes on")
  func official() throws {
    let blank: [String?] = ["咨询费", "", ""]
    #expect(
      try rows([blank, ["其他国有企业", "3.00", "3.00"], ["资本金注入", "", ""]], breaks: [4]).last
        == "其他国有企业资本金注入: 3.00 3.00")
  }

  @Test("no label begins with a particle, and a line number alone stays with its figures")
  func restsOfLabels() throws {
    let blank: [String?] = ["咨询费", "", ""]
    #expect(
      try rows([blank, ["用于体育事业", "3.00", "3.00"], ["的彩票公益金支出", "", ""]], breaks: [4]).last
        == "用于体育事业的彩票公益金支出: 3.00 3.00")
    let found = document(
      "2023年度部门决算", "收入支出决算总表", "单位：万元",
      table: [
        ["项目", "行次", "决算数"], ["一、一般公共服务支出", "1", "9.00"], ["二、外交支出", "2", ""], ["", "3", "4.00"], ["三、国防支出", "", ""],
        ["四、公共安全支出", "4", ""], ["本年支出合计", "5", "13.00"],
      ], breaks: [4])
    let section = try #require(found.tables.first?.sections.first)
    #expect(section.rows.map(\.name) == ["一、一般公共服务支出", "二、外交支出", "三、国防支出", "四、公共安全支出", "本年支出合计"])
    #expect(section.dump[2].hasSuffix("4.00"))
  }

  @Test("a row that no break parts from the one above stays a row")
  func noBreak() throws {
    #expect(try rows([["气象预", "3.00", "3.00"], ["报预测", "", ""]], breaks: []).count == 3)
    #expect(try rows([["行政运行", "3.00", "3.00"], ["合计", "", ""]], breaks: [3]).count == 3)
  }

  @Test("a figure that breaks inside its cell is made whole, with the label or without it")
  func figures() throws {
    let first: [String?] = ["公共服务", "6.50", "6.50"]
    let zeros: [[String?]] = [first, ["外交", "0", "0"], ["国防", "0", "0"], ["气象探测", "37.6", "0"], ["", "4", ""]]
    #expect(try rows(zeros, breaks: [6]).last == "气象探测: 37.64 0")
    #expect(
      try rows([first, ["气象预", "4,377", "3.00"], ["报预测", ".69", ""]], breaks: [4]).last == "气象预报预测: 4,377.69 3.00")
    #expect(try rows([first, ["气象探测", "37.6", "3.00"], ["", "4", ""]], breaks: [4]).last == "气象探测: 37.64 3.00")
    #expect(
      try rows([first, ["气象探测", "1,234,", "3.00"], ["", "567.80", ""]], breaks: [4]).last == "气象探测: 1,234,567.80 3.00")
    let whole: [[String?]] = [["公共服务", "6,500", "6,500"], ["气象探测", "3,603,42", "603,423"], ["", "3", ""]]
    #expect(try rows(whole, breaks: [4]).last == "气象探测: 3,603,423 603,423")
    // Without decimals only the row itself says where a figure ends.
    let cut: [[String?]] = [["公共服务", "650", "650"], ["气象探测", "352362", "3523624"], ["", "4", ""]]
    #expect(try rows(cut, breaks: [4]).last == "气象探测: 3523624 3523624")
    // Figures of their own: of a total without a label, or below a whole one.
    #expect(try rows([first, ["气象探测", "37.60", "3.00"], ["", "44.10", "9.50"]], breaks: [4]).count == 4)
    #expect(try rows([first, ["气象探测", "37.60", ""], ["", "4", ""]], breaks: [4]).count == 4)
  }

  @Test("a figure that ends in its point is cut, also where others have fewer digits behind theirs")
  func openFigure() throws {
    #expect(
      try rows([["行政运行", "3577.8", "3,577.8"], ["气象探测", "12.25", "3,717."], ["", "", "56"]], breaks: [4]).dropFirst()
        == ["行政运行: 3577.8 3,577.8", "气象探测: 12.25 3,717.56"])
  }

  @Test("the lines of a label that were read as rows are one row, where together they are a known label")
  func tornLabels() throws {
    func rows(_ body: [[String?]]) throws -> [String] {
      let found = document(
        "2023年度部门决算", "收入支出决算总表", "单位：万元",
        table: [["收入", nil, "支出", nil], ["项目", "决算数", "项目", "决算数"]] + body)
      return try #require(found.tables.first?.sections.first).dump
    }
    #expect(
      try rows([
        ["一、一般公共预算财政拨款收", "", "", ""], ["入", "9.00", "一、一般公共服务支出", "9.00"], ["二、政府性基金预", "", "二、外交支出", ""],
        ["算财政拨款", "3.00", "", ""], ["收入", "", "", ""], ["本年收入合计", "12.00", "本年支出合计", "9.00"],
      ]).map { $0.prefix { $0 != ":" } } == ["一、一般公共预算财政拨款收入", "二、政府性基金预算财政拨款收入", "本年收入合计"])
    // Rows of their own: both have figures, or they are no label together.
    #expect(
      try rows([
        ["一、一般公共预算财政拨款收", "1.00", "", ""], ["入", "9.00", "一、一般公共服务支出", "9.00"], ["甲项", "", "", ""],
        ["乙项", "2.00", "", ""],
      ]).count == 4)
  }

  @Test("digits that may end a figure above the break are told")
  func told() {
    let body: [[String?]] = [["公共服务", "650", "650"], ["气象探测", "6005", ""], ["", "68", ""]]
    let found = document("2023年度部门决算", "收入决算表", "单位：万元", table: head + body, breaks: [4])
    #expect(found.problems.filter { $0.kind == .strayFigure }.map(\.detail) == ["68"])
  }
}
