import PageContent
import Testing

@testable import TableStructure

@Suite("Pages into paragraphs")
struct PageFlowTests {
  /// A line of the given length at the left edge of the body.
  private func line(_ page: inout PageSketch, _ text: String, _ baseline: Double, x: Double = 80) {
    page.text(text, x: x, baseline: baseline, size: 12)
  }

  private let full = "本年度某某局深入推进各项改革任务，加强预算管理，提高资金使用的效益，"

  @Test(
    "page numbers",
    arguments: [
      "12", "- 12 -", "— 12 —", "－12－", "第 12 页", "第12页 共30页", "12/30", "１２", "·12·", "第7页，共45页", "-- 3 of 29 --",
      "共45页 第7页", "Page 3 of 29", "第十二页", "P12",
    ])
  func pageNumbers(_ text: String) {
    #expect(PageNumber(text) != nil)
    let found = blocks { page in
      page.text("正文", x: 80, baseline: 400)
      page.text(text, x: 290, baseline: 810)
    }
    #expect(paragraphs(found) == ["正文"])
  }

  @Test(
    "what is no page number",
    arguments: ["", "-", "第页", "12.5", "1,200", "合计 12", "123456789", "2023年", "45/12", "第三部分", "共45页", "1,284", "第3"])
  func notPageNumbers(_ text: String) {
    #expect(PageNumber(text) == nil)
  }

  @Test("a numbered item that breaks before its amount goes on; a heading as long, above a year, does not")
  func amountAfterABracket() {
    let item = "2．“教育支出（类）教育管理事务（款）一般行政管理（项）”"
    for (next, expected) in [("16.12万元，用于相应职责所需的支出。", 2), ("2026年年初预算数为零。", 3)] {
      let found = blocks { page in
        line(&page, full, 100)
        line(&page, item, 130)
        line(&page, next, 150)
      }
      #expect(paragraphs(found).count == expected)
    }
  }

  @Test("an item whose amount stands on the next page goes on there")
  func amountOnTheNextPage() {
    let found = blocks { page in
      line(&page, full, 100)
      line(&page, "2．“教育支出（类）教育管理事务（款）一般行政管理（项）”", 130)
    } _: { page in
      line(&page, "16.12万元，用于相应职责所需的支出。", 80)
      line(&page, full, 110, x: 104)
    }
    #expect(paragraphs(found).contains("2．“教育支出（类）教育管理事务（款）一般行政管理（项）”16.12万元，用于相应职责所需的支出。"))
  }

  @Test("below an indented line one at the edge goes on, though the sentence ends before it and a little early")
  func sentenceEndsWithTheLine() {
    let item = "10．公路运输管理，完成年初预算的88.39%，比上年增加若干，全部完成支付了。"
    for (x, expected) in [(80.0, 2), (104, 3)] {
      let found = blocks { page in
        line(&page, full + "并按", 100, x: 80)
        line(&page, item, 130, x: 104)
        line(&page, "决算数小于年初预算数的主要原因是人员调出。", 150, x: x)
      }
      #expect(paragraphs(found).count == expected)
    }
  }

  @Test("left and right pages may have heads of their own")
  func headsOnBothSides() {
    let pages = (1...9).map { number in
      var page = PageSketch(number: number)
      page.text(number % 2 == 0 ? "某某局" : "2023年度部门决算", x: 200, baseline: 40)
      page.text("第\(number)段", x: 80, baseline: 300)
      return page
    }
    #expect(paragraphs(blocks(pages)).allSatisfy { $0.hasPrefix("第") })
  }

  @Test("a caption below a title is no running head, although most pages have it")
  func captionsInTheMargin() {
    let pages = (1...8).map { number in
      var page = PageSketch(number: number)
      page.text("某某局2023年度部门决算", x: 200, baseline: 20)
      page.text("第\(number)表", x: 200, baseline: 50)
      page.text("部门名称：某某局", x: 80, baseline: 80)
      page.text("第\(number)段", x: 80, baseline: 300)
      return page
    }
    let found = paragraphs(blocks(pages))
    #expect(found.count { $0.contains("部门名称：某某局") } == 8)
    #expect(!found.contains { $0.contains("部门决算") })
  }

  @Test("what is left out is counted, with its reason")
  func leftOut() {
    var flow = PageFlow()
    for number in 1...4 {
      var page = PageSketch(number: number)
      page.text("某某局", x: 200, baseline: 40)
      page.text("第\(number)段", x: 80, baseline: 300)
      page.text("第\(number)页，共4页", x: 280, baseline: 810)
      flow.add(page.page)
    }
    let leftOut = flow.content().leftOut
    #expect(leftOut.count { $0.reason == .pageNumber } == 4)
    #expect(leftOut.count { $0.reason == .runningHead } == 4)
    #expect(leftOut.count == 8)
  }

