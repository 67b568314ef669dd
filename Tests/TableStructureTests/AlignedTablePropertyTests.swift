import PageContent
import Testing

@testable import TableStructure

@Suite("Random tables without vertical rules come back cell by cell")
struct AlignedTablePropertyTests {
  /// How a table's rows are set apart.
  enum Rules: CaseIterable { case none, threeLine, horizontal }

  /// A code, a name and figures, under heads of which some stand over two columns.
  private struct RandomTable {
    static let pad = 2.0
    static let size = 9.0
    static let leading = 11.0

    var widths: [Double]
    /// The heads of the figures, and for some of the first of a pair the word over both.
    var heads: [String]
    var groups: [Int: String]
    /// Code, name as its lines, figures.
    var rows: [(code: String, name: [String], figures: [String])]

    init(using generator: inout SeededGenerator) {
      let columns = Int.random(in: 2...6, using: &generator)
      let words = ["合计", "基本支出", "项目支出", "本年收入", "小计", "其他收入", "经营支出"]
      heads = (0..<columns).map { _ in words.randomElement(using: &generator) ?? "合计" }
      groups = [:]
      var column = 0
      while column + 1 < columns {
        if Int.random(in: 0..<3, using: &generator) == 0 {
          groups[column] = "本年支出"
          column += 1
        }
        column += 1
      }
      widths = [45, 120] + (0..<columns).map { _ in Double.random(in: 48...62, using: &generator) }
      let blank = Bool.random(using: &generator) ? Int.random(in: 0..<columns, using: &generator) : nil
      let names = [
        ["行政运行"], ["一般行政管理事务"], ["住房公积金"], ["机关事业单位基本养老保险", "缴费支出"], ["培训费"], ["其他社会保障和就业支出"],
      ]
      rows = (0..<Int.random(in: 6...18, using: &generator)).map { index in
        var figures = (0..<columns).map { column in
          column == blank || Int.random(in: 0..<3, using: &generator) == 0
            ? "" : "\(Int.random(in: 0...9999, using: &generator)).\(Int.random(in: 10...99, using: &generator))"
        }
        if figures.allSatisfy(\.isEmpty) { figures[blank == 0 ? 1 : 0] = "0.10" }
        return ("20\(101 + index)", names.randomElement(using: &generator) ?? ["培训费"], figures)
      }
    }

    var lefts: [Double] { widths.reduce(into: [40.0]) { $0.append(($0.last ?? 0) + $1) } }

    private func width(_ text: String) -> Double {
      text.unicodeScalars.reduce(0) { $0 + ($1.isIdeographic ? Self.size : Self.size / 2) }
    }

    func draw(on page: inout PageSketch, rules: Rules) {
      let lefts = lefts
      var y = 120.0
      func rule() { page.horizontal(y, lefts[0], lefts[lefts.count - 1]) }
      func centred(_ text: String, _ columns: ClosedRange<Int>, middle: Double) {
        let left = lefts[columns.lowerBound]
        let right = lefts[columns.upperBound + 1]
        page.text(text, x: (left + right - width(text)) / 2, baseline: middle + 0.35 * Self.size, size: Self.size)
      }
      page.text("支出决算表", x: 200, baseline: 90, size: 15)
      page.text("单位：万元", x: 300, baseline: 112, size: Self.size)
      if rules != .none { rule() }
      let height = 18.0
      let isDeep = !groups.isEmpty
      let middle = isDeep ? y + height : y + height / 2
      centred("科目编码", 0...0, middle: middle)
      centred("科目名称", 1...1, middle: middle)
      var paired: Set<Int> = []
      for (column, word) in groups {
        centred(word, column + 2...column + 3, middle: y + height / 2)
        paired.formUnion([column, column + 1])
      }
      for (column, head) in heads.enumerated() {
        centred(head, column + 2...column + 2, middle: paired.contains(column) ? y + 1.5 * height : middle)
      }
      y += isDeep ? 2 * height : height
      if rules != .none { rule() }
      for row in rows {
        let height = Double(row.name.count) * Self.leading + 6
        let baseline = y + height / 2 + 0.35 * Self.size
        page.text(row.code, x: lefts[0] + Self.pad, baseline: baseline, size: Self.size)
        let top = baseline - Double(row.name.count - 1) * Self.leading / 2
        for (index, line) in row.name.enumerated() {
          page.text(line, x: lefts[1] + Self.pad, baseline: top + Double(index) * Self.leading, size: Self.size)
        }
        for (column, figure) in row.figures.enumerated() {
          page.text(figure, x: lefts[column + 3] - Self.pad - width(figure), baseline: baseline, size: Self.size)
        }
        y += height
        if rules == .horizontal { rule() }
      }
      if rules == .threeLine { rule() }
    }

    var dump: String {
      var lines: [[String]] = []
      if !groups.isEmpty {
        var upper = ["科目编码", "科目名称"] + heads
        for (column, word) in groups { (upper[column + 2], upper[column + 3]) = (word, ">") }
        var lower = [String](repeating: "^", count: upper.count)
        for column in groups.keys { (lower[column + 2], lower[column + 3]) = (heads[column], heads[column + 1]) }
        lines += [upper, lower]
      } else {
        lines.append(["科目编码", "科目名称"] + heads)
      }
      lines += rows.map { [$0.code, $0.name.joined()] + $0.figures }
      return lines.map { $0.joined(separator: " | ") }.joined(separator: "\n")
    }
  }

  @Test("every cell, and the heads over two columns", arguments: Rules.allCases, 0..<10)
  func cells(_ rules: Rules, _ seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed) &* 31)
    for _ in 0..<10 {
      let drawn = RandomTable(using: &generator)
      var page = PageSketch(height: 1400)
      drawn.draw(on: &page, rules: rules)
      #expect(page.tables.map(\.dump) == [drawn.dump])
      #expect(page.lines == ["支出决算表", "单位：万元"])
    }
  }

  @Test("cells cover the table once, whatever is printed", arguments: 0..<20)
  func partition(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed) &* 499)
    let texts = ["合计", "1.50", "本年支出", "栏次", "1", "2", "-", "301", "一、一般公共服务支出"]
    for _ in 0..<20 {
      var page = PageSketch()
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        page.text(
          texts.randomElement(using: &generator) ?? "", x: Double.random(in: 20...500, using: &generator),
          baseline: Double(Int.random(in: 5...30, using: &generator)) * 13)
      }
      for table in page.tables {
        var squares = [Int](repeating: 0, count: table.rowCount * table.columnCount)
        for cell in table.cells {
          for row in cell.rows { for column in cell.columns { squares[row * table.columnCount + column] += 1 } }
        }
        #expect(squares.allSatisfy { $0 == 1 })
      }
    }
  }
}
