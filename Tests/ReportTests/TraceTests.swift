import Disclosure
import Foundation
import FoundationXML
import PageContent
import TableStructure
import Testing

@testable import Report

@Suite struct TraceTests {
  private static let hostile = "</text><script>alert(1)</script>\"'&\u{1B}]]>"

  /// A page with one form, whose row names and title are given.
  private func trace(name: String = "一般公共服务支出", title: String = "支出决算表") -> DocumentTrace {
    let texts = [["科目编码", "科目名称", "本年支出合计", "基本支出"], ["201", name, "120.50", "-"], ["", "合计", "XX", ""]]
    func place(_ row: Int, _ column: Int) -> Location {
      .page(
        7,
        Box(
          x0: 50 + Double(column) * 100, y0: 100 + Double(row) * 20, x1: 150 + Double(column) * 100,
          y1: 120 + Double(row) * 20))
    }
    let whole = Location.page(7, Box(x0: 50, y0: 100, x1: 450, y1: 160))
    let table = Table(
      origin: .rulings, rowCount: 3, columnCount: 4,
      cells: texts.enumerated().flatMap { row, texts in
        texts.enumerated().map { Cell(row: row, column: $0, text: $1, location: place(row, $0)) }
      }, location: whole, pages: [7], boundaries: [50, 150, 250, 350, 450])
    let titleBox = Box(x0: 200, y0: 60, x1: 300, y1: 80)
    let blocks: [Block] = [.paragraph(Paragraph(text: title, location: .page(7, titleBox))), .table(table)]
    let document = DocumentRecogniser().document(
      of: blocks,
      source: .init(name: "\(TraceTests.hostile).pdf", sha256: "", mediaType: "application/pdf", pageCount: 9))
    let page = PageTrace(
      number: 7, width: 595, height: 842, rulings: [Ruling(axis: .horizontal, position: 100, start: 50, end: 450)],
      items: [
        .line(.init(text: title, box: titleBox, isFurniture: false)), .piece(table),
        .line(.init(text: "7", box: Box(x0: 290, y0: 800, x1: 300, y1: 812), isFurniture: true)),
      ])
    return DocumentTrace(document: document, blocks: blocks, pages: [page])
  }

  private func svg(_ trace: DocumentTrace, picture: [UInt8]? = nil) -> String {
    String(decoding: TraceSVG(trace).render(trace.pages[0], picture: picture.map { .success($0) }), as: UTF8.self)
  }

  private func count(_ kind: String, in svg: String) -> Int {
    svg.components(separatedBy: "class=\"mark \(kind)").count - 1
  }

  @Test func everyPlaceHasItsRole() {
    let svg = svg(trace())
    let kinds = ["title", "header", "code", "name", "amount", "dash", "unreadable", "blank", "furniture"]
    #expect(kinds.map { count($0, in: svg) } == [1, 4, 1, 2, 1, 1, 1, 2, 1])
    #expect(svg.contains(">total</text>") || svg.contains("</title>total</text>"))
    #expect(svg.contains("class=\"ruling\""))
    #expect(svg.contains("120.5"))
  }

  @Test func textIsNoMarkup() throws {
    for trace in [trace(name: TraceTests.hostile), trace(title: TraceTests.hostile + "支出决算表")] {
      for text in [svg(trace), String(decoding: TraceIndex(trace, pages: [7]).render(), as: UTF8.self)] {
        #expect(!text.contains("<script"))
        #expect(!text.contains("\u{1B}"))
        try wellFormed(text.replacing("<!DOCTYPE html>", with: ""))
      }
    }
  }

  private func wellFormed(_ text: String) throws {
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
  }

  @Test func pictureIsEmbedded() {
    #expect(svg(trace(), picture: [1, 2, 3]).contains("data:image/png;base64,AQID"))
    #expect(!svg(trace()).contains("<image"))
  }

  @Test func nothingIsFetched() {
    for address in svg(trace(), picture: [1]).components(separatedBy: "href=\"").dropFirst() {
      #expect(address.hasPrefix("data:image/png;base64,"))
    }
  }

  @Test func placesBeyondAnyPage() throws {
    var trace = trace()
    trace.pages[0].width = .infinity
    trace.pages[0].rulings.append(Ruling(axis: .vertical, position: .nan, start: -1e300, end: 1e300))
    trace.pages[0].items.append(
      .line(.init(text: "1.5", box: Box(x0: 1e300, y0: .nan, x1: -1e300, y1: 9), isFurniture: false)))
    try wellFormed(svg(trace))
  }

  @Test func indexListsTablesAndPages() {
    let html = String(decoding: TraceIndex(trace(), pages: [7]).render(), as: UTF8.self)
    #expect(html.contains("<a href=\"page-007.svg\">7</a>"))
    #expect(html.contains("支出决算表"))
    #expect(html.contains("<code>expenditure</code>"))
    #expect(html.contains("unreadableCell"))
  }

  @Test(arguments: [(7, "page-007.svg"), (123, "page-123.svg"), (1234, "page-1234.svg")])
  func fileName(page: Int, name: String) {
    #expect(TraceIndex.fileName(ofPage: page) == name)
  }
}
