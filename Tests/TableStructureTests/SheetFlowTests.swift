import PageContent
import Testing

@testable import TableStructure

@Suite("Pages that are read turned, or as two")
struct SheetFlowTests {
  private let furtherRows: [[String?]] = [["三、其他收入", "4.00"], ["年初结转", "5.10"], ["总计", "1,259.90"]]
  private let rows: [[String?]] = [
    ["项目", "决算数"], ["一、财政拨款收入", "1,230.50"], ["二、事业收入", "20.30"], ["合计", "1,250.80"],
  ]

  /// A lying page with a title and a table.
  private func lying(_ number: Int, title: String? = "收入决算表", rows: [[String?]]? = nil) -> Page {
    var page = PageSketch(number: number, width: 842, height: 595)
    if let title { page.text(title, x: 380, baseline: 60, size: 16) }
    page.table(rows ?? self.rows, xs: [100, 400, 700], top: 100)
    return page.page
  }

  /// The page set sideways on upright paper, its text running up.
  private func sideways(_ page: Page) -> Page {
    var turned = Page(number: page.number, width: page.height, height: page.width)
    turned.glyphs = page.glyphs.map { glyph in
      var glyph = glyph
      (glyph.x0, glyph.y0, glyph.x1, glyph.y1) = (glyph.y0, page.width - glyph.x1, glyph.y1, page.width - glyph.x0)
      glyph.penX = Float(glyph.baseline)
      glyph.baseline = glyph.y1
      glyph.isRotated = true
      glyph.quarterTurns = 3
      return glyph
    }
    turned.rulings = page.rulings.map { ruling in
      ruling.axis == .horizontal
        ? Ruling(
          axis: .vertical, position: ruling.position, start: page.width - ruling.end, end: page.width - ruling.start)
        : Ruling(axis: .horizontal, position: page.width - ruling.position, start: ruling.start, end: ruling.end)
    }
    return turned
  }

  private func texts(_ table: Table) -> [String] { table.cells.map(\.text) }

  private func content(_ pages: Page...) -> PageFlow.Content {
    var flow = PageFlow()
    for page in pages { flow.add(page) }
    return flow.content()
  }

  @Test("a sideways table is read, and its places are those of the page as displayed")
  func turnedTable() throws {
    let found = content(sideways(lying(1))).blocks
    let upright = content(lying(1)).blocks
    #expect(paragraphs(found) == ["收入决算表"])
    let table = try #require(tables(found).first)
    let expected = try #require(tables(upright).first)
    #expect(texts(table) == texts(expected))
    for (cell, other) in zip(table.cells, expected.cells) {
      let box = try #require(cell.location.box)
      let lying = try #require(other.location.box)
      #expect(abs(box.x0 - lying.y0) < 0.01 && abs(box.y1 - (842 - lying.x0)) < 0.01)
    }
  }

  @Test("it goes on on the next page")
  func turnedPieces() throws {
    let table = try #require(
      tables(content(sideways(lying(1)), sideways(lying(2, title: nil, rows: furtherRows))).blocks).first)
    #expect(table.pages == [1, 2])
    #expect(table.rowCount == 7)
  }

  @Test("two pages on one are read one after the other")
  func twoUp() throws {
    var sheet = PageSketch(number: 1, width: 842, height: 595)
    for (left, title) in [(0.0, "收入决算总表"), (421.0, "支出决算总表")] {
      sheet.text(title, x: left + 162, baseline: 60, size: 16)
      sheet.table(rows, xs: [left + 30, left + 200, left + 390], top: 100)
    }
    var next = sheet.page
    next.number = 2
    let found = content(sheet.page, next)
    #expect(paragraphs(found.blocks) == ["收入决算总表", "支出决算总表", "收入决算总表", "支出决算总表"])
    let both = tables(found.blocks)
    #expect(both.map(\.pages) == [[1], [1], [2], [2]])
    #expect(both.map { $0.location.box?.x0 } == [30, 451, 30, 451])
  }

  @Test("a table that goes on on the right half of its sheet stands on one page")
  func twoUpPieces() throws {
    var sheet = PageSketch(number: 1, width: 842, height: 595)
    sheet.text("收入决算总表", x: 162, baseline: 60, size: 16)
    sheet.table(rows, xs: [30, 200, 390], top: 100)
    sheet.table(furtherRows, xs: [451, 621, 811], top: 40)
    let table = try #require(tables(content(sheet.page).blocks).first)
    #expect(table.rowCount == 7)
    #expect(table.pages == [1])
  }

  /// The first line of the first is the rest of a label, by chance in the middle of the left half; the figures of the second
  /// stand on the right, as they would on a pair.
  @Test("the halves of a wide table without rules are no pages", arguments: [[173.0, 40], [60.0, 30]])
  func wideTable(labels: [Double]) throws {
    var sheet = PageSketch(number: 1, width: 842, height: 595)
    sheet.text("迁补偿支出", x: labels[0] + 12.5, baseline: 60)
    for row in 0..<6 {
      let y = 80 + 20 * Double(row)
      sheet.text("21\(row)", x: labels[1], baseline: y)
      sheet.text("住房改革支出", x: labels[0] + 12.5, baseline: y)
      for column in 0..<3 { sheet.text("1\(row).0\(column)", x: 480 + 90 * Double(column), baseline: y) }
    }
    #expect(sheet.page.sheets(isPairLikely: labels[0] < 100).count == 1)
  }

  @Test("places in turned text are whole words")
  func turnedParagraph() {
    let found = content(sideways(lying(1))).blocks
    guard case .paragraph(let paragraph) = found[0] else { return }
    #expect(paragraph.location(utf8: 0..<6) == paragraph.location)
  }
}
