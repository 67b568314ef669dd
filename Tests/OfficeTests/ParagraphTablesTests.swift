import PageContent
import TableStructure
import TestSupport
import Testing

@testable import Office

/// Tables that were pasted into a document as text.
@Suite struct ParagraphTablesTests {
  private func p(_ text: String) -> String {
    let runs = text.split(separator: "\t", omittingEmptySubsequences: false).map { "<w:r><w:t>\($0)</w:t></w:r>" }
    return "<w:p>" + runs.joined(separator: "<w:r><w:tab/></w:r>") + "</w:p>"
  }

  @Test func tabsPartColumns() throws {
    let lines = ["收入决算表", "单位：万元", "项目\t上年\t本年", "合计\t1.00\t2.00", "事业收入\t\t3.00", "", "以上为收入。"]
    let content = try word(lines.map(p).joined())
    #expect(text(of: content.blocks).suffix(4) == ["项目|上年|本年", "合计|1.00|2.00", "事业收入||3.00", "以上为收入。"])
    guard case .table(let table) = content.blocks[2] else { return }
    #expect(
      table.cells.last?.location == .part(PartPlace(part: .body, number: 5, block: 5, columns: 7...10)))
  }

  @Test func tabsWithoutFiguresPartLines() throws {
    let content = try word(["部门：某局\t单位：万元", "编制：甲\t审核：乙"].map(p).joined())
    #expect(text(of: content.blocks) == ["部门：某局", "单位：万元", "编制：甲", "审核：乙"])
  }
}
