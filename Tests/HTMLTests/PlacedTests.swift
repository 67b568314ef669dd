import PageContent
import TableStructure
import Testing

@testable import HTML

@Suite struct PlacedTests {
  private func div(_ text: String, x: Int, y: Int, width: Int = 100, height: Int = 20, more: String = "") -> String {
    "<div style=\"position:absolute;left:\(x)px;top:\(y)px;width:\(width)px;height:\(height)px;\(more)\">\(text)</div>"
  }

  private func pages(_ html: String) throws -> [Page] {
    try read(html).parts.flatMap { part -> [Page] in if case .pages(let pages) = part { pages } else { [] } }
  }

  @Test func bordersAreRulings() throws {
    var body = div("收入支出决算总表", x: 200, y: 20, width: 200)
    for (row, texts) in [["项目", "金额"], ["本年收入合计", "1,802.64"], ["本年支出合计", "1,700.00"]].enumerated() {
      for (column, text) in texts.enumerated() {
        body += div(
          text, x: 50 + 200 * column, y: 60 + 24 * row, width: 199, height: 23,
          more: "border:1px solid black;text-align:\(column == 0 ? "left" : "right");font-size:14px")
      }
    }
    let html = "<div style=\"position:relative;width:800px;height:1100px\">\(body)</div>"
    let read = try pages(html + html)
    #expect(read.map(\.number) == [1, 2])
    #expect(read[0].width == 600 && read[0].height == 825)
    #expect(read[0].rulings.count == 24)
    var flow = PageFlow()
    flow.add(read[0])
    let tables = flow.blocks().compactMap { block -> Table? in if case .table(let table) = block { table } else { nil }
    }
    #expect(tables.first?.cells.map(\.text) == ["项目", "金额", "本年收入合计", "1,802.64", "本年支出合计", "1,700.00"])
  }

  @Test func linesAndWraps() throws {
    let html =
      "<body>" + div("", x: 10, y: 10, width: 300, height: 1, more: "background:#000")
      + div("本年收入合计是一千八百零二万元整", x: 10, y: 30, width: 96, height: 80, more: "font-size:12px;line-height:20px")
      + div("隐藏", x: 0, y: 0, more: "display:none") + div("白色文字白色文字", x: 10, y: 200, more: "color:#fff")
    let page = try #require(try pages(html).first)
    #expect(page.rulings.count == 1 && page.rulings[0].axis == .horizontal)
    #expect(Set(page.glyphs.filter { $0.traits.isEmpty }.map(\.baseline)).count == 2)
    #expect(page.glyphs.filter { $0.traits.contains(.backgroundColour) }.count == 8)
  }

  @Test func aSiteWithAPlacedColumnFlows() throws {
    let html = div("菜单菜单", x: 0, y: 0) + "<p>某局2024年度部门决算公开说明，收入总计与支出总计均为一百万元。</p>"
    #expect(try pages(html).isEmpty)
  }
}
