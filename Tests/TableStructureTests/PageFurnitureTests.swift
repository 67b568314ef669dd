import PageContent
import Testing

@testable import TableStructure

@Suite("Page numbers in texts")
struct PageFurnitureTests {
  private func row(_ index: Int) -> String { "项目\(index)\t\(index),200.50\t支出\(index)\t3\(index).10" }

  /// A table of tabs, with a line after every so many rows.
  private func table(rows: Int, every length: Int, _ line: (Int) -> String) -> [String] {
    (0..<rows).flatMap { index -> [String] in
      (index + 1).isMultiple(of: length) ? [row(index), line((index + 1) / length)] : [row(index)]
    }
  }

  private func content(_ lines: [String]) -> PageFlow.Content {
    TextLayout.content(of: sourceLines(lines.joined(separator: "\n")))
  }

  @Test("bare numbers that count up between the rows of a table are those of pages")
  func bareNumbers() throws {
    let found = content(table(rows: 60, every: 18) { "\($0 + 5)" })
    #expect(tables(found.blocks).map(\.rowCount) == [60])
    #expect(found.leftOut.map(\.text) == ["6", "7", "8"])
    #expect(found.leftOut.allSatisfy { $0.reason == .pageNumber })
  }

  @Test(
    "so are those that say so",
    arguments: ["第%页，共45页", "-- % of 45 --", "- % -", "%/45", "Page % of 45", "第%页"])
  func marked(_ manner: String) throws {
    let found = content(
      table(rows: 40, every: 30) {
        manner.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\($0)")
      })
    #expect(tables(found.blocks).map(\.rowCount) == [40])
    #expect(found.leftOut.count == 1)
  }

  @Test("bare numbers that do not count up are none")
  func otherNumbers() {
    let found = content(table(rows: 60, every: 18) { "\(50 - 7 * $0)" })
    #expect(found.leftOut.isEmpty)
  }

  @Test("nor are the numbers of rows in a text with a cell on each line")
  func cellOnEachLine() {
    let rows = (1...20).flatMap { index in
      ["一般公共预算财政拨款收入", "\(index)", "\(index),200.50", "一般公共服务支出", "\(index + 30)", "12.00", "13.00", "", "14.00"]
        .filter { !$0.isEmpty }
    }
    #expect(content(rows).leftOut.isEmpty)
  }

  @Test("columns that are blank below a page's end may be left out there")
  func narrowedPiece() throws {
    let head = ["类\t款\t项\t科目名称\t合计\t基本支出", "205\t\t\t教育支出\t20.10\t20.10"]
    let rows = (1...4).map { "205000\($0)\t\t\t学校\($0)\t\($0).10\t\($0).10" }
    let rest = ["206\t科学技术支出\t7.20\t", "2060101\t研究\t7.20\t"]
    let table = try #require(tables((head + rows + ["第7页，共9页"] + rest).joined(separator: "\n")).first)
    #expect(table.rowCount == 8)
    #expect(grid(table)[6] == ["206", "", "", "科学技术支出", "7.20", ""])
    #expect(tables((head + rows + ["第7页，共9页", "序号\t名称\t说明\t备注"]).joined(separator: "\n")).count == 2)
  }

  @Test(
    "a row that lacks its last cells, above a page's end below which columns are left out", arguments: ["\t", " | "])
  func shortRow(separator: String) {
    let rows = ["类,款,项,科目名称,合计,基本支出", "205,,,教育支出,20.10,20.10", "20501,,,教育管理,20.10", "20502,,,学校,7.10,7.10"]
    let rest = ["206,科学技术支出,7.20,7.20", "2060101,研究,7.20,7.20"]
    let lines = (rows + ["第7页，共9页"] + rest).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let text = lines.map { $0.joined(separator: separator) }.joined(separator: "\n")
    #expect(!tables(text).isEmpty)
  }
}
