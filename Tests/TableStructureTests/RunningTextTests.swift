import PageContent
import Testing

@testable import TableStructure

@Suite("Running text with figures")
struct RunningTextTests {
  /// Words and figures of many widths, the same for the same seed.
  private func words(_ count: Int, seed: UInt64, everyFigure: Int) -> [String] {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let plain = ["the", "budget", "of", "a", "department", "is", "read", "by", "those", "who", "pay", "for", "it"]
    return (0..<count).map { index in
      index % everyFigure == everyFigure - 1 ? "\(next(90) + 10).\(next(90) + 10)" : plain[next(plain.count)]
    }
  }

  /// Two justified columns.
  private func prose(lines: Int, everyFigure: Int, gap: Double = 5, shift: Double = 0) -> PageSketch {
    var sketch = PageSketch(height: 100 + 12 * Double(lines))
    for side in 0..<2 {
      var rest = words(lines * 40, seed: UInt64(side) + 1, everyFigure: everyFigure)[...]
      for line in 0..<lines {
        var width = 0.0
        let fitting = rest.prefix { word in
          width += 5 * Double(word.count) + gap
          return width - gap < 230
        }
        rest = rest.dropFirst(fitting.count)
        let ink = fitting.reduce(0) { $0 + 5 * Double($1.count) }
        let space = (230 - ink) / Double(max(1, fitting.count - 1))
        var x = 50 + 260 * Double(side)
        for word in fitting {
          sketch.text(word, x: x, baseline: 50 + 12 * Double(line) + shift * Double(side))
          x += 5 * Double(word.count) + space
        }
      }
    }
    return sketch
  }

  @Test("two justified columns with figures are no table", arguments: [8, 16, 60], [0.0, 5])
  func columns(everyFigure: Int, shift: Double) {
    #expect(prose(lines: 60, everyFigure: everyFigure, shift: shift).tables.isEmpty)
    #expect(prose(lines: 60, everyFigure: everyFigure, gap: 4).tables.isEmpty)
  }

  @Test("a table under them is read")
  func tableBelow() {
    var sketch = prose(lines: 30, everyFigure: 8)
    for row in 0..<5 {
      sketch.text("项目\(row)", x: 60, baseline: 460 + 14 * Double(row))
      for column in 0..<3 {
        sketch.text("\(row + 1)\(column).25", x: 200 + 100 * Double(column), baseline: 460 + 14 * Double(row))
      }
    }
    #expect(sketch.tables.map(\.columnCount) == [4])
    #expect(sketch.tables.map(\.rowCount) == [5])
  }
}
