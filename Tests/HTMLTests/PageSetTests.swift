import PageContent
import TableStructure
import Testing

@testable import HTML

@Suite struct PageSetTests {
  private func page(_ body: String, _ number: Int, of count: Int) -> String {
    "<html><title>决算</title><p>某局2024年度部门决算</p>\(body)<p>第\(number)页/共\(count)页</p></html>"
  }

  private func table(_ rows: String) -> String {
    "<p>收入决算表</p><table border=1><tr><td>项目<td>金额\(rows)</table>"
  }

  @Test func pagesAreOneDocument() throws {
    let bodies = [table("<tr><td>甲<td>1.00"), table("<tr><td>乙<td>2.00"), "<p>说明。</p>"]
    let pages = bodies.enumerated().map { index, body in
      PageSet.Page(name: "a_\(index)", number: index + 1, bytes: Array(page(body, index + 1, of: 4).utf8))
    }
    let content = try #require(try HTMLFile.read(FileContent(PageSet.message(of: pages))))
    #expect(content.mediaType == "text/html")
    #expect(content.missingPages == [4])
    guard case .flow(let blocks)? = content.parts.first else {
      Issue.record("no flow")
      return
    }
    let texts = blocks.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): table.cells.map(\.text).joined(separator: "|")
      }
    }
    #expect(texts == ["某局2024年度部门决算", "收入决算表", "项目|金额|甲|1.00|乙|2.00", "说明。"])
    #expect(content.leftOut.map(\.reason) == [.pageNumber, .runningHead, .pageNumber, .runningHead, .pageNumber])
    #expect(blocks.last?.location.elementPlace?.page == 3)
  }

  @Test(
    arguments: [
      ("index", "index", nil), ("index_1", "index", 1), ("t2024-12", "t2024", 12), ("report-2024", "report-2024", nil),
      ("_1", "_1", nil), ("a_1b", "a_1b", nil),
    ] as [(String, String, Int?)]) func namesOfPages(stem: String, base: String, number: Int?)
  {
    let (found, place) = PageSet.split(stem)
    #expect(found == base && place == number)
  }
}
