import ProcessorTime
import Testing

@testable import Disclosure

@Suite("Rows of coded forms")
struct CodedRowsTests {
  private let head: [String?] = ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"]

  private func section(_ rows: [[String?]], breaks: [Int] = []) throws -> FormTable.Section {
    let form = try #require(document("支出决算表", "单位：万元", table: [head] + rows, breaks: breaks).table("expenditure"))
    #expect(form.sections.count == 1)
    return form.sections[0]
  }

  @Test("total, classes, divisions and items, with their roles")
  func roles() throws {
    let found = try section([
      ["合计", nil, "10.00", "6.00", "4.00"], ["201", "一般公共服务支出", "10.00", "6.00", "4.00"],
      ["20106", "财政事务", "10.00", "6.00", "4.00"], ["2010601", "行政运行", "6.00", "6.00", ""],
      ["2010602", "一般行政管理事务", "4.00", "", "4.00"],
    ])
    #expect(found.rows.map(\.role) == [.total, .subtotal, .subtotal, .item, .item])
    #expect(found.rows.map(\.code) == [nil, "201", "20106", "2010601", "2010602"])
    #expect(found.dump[4] == "2010602 一般行政管理事务: 4.00 _ 4.00")
  }

  @Test("the end of a name that hangs into the next cell goes back to its row")
  func hangingNames() throws {
    let found = try section([
      ["合计", nil, "4.00", "4.00", ""], ["2120399-其他城乡社区公共设施", nil, "3.00", "3.00", ""],
      ["支出2120803-城市建设支出", nil, "1.00", "1.00", ""],
    ])
    #expect(found.dump.dropFirst() == ["2120399 其他城乡社区公共设施支出: 3.00 3.00 _", "2120803 城市建设支出: 1.00 1.00 _"])
    // What is no rest of a name stays.
    let named = try section([["合计", nil, "1.00", "1.00", ""], ["支出2120803-城市建设支出", nil, "1.00", "1.00", ""]])
    #expect(named.rows.last?.code == nil)
  }

