import PageContent
import Testing

@testable import TableStructure

@Suite("Tables by pipes")
struct TextPipeTests {
  @Test("Markdown: the separator goes, escapes stay in the cell, rows may differ")
  func markdown() throws {
    let table = try #require(
      tables(
        """
        | 科目 编码 | 名称 | 金额 |
        |:---|:---:|--:|
        | 20599 | 教育\\|其他 | **1.50** |
        | 合计 | |
        """
      ).first)
    #expect(table.origin == .pipes)
    #expect(grid(table) == [["科目编码", "名称", "金额"], ["20599", "教育|其他", "1.50"], ["合计", "", ""]])
    #expect(table.cells[5].isBold)
    #expect(table.cells[5].location == .line(3, columns: 20...27))
  }

  @Test("without outer pipes; a title fills the first field of its row")
  func bare() throws {
    let table = try #require(tables("某县经费统计表 | |||\n项目 | 上年 | 本年 | 增减 |\n会议费 | 3.2 | 2.1 | -1.1 |").first)
    #expect(
      grid(table) == [["某县经费统计表", "", "", ""], ["项目", "上年", "本年", "增减"], ["会议费", "3.2", "2.1", "-1.1"]])
  }

  @Test("a header that has lost its spans: the words of its second row belong under the groups of the first")
  func lostSpans() throws {
    let head = "项目 | 上年 | 本年 | 增减情况 | |"
    let table = try #require(tables("\(head)\n金额 | 幅度 | | | |\n会议费 | 3.2 | 2.1 | -1.1 | -34% |\n").first)
    #expect(grid(table)[1] == ["", "", "", "金额", "幅度"])
    #expect(table.cells[8].location == .line(2, columns: 1...2))
    // A second row of other words is a row as it stands.
    let other = try #require(tables("\(head)\n合计 | 3.2 | 2.1 | -1.1 | -34% |\n会议费 | 3 | 2 | -1 | -33% |").first)
    #expect(grid(other)[1][0] == "合计")
  }

  @Test("a lone pipe, or lines that do not agree, make no table")
  func notTables() {
    #expect(tables("首页 | 政务公开 | 决算").isEmpty)
    #expect(tables("甲 | 乙\n甲 | 乙 | 丙\n丁 | 戊 | 己 | 庚").isEmpty)
  }

  @Test("a gap between equal rows is a break")
  func gap() throws {
    let table = try #require(tables("|甲|1|\n|-|-|\n|乙|2|\n\n|丙|3|\n|丁|4|").first)
    #expect(table.rowCount == 4)
    #expect(table.breaks == [2])
  }

  @Test("random tables come back from tabs and pipes")
  func roundTrip() throws {
    var generator = SeededGenerator(state: 42)
    let words = ["教育支出", "1,024.50", "", "（款）", "-3.00", "其他 A 项", "合计", "20803"]
    for _ in 0..<300 {
      let columns = Int.random(in: 3...9, using: &generator)
      // The first row is full, so that the table begins with it and is no table of contents.
      var rows = [(0..<columns).map { "列\($0)甲" }]
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        var row = (0..<columns).map { _ in words.randomElement(using: &generator) ?? "" }
        row[1] = "某项"
        rows.append(row)
      }
      for (delimiter, origin) in [("\t", Table.Origin.tabs), ("|", .pipes)] {
        let edge = origin == .pipes ? "|" : ""
        let text = rows.map { edge + $0.joined(separator: delimiter) + edge }.joined(separator: "\n")
        let found = tables(text)
        #expect(found.count == 1)
        let table = try #require(found.first)
        #expect(table.origin == origin)
        #expect(grid(table) == rows)
        try expectRawTexts(of: table, in: text)
      }
    }
  }
}

/// Cutting the source line at a cell's columns gives the cell's text, where no markup or spacing is taken off.
func expectRawTexts(of table: Table, in text: String) throws {
  let lines = sourceLines(text).map { Array($0.text.unicodeScalars) }
  for cell in table.cells {
    guard case .line(let number, let columns) = cell.location else {
      Issue.record("a text's cell has a line")
      continue
    }
    let raw = String(String.UnicodeScalarView(lines[number - 1][columns.lowerBound - 1..<columns.upperBound]))
    if !cell.text.isEmpty { #expect(raw == cell.text) }
  }
}
