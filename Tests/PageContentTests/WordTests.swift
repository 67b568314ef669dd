import PageContent
import Testing

@Suite("Glyphs into words")
struct WordTests {
  @Test("glyphs that follow each other are one word; a gap ends it")
  func gaps() {
    var run = GlyphRun()
    run.set("12.30")
    run.set("45.00", x: run.pen + 3)
    run.set("万元", x: run.pen + 2)
    #expect(run.wordTexts == ["12.30", "45.00万元"])
  }

  @Test("letter-spaced figures stay whole up to a quarter of an em")
  func letterSpacing() {
    var run = GlyphRun()
    run.set("1,802.64", gap: 2.4)
    run.set("7", baseline: 130, gap: 2.6)
    run.set("8", baseline: 130)
    #expect(run.wordTexts == ["1,802.64", "7", "8"])
  }

  @Test("digits and Chinese of other boxes share a word by their baseline")
  func baseline() throws {
    var run = GlyphRun()
    run.set("合计12万元", x: 50)
    let word = try #require(run.words.first)
    #expect(run.words.count == 1)
    #expect(word.box.x0 == 50 && word.box.x1 == 100)
    #expect(word.box.y0 == 100 - 8.8 && word.box.y1 == 102.5)
    #expect(word.baseline == 100 && word.size == 10 && !word.isBold)
  }

  @Test("another baseline, a step back and turned glyphs begin another word")
  func breaks() {
    var run = GlyphRun()
    run.set("甲乙", x: 100)
    run.set("丙", baseline: 103)
    run.set("丁", x: 40)
    #expect(run.wordTexts == ["甲乙", "丙", "丁"])
    var turned = run.glyphs
    turned[1].isRotated = true
    #expect(LineLayout.words(of: turned).map { String($0.text) } == ["甲", "乙", "丙", "丁"])
  }

  @Test("white space is no part of a word, but its width is a gap")
  func space() {
    var run = GlyphRun()
    run.set("201 06")
    #expect(run.wordTexts == ["201", "06"])
    let blank = Glyph(
      scalar: "\u{3000}", x0: 0, y0: 90, x1: 10, y1: 100, baseline: 100, size: 10, isSpace: false)
    #expect(LineLayout.words(of: [blank]).isEmpty)
    #expect(LineLayout.words(of: []).isEmpty)
  }

  @Test("a character drawn twice in almost the same place is bold, not two", arguments: ["支出决算表", "2,453.66", "款7项08"])
  func doubledGlyphs(_ text: String) {
    for offset in [0.0, 0.2, 0.4, -0.2] {
      var run = GlyphRun()
      run.set(text, x: 50)
      let doubled = run.glyphs.flatMap { glyph -> [Glyph] in
        var again = glyph
        again.x0 += offset
        again.x1 += offset
        again.baseline += offset / 4
        return [glyph, again]
      }
      #expect(LineLayout.lines(of: LineLayout.words(of: doubled)).map(\.text) == [text])
    }
  }

  @Test("a run drawn twice is one")
  func doubledRun() {
    for offset in [0.0, 0.3, 1.0] {
      var run = GlyphRun()
      run.set("决算表 12.00", x: 50)
      run.set("决算表 12.00", x: 50 + offset)
      #expect(run.lineTexts == ["决算表12.00"])
    }
  }

  @Test("equal digits side by side are not taken for a doubled one")
  func repeatedDigits() {
    var run = GlyphRun()
    run.set("11,111.00", gap: -0.8)
    #expect(run.wordTexts == ["11,111.00"])
  }

  @Test("a word is bold where all of it is")
  func bold() {
    var run = GlyphRun()
    run.set("合", isBold: true)
    run.set("计")
    run.set("总计", x: 80, isBold: true)
    #expect(run.words.map(\.isBold) == [false, true])
  }
}
