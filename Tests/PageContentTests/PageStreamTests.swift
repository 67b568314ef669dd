import PageContent
import TestSupport
import Testing

@Suite("Pages read on a thread of their own")
struct PageStreamTests {
  private func file(pages: Int) throws -> PDFFile {
    try PDFFile(bytes: TinyPDF(pages: (0..<pages).map { "BT /F1 9 Tf 10 10 Td (page \($0 + 1)) Tj ET" }).bytes())
  }

  /// Fewer than a batch, a batch, and more than may wait.
  @Test("every page comes, once and in order", arguments: [1, 3, 4, 5, 40])
  func inOrder(pages: Int) throws {
    let stream = PageStream(try file(pages: pages), limits: PageLimits())
    var numbers: [Int] = []
    var texts: [String] = []
    while let page = stream.page() {
      numbers.append(page.number)
      texts.append(page.text)
    }
    #expect(numbers == Array(1...pages))
    #expect(texts == (1...pages).map { "page\($0)" } || texts == (1...pages).map { "page \($0)" })
    #expect(stream.page() == nil)
  }

  @Test("who stops taking pages waits for none", arguments: [0, 1, 6])
  func stopped(after taken: Int) throws {
    let stream = PageStream(try file(pages: 60), limits: PageLimits())
    for number in 0..<taken { #expect(stream.page()?.number == number + 1) }
  }

  @Test("an error is counted for its page")
  func errors() throws {
    let bytes = TinyPDF("BT /F1 9 Tf 10 10 Td (1) Tj ET", "nonsense BT /F1 9 Tf 10 10 Td (2) Tj ET").bytes()
    let stream = PageStream(try PDFFile(bytes: bytes), limits: PageLimits())
    #expect(stream.page()?.problems.isEmpty == true)
    #expect(stream.page()?.problems == [.drawingErrors(1)])
  }
}
