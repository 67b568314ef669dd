import PageContent
import TestSupport
import Testing

/// Pages as they are read: turned, and cut in two where two are printed on one.
@Suite struct SheetTests {
  /// A table of rows and columns, ruled, with a title above it.
  private let table = """
    BT /F1 14 Tf 250 560 Td (Table of the year) Tj ET
    100 500 600 0.5 re f 100 480 600 0.5 re f 100 460 600 0.5 re f 100 460 0.5 40 re f 700 460 0.5 40 re f
    BT /F1 10 Tf 110 485 Td (income) Tj 200 0 Td (1,230.50) Tj ET
    BT /F1 10 Tf 110 465 Td (total) Tj 200 0 Td (1,230.50) Tj ET
    """

  private func coincide(_ box: Box, _ other: Box) -> Bool {
    near(box.x0, other.x0) && near(box.y0, other.y0)
      && near(box.x1, other.x1) && near(box.y1, other.y1)
  }

  @Test(arguments: [
    (1, "0 -1 1 0 0 842 cm"), (2, "-1 0 0 -1 842 595 cm"), (3, "0 1 -1 0 595 0 cm"),
  ])
  func turnedPageIsReadTurned(quarters: Int, matrix: String) throws {
    var upright = TinyPDF(table)
    (upright.pages[0].width, upright.pages[0].height) = (842, 595)
    let expected = try readSheet(upright)
    var pdf = TinyPDF("\(matrix) \(table)")
    if quarters == 2 { (pdf.pages[0].width, pdf.pages[0].height) = (842, 595) }
    let page = try read(pdf)
    let sheets = page.sheets()
    try #require(sheets.count == 1)
    let sheet = sheets[0]
    #expect(sheet.place.quarterTurns == quarters)
    #expect(sheet.width == 842 && sheet.height == 595)
    #expect(sheet.text == expected.text)
    #expect(sheet.glyphs.allSatisfy { !$0.isRotated && $0.quarterTurns == 0 })
    for (glyph, upright) in zip(sheet.glyphs, expected.glyphs) {
      #expect(coincide(glyph.box, upright.box) && near(glyph.baseline, upright.baseline))
    }
    // Places are those of the page as it is displayed.
    for (glyph, drawn) in zip(sheet.glyphs, page.glyphs) { #expect(coincide(sheet.place.onPage(glyph.box), drawn.box)) }
    #expect(sheet.rulings.count == expected.rulings.count)
    for ruling in expected.rulings {
      #expect(
        sheet.rulings.contains {
          $0.axis == ruling.axis && abs($0.position - ruling.position) < 0.01 && abs($0.start - ruling.start) < 0.01
        })
    }
  }

  @Test func pageTurnedByItsRotationIsUpright() throws {
    var pdf = TinyPDF("0 1 -1 0 595 0 cm \(table)")
    pdf.pages[0].rotation = 90
    #expect(try readSheet(pdf).place.isWholePage)
  }

  @Test func sidewaysTextInACellStays() throws {
    let sheets = try landscape("\(table) BT /F1 10 Tf 0 1 -1 0 690 465 Tm (side) Tj ET")
    #expect(sheets.map(\.place.isWholePage) == [true])
    #expect(sheets[0].text.hasSuffix("side"))
  }

  @Test func uprightTextBesideATurnedTableIsASheetOfItsOwn() throws {
    let upright = "BT /F1 14 Tf 200 800 Td (Heading) Tj ET BT /F1 10 Tf 290 20 Td (12) Tj ET"
    let pdf = TinyPDF("\(upright) q 0 0.8 -0.8 0 500 80 cm \(table) Q")
    let sheets = try read(pdf).sheets()
    #expect(sheets.map(\.text) == ["Heading12", try readSheet(table).text])
    #expect(sheets.map(\.place.quarterTurns) == [0, 3])
    #expect(sheets.map(\.rulings.count) == [0, 5])
  }

  /// Between its rows and columns, and not known for a watermark.
  @Test func uprightTextWithinATurnedTableIsNoSheetOfItsOwn() throws {
    let upright = "BT /F1 10 Tf 106 500 Td (Bureau) Tj ET"
    let number = "BT /F1 10 Tf 690 380 Td (12) Tj ET"
    let pdf = TinyPDF("\(upright) q 0 0.8 -0.8 0 500 80 cm \(table) \(number) Q")
    let sheets = try read(pdf).sheets()
    #expect(sheets.map(\.place.quarterTurns) == [3])
    #expect(sheets.map(\.rulings.count) == [5])
  }

  // MARK: Two on one

  private func landscape(_ content: String) throws -> [Sheet] {
    var pdf = TinyPDF(content)
    (pdf.pages[0].width, pdf.pages[0].height) = (842, 595)
    return try read(pdf).sheets()
  }