  @Test("a watermark told on one page is one on pages where nothing lies over it, and on the cover")
  func watermarkOnShortPages() {
    var flow = PageFlow()
    for number in 1...3 {
      var page = PageSketch(number: number)
      page.text("某某局", x: 80, baseline: 420, size: 80)
      let watermark = page.page.glyphs.indices
      page.text("某某局", x: 200, baseline: 200, size: 20)
      for row in 0..<(number == 2 ? 20 : 2) { page.text("本部门的职责第\(row)项。", x: 80, baseline: 260 + 20 * Double(row)) }
      var drawn = page.page
      for index in watermark { drawn.glyphs[index].traits = .pale }
      flow.add(drawn)
    }
    let found = flow.content()
    #expect(found.leftOut.map(\.text) == Array(repeating: "某某局", count: 3))
    #expect(found.leftOut.allSatisfy { $0.reason == .watermark })
    #expect(paragraphs(found.blocks).count { $0 == "某某局" } == 3)
  }

  @Test("a number away from the edges stays")
  func numberInBody() {
    let found = blocks { page in
      page.text("正文", x: 80, baseline: 300)
      page.text("12", x: 290, baseline: 400)
    }
    #expect(paragraphs(found) == ["正文", "12"])
  }

  @Test("a header printed on most pages is left out, one on a single page is not")
  func runningHeader() {
    let pages = (1...5).map { number in
      var page = PageSketch(number: number)
      page.text("某某局 2023 年度部门决算", x: 200, baseline: 40)
      page.text("第\(["一", "二", "三", "四", "五"][number - 1])部分", x: 80, baseline: 300)
      return page
    }
    #expect(paragraphs(blocks(pages)) == ["第一部分", "第二部分", "第三部分", "第四部分", "第五部分"])
    #expect(paragraphs(blocks(Array(pages.prefix(1)))) == ["某某局2023年度部门决算", "第一部分"])
  }

  @Test(
    "the unit stands at the head of every page where each table has its own",
    arguments: ["单位：万元", "（单位：万元）", "部门：某某局（金额单位：元）", "单位：人民币（万元）"])
  func unitOnEveryPage(_ unit: String) {
    let pages = (1...5).map { number in
      var page = PageSketch(number: number)
      page.text(unit, x: 200, baseline: 80)
      return page
    }
    #expect(paragraphs(blocks(pages)) == [String](repeating: unit, count: 5))
  }

  @Test("lines that reach the right edge go on; an indent or a mark begins anew")
  func wrappedLines() {
    let found = blocks { page in
      line(&page, String(full.prefix(32)), 100, x: 104)
      line(&page, full, 120)
      line(&page, "全年支出1,234.56万元。", 140)
      line(&page, String(full.prefix(30)), 160, x: 104)
      line(&page, "（一）收入情况", 180)
    }
    #expect(
      paragraphs(found) == [
        String(full.prefix(32)) + full + "全年支出1,234.56万元。", String(full.prefix(30)), "（一）收入情况",
      ])
  }

  @Test("a paragraph may go on on the next page, where its sentence does")
  func overPages() throws {
    let found = blocks(
      { page in
        line(&page, full, 700)
        page.text("- 1 -", x: 290, baseline: 810)
      },
      { page in
        line(&page, "完成了全年目标。", 100)
        line(&page, full, 140)
      })
    #expect(paragraphs(found) == [full + "完成了全年目标。", full])
    guard case .paragraph(let first) = found[0] else { return }
    #expect(first.location.page == 1 && first.fontSize == 12)
    let finished = blocks({ page in line(&page, full + "。", 700) }, { page in line(&page, "完成了全年目标。", 100) })
    #expect(paragraphs(finished).count == 2)
  }

  @Test("a line ends early where the figure that follows did not fit")
  func unbrokenFigure() {
    var page = PageSketch()
    let full = String(repeating: "某", count: 46)
    page.text(full + "。", x: 60, baseline: 100)
    page.text(String(repeating: "年", count: 37) + "预算为", x: 80, baseline: 118)
    page.text("1472.58万元，支出决算为1472.58万元。", x: 60, baseline: 136)
    page.text("另起一段。", x: 80, baseline: 154)
    #expect(paragraphs(blocks([page])).map { $0.suffix(5) } == ["某某某某。", "58万元。", "另起一段。"])
  }

  @Test("another size or weight is another paragraph")
  func headings() {
    let found = blocks { page in
      page.text("二、支出决算情况说明二、支出决算情况说明二、支出决", x: 80, baseline: 100, size: 16, isBold: true)
      line(&page, full, 124)
      line(&page, full, 144)
    }
    #expect(paragraphs(found).count == 2)
  }

  @Test("blocks follow each other as they stand on the page")
  func order() {
    let found = blocks { page in
      page.text("表下", x: 80, baseline: 400)
      page.table([["项目", "金额"], ["合计", "1.00"]], xs: [80, 200, 300], top: 200)
      page.text("表上", x: 80, baseline: 150)
    }
    #expect(found.count == 3)
    #expect(paragraphs(found) == ["表上", "表下"])
    if case .table = found[1] {} else { Issue.record("the table stands in the middle") }
  }

  @Test("no pages and blank pages give nothing")
  func nothing() {
    #expect(blocks([PageSketch]()).isEmpty)
    #expect(blocks([PageSketch(), PageSketch(number: 2)]).isEmpty)
  }
}
