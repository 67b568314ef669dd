import Testing

@testable import TableStructure

@Suite("Tables without vertical rules that print no figure")
struct BlankTableTests {
  private let heads = [("科目编码", 80.0), ("科目名称", 200.0), ("小计", 330.0), ("基本支出", 400.0), ("项目支出", 470.0)]

  private func caption(_ page: inout PageSketch) {
    page.text("政府性基金预算支出表", x: 200, baseline: 60, size: 14)
    page.text("单位：万元", x: 460, baseline: 80)
  }

  private func heads(of page: inout PageSketch) {
    caption(&page)
    for (head, x) in heads { page.text(head, x: x, baseline: 104) }
  }

  @Test("合计 below the heads is their row, and a note is none")
  func total() {
    var page = PageSketch()
    heads(of: &page)
    page.text("合计", x: 200, baseline: 128)
    page.text("备注：本部门无政府性基金预算支出，本表无数据。", x: 60, baseline: 190)
    #expect(page.tables.map(\.dump) == ["科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n | 合计 |  |  | "])
    #expect(page.lines.contains { $0.hasPrefix("备注") })
  }

  @Test("合计 with zeros below the heads is their row, where no unit stands between them and the title")
  func zeros() {
    var page = PageSketch()
    page.text("政府性基金预算支出表", x: 200, baseline: 60, size: 14)
    for (head, x) in heads { page.text(head, x: x, baseline: 84) }
    page.text("合计", x: 200, baseline: 104)
    for x in [340.0, 410, 480] { page.text("0", x: x, baseline: 104) }
    #expect(page.tables.map(\.dump) == ["科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n | 合计 | 0 | 0 | 0"])
  }

  @Test("blank rows above 合计, between rules, are no part of the header")
  func blankRows() {
    var page = PageSketch()
    caption(&page)
    page.text("项目", x: 145, baseline: 104)
    page.text("本年支出", x: 400, baseline: 104)
    page.text("科目编码", x: 80, baseline: 124)
    page.text("科目名称", x: 200, baseline: 124)
    page.text("年初结余", x: 270, baseline: 114)
    for (head, x) in [("小计", 350.0), ("基本支出", 400), ("项目支出", 460)] { page.text(head, x: x, baseline: 124) }
    page.text("合计", x: 150, baseline: 168)
    for y in [90.0, 132, 154, 176] { page.horizontal(y, 70, 520) }
    #expect(
      page.tables.map(\.dump) == [
        "项目 | > | 年初结余 | 本年支出 | > | >\n科目编码 | 科目名称 | ^ | 小计 | 基本支出 | 项目支出\n合计 |  |  |  |  | "
      ])
  }

  @Test("a list under heads is no table of contents, numbers behind their titles are")
  func headedList() {
    var page = PageSketch()
    page.text("序号", x: 80, baseline: 104)
    page.text("单位名称", x: 200, baseline: 104)
    for (index, name) in ["某局（本级）", "某局信息中心"].enumerated() {
      page.text("\(index + 1)", x: 80, baseline: 124 + 20 * Double(index))
      page.text(name, x: 160, baseline: 124 + 20 * Double(index))
    }
    for y in [90.0, 110, 130, 150] { page.horizontal(y, 70, 320) }
    #expect(page.tables.map(\.dump) == ["序号 | 单位名称\n1 | 某局（本级）\n2 | 某局信息中心"])

    var contents = PageSketch()
    for (index, title) in ["部门概况", "部门决算表", "决算情况说明", "名词解释"].enumerated() {
      contents.text(title, x: 80, baseline: 104 + 20 * Double(index))
      contents.text("\(index + 3)", x: 400, baseline: 104 + 20 * Double(index))
    }
    #expect(contents.tables.isEmpty)
  }
}
