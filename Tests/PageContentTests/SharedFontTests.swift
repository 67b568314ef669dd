import PageContent
import TestSupport
import Testing

/// A document's fonts are made once for all its pages.
@Suite("Fonts that pages share") struct SharedFontTests {
  private func texts(_ pdf: TinyPDF, pages: Int) throws -> [Page] {
    let file = try PDFFile(bytes: pdf.bytes())
    return (1...pages).map { file.page($0) }
  }

  @Test("each page has its own text in them")
  func pagesInTurn() throws {
    var pdf = TinyPDF(
      "BT /F1 10 Tf 100 700 Td (a) Tj /U 10 Tf <51B37B97> Tj ET", "BT /U 10 Tf 100 700 Td <9884> Tj ET",
      "BT /F2 10 Tf 100 700 Td (b) Tj ET")
    pdf.addUnicodeFont("U")
    let pages = try texts(pdf, pages: 3)
    #expect(pages.map(\.text) == ["a决算", "预", "b"])
    #expect(pages.flatMap(\.glyphs).map(\.isBold) == [false, false, false, false, true])
    #expect(pages.allSatisfy { $0.problems.isEmpty })
  }

  @Test("a font that was set before a saved state is the same after it")
  func restoredState() throws {
    let page = try readPage("/F1 10 Tf q BT 100 700 Td (a) Tj /F2 10 Tf (b) Tj ET Q BT 100 600 Td (c) Tj ET")
    #expect(page.text == "abc")
    #expect(page.glyphs.map(\.isBold) == [false, true, false])
  }

  @Test("a form has the fonts of its own resources")
  func form() throws {
    var pdf = TinyPDF("BT /F2 10 Tf 100 700 Td (a) Tj ET /X Do BT 100 500 Td (c) Tj ET")
    pdf.addForm("X", "BT /F1 10 Tf 100 600 Td (b) Tj ET")
    let page = try read(pdf)
    #expect(page.text == "abc")
    #expect(page.glyphs.map(\.isBold) == [true, false, true])
  }

  @Test("what is wrong with a font is told on every page")
  func broken() throws {
    let content = "BT /F1 10 Tf 100 700 Td (a) Tj ET"
    var pdf = TinyPDF(content, content)
    pdf.addFont(
      "B",
      "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H"
        + "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/CIDSystemInfo<<>>>>]>>")
    let pages = try texts(pdf, pages: 2)
    #expect(pages.map(\.text) == ["a", "a"])
    #expect(pages[0].problems != [])
    #expect(pages[0].problems == pages[1].problems)
  }

  @Test("more of them than are kept")
  func manyFonts() throws {
    let names = (0..<150).map { "N\($0)" }
    var pdf = TinyPDF(pages: names.map { "BT /\($0) 10 Tf 100 700 Td (a) Tj /F1 10 Tf (b) Tj ET" })
    for name in names { pdf.addFont(name, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>") }
    let pages = try texts(pdf, pages: names.count)
    #expect(pages.allSatisfy { $0.text == "ab" && $0.glyphs.map(\.isBold) == [true, false] })
  }

  @Test("a picture of a page that was read has its text")
  func picture() throws {
    let bytes = TinyPDF("BT /F1 40 Tf 100 700 Td (text) Tj ET").bytes()
    let file = try PDFFile(bytes: bytes)
    let drawn = file.picture(of: 1)
    _ = file.page(1)
    #expect(file.picture(of: 1) == drawn)
    #expect(file.picture(of: 1) != (try PDFFile(bytes: TinyPDF("").bytes())).picture(of: 1))
  }
}
