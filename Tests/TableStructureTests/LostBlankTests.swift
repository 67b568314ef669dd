import Testing

@testable import TableStructure

@Suite("Texts that have lost their blank cells")
struct LostBlankTests {
  private static let title = "支出决算表\n单位：万元\n"

  @Test("tabs: rows differ and none shows a blank cell; a lone cell between rows is a row")
  func tabs() throws {
    let table = try #require(tables("项目\t合计\t基本支出\t项目支出\n甲\t2.00\t2.00\n乙\n丙\t1.00\t1.00").first)
    #expect(table.losesBlanks)
    #expect(grid(table).map { $0[0] } == ["项目", "甲", "乙", "丙"])
    #expect(!tables("项目\t合计\t基本支出\n甲\t\t2.00\n乙\t1.00").contains { $0.losesBlanks })
    #expect(!tables("项目\t合计\n甲\t2.00\n乙\t1.00").contains { $0.losesBlanks })
  }

  @Test("single blanks, below a title")
  func blanks() throws {
    let rows = "项目 合计 基本支出 项目支出\n合计 3.00 2.00 1.00\n科学 技术 2.00 2.00\n教育 1.00 1.00\n"
    let table = try #require(tables(Self.title + rows).first)
    #expect(table.losesBlanks)
    #expect(grid(table)[2] == ["科学技术", "2.00", "2.00", ""])
    #expect(tables(rows).isEmpty)
    // The title right below may be this table's.
    #expect(tables(Self.title + rows + "收入决算表").isEmpty)
  }

  @Test("single blanks: a code with its name begins the next column of labels")
  func codes() throws {
    let rows =
      "政府支出科目 部门支出科目 预算数\n合计 人员经费 公用经费\n50101-工资津贴 30101-基本 工资 3.00 2.00 1.00\n50201-办公经费 30201-办公费 2.00 -\n合计 5.00 2.00 3.00\n"
    let table = try #require(tables(Self.title + rows).first)
    #expect(table.losesBlanks)
    #expect(
      grid(table)[2..<4].map { $0[..<3] } == [
        ["50101-工资津贴", "30101-基本工资", "3.00"], ["50201-办公经费", "30201-办公费", "2.00"],
      ])
  }

  @Test("single blanks: a name indented behind its code, and a list behind another")
  func indented() throws {
    let coded = "科目编码 科目名称 合计 基本支出\n201 公共服务 3.00 3.00\n20101   人大事务 3.00 3.00\n2010101     行政运行 3.00 3.00\n"
    let table = try #require(tables(Self.title + coded).first)
    #expect(grid(table)[3] == ["2010101", "行政运行", "3.00", "3.00"])
    let sides = "项目 预算数 项目 预算数\n一、财政拨款 3.00 一、公共服务 1.00\n二、事业收入 二、外交支出 2.00\n合计 3.00 合计 3.00\n"
    let pairs = try #require(tables(Self.title + sides).first)
    #expect(grid(pairs)[2][..<3] == ["二、事业收入", "二、外交支出", "2.00"])
  }

  @Test("single blanks, one row of figures or none")
  func fewRows() throws {
    let head = "预算数 决算数\n合 计 因公出国（境）费 公务接待费 合 计 因公出国（境）费 公务接待费\n"
    let table = try #require(tables(Self.title + head + "3.00 2.00 1.00 2.00 2.00 0\n").first)
    #expect(table.losesBlanks)
    #expect(grid(table).map { $0[0] } == ["预算数", "合", "3.00"])
    #expect(tables(Self.title + "项目 本年支出\n科目名称 小计 基本支出\n合 计\n").count == 1)
    #expect(tables(Self.title + "项目 本年支出\n科目名称 小计 基本支出\n说明文字\n").isEmpty)
  }

  @Test("a cell a line: a label after figures begins a row, a code with the name below it too")
  func stacked() throws {
    let cells = "科目编码 科目名称 合计 基本支出 项目支出 合计 3.00 2.00 1.00 206 科学技术支出 2.00 2.00 208 社会保障 1.00 1.00"
    let text = cells.replacing(" ", with: "\n")
    let table = try #require(tables(Self.title + text).first)
    #expect(table.losesBlanks)
    #expect(
      grid(table) == [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["合计", "3.00", "2.00", "1.00", ""],
        ["206", "科学技术支出", "2.00", "2.00", ""], ["208", "社会保障", "1.00", "1.00", ""],
      ])
    #expect(tables(text).isEmpty)
  }
}
