import PageContent
import Testing

@testable import TableStructure

@Suite("Tables by alignment")
struct TextAlignmentTests {
  @Test("blank cells are told by their place, column numbers by their order, captions stay outside")
  func layout() throws {
    let text = """
                          支出决算表
      部门：某某馆                                  单位：万元
            项   目
                         本年支出合计     基本支出      项目支出
      科目编码   科目名称
                栏次           1           2           3
                合计       1,310.40    1,010.40      300.00

      207     文化旅游支出    1,310.40    1,010.40      300.00

      20701   文化和旅游        310.40                  310.40
              图书馆的日常
      2070104                 1,000.00    1,000.00
              运行维护支出
      注：本表反映支出。
      """
    let found = blocks(text)
    #expect(paragraphs(found) == ["支出决算表", "部门：某某馆 单位：万元", "注：本表反映支出。"])
    let table = try #require(tables(found).first)
    #expect(table.origin == .alignment)
    #expect(
      grid(table) == [
        ["项目", "", "本年支出合计", "基本支出", "项目支出"], ["科目编码", "科目名称", "", "", ""],
        ["", "栏次", "1", "2", "3"], ["", "合计", "1,310.40", "1,010.40", "300.00"],
        ["207", "文化旅游支出", "1,310.40", "1,010.40", "300.00"], ["20701", "文化和旅游", "310.40", "", "310.40"],
        ["2070104", "图书馆的日常运行维护支出", "1,000.00", "1,000.00", ""],
      ])
    let name = try #require(table.cells.first { $0.text == "文化和旅游" })
    #expect(name.location == .line(11, columns: 9...13))
  }

  @Test("columns may be set by the width on a screen")
  func screenPitch() throws {
    let table = try #require(
      tables(
        """
        项目                    上年       本年
        会议费                  3.20       2.10
        因公出国（境）费用                 5.00
        公务用车运行维护费     12.40      11.90
        """
      ).first)
    #expect(
      grid(table) == [
        ["项目", "上年", "本年"], ["会议费", "3.20", "2.10"], ["因公出国（境）费用", "", "5.00"],
        ["公务用车运行维护费", "12.40", "11.90"],
      ])
  }

  @Test("more figures in a row than its header has columns: lines, not a guess")
  func unsure() {
    let found = blocks(
      """
      项目      栏次      1        2
      会议费             3.20     2.10
      培训费                   3.20     2.10
      接待费             4.20     2.10
      """)
    #expect(tables(found).isEmpty)
    #expect(paragraphs(found).count == 4)
  }

  @Test("the end of a page is a break of the table when nothing else stands there")
  func pages() throws {
    let rows = (1...3).map { "2080\($0)   社会保障事务   \($0).50   \($0).25" }.joined(separator: "\n")
    let table = try #require(tables("\(rows)\n\n             7\n\u{0C}\(rows)").first)
    #expect(table.rowCount == 6)
    #expect(table.breaks == [3])
  }

  @Test("single spaces: read only where every row has all its figures or none")
  func listed() throws {
    let table = try #require(
      tables(
        """
        项目 上年决算数 本年决算数
        一、会议费 4.10 3.90
        （一）培训费
        二、接待费 1.20 1.10
        三、用车费 不需填列 不需填列
        四、合计 5.30 5.00
        """
      ).first)
    #expect(
      grid(table) == [
        ["项目", "上年决算数", "本年决算数"], ["一、会议费", "4.10", "3.90"], ["（一）培训费", "", ""],
        ["二、接待费", "1.20", "1.10"], ["三、用车费", "不需填列", "不需填列"], ["四、合计", "5.30", "5.00"],
      ])
    #expect(tables("项目 上年 本年\n会议费 4.10 3.90\n培训费 1.10\n接待费 1.20 1.10\n合计 5.30 5.00").isEmpty)
  }

  @Test(
    "prose and tables of contents are no tables",
    arguments: [
      "本年收入  1,024.50  万元。\n本年支出  1,000.00  万元。\n结余  24.50  万元。",
      "第一部分 概况        1\n第二部分 决算表      3\n第三部分 说明        9",
      "一、职责........................1\n二、构成........................2\n三、人员........................3",
      "2021 年收入 1,024.50 万元\n2021 年支出 1,000.00 万元\n2021 年结余 24.50 万元",
    ])
  func notTables(_ text: String) {
    #expect(tables(text).isEmpty)
  }

  @Test("random lines never crash, and every cell lies in its line")
  func fuzz() {
    var generator = SeededGenerator(state: 5)
    let pieces = [
      "  ", " ", "\t", "|", "---", "1.50", "201", "合计", "项", "**", "<b>", "&", "\\", "#", "\n", "\n", "\u{0C}", "。",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1...80, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }
      .joined()
      let lines = sourceLines(text).map { max(1, $0.text.unicodeScalars.count) }
      for table in tables(text) {
        let squares = table.cells.flatMap { cell in
          cell.rows.flatMap { row in cell.columns.map { row * table.columnCount + $0 } }
        }
        #expect(squares.sorted() == Array(0..<table.rowCount * table.columnCount))
        for cell in table.cells {
          guard case .line(let number, let columns) = cell.location else { continue }
          #expect(columns.lowerBound >= 1 && columns.upperBound <= lines[number - 1])
        }
      }
    }
  }
}
