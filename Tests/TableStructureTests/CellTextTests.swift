import PageContent
import Testing

@testable import TableStructure

@Suite("Glyphs into the cells of a ruled table")
struct CellTextTests {
  @Test("each word in its cell, with the cell's box; empty cells are cells")
  func cells() throws {
    var sketch = PageSketch(number: 4)
    sketch.table([["项目", "决算数", nil], ["合计", "", "12.00"]], xs: [50, 150, 250, 350], top: 100)
    let table = try #require(sketch.tables.first)
    #expect(table.dump == "项目 | 决算数 | >\n合计 |  | 12.00")
    #expect(table.origin == .rulings && table.pages == [4] && table.boundaries == [50, 150, 250, 350])
    #expect(table.cells.map(\.location.page) == Array(repeating: 4, count: 5))
    #expect(table.cells[1].location.box == Box(x0: 150, y0: 100, x1: 350, y1: 120))
    #expect(table.location == .page(4, Box(x0: 50, y0: 100, x1: 350, y1: 140)))
  }

  @Test("wrapped text is one text, whatever order it is drawn in")
  func wrapped() {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 150, 250], ys: [100, 140, 160])
    sketch.text("财政拨款支出", x: 55, baseline: 126)
    sketch.text("一般公共预算", x: 55, baseline: 113)
    sketch.text("合计", x: 55, baseline: 152)
    #expect(sketch.tables.map(\.dump) == ["一般公共预算财政拨款支出 | \n合计 | "])
  }

  @Test("a number broken inside a narrow cell is one number")
  func brokenNumber() {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 150, 200], ys: [100, 130])
    sketch.text("合计", x: 55, baseline: 118)
    sketch.text("576,171.1", x: 152, baseline: 112)
    sketch.text("1", x: 190, baseline: 124)
    #expect(sketch.tables.map(\.dump) == ["合计 | 576,171.11"])
  }

  @Test("a figure and the label or code beside it, hardly apart, are parted by the rule between them")
  func hairsBreadth() {
    for (figure, label) in [("2,414.30", "一、一般公共服务支出"), ("1,778.78", "302"), ("14.12", "六、科学技术支出")] {
      var sketch = PageSketch()
      sketch.lines(xs: [50, 150, 250, 400], ys: [100, 120])
      sketch.text("合计", x: 55, baseline: 114)
      sketch.text(figure, x: 249.4 - 5 * Double(figure.count), baseline: 114)
      sketch.text(label, x: 250.7, baseline: 114)
      #expect(sketch.tables.map(\.dump) == ["合计 | \(figure) | \(label)"])
    }
  }

  @Test("letters set apart over a rule are one word")
  func spacedOverRule() {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 85, 250], ys: [100, 120])
    for (index, letter) in "1,802.64".enumerated() {
      sketch.text(String(letter), x: 60 + 6.5 * Double(index), baseline: 114)
    }
    #expect(sketch.tables.map(\.dump) == [" | 1,802.64"])
  }

  @Test("a text that runs over a rule into the one beyond it is not joined to it; figures set close stay whole")
  func overlapping() throws {
    var page = PageSketch()
    page.table([["", ""]], xs: [50, 105, 200], top: 60)
    page.text("某某市司法局", x: 52, baseline: 75)
    page.text("法律顾问", x: 107, baseline: 75)
    #expect(page.tables.map(\.dump) == ["某某市司法局 | 法律顾问"])
  }

  @Test("text that runs over a rule goes where most of it stands")
  func overflow() {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 150, 250], ys: [100, 120])
    sketch.text("一般公共预算财政拨款", x: 60, baseline: 114)
    sketch.text("1,234,567.89", x: 182, baseline: 114)
    #expect(sketch.tables.map(\.dump) == ["一般公共预算财政拨款 | 1,234,567.89"])
  }

  @Test("two amounts that nearly touch across a rule stay in their cells")
  func neighbours() {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 100, 150, 200], ys: [100, 120])
    sketch.text("合计", x: 55, baseline: 114)
    sketch.text("2,345.67", x: 108, baseline: 114)
    sketch.text("12,345.67", x: 151, baseline: 114)
    #expect(sketch.tables.map(\.dump) == ["合计 | 2,345.67 | 12,345.67"])
  }

  @Test("overlapping lines in a cell are not interleaved")
  func overprinted() throws {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 200, 250], ys: [100, 120])
    sketch.text("行政运行支出", x: 55, baseline: 112)
    sketch.text("一般行政管理", x: 58, baseline: 114)
    let text = try #require(sketch.tables.first?.cells.first?.text)
    #expect(text == "行政运行支出一般行政管理")
  }

  @Test("bold is a cell whose words all are")
  func bold() throws {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 150, 250], ys: [100, 120])
    sketch.text("合计", x: 55, baseline: 114, isBold: true)
    sketch.text("12.00", x: 155, baseline: 114)
    #expect(sketch.tables.first?.cells.map(\.isBold) == [true, false])
  }

  @Test("two tables side by side")
  func sideBySide() {
    var sketch = PageSketch()
    sketch.table([["收入", "1.00"], ["合计", "1.00"]], xs: [40, 140, 240], top: 100)
    sketch.table([["支出", "2.00"], ["合计", "2.00"]], xs: [300, 400, 500], top: 100)
    #expect(sketch.tables.map(\.dump) == ["收入 | 1.00\n合计 | 1.00", "支出 | 2.00\n合计 | 2.00"])
  }

  @Test("an empty frame is no table; a form left blank is one")
  func empty() {
    var box = PageSketch()
    box.lines(xs: [50, 150, 250], ys: [100, 120])
    #expect(box.tables.isEmpty)
    var form = PageSketch()
    form.lines(xs: [50, 150, 250], ys: [100, 120, 140])
    #expect(form.tables.count == 1)
  }

  @Test("random glyphs are never lost: all stand in a cell or in a line", arguments: 0..<20)
  func nothingLost(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    var sketch = PageSketch()
    sketch.table(Array(repeating: ["", "", "", ""], count: 12), xs: [60, 150, 240, 330, 420], top: 200)
    var drawn: [Character: Int] = [:]
    for _ in 0..<120 {
      let character: Character = ["甲", "乙", "丙", "丁", "戊", "己"].randomElement(using: &generator) ?? "甲"
      drawn[character, default: 0] += 1
      sketch.text(
        String(character), x: Double(Int.random(in: 1...45, using: &generator)) * 12,
        baseline: 40 + Double(Int.random(in: 0...35, using: &generator)) * 20 + Double(drawn.count))
    }
    // What is drawn twice in one place is drawn once.
    let glyphs = Set(sketch.page.glyphs.map { "\($0.scalar) \($0.x0) \($0.baseline)" })
    let cells = sketch.tables.flatMap(\.cells).map(\.text).joined()
    let found = (cells + sketch.lines.joined()).filter { !$0.isWhitespace }
    #expect(found.count <= 120 && found.count >= glyphs.count - 12)
  }

  @Test("a comma that hangs over the rule at a line's end is its line's, not the figure's beside it")
  func hangingComma() {
    var sketch = PageSketch()
    sketch.lines(xs: [50, 100, 200], ys: [100, 140, 160])
    sketch.text("甲乙丙丁戊，", x: 50, baseline: 115)
    sketch.text("己庚", x: 50, baseline: 130)
    sketch.text("378.69", x: 150, baseline: 122)
    sketch.text("辛壬", x: 55, baseline: 155)
    sketch.text("5.00", x: 150, baseline: 155)
    #expect(sketch.tables.map(\.dump) == ["甲乙丙丁戊，己庚 | 378.69\n辛壬 | 5.00"])
  }
}
