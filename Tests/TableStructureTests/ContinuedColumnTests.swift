import PageContent
import Testing

@testable import TableStructure

@Suite("Columns of the page before")
struct ContinuedColumnTests {
  /// A page that showed a header and a total alone has its border between 款 and 科目名称 halfway between these heads.
  private static let table = PageAlignment.Continuation(
    boundaries: [60, 85, 150, 320, 400], holdsFigures: [false, false, false, true],
    holdsLabels: [false, false, false, false], labelEnds: [nil, nil, nil, nil], height: 10, pitch: .infinity,
    heads: [], head: 0)

  private func rows(_ rows: [[String]], _ places: [Double]) -> [[AlignedText]] {
    rows.enumerated().map { index, row in
      var page = PageSketch()
      for (text, x) in zip(row, places) where !text.isEmpty {
        page.text(text, x: x, baseline: 95 + 20 * Double(index))
      }
      return LineLayout.words(of: page.page.glyphs).map { AlignedText([$0], at: index) }
    }
  }

  @Test("are not those of rows where a name would stand beside its code")
  func namesBesideCodes() {
    let rows = rows(
      [
        ["301", "", "工资福利支出", "9.00"], ["301", "01", "基本工资", "4.00"], ["301", "08", "机关事业单位基本养老保险缴费", "1.50"],
        ["301", "13", "住房公积金", "0.50"],
      ], [60, 95, 118, 340])
    #expect(AlignedColumns(Self.table, fitting: rows) == nil)
    var withNames = Self.table
    withNames.holdsLabels[1] = true
    #expect(AlignedColumns(withNames, fitting: rows) != nil)
  }

  @Test("are those of rows whose names stand below their head")
  func namesBelowTheirHead() {
    let rows = rows(
      [["301", "01", "基本工资", "4.00"], ["301", "02", "津贴补贴", "3.00"]], [60, 95, 180, 340])
    #expect(AlignedColumns(Self.table, fitting: rows) != nil)
  }

  /// By 2.34 em, as in 第一行缩进; the heads of another table stand in several columns.
  @Test("may hold a label that is indented by any width where nothing stands beside it")
  func indentedLabel() throws {
    let columns = try #require(
      AlignedColumns(Self.table, fitting: rows([["301", "01", "基本工资", "4.00"]], [60, 95, 180, 340])))
    let alone = rows([["气象基础设施"]], [175.4])[0]
    #expect(columns.areLabels(alone))
    #expect(!columns.areLabels(rows([["编码", "", "科目名称"]], [64.5, 0, 175.4])[0]))
    #expect(!columns.areLabels(rows([["科目名称"]], [220.4])[0]))
  }
}
