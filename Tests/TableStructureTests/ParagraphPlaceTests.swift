import PageContent
import Testing

@testable import TableStructure

@Suite struct ParagraphPlaceTests {
  @Test func aPartOfARunOnAPage() {
    let paragraph = Paragraph(
      text: "收入12万元", location: .page(1, Box(x0: 0, y0: 0, x1: 50, y1: 10)),
      runs: [
        .init(offset: 0, location: .page(1, Box(x0: 0, y0: 0, x1: 20, y1: 10))),
        .init(offset: 6, location: .page(2, Box(x0: 100, y0: 0, x1: 130, y1: 10))),
      ])
    #expect(paragraph.location(utf8: 6..<8) == .page(2, Box(x0: 100, y0: 0, x1: 110, y1: 10)))
    #expect(paragraph.location(utf8: 3..<6) == .page(1, Box(x0: 10, y0: 0, x1: 20, y1: 10)))
  }

  @Test func markupBeforeAPartOfALine() {
    let blocks = TextLayout.blocks(of: [SourceLine(number: 3, text: "- **收入**  12万元")])
    guard case .paragraph(let paragraph)? = blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.text == "收入 12万元")
    #expect(paragraph.location(utf8: 7..<9) == .line(3, columns: 11...12))
  }
}
