import TestSupport
import Testing

@testable import PageContent

/// What of a page's text its reader sees.
@Suite struct SeenTextTests {
  private func reasons(_ sheet: Sheet) -> [String] { sheet.leftOut.map { "\($0.reason.rawValue) \($0.text)" } }

  // MARK: Without ink

  @Test func invisibleTextIsLeftOutBesideText() throws {
    let sheet = try readSheet("BT /F1 10 Tf 100 700 Td (12345678) Tj 3 Tr (hidden) Tj ET")
    #expect(sheet.text == "12345678")
    #expect(sheet.problems.isEmpty)
    #expect(reasons(sheet) == ["invisibleText hidden"])
  }

  @Test func invisibleTextIsThatOfAScan() throws {
    var pdf = TinyPDF("q 595 0 0 842 0 0 cm /Im Do Q BT /F1 10 Tf 3 Tr 100 700 Td (recognised) Tj ET")
    pdf.addGrayImage("Im", width: 10, height: 10)
    let sheet = try readSheet(pdf)
    #expect(sheet.text == "recognised")
    #expect(sheet.problems == [.invisibleText])
    #expect(sheet.leftOut.isEmpty)
  }

  @Test func ofAScanUnderAWatermarkToo() throws {
    let watermark = "BT 0.8 g /F1 30 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (Published) Tj ET"
    var pdf = TinyPDF("q 595 0 0 842 0 0 cm /Im Do Q BT /F1 10 Tf 3 Tr 100 700 Td (recognised) Tj 0 Tr ET \(watermark)")
    pdf.addGrayImage("Im", width: 10, height: 10)
    let sheet = try readSheet(pdf)
    #expect(sheet.text == "recognised")
    #expect(sheet.problems == [.invisibleText])
    var scan = TinyPDF("q 595 0 0 842 0 0 cm /Im Do Q \(watermark)")
    scan.addGrayImage("Im", width: 10, height: 10)
    #expect(try readSheet(scan).problems == [.scan])
  }

  @Test func whiteTextBehindAPictureIsThatOfAScan() throws {
    var pdf = TinyPDF("BT 1 g /F1 10 Tf 100 700 Td (recognised) Tj ET q 595 0 0 842 0 0 cm /Im Do Q")
    pdf.addGrayImage("Im", width: 10, height: 10)
    let sheet = try readSheet(pdf)
    #expect(sheet.text == "recognised")
    #expect(sheet.problems == [.invisibleText])
  }

  // MARK: In the colour of what it stands on

  @Test(arguments: ["1 g", "1 1 1 rg", "0 0 0 0 k", "0.99 g"])
  func whiteOnWhite(colour: String) throws {
    let sheet = try readSheet("BT /F1 10 Tf 100 700 Td (1.00) Tj \(colour) (777.00) Tj 0 g (2) Tj ET")
    #expect(sheet.text == "1.002")
    #expect(reasons(sheet) == ["backgroundColour 777.00"])
  }

  @Test func colourIsThatOfTheState() throws {
    let sheet = try readSheet(
      """
      BT /F1 10 Tf 100 700 Td (a) Tj ET q 1 g BT /F1 10 Tf 100 600 Td (b) Tj ET Q
      BT /F1 10 Tf 100 500 Td (c) Tj ET
      """)
    #expect(sheet.text == "ac")
  }

  @Test(arguments: [
    "0 0 0.6 rg 90 690 200 30 re f",
    "0.2 g 90 690 m 290 690 l 290 720 l 90 720 l h f*",
    // Rounded corners.
    """
    0 0 0.6 rg 90 700 m 90 690 100 690 110 690 c 280 690 l 290 690 290 700 290 710 c 290 720 280 720 270 720 c
    100 720 l 90 720 90 715 90 710 c h f
    """,
    // Fainter, but not white.
    "0.5 0.7 0.9 rg 90 690 200 30 re f",
  ])
  func whiteOnAColourIsSeen(background: String) throws {
    let sheet = try readSheet("\(background) BT 1 g /F1 10 Tf 100 700 Td (heads) Tj ET")
    #expect(sheet.text == "heads")
    #expect(sheet.leftOut.isEmpty)
  }

  @Test func whiteOnAPictureIsSeen() throws {
    var pdf = TinyPDF("q 200 0 0 30 90 690 cm /Im Do Q BT 1 g /F1 10 Tf 100 700 Td (heads) Tj ET")
    pdf.addGrayImage("Im", width: 10, height: 10)
    #expect(try readSheet(pdf).text == "heads")
  }

  @Test func whiteOnWhiteOverAColour() throws {
    let sheet = try readSheet("0.2 g 0 600 500 200 re f 1 g 90 690 200 30 re f BT /F1 10 Tf 100 700 Td (not) Tj ET")
    #expect(sheet.text.isEmpty)
  }

  @Test func anyColourOnItsOwn() throws {
    let sheet = try readSheet("0.8 1 0.8 rg 90 690 200 30 re f BT /F1 10 Tf 100 700 Td (not) Tj 0 g (seen) Tj ET")
    #expect(sheet.text == "seen")
  }

  @Test func outlinedWhiteTextIsSeen() throws {
    #expect(try readSheet("BT 1 g 0 G 2 Tr /F1 10 Tf 100 700 Td (seen) Tj ET").text == "seen")
    #expect(try readSheet("BT 1 g 1 G 2 Tr /F1 10 Tf 100 700 Td (not) Tj ET").text.isEmpty)
  }

  // MARK: Layers