  private func half(_ left: Int, title: String) -> String {
    """
    BT /F1 12 Tf \(left + 182) 560 Td (\(title)) Tj ET
    \(left + 30) 500 360 0.5 re f \(left + 30) 480 360 0.5 re f \(left + 30) 480 0.5 20 re f \(left + 390) 480 0.5 20 re f
    BT /F1 10 Tf \(left + 40) 485 Td (income) Tj 200 0 Td (1,230.50) Tj ET
    """
  }

  @Test func twoPagesSideBySide() throws {
    let sheets = try landscape(half(0, title: "First title") + " " + half(421, title: "Other title"))
    #expect(sheets.map(\.text) == ["First titleincome1,230.50", "Other titleincome1,230.50"])
    #expect(sheets.map(\.width) == [421, 421])
    #expect(sheets.map(\.rulings.count) == [4, 4])
    let place = sheets[1].place
    let first = try #require(sheets[1].glyphs.first)
    #expect(near(first.x0, 182))
    #expect(near(place.onPage(first.box).x0, 603))
  }

  @Test func furtherPagesOfPairsArePairs() throws {
    func rows(_ left: Int) -> String {
      (0..<6).map { "BT /F1 10 Tf \(left + 40) \(500 - 20 * $0) Td (item \($0)) Tj 250 0 Td (\($0).00) Tj ET" }
        .joined(separator: " ")
    }
    func page(_ content: String) throws -> Page {
      var pdf = TinyPDF(content)
      (pdf.pages[0].width, pdf.pages[0].height) = (842, 595)
      return try read(pdf)
    }
    let further = try page(rows(0) + " " + rows(421))
    var pairs = PairedPages()
    #expect(pairs.sheets(of: further).count == 1)
    #expect(
      pairs.sheets(of: try page(half(0, title: "First title") + " " + half(421, title: "Other title"))).count == 2)
    #expect(pairs.sheets(of: further).count == 2)
    #expect(
      pairs.sheets(of: try page("BT /F1 12 Tf 380 570 Td (Over both) Tj ET " + rows(0) + " " + rows(421))).count == 1)
  }

  @Test func coverBesideAPage() throws {
    let cover = "BT /F1 20 Tf 130 400 Td (Bureau of Finance) Tj ET"
    #expect(try landscape(cover + " " + half(421, title: "Other title")).count == 2)
  }

  @Test func proseBesideProse() throws {
    let lines = (0..<4).map { _ in "0 -20 Td (The bureau spends what it is given on what it is given for,) Tj" }
      .joined(separator: " ")
    let sheets = try landscape("BT /F1 12 Tf 40 500 Td \(lines) ET BT /F1 12 Tf 461 500 Td \(lines) ET")
    #expect(sheets.count == 2)
  }

  @Test func twoSidedTableIsOnePage() throws {
    // Its title stands over both sides.
    let title = "BT /F1 12 Tf 380 570 Td (Income and expenditure) Tj ET "
    func side(_ left: Int) -> String {
      (0..<6).map { "BT /F1 10 Tf \(left + 40) \(500 - 20 * $0) Td (item \($0)) Tj 250 0 Td (\($0).00) Tj ET" }
        .joined(separator: " ")
    }
    #expect(try landscape(title + side(0) + " " + side(421)).count == 1)
    // On its further pages nothing does, and no half has a middle of its own.
    #expect(try landscape(side(0) + " " + side(421)).count == 1)
    #expect(try landscape("30 520 780 0.5 re f " + side(0) + " " + side(421)).count == 1)
    let heads = "BT /F1 10 Tf 200 540 Td (in) Tj 421 0 Td (out) Tj ET "
    #expect(try landscape(heads + side(0) + " " + side(421)).count == 1)
  }

  @Test func rowsOnAFurtherPageAreNoPages() throws {
    // The first row stands in the middle of each half: three figures in the right one, the longest label in the left one.
    func rows(_ label: String, at left: Int) -> String {
      (0..<6).map { row in
        let y = 500 - 20 * row
        let text = "BT /F1 10 Tf \(row == 0 ? left : 40) \(y) Td (\(row == 0 ? label : "item \(row)")) Tj ET "
        return text
          + [500, 615, 720].map { "BT /F1 10 Tf \($0) \(y) Td (\(row + 10).00) Tj ET" }.joined(separator: " ")
      }.joined(separator: " ")
    }
    #expect(try landscape(rows("item 0", at: 40)).count == 1)
    #expect(try landscape(rows("a label in the middle", at: 160)).count == 1)
  }

  @Test func portraitPageIsOne() throws {
    let columns = "BT /F1 10 Tf 100 700 Td (left column) Tj 300 0 Td (right column) Tj ET"
    #expect(try read(TinyPDF(columns)).sheets().count == 1)
  }
}
