import PageContent
import ProcessorTime
import TableStructure
import Testing

@testable import Disclosure

@Suite("Headers of tables")
struct TableHeaderTests {
  private func header(_ rows: [[String?]]) -> TableHeader { header(ruled(rows)) }

  private func header(_ table: Table) -> TableHeader {
    TableHeader(TableGrid(table), catalogue: .shared)
  }

  private func header(text: String) throws -> TableHeader {
    let lines = text.split(separator: "\n").enumerated().map {
      SourceLine(number: $0.offset + 1, text: String($0.element))
    }
    let tables = TextLayout.blocks(of: lines).compactMap { if case .table(let table) = $0 { table } else { nil } }
    return header(try #require(tables.first))
  }

  @Test("three levels of heads in a text, one of them a line item's words")
  func textLevels() throws {
    let found = try header(
      text: """
        | 功能分类科目名称 | 金额（元） |  |  |
        | --- | --- | --- | --- |
        |  | 本年支出 |  |  |
        |  | 小计 | 基本支出 | 项目支出 |
        | 合计 | 29.00 | 27.00 | 2.00 |
        | 208-社会保障和就业支出 | 29.00 | 27.00 | 2.00 |
        """)
    #expect(found.bodyStart == 3)
    #expect(found.roles == [.name, .amount, .amount, .amount])
  }

  /// As a page without vertical rules gives it.
  private func aligned(_ rows: [[String?]], fiscalYear: Int? = nil) -> TableHeader {
    let table = ruled(rows)
    let boundaries = (0...table.columnCount).map { 50 + Double($0) * 60 }
    return TableHeader(
      TableGrid(
        Table(
          origin: .alignment, rowCount: table.rowCount, columnCount: table.columnCount, cells: table.cells,
          location: table.location, pages: [1], boundaries: boundaries)), catalogue: .shared, fiscalYear: fiscalYear)
  }

  @Test("what stands over several columns is no line of the head below it")
  func groupsOfAlignedHeads() {
    let found = aligned([
      ["科目编码", "科目名称", "合计", "其中", nil], ["^", "^", "^", "事业单位经营支出", "上缴上级支出"],
      ["2010601", "行政运行", "10.00", "6.00", "4.00"],
    ])
    #expect(found.printed[3...] == [["其中", "事业单位经营支出"], ["其中", "上缴上级支出"]])
  }

  @Test("a line of a head that overflows its column is no group")
  func overflowingLine() {
    let found = aligned([
      ["车辆（辆）", nil, "单价100万元", nil], ["合计", "其他用车", "用途", "（含）以上专用设备（台，套）"], ["3", "1", "0", "2"],
    ])
    #expect(found.printed[3] == ["单价100万元（含）以上专用设备（台，套）"])
  }

  @Test("a head over two lines is one below this year's name too")
  func wrappedBelowTheYear() {
    let found = aligned(
      [
        ["单位名称", "2019年预算数", nil, "2018年预算数", nil], ["^", "合计", "因公出国", "合计", "因公出国"],
        ["^", "^", "（境）费用", "^", "（境）费用"], ["某局", "10.00", "6.00", "4.00", "1.00"],
      ], fiscalYear: 2019)
    #expect(found.printed[2] == ["2019年预算数", "因公出国（境）费用"])
    #expect(found.printed[4] == ["2018年预算数", "因公出国（境）费用"])
  }

  @Test("words with spans, column numbers, a code over three cells")
  func spans() {
    let found = header([
      ["项目", nil, nil, nil, "本年支出", nil, nil],
      ["功能分类科目编码", nil, nil, "科目名称", "合计", "基本支出", "项目支出"],
      ["类", "款", "项", "栏次", "1", "2", "3"],
      ["^", "^", "^", "合计", "10.00", "6.00", "4.00"],
      ["201", nil, nil, "一般公共服务支出", "10.00", "6.00", "4.00"],
      ["2010601", nil, nil, "行政运行", "10.00", "6.00", "4.00"],
    ])
    #expect(found.bodyStart == 3)
    #expect(found.roles == [.code, .code, .code, .name, .amount, .amount, .amount])
    #expect(found.paths[4...] == [["本年支出", "合计"], ["本年支出", "基本支出"], ["本年支出", "项目支出"]])
    #expect(found.numbers == [nil, nil, nil, nil, 1, 2, 3])
  }

  @Test("a remark within a head of names")
  func remarkInHead() {
    let found = header([
      ["单位编码", "单位（项目）名称", "项目金额", "项目简介"], ["188001", "馆舍维修", "99100", "按季度完成。"],
      ["188001", "古籍修复", "3367000", "按季度完成。"],
    ])
    #expect(found.roles == [.code, .name, .amount, .text])
  }

  @Test("lines of a head that stand as heads of their own, on a page without rules")
  func wrappedHeads() {
    var table = ruled([
      ["项目", "事业单位", "对附属单", "行"],
      ["^", "经营支出", "位补助支", "次"],
      ["^", "^", "出", "^"],
      ["合计", "6.00", "4.00", "1"],
      ["行政运行", "6.00", "4.00", "2"],
    ])
    #expect(header(table).paths[2] == ["对附属单", "位补助支", "出"])
    table.origin = .alignment
    let found = header(table)
    #expect(found.paths == [["项目"], ["事业单位经营支出"], ["对附属单位补助支出"], ["行次"]])
    #expect(found.roles == [.name, .amount, .amount, .lineNumber])
  }

  @Test("the middle of a head that its cell cuts off, over codes; the end of one in the row of column numbers")
  func clippedHeads() {
    let found = header([
      ["分类科目编", "科目名称", "合计"], ["编码栏次", "1", "2"], ["201", "一般公共服务支出", "10.00"],
      ["20101", "人大事务", "10.00"],
    ])
    #expect(found.roles == [.code, .name, .amount])
    #expect(found.bodyStart == 2)
  }

  @Test("类, 款 and 项 in the row of the total")
  func splitCodes() {
    let found = header([
      ["科目编码", nil, nil, "科目名称", "本年支出合计", "基本支出", "项目支出"],
      ["类", "款", "项", "合计", "10.00", "6.00", "4.00"],
      ["201", "", "", "一般公共服务支出", "10.00", "6.00", "4.00"],
      ["201", "06", "01", "行政运行", "10.00", "6.00", "4.00"],
    ])
    #expect(found.bodyStart == 1)
    #expect(found.roles == [.code, .code, .code, .name, .amount, .amount, .amount])
    #expect(found.paths[2] == ["科目编码", "项"] && found.paths[3] == ["科目名称"])
  }

  @Test("the same, where the total row is blank")
  func blankTotal() {
    let found = header([
      ["科目编码", nil, nil, "科目名称", "本年支出合计", "基本支出", "项目支出"],
      ["类", "款", "项", "合计", "", "", ""],
      ["", "", "", "", "", "", ""],
    ])
    #expect(found.bodyStart == 1 && found.roles.suffix(3) == [.amount, .amount, .amount])
  }

  @Test("line numbers beside labels and amounts, on both sides")
  func twoSided() {
    let found = header([
      ["收入", nil, nil, "支出", nil, nil],
      ["项目", "行次", "金额", "项目（按功能分类）", "行次", "金额"],
      ["栏次", "", "1", "栏次", "", "2"],
      ["一、财政拨款收入", "1", "10.00", "一、一般公共服务支出", "14", "9.00"],
    ])
    #expect(found.bodyStart == 3)
    #expect(found.roles == [.name, .lineNumber, .amount, .name, .lineNumber, .amount])
    #expect(found.paths[2] == ["收入", "金额"] && found.paths[5] == ["支出", "金额"])
    #expect(found.numbers[2] == 1 && found.numbers[5] == 2)
  }

  @Test("a text has no spans: words reach to the right as far as the row above lets them")
  func text() throws {
    let found = try header(
      text: """
        项目\t\t本年支出\t\t
        科目编码\t科目名称\t合计\t基本支出\t项目支出
        \t栏次\t1\t2\t3
        \t合计\t10.00\t6.00\t4.00
        201\t一般公共服务支出\t10.00\t6.00\t4.00
        """)
    #expect(found.bodyStart == 3)
    #expect(found.roles == [.code, .name, .amount, .amount, .amount])
    #expect(found.paths[3] == ["本年支出", "基本支出"] && found.paths[4] == ["本年支出", "项目支出"])
    #expect(found.numbers == [nil, nil, 1, 2, 3])
  }

  @Test("title, department and unit in the table's first rows are no header")
  func captionRows() {
    let found = header([
      ["支出决算表", nil, nil], ["部门：某某局", nil, "单位：万元"], ["科目编码", "科目名称", "支出合计"], ["201", "公共服务", "10.00"],
    ])
    #expect(found.captionRows == 0..<2 && found.bodyStart == 3)
    #expect(found.paths == [["科目编码"], ["科目名称"], ["支出合计"]])
  }

  @Test("remarks are no figures, and a column without header or content is unused")
  func otherColumns() {
    let found = header([
      ["项目", "决算数", "", "备注"], ["会议费", "10.00", "", "无"], ["合计", "10.00", "", ""],
    ])
    #expect(found.roles == [.name, .amount, .unused, .text])
  }

  @Test("a table of nothing but a header, or of nothing")
  func noBody() {
    let bare = header([["科目编码", "科目名称", "支出合计"]])
    #expect(bare.bodyStart == 1 && bare.roles.last == .amount)
    let blank = header([["科目编码", "科目名称", "支出合计"], ["", "", ""], ["", "", ""]])
    #expect(blank.bodyStart == 1)
    let empty = header([["", ""], ["", ""]])
    #expect(empty.roles == [.unused, .unused])
    #expect(
      header(Table(origin: .rulings, rowCount: 0, columnCount: 0, cells: [], location: .line(1, columns: 1...1))).roles
        .isEmpty)
  }