  @Test("code and name in one cell, and names without codes")
  func otherLabels() throws {
    let coded = try section([["合计", nil, "4.00", "4.00", ""], ["2040201-行政运行", nil, "4.00", "4.00", ""]])
    #expect(coded.dump == ["合计: 4.00 4.00 _", "2040201 行政运行: 4.00 4.00 _"])
    let named = try #require(
      document(
        "支出决算表", "单位：万元",
        table: [["项目", "本年支出合计", "基本支出", "项目支出"], ["合计", "4.00", "4.00", ""], ["　公共安全支出", "4.00", "4.00", ""]]
      ).table("expenditure"))
    #expect(named.sections[0].rows.map(\.code) == [nil, nil])
    #expect(named.sections[0].rows.last?.name.hasSuffix("公共安全支出") == true)
  }

  @Test("codes in cells of their own, the class left out, cells that hang down")
  func splitCodes() throws {
    let form = try #require(
      document(
        "支出决算表", "单位：万元",
        table: [
          ["科目编码", nil, nil, "科目名称", "本年支出合计", "基本支出", "项目支出"], ["类", "款", "项", "合计", "9.00", "6.00", "3.00"],
          ["201", "", "", "一般公共服务支出", "9.00", "6.00", "3.00"], ["", "06", "", "财政事务", "9.00", "6.00", "3.00"],
          ["", "", "01", "行政运行", "6.00", "6.00", ""], ["", "", "02", "一般行政管理事务", "3.00", "", "3.00"],
        ]
      ).table("expenditure"))
    #expect(form.sections[0].rows.map(\.code) == [nil, "201", "20106", "2010601", "2010602"])
    #expect(form.sections[0].rows[0].role == .total && form.sections[0].rows[0].name == "合计")
    #expect(form.sections[0].rows[0].figures.map { $0?.text } == ["9.00", "6.00", "3.00"])
  }

  @Test("parts of codes under letters that are not known, beside labels in the column of classes")
  func unknownLetters() throws {
    let form = try #require(
      document(
        "支出决算表", "单位：万元",
        table: [
          ["科目编码", nil, nil, "科目名称", "本年支出合计", "基本支出", "项目支出"], ["甲", "乙", "丙", "^", "^", "^", "^"],
          ["229", "", "", "其他支出", "2.00", "", "2.00"], ["229", "60", "", "彩票公益金安排的支出", "2.00", "", "2.00"],
          ["229", "60", "02", "用于社会福利的彩票公益金支出", "2.00", "", "2.00"], ["全部支出", nil, nil, nil, "2.00", "", "2.00"],
        ]
      ).table("expenditure"))
    #expect(form.sections[0].rows.map(\.code) == ["229", "22960", "2296002", nil])
  }

  @Test("parts without a class are no code: their digits stay a label")
  func partsAlone() throws {
    let form = try #require(
      document(
        "支出决算表", "单位：万元",
        table: [
          ["科目编码", nil, "科目名称", "本年支出合计", "基本支出", "项目支出"], ["款", "项", "^", "^", "^", "^"],
          ["04", "01", "其他政府性基金安排的支出", "2.00", "", "2.00"], ["60", "02", "用于社会福利的彩票公益金支出", "1.00", "", "1.00"],
        ]
      ).table("expenditure"))
    let rows = form.sections[0].rows
    #expect(rows.map(\.code) == [nil, nil] && rows[0].name == "其他政府性基金安排的支出")
    #expect(rows.map { $0.labels.map(\.text) } == [["04", "01"], ["60", "02"]])
  }

  @Test("a row cut by the page: its name, or its name and figures, go on after the break")
  func cutRows() throws {
    let name = try section(
      [["", "合计", "4.00", "4.00", ""], ["2010601", "一般公共预算", "4.00", "4.00", ""], ["", "财政拨款", "", "", ""]], breaks: [3]
    )
    #expect(name.dump == ["合计: 4.00 4.00 _", "2010601 一般公共预算财政拨款: 4.00 4.00 _"])
    let figures = try section(
      [["", "合计", "4.00", "4.00", ""], ["2010601", "一般公共预算", "", "", ""], ["", "财政拨款", "4.00", "4.00", ""]], breaks: [3]
    )
    #expect(figures.dump == ["合计: 4.00 4.00 _", "2010601 一般公共预算财政拨款: 4.00 4.00 _"])
  }

  @Test("the name of a unit that the page cuts goes on below; a total's label is whole")
  func cutUnits() throws {
    let item = ["2010601", "行政运行", "4.00", "4.00", ""]
    let cut = try section([["", "某区档案", "4.00", "4.00", ""], ["", "信息中心", "", "", ""], item], breaks: [2])
    #expect(cut.dump == ["某区档案信息中心: 4.00 4.00 _", "2010601 行政运行: 4.00 4.00 _"])
    #expect(
      try section([["", "合计", "4.00", "4.00", ""], ["", "信息中心", "", "", ""], item], breaks: [2]).rows.count == 3)
  }

  @Test("labels of several columns that the page cuts go on below, each in its own")
  func cutLabels() throws {
    let form = try #require(
      document(
        "支出决算表", "单位：万元",
        table: [
          ["单位名称"] + head, ["某区档案局", "2010601", "行政运行", "4.00", "4.00", ""],
          ["某区档案", "2010602", "一般行政", "3.00", "", "3.00"], ["信息中心", "", "管理事务", "", "", ""],
          ["某区档案", "2010603", "机关服务", "2.00", "", "2.00"], ["信息中心", "", "", "", "", ""],
        ], breaks: [3, 5]
      ).table("expenditure"))
    let rows = form.sections[0].rows
    #expect(rows.map(\.name) == ["行政运行", "一般行政管理事务", "机关服务"])
    #expect(rows.map { $0.labels.map(\.text) } == [["某区档案局"], ["某区档案信息中心"], ["某区档案信息中心"]])
  }

  @Test("nothing is joined where no page ends, or where both parts have figures, or before a total")
  func wholeRows() throws {
    let rows: [[String?]] = [["2010601", "行政运行", "4.00", "4.00", ""], ["", "其他", "", "", ""]]
    #expect(try section(rows).rows.count == 2)
    #expect(try section([rows[0], ["", "其他", "1.00", "", "1.00"]], breaks: [2]).rows.count == 2)
    #expect(try section([rows[0], ["", "合计", "", "", ""]], breaks: [2]).rows.count == 2)
    #expect(try section([rows[0], ["2010602", "其他", "", "", ""]], breaks: [2]).rows.count == 2)
  }

  @Test("an item cut by the page in a two-sided form")
  func cutItem() throws {
    let form = try #require(
      document(
        "收入支出决算总表", "单位：万元",
        table: [
          ["收入", nil, "支出", nil], ["项目", "决算数", "项目", "决算数"], ["一、一般公共预算财政", "9.00", "一、一般公共服务支出", "9.00"],
          ["拨款收入", "", "", ""], ["总计", "9.00", "总计", "9.00"],
        ], breaks: [3]
      ).table("incomeExpenditureSummary"))
    #expect(form.sections[0].dump == ["一、一般公共预算财政拨款收入: 9.00", "总计: 9.00"])
    #expect(form.sections[0].items == ["generalBudget", "total"])
    #expect(form.sections[1].dump == ["一、一般公共服务支出: 9.00", "总计: 9.00"])
  }

  @Test("figures that show no more digits than they need are not cut where the page ends")
  func figuresOfVariousLengths() throws {
    let form = try #require(
      document(
        "收入支出决算总表", "单位：万元",
        table: [
          ["收入", nil, "支出", nil], ["项目", "决算数", "项目", "决算数"], ["一、一般公共预算财政拨款收入", "9.25", "一、一般公共服务支出", "8.55"],
          ["二、事业收入", "3.12", "二、外交支出", "3.75"], ["本年收入合计", "12.3", "本年支出合计", "12.3"],
          ["使用非财政拨款结余", "0", "结余分配", "0"], ["总计", "12.37", "总计", "12.37"],
        ], breaks: [5]
      ).table("incomeExpenditureSummary"))
    let section = form.sections[0]
    let rows = ["一、一般公共预算财政拨款收入: 9.25", "二、事业收入: 3.12", "本年收入合计: 12.3", "使用非财政拨款结余: 0", "总计: 12.37"]
    #expect(section.dump == rows)
  }

  @Test("a figure in a cell over several columns stands at the right; a stray one is a problem")
  func mergedFigures() throws {
    let found = document(
      "支出决算表", "单位：万元", table: [head, ["合计", nil, nil, nil, "4.00"], ["201", "公共服务", "4.00", nil, nil]])
    let section = try #require(found.table("expenditure")?.sections.first)
    #expect(section.rows.last?.figures.map { $0?.text } == [nil, nil, "4.00"])
  }

  @Test("a table of very many codes costs no more than its rows")
  func manyRows() throws {
    let seconds = processorSeconds {
      var text = "支出决算表\n单位：万元\n科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
      for index in 0..<20_000 { text += "2\(100_000 + index * 37 % 900_000)\t行政运行\t1.00\t1.00\t\n" }
      #expect(document(text).table("expenditure")?.sections.first?.rows.count == 20_000)
    }
    #expect(seconds < 120)
  }
}
