import PageContent
import ProcessorTime
import Testing

@testable import TableStructure

@Suite("What a page full of rulings costs")
struct RuledGridCostTests {
  /// Seconds; unoptimised they are some, and were it quadratic, hours.
  private static let limit = 120.0

  @Test("a table drawn cell by cell, as large as a page can print")
  func drawnByCells() throws {
    let seconds = try processorSeconds {
      var sketch = PageSketch(width: 1190, height: 1684)
      for column in 0..<80 {
        for row in 0..<150 {
          let (x, y) = (20 + Double(column) * 14, 20 + Double(row) * 11)
          sketch.frame(x + 0.2, y + 0.2, x + 13.8, y + 10.8)
        }
      }
      let grid = try #require(sketch.grids.first)
      #expect(sketch.grids.count == 1 && grid.cells.count == 80 * 150)
    }
    #expect(seconds < RuledGridCostTests.limit)
  }

  @Test("short strokes all over a huge page")
  func strokes() {
    let seconds = processorSeconds {
      var generator = SeededGenerator(state: 3)
      let rulings = (0..<100_000).map { _ -> Ruling in
        let start = Double.random(in: 0...14_390, using: &generator)
        return Ruling(
          axis: Bool.random(using: &generator) ? .horizontal : .vertical,
          position: Double.random(in: 0...14_400, using: &generator), start: start, end: start + 9)
      }
      for grid in RuledGrid.grids(in: rulings) { #expect(grid.owner.count > 1) }
    }
    #expect(seconds < RuledGridCostTests.limit)
  }

  @Test("short strokes that one long line holds together")
  func comb() {
    let seconds = processorSeconds {
      var rulings: [Ruling] = []
      for index in 0..<50_000 {
        let (step, stage) = (Double(index % 2400), Double(index / 2400))
        for axis in [Ruling.Axis.vertical, .horizontal] {
          rulings.append(Ruling(axis: axis, position: step * 6, start: stage * 12, end: stage * 12 + 8))
        }
      }
      rulings.append(Ruling(axis: .horizontal, position: 5, start: 0, end: 14_400))
      rulings.append(Ruling(axis: .vertical, position: 5, start: 0, end: 14_400))
      _ = RuledGrid.grids(in: rulings)
    }
    #expect(seconds < RuledGridCostTests.limit)
  }

  @Test("lines that would cut a huge page into millions of squares are no table")
  func mesh() {
    let seconds = processorSeconds {
      var sketch = PageSketch(width: 14_400, height: 14_400)
      sketch.lines(xs: (0..<2400).map { Double($0) * 6 }, ys: (0..<2400).map { Double($0) * 6 })
      #expect(sketch.grids.isEmpty)
    }
    #expect(seconds < RuledGridCostTests.limit)
  }

  @Test("ten thousand small tables with a word in each")
  func smallTables() {
    let seconds = processorSeconds {
      var sketch = PageSketch(width: 3000, height: 3000)
      for index in 0..<10_000 {
        let (x, y) = (Double(index % 100) * 30, Double(index / 100) * 30)
        sketch.frame(x, y, x + 20, y + 20)
        sketch.vertical(x + 10, y, y + 20)
        sketch.text("12", x: x + 1, baseline: y + 14, size: 8)
      }
      #expect(sketch.tables.count == 10_000)
    }
    #expect(seconds < RuledGridCostTests.limit)
  }

  @Test("a page of nothing but noise", arguments: [10.0, 3, 0.5])
  func noise(_ size: Double) {
    let seconds = processorSeconds {
      var generator = SeededGenerator(state: 8)
      var sketch = PageSketch()
      for _ in 0..<40_000 {
        let (x, y) = (Double.random(in: 0...590, using: &generator), Double.random(in: 0...840, using: &generator))
        sketch.text(Bool.random(using: &generator) ? "1" : "甲", x: x, baseline: y, size: size)
        if size < 1 { continue }
        if Bool.random(using: &generator) { sketch.horizontal(y, x, x + 20) } else { sketch.vertical(x, y, y + 20) }
      }
      #expect(!blocks([sketch]).isEmpty)
    }
    #expect(seconds < RuledGridCostTests.limit)
  }
}
