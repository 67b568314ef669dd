import PageContent
import TestSupport
import Testing

@Suite("Pages read on threads of their own")
struct PageStreamTests {
  private func file(pages: Int) throws -> PDFFile {
    try PDFFile(bytes: TinyPDF(pages: (0..<pages).map { "BT /F1 9 Tf 10 10 Td (page \($0 + 1)) Tj ET" }).bytes())
  }

  /// Without threads and with more than there are pages; fewer pages than are read ahead and more.
  @Test("every page comes, once and in order", arguments: [1, 3, 5, 40], [0, 1, 2, 4])
  func inOrder(pages: Int, readers: Int) throws {
    let stream = PageStream(try file(pages: pages), limits: PageLimits(), readers: readers)
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

  @Test("who stops taking pages waits for none", arguments: [0, 1, 6], [1, 2])
  func stopped(after taken: Int, readers: Int) throws {
    let stream = PageStream(try file(pages: 60), limits: PageLimits(), readers: readers)
    for number in 0..<taken { #expect(stream.page()?.number == number + 1) }
  }

  /// The second page has an operator that is none.
  private func damagedFile() throws -> PDFFile {
    let bytes = TinyPDF("BT /F1 9 Tf 10 10 Td (1) Tj ET", "nonsense BT /F1 9 Tf 10 10 Td (2) Tj ET").bytes()
    return try PDFFile(bytes: bytes)
  }

  @Test("an error is counted for its page")
  func errors() throws {
    let stream = PageStream(try damagedFile(), limits: PageLimits(), readers: 1)
    #expect(stream.page()?.problems.isEmpty == true)
    #expect(stream.page()?.problems == [.drawingErrors(1)])
    #expect(stream.isOrderFree)
  }

  @Test("several threads do not answer for a page with errors")
  func orderMatters() throws {
    let stream = PageStream(try damagedFile(), limits: PageLimits(), readers: 2)
    _ = stream.page()
    #expect(stream.isOrderFree)
    _ = stream.page()
    #expect(!stream.isOrderFree)
  }
}