  @Test func layersThatAreSwitchedOff() throws {
    var pdf = TinyPDF(
      """
      /OC /On BDC BT /F1 10 Tf 100 700 Td (seen) Tj ET EMC
      /OC /Off BDC BT /F1 10 Tf 100 600 Td (hidden) Tj ET EMC
      """)
    pdf.addLayer("On", isVisible: true)
    pdf.addLayer("Off", isVisible: false)
    let sheet = try readSheet(pdf)
    #expect(sheet.text == "seen")
    #expect(sheet.leftOut.map(\.reason) == [.hiddenLayer])
  }

  // MARK: Watermarks

  @Test func slantedTextIsLeftOut() throws {
    let sheet = try readSheet(
      "BT /F1 10 Tf 100 700 Td (content) Tj ET BT /F1 20 Tf 0.87 0.5 -0.5 0.87 100 650 Tm (Published) Tj ET")
    #expect(sheet.text == "content")
    #expect(reasons(sheet) == ["slantedText Published"])
  }

  @Test func tiledSlantedTextIsAWatermark() throws {
    let tiles = (0..<6).map { "BT /F1 20 Tf 0.87 0.5 -0.5 0.87 \(100 * $0) 650 Tm (Bureau 1) Tj ET" }
    let sheet = try readSheet("BT /F1 10 Tf 100 700 Td (content) Tj ET " + tiles.joined(separator: " "))
    #expect(sheet.text == "content")
    #expect(reasons(sheet) == Array(repeating: "watermark Bureau 1", count: 6))
  }

  @Test func textOfAScanThatLiesAskewIsRead() throws {
    #expect(try readSheet("BT /F1 10 Tf 0.999 0.03 -0.03 0.999 100 700 Tm (content) Tj ET").text == "content")
  }

  @Test(arguments: [
    "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC BT /F1 10 Tf 100 650 Td (Published) Tj ET EMC",
    "/Artifact <</Subtype/Watermark>> BDC /P BMC BT /F1 10 Tf 100 650 Td (Published) Tj ET EMC EMC",
  ])
  func whatTheFileMarks(watermark: String) throws {
    let sheet = try readSheet("\(watermark) BT /F1 10 Tf 100 700 Td (content) Tj ET")
    #expect(sheet.text == "content")
    #expect(reasons(sheet) == ["watermark Published"])
  }

  @Test func otherMarksAreContent() throws {
    let sheet = try readSheet(
      """
      /Artifact <</Subtype/Header>> BDC BT /F1 10 Tf 100 650 Td (head) Tj ET EMC
      /P <</MCID 0>> BDC BT /F1 10 Tf 100 600 Td (content) Tj ET EMC EMC
      """)
    #expect(sheet.text == "headcontent")
  }

  private let lines = (0..<10).map { "BT /F1 10 Tf 100 \(600 - 14 * $0) Td (lines of the content) Tj ET" }
    .joined(separator: " ")

  @Test func largePaleTextOverContent() throws {
    let sheet = try readSheet("q 0.85 g BT /F1 60 Tf 90 530 Td (Bureau) Tj ET Q \(lines)")
    #expect(!sheet.text.contains("Bureau"))
    #expect(reasons(sheet) == ["watermark Bureau"])
  }

  /// Of a turned table the rules between its rows, and no figure.
  @Test(arguments: [(2, 1), (1, 0)])
  func largePaleTextOverUprightRules(rules: Int, watermarks: Int) throws {
    let drawn = (0..<rules).map { "\(160 + 20 * $0) 400 0.5 300 re f" }.joined(separator: " ")
    let sheet = try readSheet("q 0.85 g BT /F1 60 Tf 90 630 Td (Bureau) Tj ET Q \(lines) \(drawn)")
    #expect(reasons(sheet).count == watermarks)
  }

  @Test func smallPaleTextAgainAndAgain() throws {
    let tiles = (0..<9).map { "BT /F1 10 Tf \(105 + 150 * ($0 % 3)) \(597 - 60 * ($0 / 3)) Td (Bureau) Tj ET" }
    let sheet = try readSheet("q 0.85 g \(tiles.joined(separator: " ")) Q \(lines)")
    #expect(!sheet.text.contains("Bureau"))
  }

  @Test func paleTextBesideContentIsRead() throws {
    let figures = "300 600 Td (0.00) Tj 0 -28 Td (0.00) Tj 0 -28 Td (0.00) Tj"
    let pale = "BT /F1 18 Tf 100 640 Td (Title) Tj ET BT /F1 10 Tf \(figures) ET"
    let sheet = try readSheet("q 0.6 g \(pale) Q \(lines)")
    #expect(sheet.text.contains("Title") && sheet.text.contains("0.00"))
    #expect(sheet.leftOut.isEmpty)
  }

  /// Tiles in the margins of a turned table, as wide as its page is high.
  @Test func paleTilesBesideATurnedTable() {
    var page = Page(number: 1, width: 595, height: 842)
    func draw(_ text: String, _ x: Double, _ y: Double, _ traits: Glyph.Traits = []) {
      for (index, scalar) in text.unicodeScalars.enumerated() {
        let x = x + 10 * Double(index)
        page.glyphs.append(
          Glyph(scalar: scalar, x0: x, y0: y - 9, x1: x + 10, y1: y + 1, baseline: y, size: 10, traits: traits))
      }
    }
    for row in 0..<8 {
      draw("表", 150, 100 + 90 * Double(row))
      for x in [30.0, 250, 430] { draw("某局公开", x, 70 + 90 * Double(row), .pale) }
    }
    for y in [60.0, 400, 800] { page.rulings.append(Ruling(axis: .horizontal, position: y, start: 120, end: 230)) }
    #expect(PaleWatermarks(on: page).glyphs.count == 8 * 3 * 4)
    // As wide as its page, they may be words of its rows.
    for index in page.rulings.indices { (page.rulings[index].start, page.rulings[index].end) = (20, 560) }
    #expect(PaleWatermarks(on: page).glyphs.isEmpty)
  }
}
