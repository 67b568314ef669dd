import PageContent
import Testing

@testable import TableStructure

@Suite("Random pages never crash, and their blocks hold together")
struct PageFuzzTests {
  private static let pieces = [
    "合计", "1,234.56", "12", "-", "—", "单位：万元", "部门：某某局", "第", "（一）", "一、", "201", "3.", "本年支出合计", "项目", "……", "续表",
    "支出决算表", "。", "A", "\u{FFFD}", "0.00", "①",
  ]

  private static func randomPage(_ number: Int, using generator: inout SeededGenerator) -> PageSketch {
    let isWide = Int.random(in: 0..<4, using: &generator) == 0
    var page = PageSketch(number: number, width: isWide ? 842 : 595, height: isWide ? 595 : 842)
    // Positions on a grid, so that things line up by chance; some off the page.
    func place(_ step: Double, _ limit: Int) -> Double { Double(Int.random(in: -2...limit, using: &generator)) * step }
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      page.text(
        pieces.randomElement(using: &generator) ?? "", x: place(30, 20), baseline: place(14, 60),
        size: [0.01, 4, 9, 10, 10, 12, 30].randomElement(using: &generator) ?? 10,
        isBold: Bool.random(using: &generator))
    }
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let start = place(30, 20)
      let length = Double(Int.random(in: 0...20, using: &generator)) * 30
      if Bool.random(using: &generator) {
        page.horizontal(place(14, 60), start, start + length)
      } else {
        page.vertical(place(30, 20), start, start + length)
      }
    }
    if Bool.random(using: &generator) {
      page.table(
        Array(repeating: ["项目", "1.00", nil, "合计"], count: Int.random(in: 1...4, using: &generator)),
        xs: [60, 150, 240, 330, 420], top: place(14, 50))
    }
    return page
  }

  @Test("glyphs and rulings at random", arguments: Array(0..<60) + [353, 693, 1109, 1387, 1498])
  func pages(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    for _ in 0..<5 {
      let pages = (1...Int.random(in: 1...5, using: &generator)).map { Self.randomPage($0, using: &generator) }
      for table in tables(blocks(pages)) { check(table) }
    }
  }

  /// Cells lie within the table, do not overlap, and stand in order.
  private func check(_ table: Table) {
    var squares = Set<[Int]>()
    for cell in table.cells {
      #expect(cell.row >= 0 && cell.rowSpan > 0 && cell.rows.upperBound <= table.rowCount)
      #expect(cell.column >= 0 && cell.columnSpan > 0 && cell.columns.upperBound <= table.columnCount)
      for row in cell.rows {
        for column in cell.columns { #expect(squares.insert([row, column]).inserted, "two cells in one square") }
      }
      if let page = cell.location.page { #expect(table.pages.contains(page)) }
    }
    #expect(squares.count == table.rowCount * table.columnCount, "a square without a cell")
    #expect(table.cells.map { [$0.row, $0.column] } == table.cells.map { [$0.row, $0.column] }.sorted(by: precedes))
    #expect(table.boundaries.count == table.columnCount + 1)
    #expect(zip(table.boundaries, table.boundaries.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(table.breaks.allSatisfy { (1..<max(2, table.rowCount + 1)).contains($0) })
    _ = table.dump
  }

  private func precedes(_ a: [Int], _ b: [Int]) -> Bool { (a[0], a[1]) < (b[0], b[1]) }

  @Test("degenerate glyphs and rulings")
  func degenerate() {
    var page = PageSketch(width: 0, height: 0)
    page.text("合计", x: 0, baseline: 0, size: 0)
    page.text("12", x: 1e9, baseline: -1e9, size: 1e6)
    page.text("12", x: -1e30, baseline: 1e30, size: 10)
    page.horizontal(0, 0, 0)
    page.vertical(1e30, -1e30, 1e30)
    page.horizontal(-1e30, -1e30, 1e30)
    for table in tables(blocks([page])) { check(table) }
  }
}
