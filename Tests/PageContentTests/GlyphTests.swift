import PageContent
import TestSupport
import Testing

@Suite struct GlyphTests {
  @Test func standAtThePenWithTheirAdvance() throws {
    let page = try readPage("BT /F1 10 Tf 100 700 Td (A1 b) Tj ET")
    #expect(page.text == "A1 b")
    #expect(page.problems.isEmpty)
    let first = try #require(page.glyphs.first)
    #expect(near(first.x0, 100) && near(first.x1, 106.67))
    #expect(near(first.baseline, 142) && near(first.size, 10))
    #expect(first.y0 < 136 && first.y1 > 142 && first.y1 < 147)
    #expect(near(page.glyphs[1].x0, 106.67) && near(page.glyphs[1].x1, 112.23))
    #expect(page.glyphs.map(\.isSpace) == [false, false, true, false])
    #expect(page.glyphs.allSatisfy { !$0.isBold && !$0.isRotated })
  }

  @Test func spacingBelongsToTheGap() throws {
    let page = try readPage("BT /F1 10 Tf 4 Tc 6 Tw 100 700 Td (1 1) Tj ET")
    #expect(near(page.glyphs[0].x1, 105.56))
    #expect(near(page.glyphs[1].x0, 109.56) && near(page.glyphs[1].x1, 112.34))
    #expect(near(page.glyphs[2].x0, 122.34))
  }

  @Test func scaleWithTextAndPageMatrix() throws {
    let page = try readPage("2 0 0 2 0 0 cm BT /F1 5 Tf 50 Tz 2 0 0 3 50 300 Tm 1 Ts (1) Tj ET")
    let glyph = try #require(page.glyphs.first)
    #expect(near(glyph.size, 30))
    #expect(near(glyph.x0, 100) && near(glyph.x1, 105.56))
    #expect(near(glyph.baseline, 842 - 606))
  }

  @Test func boldByFontOrByStroking() throws {
    let page = try readPage(
      "BT /F1 10 Tf 100 700 Td (a) Tj 1 Tr (b) Tj 2 Tr (c) Tj 0 Tr (d) Tj /F2 10 Tf (e) Tj ET")
    #expect(page.text == "abcde")
    #expect(page.glyphs.map(\.isBold) == [false, true, true, false, true])
  }

  @Test func clippedOnesAreLeftOut() throws {
    let page = try readPage(
      """
      q 100 690 11 20 re W n BT /F1 10 Tf 100 700 Td (1234) Tj ET Q
      BT /F1 10 Tf 100 600 Td (5) Tj 100 5000 Td (6) Tj ET
      """)
    #expect(page.text == "125")
  }

  @Test func invisibleOnesAreMarked() throws {
    var pdf = TinyPDF("BT /F1 10 Tf 100 700 Td (seen) Tj 3 Tr (not) Tj 0 Tr /Clear gs (nor) Tj ET")
    pdf.addState("Clear", "<</ca 0>>")
    #expect(
      try read(pdf).glyphs.map { $0.traits.contains(.invisible) } == [false, false, false, false]
        + Array(repeating: true, count: 6))
  }

  @Test func uprightOnATurnedPage() throws {
    var pdf = TinyPDF("BT /F1 10 Tf 0 1 -1 0 100 200 Tm (12) Tj ET BT /F1 10 Tf 1 0 0 1 300 400 Tm (3) Tj ET")
    pdf.pages[0].rotation = 90
    let page = try read(pdf)
    #expect(page.width == 842 && page.height == 595)
    #expect(page.glyphs.map(\.isRotated) == [false, false, true])
    let upright = page.glyphs[0]
    #expect(near(upright.x0, 200) && near(upright.x1, 205.56) && near(upright.baseline, 100))
    let turned = page.glyphs[2]
    #expect(near(turned.y0, 300) && near(turned.y1, 305.56))
    #expect(turned.x0 < 400 && turned.x1 > 400)
  }

  @Test func landscapePage() throws {
    var pdf = TinyPDF("BT /F1 10 Tf 800 500 Td (1) Tj ET")
    pdf.pages[0].width = 842
    pdf.pages[0].height = 595
    let page = try read(pdf)
    #expect(page.width == 842 && page.height == 595)
    #expect(near(page.glyphs[0].x0, 800) && near(page.glyphs[0].baseline, 95))
  }

  @Test func charactersOfALigatureShareItsWidth() throws {
    var pdf = TinyPDF("BT /T3 10 Tf 100 700 Td (ab) Tj ET")
    let shape = pdf.addStream("", "1000 0 0 0 1000 1000 d1 0 0 1000 100 re f")
    let map = pdf.addStream(
      "",
      """
      /CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
      2 beginbfchar <61> <00660069> <62> <6536> endbfchar endcmap end
      """)
    pdf.addFont(
      "T3",
      """
      <</Type/Font/Subtype/Type3/FontBBox[0 -200 1000 800]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 97/LastChar 98\
      /Widths[1000 1000]/CharProcs<</x \(shape) 0 R>>/Encoding<</Type/Encoding/Differences[97/x/x]>>\
      /Resources<<>>/ToUnicode \(map) 0 R>>
      """)
    let page = try read(pdf)
    #expect(page.text == "fi收")
    #expect(near(page.glyphs[0].x0, 100) && near(page.glyphs[0].x1, 105))
    #expect(near(page.glyphs[1].x0, 105) && near(page.glyphs[1].x1, 110))
    #expect(near(page.glyphs[2].x0, 110) && near(page.glyphs[2].x1, 120))
    #expect(near(page.glyphs[2].size, 10))
    #expect(page.rulings.isEmpty)
  }

  @Test func withoutUnicodeAreCounted() throws {
    var pdf = TinyPDF("BT /F0 10 Tf 100 700 Td <00010002> Tj ET")
    let descendant = pdf.addObject(
      """
      <</Type/Font/Subtype/CIDFontType2/BaseFont/Nameless/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
      /Supplement 0>>/DW 1000>>
      """)
    pdf.addFont(
      "F0",
      "<</Type/Font/Subtype/Type0/BaseFont/Nameless/Encoding/Identity-H/DescendantFonts[\(descendant) 0 R]>>")
    let page = try read(pdf)
    #expect(page.text == "\u{FFFD}\u{FFFD}")
    #expect(page.problems == [.unmappedGlyphs(2)])
  }

  @Test func ofASoftMaskAreNotSeen() throws {
    var pdf = TinyPDF("/Masked gs BT /F1 10 Tf 100 700 Td (seen) Tj ET")
    let group = pdf.addForm(
      "Mask", "BT /F1 10 Tf 100 600 Td (mask) Tj ET 0 0 100 1 re f",
      entries: "/Group<</S/Transparency/CS/DeviceGray>>")
    pdf.addState("Masked", "<</SMask<</S/Luminosity/G \(group) 0 R>>>>")
    let page = try read(pdf)
    #expect(page.text == "seen")
    #expect(page.rulings.isEmpty)
  }
}
