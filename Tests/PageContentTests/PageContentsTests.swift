import PageContent
import TestSupport
import Testing

/// The streams that a page's content stands in.
@Suite("Contents of pages") struct PageContentsTests {
  @Test("go on from one stream to the next")
  func severalStreams() throws {
    var pdf = TinyPDF("BT /F1 10 Tf 100 700 Td")
    pdf.pages[0].further = ["(a)", "", "Tj (b) Tj ET"]
    let page = try read(pdf)
    #expect(page.text == "ab")
    #expect(page.problems.isEmpty)
  }

  @Test("are read however long they are")
  func longStream() throws {
    let page = try readPage("BT /F1 10 Tf 100 700 Td (a) Tj\n" + String(repeating: " ", count: 5 << 20) + "(b) Tj ET")
    #expect(page.text == "ab")
    #expect(page.problems.isEmpty)
  }
}
