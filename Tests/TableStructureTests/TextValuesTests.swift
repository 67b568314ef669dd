import PageContent
import Testing

@testable import TableStructure

@Suite("Tables by commas")
struct TextValuesTests {
  @Test("quotes hold separators, quotes and line ends", arguments: [",", ";"])
  func quoted(separator: String) throws {
    let text = """
      科目编码,科目名称,"本年支出
      合计"
      206,"科学""技术""支出","1,150.20"
      208,社会保障,
      """
    let table = try #require(
      tables(separator == "," ? text : text.replacing(",", with: ";").replacing("1;150", with: "1,150")).first)
    #expect(table.origin == .commas)
    #expect(grid(table) == [["科目编码", "科目名称", "本年支出合计"], ["206", "科学\"技术\"支出", "1,150.20"], ["208", "社会保障", ""]])
    #expect(table.cells[5].location == .line(3, columns: 19...26))
  }

  @Test("rows of one cell above the others are lines of text")
  func caption() {
    let blocks = blocks("支出决算表,,\n单位：万元,,\n项目,金额,备注\n甲,1.00,\n乙,2.00,见说明。另有一项")
    #expect(paragraphs(blocks) == ["支出决算表", "单位：万元"])
    #expect(tables(blocks).map(\.rowCount) == [3])
  }

  @Test("figures with separators, and prose, are no such table")
  func others() {
    #expect(tables("合计 1,274.30 574.30\n其他 1,150.20 450.20").allSatisfy { $0.origin != .commas })
    #expect(tables("The office, and its staff, moved.\nIt paid rent, heat, and light.").isEmpty)
  }

  @Test("a blank within a name does not tell against cells", arguments: ["合 计", "项 目"])
  func blankWithinName(name: String) throws {
    let table = try #require(tables("\(name),预算数,决算数\n栏次,1,2\n公务接待费,55.79,45.28").first)
    #expect(table.rowCount == 3)
  }
}
