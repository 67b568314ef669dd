import PageContent
import ProcessorTime
import Testing

@Suite("Words into lines")
struct PrintedLineTests {
  @Test("top to bottom, left to right, whatever the content's order")
  func order() {
    var run = GlyphRun()
    run.set("丙", x: 50, baseline: 130)
    run.set("12.00", x: 200, baseline: 100)
    run.set("甲乙", x: 50, baseline: 100)
    #expect(run.lineTexts == ["甲乙 12.00", "丙"])
    #expect(LineLayout.lines(of: []).isEmpty)
  }

  @Test("slightly raised or lowered words belong to the line")
  func strayBaselines() {
    var run = GlyphRun()
    run.set("支出", x: 50, baseline: 100)
    run.set("1,020.50", x: 100, baseline: 102)
    run.set("万元", x: 150, baseline: 99)
    run.set("下一行", x: 50, baseline: 112)
    #expect(run.lineTexts == ["支出 1,020.50 万元", "下一行"])
  }

  @Test("overlapping lines are never interleaved")
  func overlap() {
    var run = GlyphRun()
    run.set("行政运行支出", x: 50, baseline: 100)
    run.set("一般管理事务", x: 53, baseline: 101)
    #expect(run.lineTexts == ["行政运行支出", "一般管理事务"])
  }

  @Test("overlapping words in pieces keep together with their own line")
  func overlapInPieces() {
    var run = GlyphRun()
    run.set("社会保障", x: 50, baseline: 100)
    run.set("和就业", x: 95, baseline: 100)
    run.set("卫生健康", x: 52, baseline: 100.5)
    run.set("支出款", x: 97, baseline: 100.5)
    #expect(Set(run.lineTexts) == ["社会保障和就业", "卫生健康支出款"])
  }

  @Test("a gap is a space between figures or letters, none between Chinese characters")
  func spaces() {
    var run = GlyphRun()
    run.set("收", x: 50)
    run.set("入", x: 80)
    #expect(run.lineTexts == ["收入"])
    var figures = GlyphRun()
    figures.set("12.00", x: 50)
    figures.set("13.00", x: 80)
    figures.set("万元", x: 109)
    figures.set("PDF", x: 145)
    #expect(figures.lineTexts == ["12.00 13.00万元 PDF"])
  }

  @Test("segments are what wide gaps part; a spaced-out title is one")
  func segments() throws {
    var run = GlyphRun()
    run.set("部门：某某局", x: 50)
    run.set("单位：万元", x: 400)
    let caption = try #require(run.lines.first)
    #expect(caption.segments.map(\.text) == ["部门：某某局", "单位：万元"])
    #expect(caption.segments.map(\.box.x0) == [50, 400])
    var title = GlyphRun()
    for (index, character) in "支出决算表".enumerated() { title.set(String(character), x: 100 + Double(index) * 40) }
    let line = try #require(title.lines.first)
    #expect(line.segments.map(\.text) == ["支出决算表"])
  }

  @Test("a line's box holds its words, its size is the largest")
  func extent() throws {
    var run = GlyphRun()
    run.set("第", x: 50, size: 16, isBold: true)
    run.set("12.00", x: 90, size: 10, isBold: true)
    let line = try #require(run.lines.first)
    #expect(line.box.x0 == 50 && line.box.x1 == 115)
    #expect(line.box.y0 == 100 - 0.88 * 16 && line.box.y1 == 102.5)
    #expect(line.size == 16 && line.isBold)
  }

  @Test("joined and squashed text")
  func join() {
    #expect(TextJoin.joined([]) == "")
    #expect(TextJoin.joined(["576,171.1", "1"]) == "576,171.11")
    #expect(TextJoin.joined(["一般公共预算", "财政拨款"]) == "一般公共预算财政拨款")
    #expect(TextJoin.joined(["public", "service", "收入"]) == "public service收入")
    #expect(TextJoin.squashed("合 计\u{3000}\u{A0}1\u{200B}") == "合计1")
  }

  @Test("a line of very many words costs no more than its words")
  func manyWords() {
    let seconds = processorSeconds {
      var run = GlyphRun()
      for index in 0..<40_000 { run.set("\(index % 10)", x: Double(index) * 8) }
      #expect(run.lines.count == 1)
      var overprinted = GlyphRun()
      for index in 0..<20_000 { overprinted.set("\(index % 7)\(index % 11)", x: 50 + Double(index % 50) / 10) }
      #expect(overprinted.lines.count < 20_000)
    }
    #expect(seconds < 120)
  }
}
