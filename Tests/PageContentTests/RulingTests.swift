import PageContent
import TestSupport
import Testing

@Suite struct RulingTests {
  private func expect(
    _ ruling: Ruling, _ axis: Ruling.Axis, at position: Double, from start: Double, to end: Double, thickness: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(ruling.axis == axis, sourceLocation: sourceLocation)
    #expect(near(ruling.position, position), sourceLocation: sourceLocation)
    #expect(near(ruling.start, start) && near(ruling.end, end), sourceLocation: sourceLocation)
    #expect(near(ruling.thickness, thickness), sourceLocation: sourceLocation)
  }

  @Test func strokedLines() throws {
    let page = try readPage("0.5 w 300 700 m 100 700 l S 50 600 m 50 800 l S 0 w 10 10 m 20 10.1 l S")
    try #require(page.rulings.count == 3)
    expect(page.rulings[0], .horizontal, at: 142, from: 100, to: 300, thickness: 0.5)
    expect(page.rulings[1], .vertical, at: 50, from: 42, to: 242, thickness: 0.5)
    expect(page.rulings[2], .horizontal, at: 831.95, from: 10, to: 20, thickness: 0)
  }

  @Test func strokedRectangle() throws {
    let page = try readPage("1 w 100 600 200 100 re S")
    #expect(page.rulings.count == 4)
    #expect(page.rulings.filter { $0.axis == .horizontal }.map(\.position).sorted() == [142, 242])
    #expect(page.rulings.filter { $0.axis == .vertical }.map(\.position).sorted() == [100, 300])
  }

  @Test func thinFills() throws {
    let page = try readPage("100 700 200 0.5 re f 50 800 m 50 600 l 51 600 l 51 800 l f* 10 10 0.5 0.5 re f")
    try #require(page.rulings.count == 2)
    expect(page.rulings[0], .horizontal, at: 141.75, from: 100, to: 300, thickness: 0.5)
    expect(page.rulings[1], .vertical, at: 50.5, from: 42, to: 242, thickness: 1)
  }

  @Test func bordersWithMitredEnds() throws {
    let page = try readPage("42 474.79 m 298.84 474.79 l 298.09 474.04 l 42.75 474.04 l h f")
    try #require(page.rulings.count == 1)
    expect(page.rulings[0], .horizontal, at: 842 - 474.415, from: 42, to: 298.84, thickness: 0.75)
  }

  @Test func aDashedLineIsOne() throws {
    let page = try readPage("[3 2] 0 d 100 700 m 300 700 l S")
    try #require(page.rulings.count == 1)
    expect(page.rulings[0], .horizontal, at: 142, from: 100, to: 300, thickness: 1)
  }

  @Test func aBorderFilledWithAPattern() throws {
    var pdf = TinyPDF("/Pattern cs /Dots scn 100 700 200 1 re f 0 0 500 500 re f")
    pdf.addPattern(
      "Dots",
      pdf.addStream(
        "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 2 2]/XStep 2/YStep 2/Resources<<>>",
        "0 0 1 2 re f"))
    let page = try read(pdf)
    try #require(page.rulings.count == 1)
    expect(page.rulings[0], .horizontal, at: 141.5, from: 100, to: 300, thickness: 1)
  }

  @Test func anImageAsALine() throws {
    var pdf = TinyPDF("q 200 0 0 0.75 100 700 cm /Im Do Q")
    pdf.addGrayImage("Im", width: 1, height: 1)
    let page = try read(pdf)
    #expect(page.images.isEmpty)
    try #require(page.rulings.count == 1)
    expect(page.rulings[0], .horizontal, at: 141.625, from: 100, to: 300, thickness: 0.75)
  }

  @Test(arguments: [
    "1 G 100 700 m 300 700 l S", "1 1 1 RG 100 700 m 300 700 l S", "1 g 100 700 200 0.5 re f",
    "0 0 0 0 k 100 700 200 0.5 re f", "/Clear gs 100 700 m 300 700 l S", "/Clear gs 100 700 200 0.5 re f",
  ])
  func invisibleOnesAreLeftOut(content: String) throws {
    var pdf = TinyPDF(content)
    pdf.addState("Clear", "<</ca 0/CA 0>>")
    #expect(try read(pdf).rulings.isEmpty)
  }

  @Test(arguments: [
    "100 700 m 300 750 l S", "100 600 200 100 re f", "100 700 m 150 800 250 800 300 700 c S",
    "100 700 m 200 701 l 300 700 l 300 702 l 100 702 l h f", "100 700 m 300 702 l 300 702.5 l 100 700.5 l h f",
    "20 w 100 700 m 300 700 l S", "100 700 m 100.5 700 l S",
  ])
  func otherShapesAreNone(content: String) throws {
    #expect(try readPage(content).rulings.isEmpty)
  }

  @Test func gray() throws {
    #expect(try readPage("0.8 G 100 700 m 300 700 l S").rulings.count == 1)
  }

  @Test func clipped() throws {
    let page = try readPage(
      "q 150 650 100 100 re W n 100 700 m 300 700 l S 100 600 m 300 600 l S 150 500 m 150 900 l S Q")
    try #require(page.rulings.count == 2)
    expect(page.rulings[0], .horizontal, at: 142, from: 150, to: 250, thickness: 1)
    expect(page.rulings[1], .vertical, at: 150, from: 92, to: 192, thickness: 1)
  }

  @Test func onATurnedPage() throws {
    var pdf = TinyPDF("100 700 m 300 700 l S")
    pdf.pages[0].rotation = 90
    let page = try read(pdf)
    try #require(page.rulings.count == 1)
    expect(page.rulings[0], .vertical, at: 700, from: 100, to: 300, thickness: 1)
  }

  @Test func cap() throws {
    let lines = (1...20).map { "100 \($0 * 10) m 300 \($0 * 10) l S" }.joined(separator: " ")
    let page = try read(TinyPDF(lines + " BT /F1 10 Tf 100 700 Td (1) Tj ET"), limits: PageLimits(rulings: 5))
    #expect(page.rulings.count == 5)
    #expect(page.text == "1")
    #expect(page.problems == [.tooManyRulings])
  }
}
