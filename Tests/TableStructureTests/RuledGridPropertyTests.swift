import PageContent
import Testing

@testable import TableStructure

@Suite("Random grids come back as drawn")
struct RuledGridPropertyTests {
  /// A grid with rectangles of squares merged at random.
  private struct RandomGrid {
    var xs: [Double]
    var ys: [Double]
    var spans: [[Int]]

    init(using generator: inout SeededGenerator) {
      func boundaries(_ start: Double, _ closest: Double) -> [Double] {
        var position = start
        return (0...Int.random(in: 2...9, using: &generator)).map { _ in
          defer { position += Double.random(in: closest...50, using: &generator) }
          return position
        }
      }
      xs = boundaries(40, 12)
      ys = boundaries(60, 9)
      let (columns, rows) = (xs.count - 1, ys.count - 1)
      var taken = Set<Int>()
      spans = []
      for row in 0..<rows {
        for column in 0..<columns where !taken.contains(row * columns + column) {
          var height = Int.random(in: 0..<3, using: &generator) == 0 ? Int.random(in: 1...3, using: &generator) : 1
          var width = Int.random(in: 0..<3, using: &generator) == 0 ? Int.random(in: 1...4, using: &generator) : 1
          (height, width) = (min(height, rows - row), min(width, columns - column))
          while (column..<column + width).contains(where: { taken.contains(row * columns + $0) }) { width -= 1 }
          for r in row..<row + height { for c in column..<column + width { taken.insert(r * columns + c) } }
          spans.append([row, column, height, width])
        }
      }
    }

    /// Whether some line of the grid is drawn nowhere: then it cannot come back.
    var hidesALine: Bool {
      let drawnXs = Set(spans.flatMap { [$0[1], $0[1] + $0[3]] })
      let drawnYs = Set(spans.flatMap { [$0[0], $0[0] + $0[2]] })
      return drawnXs.count < xs.count || drawnYs.count < ys.count
    }

    /// The cells' borders, cell by cell, in random order, askew by less than a line is wide.
    func rulings(using generator: inout SeededGenerator) -> [Ruling] {
      func askew(_ value: Double) -> Double { value + Double.random(in: -0.4...0.4, using: &generator) }
      return spans.flatMap { span -> [Ruling] in
        let (left, right) = (xs[span[1]], xs[span[1] + span[3]])
        let (top, bottom) = (ys[span[0]], ys[span[0] + span[2]])
        return [top, bottom].map {
          .init(axis: .horizontal, position: askew($0), start: askew(left), end: askew(right))
        }
          + [left, right].map { .init(axis: .vertical, position: askew($0), start: askew(top), end: askew(bottom)) }
      }.shuffled(using: &generator)
    }
  }

  @Test("every cell with its spans", arguments: 0..<40)
  func spans(_ seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    for _ in 0..<25 {
      let drawn = RandomGrid(using: &generator)
      if drawn.hidesALine || drawn.spans.count < 2 { continue }
      let grids = RuledGrid.grids(in: drawn.rulings(using: &generator))
      // Cells that touch in no line at all are several grids; a random grid hangs together.
      let grid = try #require(grids.first)
      #expect(grids.count == 1)
      #expect(grid.spans == drawn.spans)
      for (index, span) in grid.cells.enumerated() {
        let box = grid.box(of: span)
        #expect(grid.cell(x: box.midX, y: box.midY) == index)
      }
    }
  }

  @Test("cells cover the grid once, whatever is drawn", arguments: 0..<40)
  func partition(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed) &* 977)
    for _ in 0..<40 {
      let rulings = (0..<Int.random(in: 0...40, using: &generator)).map { _ -> Ruling in
        let start = Double.random(in: 0...500, using: &generator)
        return Ruling(
          axis: Bool.random(using: &generator) ? .horizontal : .vertical,
          position: Double(Int.random(in: 0...60, using: &generator)) * 8, start: start,
          end: start + Double.random(in: 0...400, using: &generator))
      }
      for grid in RuledGrid.grids(in: rulings) {
        #expect(grid.owner.count == grid.rowCount * grid.columnCount)
        #expect(!grid.owner.contains(-1))
        #expect(grid.cells.reduce(0) { $0 + $1.rowSpan * $1.columnSpan } == grid.owner.count)
        #expect(zip(grid.xs, grid.xs.dropFirst()).allSatisfy { $0 < $1 })
        #expect(zip(grid.ys, grid.ys.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }
}
