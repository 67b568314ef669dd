import PageContent
import Testing

@testable import TableStructure

@Suite("Tables in HTML")
struct TextMarkupTests {
  private func markup(_ text: String) throws -> Table { try #require(tables(text).first) }

  @Test("rows and cells on one line, each with its place")
  func oneLine() throws {
    let table = try markup("<table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1,020.50</td></tr></table>")
    #expect(table.origin == .markup)
    #expect(grid(table) == [["项目", "金额"], ["甲", "1,020.50"]])
    #expect(table.cells.map(\.location) == [16...17, 27...28, 47...47, 57...64].map { .line(1, columns: $0) })
  }

  @Test("spans, head and body, words broken and marked, references")
  func spans() throws {
    let table = try markup(
      """
      <TABLE border="1">
      <thead><tr><th rowspan="2">科目<br>名称</th><th colspan=2>本年<b>支出</b></th></tr>
      <tr><th>基本&nbsp;支出</th>
      <th><p>项目支出</p></th></tr></thead>
      <tbody><tr><td>教育&amp;其他</td><td><strong>1.00</strong></td><td></td></tr></tbody>
      </TABLE>
      """)
    #expect(grid(table) == [["科目名称", "本年支出", ""], ["", "基本支出", "项目支出"], ["教育&其他", "1.00", ""]])
    #expect(table.tellsSpans)
    #expect(table.cells[0].rowSpan == 2 && table.cells[1].columnSpan == 2)
    #expect(table.cells.filter(\.isBold).map(\.text).contains("1.00"))
    #expect(table.cells.first { $0.text == "项目支出" }?.location.line == 4)
  }

  @Test("text before and after a table on its lines stays text; two tables on one line are two")
  func around() {
    let blocks = blocks("单位：万元<table><tr><td>甲</td></tr></table>注：一<table><tr><td>乙</td></tr></table>\n完")
    #expect(tables(blocks).map { grid($0) } == [[["甲"]], [["乙"]]])
    #expect(paragraphs(blocks) == ["单位：万元", "注：一", "完"])
  }

  @Test("a table inside another, rows without ends, cells that would overlap, and no end at all")
  func broken() {
    #expect(
      tables("<table><tr><td>甲<table><tr><td>1.00<td>2.00</table></table>").map { grid($0) }
        == [[["甲"]], [["1.00", "2.00"]]])
    #expect(
      tables("<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=3>丙").map { grid($0) } == [[["甲", "乙"], ["丙", ""]]])
    #expect(tables("<table><tr><td colspan=99999999 rowspan=99999999>甲</table>").map(\.rowCount) == [1])
    #expect(tables("<tablet> <").isEmpty)
  }
}
