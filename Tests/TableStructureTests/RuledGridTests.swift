import PageContent
import Testing

@testable import TableStructure

@Suite("Rulings into grids")
struct RuledGridTests {
  private let xs = [50.0, 150, 250, 350]
  private let ys = [100.0, 120, 140, 160]

  @Test("full lines give every cell")
  func plain() throws {
    var sketch = PageSketch()
    sketch.lines(xs: xs, ys: ys)
    let grid = try #require(sketch.grids.first)
    #expect(sketch.grids.count == 1)
    #expect(grid.xs == xs && grid.ys == ys && grid.cells.count == 9)
    #expect(grid.box == Box(x0: 50, y0: 100, x1: 350, y1: 160))
    #expect(grid.cell(x: 160, y: 125) == 4)
    #expect(grid.cell(x: 49, y: 125) == nil && grid.cell(x: 160, y: 161) == nil)
  }

  @Test("cells that span columns, rows and both")
  func spans() throws {
    var sketch = PageSketch()
    sketch.frame(50, 100, 350, 160)
    sketch.horizontal(120, 150, 350)
    sketch.horizontal(140, 50, 150)
    sketch.vertical(150, 100, 160)
    sketch.vertical(250, 100, 120)
    let grid = try #require(sketch.grids.first)
    #expect(grid.spans == [[0, 0, 2, 1], [0, 1, 1, 1], [0, 2, 1, 1], [1, 1, 2, 2], [2, 0, 1, 1]])
  }

  @Test("an outer border may be missing on any side, or on all", arguments: 0..<16)
  func openSides(_ missing: Int) throws {
    var sketch = PageSketch()
    for (index, y) in ys.enumerated() where !(index == 0 && missing & 1 != 0 || index == 3 && missing & 2 != 0) {
      sketch.horizontal(y, 50, 350)
    }
    for (index, x) in xs.enumerated() where !(index == 0 && missing & 4 != 0 || index == 3 && missing & 8 != 0) {
      sketch.vertical(x, 100, 160)
    }
    let grid = try #require(sketch.grids.first)
    #expect(grid.xs == xs && grid.ys == ys && grid.cells.count == 9)
  }

  @Test("double lines are one")
  func doubleLines() throws {
    var sketch = PageSketch()
    for offset in [-1.0, 1.0] {
      for y in ys { sketch.horizontal(y + offset, 49, 351) }
      for x in xs { sketch.vertical(x + offset, 99, 161) }
    }
    let grid = try #require(sketch.grids.first)
    #expect(sketch.grids.count == 1 && grid.cells.count == 9)
    #expect(grid.xs.count == 4 && grid.ys.count == 4)
  }

  @Test("dashes and the pieces that cells draw are lines; so are frames around each cell")
  func pieces() throws {
    var dashed = PageSketch()
    for y in ys { for x in stride(from: 50.0, to: 350, by: 4) { dashed.horizontal(y, x, x + 2) } }
    for x in xs { for y in stride(from: 100.0, to: 160, by: 5) { dashed.vertical(x, y, y + 2) } }
    #expect(dashed.grids.map(\.cells.count) == [9])
    var framed = PageSketch()
    for (left, right) in zip(xs, xs.dropFirst()) {
      for (top, bottom) in zip(ys, ys.dropFirst()) { framed.frame(left + 0.5, top + 0.5, right - 0.5, bottom - 0.5) }
    }
    let grid = try #require(framed.grids.first)
    #expect(framed.grids.count == 1 && grid.cells.count == 9)
  }

  @Test("doubled and clipped rulings draw no cells of their own")
  func phantoms() throws {
    var sketch = PageSketch()
    sketch.lines(xs: xs, ys: ys)
    sketch.lines(xs: xs.map { $0 + 0.7 }, ys: ys.map { $0 - 0.6 })
    // What a clipping path leaves of a line: a mark.
    sketch.horizontal(130, 200, 203)
    sketch.vertical(200, 110, 113)
    // A rule that no line meets.
    sketch.horizontal(400, 50, 350)
    #expect(sketch.grids.map(\.cells.count) == [9])
  }

  @Test("tables apart are grids apart, from top to bottom, then from left to right")
  func several() {
    var sketch = PageSketch()
    sketch.lines(xs: [320, 400, 480], ys: [100, 120, 140])
    sketch.lines(xs: [50, 100, 150], ys: [300, 320])
    sketch.lines(xs: [50, 150, 300], ys: [100, 120, 140, 160])
    #expect(sketch.grids.map(\.cells.count) == [6, 4, 2])
  }

  @Test("one cell, one line, and no lines are no grid")
  func none() {
    var sketch = PageSketch()
    #expect(sketch.grids.isEmpty)
    sketch.horizontal(100, 50, 300)
    #expect(sketch.grids.isEmpty)
    sketch.frame(50, 100, 300, 200)
    #expect(sketch.grids.isEmpty)
  }

  @Test("a frame around the page keeps out of the table inside")
  func pageFrame() throws {
    var sketch = PageSketch()
    sketch.frame(20, 20, 575, 822)
    sketch.table([["项目", "金额"], ["合计", "12.00"]], xs: [50, 200, 300], top: 100)
    sketch.text("说明", x: 50, baseline: 200)
    #expect(sketch.tables.map(\.dump) == ["项目 | 金额\n合计 | 12.00"])
    #expect(sketch.lines == ["说明"])
  }

  @Test("a table within a cell of another keeps its words")
  func nested() {
    var sketch = PageSketch()
    sketch.frame(40, 80, 560, 400)
    sketch.vertical(300, 80, 400)
    sketch.text("外", x: 310, baseline: 100)
    sketch.table([["项目", "金额"], ["合计", "12.00"]], xs: [50, 150, 250], top: 100)
    #expect(sketch.tables.map(\.dump) == [" | 外", "项目 | 金额\n合计 | 12.00"])
  }

  @Test("lines that miss each other by a little still meet")
  func loose() throws {
    var sketch = PageSketch()
    for y in ys { sketch.horizontal(y, 52, 348) }
    for x in xs { sketch.vertical(x, 102, 158) }
    let grid = try #require(sketch.grids.first)
    #expect(sketch.grids.count == 1 && grid.cells.count == 9)
  }
}
