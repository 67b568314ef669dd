import PageContent
import Testing

@testable import TableStructure

@Suite("Tables that lack some of their rules")
struct MissingRulesTests {
  private let xs = [50.0, 150, 230, 310, 390]
  private let rows = [
    ["项目名称", "合计", "基本支出", "项目支出"],
    ["科学技术支出", "1,150.20", "450.20", "700.00"],
    ["卫生健康支出", "25.40", "25.40", "0.00"],
    ["住房保障支出", "38.60", "38.60", "0.00"],
    ["社会保障支出", "1,060.10", "60.10", "1,000.00"],
  ]

  /// The table with the rules whose index is named: text in the middle of head cells, figures at the right of theirs.
  private func table(xRules: Set<Int>, yRules: Set<Int>, rows: [[String]]? = nil) -> [Table] {
    let rows = rows ?? self.rows
    var sketch = PageSketch()
    let foot = 100 + 20 * Double(rows.count)
    for index in 0...rows.count where yRules.contains(index) { sketch.horizontal(100 + 20 * Double(index), 50, 390) }
    for (index, x) in xs.enumerated() where xRules.contains(index) { sketch.vertical(x, 100, foot) }
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        let width = text.unicodeScalars.reduce(0) { $0 + ($1.isIdeographic ? 10.0 : 5) }
        let (left, right) = (xs[column], xs[column + 1])
        let x = row == 0 ? (left + right - width) / 2 : column == 0 ? left + 4 : right - 4 - width
        sketch.text(text, x: x, baseline: 114 + 20 * Double(row))
      }
    }
    return sketch.tables
  }

  private func expectWhole(_ tables: [Table], sourceLocation: SourceLocation = #_sourceLocation) {
    let expected = rows.map { $0.joined(separator: " | ") }.joined(separator: "\n")
    #expect(tables.map(\.dump) == [expected], sourceLocation: sourceLocation)
  }

  @Test("a frame and level rules")
  func noUprightRules() { expectWhole(table(xRules: [0, 4], yRules: [0, 1, 2, 3, 4, 5])) }

  @Test("a frame alone")
  func frame() { expectWhole(table(xRules: [0, 4], yRules: [0, 1, 5])) }

  @Test("upright rules alone, and within a frame")
  func noLevelRules() {
    expectWhole(table(xRules: [0, 1, 2, 3, 4], yRules: []))
    expectWhole(table(xRules: [0, 1, 2, 3, 4], yRules: [0, 5]))
    expectWhole(table(xRules: [0, 1, 2, 3, 4], yRules: [0, 1, 5]))
  }

  @Test("one rule missing", arguments: 1...3)
  func oneUprightRuleMissing(_ missing: Int) {
    expectWhole(table(xRules: Set(0...4).subtracting([missing]), yRules: [0, 1, 2, 3, 4, 5]))
  }

  @Test("some level rules missing", arguments: 2...4)
  func someLevelRulesMissing(_ missing: Int) {
    expectWhole(table(xRules: [0, 1, 2, 3, 4], yRules: Set(0...5).subtracting([missing])))
  }

  @Test("level rules alone, of which one is missing", arguments: 2...4)
  func oneOfLevelRulesMissing(_ missing: Int) {
    expectWhole(table(xRules: [], yRules: Set(0...5).subtracting([missing])))
  }

  @Test("a figure broken over two lines is one")
  func brokenFigure() {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 150, 200, 250], ys: [100, 120, 160])
    for (column, text) in ["项目", "合计", "基本"].enumerated() {
      sketch.text(text, x: 54 + 50 * Double(column), baseline: 114)
    }
    for x in [154.0, 204] {
      sketch.text("576,171.1", x: x, baseline: 134)
      sketch.text("1", x: x + 40, baseline: 148)
    }
    #expect(sketch.tables.map(\.rowCount) == [2])
  }

  @Test("figures that touch across a rule are two")
  func touching() {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 100, 150, 200], ys: [100, 120, 140])
    for (column, text) in ["项目", "收入", "支出"].enumerated() {
      sketch.text(text, x: 54 + 50 * Double(column), baseline: 114)
    }
    sketch.text("合计", x: 54, baseline: 134)
    sketch.text("244,895.02192,446.79", x: 101, baseline: 134)
    #expect(sketch.tables.map(\.dump) == ["项目 | 收入 | 支出\n合计 | 244,895.02 | 192,446.79"])
  }

  @Test("where a pair of figures is parted")
  func border() {
    func border(_ text: String) -> Int? { TouchingFigures.border(in: text.unicodeScalars) }
    #expect(border("244,895.02192,446.79") == 10)
    #expect(border("244895.02192446.79") == 9)
    #expect(border("0.000.00") == 4)
    #expect(border("-1.50-2.25") == 5)
    #expect(border("12.34") == nil && border("1.2.3") == nil && border("2022.01.05") == nil)
    #expect(border("12.5.7") == nil && border("1.2312,34.56") == nil)
  }

  @Test("a head over the first of two head rows belongs to the figures below it")
  func headsAtSeveralHeights() throws {
    var sketch = PageSketch()
    let heads = [("合计", 75.0, 87.0), ("因公出国", 141, 82), ("（境）费", 141, 92), ("公务用车购置及运行费", 275, 87), ("公务接待费", 415, 87)]
    for (text, middle, y) in heads { sketch.text(text, x: middle - 4 * Double(text.count), baseline: y, size: 8) }
    for (text, middle) in [("小计", 208.0), ("公务用车购置费", 275), ("公务用车运行费", 342)] {
      sketch.text(text, x: middle - 3.5 * Double(text.count), baseline: 109, size: 7)
    }
    for (text, right) in [("6.80", 105.0), ("0.00", 172), ("5.00", 239), ("0.00", 305), ("5.00", 372), ("1.80", 451)] {
      sketch.text(text, x: right - 16, baseline: 125, size: 8)
    }
    sketch.text("单位：万元", x: 417, baseline: 68, size: 8)
    let table = try #require(sketch.tables.first)
    #expect(
      table.dump == """
        合计 | 因公出国（境）费 | 公务用车购置及运行费 | > | > | 公务接待费
        ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
        6.80 | 0.00 | 5.00 | 0.00 | 5.00 | 1.80
        """)
  }
}
