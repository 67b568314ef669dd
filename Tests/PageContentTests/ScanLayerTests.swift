import PageContent
import TestSupport
import Testing

/// The text that an OCR program left under a scan.
@Suite struct ScanLayerTests {
  private func lines(_ content: String) throws -> [String] {
    var pdf = TinyPDF("q 595 0 0 842 0 0 cm /Im Do Q 3 Tr \(content)")
    pdf.addGrayImage("Im", width: 10, height: 10)
    let sheet = try readSheet(pdf)
    return LineLayout.lines(of: LineLayout.words(of: sheet.glyphs)).map(\.text)
  }

  @Test func wordsOfARowMayStandHigherAndLower() throws {
    let content = """
      BT /F1 11 Tf 50 700 Td (label) Tj ET BT /F1 11 Tf 300 695 Td (1,230.50) Tj ET
      BT /F1 11 Tf 50 683 Td (other) Tj ET BT /F1 11 Tf 300 678 Td (20.30) Tj ET
      """
    #expect(try lines(content) == ["label 1,230.50", "other 20.30"])
    // Text that is seen stands as its author set it.
    let seen = try readSheet(content)
    #expect(LineLayout.lines(of: LineLayout.words(of: seen.glyphs)).count == 4)
  }

  @Test func figuresOfFullWidthAreAsWideAsPrinted() throws {
    let content = "BT /F1 10 Tf 200 Tz 300 700 Td (2940.05) Tj ET BT /F1 10 Tf 100 Tz 365 700 Td (label) Tj ET"
    #expect(try lines(content) == ["2940.05 label"])
  }
}