  @Test("a tall table of words only is read no slower than its cells")
  func tall() {
    let seconds = processorSeconds {
      let rows = (0..<20_000).map { ["甲\($0 % 7)", "乙", "丙\($0 % 3)"] as [String?] }
      let cells = rows.enumerated().flatMap { row, texts in
        texts.enumerated().map { column, text in
          Cell(row: row, column: column, text: text ?? "", location: .line(row + 1, columns: 1...1))
        }
      }
      let table = Table(
        origin: .tabs, rowCount: rows.count, columnCount: 3, cells: cells, location: .line(1, columns: 1...1))
      let found = document(of: [paragraph("支出决算表"), .table(table)])
      #expect(found.tables.count + found.unrecognisedTables.count == 1)
    }
    #expect(seconds < 120)
  }

  @Test("总计 beside 合计 below a head that nobody knows is not what the form calls its total")
  func wholeBesideUnknownTotal() throws {
    func keys(_ group: String) throws -> [String?] {
      let found = document(
        "2024年度部门预算", "支出预算总表", "单位：万元",
        table: [
          ["科目编码", "科目名称", "总计", group, nil, nil, "单位预留机动经费"], ["^", "^", "^", "合计", "基本支出", "项目支出", "^"],
          ["", "合计", "10.00", "9.00", "6.00", "3.00", "1.00"],
          ["201", "一般公共服务支出", "10.00", "9.00", "6.00", "3.00", "1.00"],
        ])
      return try #require(found.table("budgetExpenditure")).sections[0].columns.map(\.key)
    }
    #expect(try keys("部门预算") == ["overall", "total", "basic", "project", "reserve"])
    #expect(try keys("甲类安排").prefix(2).allSatisfy { $0 != "total" })
  }
}
