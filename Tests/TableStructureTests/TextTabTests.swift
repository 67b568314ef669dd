import PageContent
import Testing

@testable import TableStructure

@Suite("Tables by tabs")
struct TextTabTests {
  @Test("rows are padded, header words joined, bold marks taken off")
  func cells() throws {
    let table = try #require(
      tables(
        """
        科 目编码\t科目名称\t本年收入 合计\t
        \t合计\t<b>1,020.50</b>\t
        20101\t人大事务\t20.50
        """
      ).first)
    #expect(table.origin == .tabs)
    #expect(
      grid(table) == [
        ["科目编码", "科目名称", "本年收入合计", ""], ["", "合计", "1,020.50", ""], ["20101", "人大事务", "20.50", ""],
      ])
    #expect(table.cells.filter(\.isBold).map(\.text) == ["1,020.50"])
    #expect(table.cells.allSatisfy { $0.rowSpan == 1 && $0.columnSpan == 1 })
  }

  @Test("a cell's columns cut its raw text out of the line; an empty cell stands at its tab")
  func columns() throws {
    let table = try #require(tables("类\t 款 项 \t\t**5.00**\n201\t\t\t1").first)
    #expect(table.cells[1].location == .line(1, columns: 4...6))
    #expect(table.cells[2].location == .line(1, columns: 9...9))
    #expect(table.cells[3].location == .line(1, columns: 10...17))
  }

  @Test("a page break leaves a gap, recorded where the next piece begins")
  func gap() throws {
    let blocks = blocks("表一\n项目\t金额\t备注\n某某基金预算\t3\t\n\n- 7 -\n\n拨款\t\t\n合计\t3\t\n\n注：示例。")
    #expect(blocks.count == 3)
    let table = try #require(tables(blocks).first)
    #expect(table.rowCount == 4)
    #expect(table.breaks == [2])
    #expect(table.location.line == 2)
  }

  @Test("another number of columns, a title row or a caption begins another table")
  func separateTables() {
    #expect(tables("甲\t1\t2\n乙\t3\t4\n\n丙\t1\n丁\t2").count == 2)
    #expect(tables("收入决算表\t\t\n甲\t1\t2\n支出决算表\t\t\n乙\t3\t4").map(\.rowCount) == [2, 2])
    #expect(tables("甲\t1\t2\n乙\t3\t4\n单位：万元\n丙\t1\t2\n丁\t3\t4").count == 2)
  }

  @Test("tabs that only indent or hold two words apart make no table")
  func notTables() {
    #expect(tables("\t本年度收入增加，原因是项目增加。\n支出减少。").isEmpty)
    #expect(paragraphs(blocks("编制单位：某某局\t单位：万元")) == ["编制单位：某某局 单位：万元"])
    #expect(tables("第一部分 概况\t1\n第二部分 决算表\t5\n第三部分 说明\t19").isEmpty)
  }
}
