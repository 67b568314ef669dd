import PageContent
import TestSupport
import Testing

@Suite struct ImageTests {
  @Test func scan() throws {
    var pdf = TinyPDF("q 595 0 0 842 0 0 cm /Im Do Q")
    pdf.addGrayImage("Im", width: 4, height: 5)
    let page = try read(pdf)
    #expect(page.images == [Box(x0: 0, y0: 0, x1: 595, y1: 842)])
    #expect(page.sheets().map(\.problems) == [[.scan]])
  }

  @Test func scanInStrips() throws {
    var pdf = TinyPDF("q 595 0 0 421 0 421 cm /Im Do Q q 595 0 0 421 0 0 cm /Im Do Q")
    pdf.addGrayImage("Im", width: 20, height: 20)
    let page = try read(pdf)
    #expect(page.images == [Box(x0: 0, y0: 0, x1: 595, y1: 842)])
    #expect(page.sheets().map(\.problems) == [[.scan]])
  }

  @Test func smallImageIsNoScan() throws {
    var pdf = TinyPDF("q 100 0 0 50 10 10 cm /Im Do Q")
    pdf.addGrayImage("Im", width: 20, height: 20)
    let page = try read(pdf)
    #expect(page.images == [Box(x0: 10, y0: 782, x1: 110, y1: 832)])
    #expect(page.sheets().map(\.problems) == [[]])
  }

  @Test func clippedToWhatIsSeen() throws {
    var pdf = TinyPDF("q 0 0 60 60 re W n 100 0 0 100 10 10 cm /Im Do Q q 10 0 0 10 900 900 cm /Im Do Q")
    pdf.addGrayImage("Im", width: 20, height: 20)
    #expect(try read(pdf).images == [Box(x0: 10, y0: 782, x1: 60, y1: 832)])
  }

  @Test(arguments: ["/BPC 8/CS/G ID abcd", "/IM true ID ab"])
  func inlineImageIsReadPast(parameters: String) throws {
    let page = try readPage(
      "q 100 0 0 50 10 10 cm BI /W 2/H 2\(parameters) EI Q BT /F1 10 Tf 100 700 Td (after) Tj ET")
    #expect(page.images == [Box(x0: 10, y0: 782, x1: 110, y1: 832)])
    #expect(page.text == "after")
    #expect(page.problems.isEmpty)
  }
}
