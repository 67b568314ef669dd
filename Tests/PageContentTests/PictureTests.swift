import PageContent
import TestSupport
import Testing

@Suite struct PictureTests {
  private func file(width: Int = 595, height: Int = 842, rotation: Int = 0) throws -> PDFFile {
    var pdf = TinyPDF("0 0 200 100 re f")
    pdf.pages[0].width = width
    pdf.pages[0].height = Double(height)
    pdf.pages[0].rotation = rotation
    return try PDFFile(bytes: pdf.bytes())
  }

  @Test func isAPNGOfThePage() throws {
    let png = try #require(file().picture(of: 1, dpi: 72))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(size(png) == [595, 842])
    #expect(png.suffix(8).prefix(4).elementsEqual("IEND".utf8))
  }

  @Test func sizeFollowsTheResolution() throws {
    #expect(size(try file().picture(of: 1, dpi: 144)) == [1190, 1684])
  }

  @Test func pageIsTurnedAsDisplayed() throws {
    #expect(size(try file(rotation: 90).picture(of: 1, dpi: 72)) == [842, 595])
  }

  @Test func partOfAPage() throws {
    let crop = Box(x0: 100, y0: 700, x1: 250, y1: 760)
    #expect(size(try file().picture(of: 1, dpi: 72, crop: crop)) == [150, 60])
    // What is drawn stands at the page's foot, and y runs downwards.
    let head = try file().picture(of: 1, dpi: 72, crop: Box(x0: 0, y0: 0, x1: 100, y1: 50))
    let foot = try file().picture(of: 1, dpi: 72, crop: Box(x0: 0, y0: 792, x1: 100, y1: 842))
    #expect(head != foot)
  }

  @Test func partIsHeldWithinThePage() throws {
    let crop = Box(x0: 500, y0: -50, x1: 9000, y1: 100)
    #expect(size(try file().picture(of: 1, dpi: 72, crop: crop)) == [95, 100])
  }

  @Test(arguments: [
    Box(x0: 700, y0: 10, x1: 800, y1: 20), Box(x0: 20, y0: 20, x1: 10, y1: 30),
    Box(x0: .nan, y0: 0, x1: 10, y1: 10),
  ])
  func partThatIsNotThere(crop: Box) throws {
    #expect(try file().picture(of: 1, crop: crop) == nil)
  }

  @Test(arguments: [0, 2, -1, Int.max])
  func pageThatIsNotThere(number: Int) throws {
    #expect(try file().picture(of: number) == nil)
  }

  @Test(arguments: [0, -72, Double.nan])
  func resolutionThatIsNone(dpi: Double) throws {
    #expect(try file().picture(of: 1, dpi: dpi) == nil)
  }

  @Test func hugePageIsDrawnSmaller() throws {
    var limits = PDFFile.PictureLimits()
    limits.pixels = 1_000_000
    let drawn = try #require(size(file(width: 14_400, height: 14_400).picture(of: 1, dpi: 300, limits: limits)))
    #expect(drawn[0] * drawn[1] <= 1_002_001)
    #expect(drawn[0] > 900)
  }

  /// A strip without height has a row of pixels all the same.
  @Test(arguments: [14_400, 420_000_000])
  func narrowPageIsHeldToTheLimit(width: Int) throws {
    var pdf = TinyPDF("0 0 200 100 re f")
    pdf.pages[0].width = width
    pdf.pages[0].height = 0.001
    var limits = PDFFile.PictureLimits()
    limits.pixels = 10_000
    let drawn = size(try PDFFile(bytes: pdf.bytes()).picture(of: 1, dpi: 120, limits: limits))
    #expect(drawn == (width == 14_400 ? [10_000, 1] : nil))
  }

  @Test func noPictureBeyondTheLimits() throws {
    var limits = PDFFile.PictureLimits()
    limits.pixels = 10
    #expect(try file().picture(of: 1, limits: limits) == nil)
    limits = PDFFile.PictureLimits()
    limits.deadlineSeconds = -1
    #expect(try file().picture(of: 1, limits: limits) == nil)
  }

  /// A picture leaves what is read alone.
  @Test func readingGoesOn() throws {
    let file = try PDFFile(bytes: TinyPDF("BT /F1 9 Tf 10 10 Td (one) Tj ET").bytes())
    _ = file.picture(of: 1)
    #expect(file.page(1).text == "one")
  }

  /// Width and height, as the first chunk of a PNG has them.
  private func size(_ png: [UInt8]?) -> [Int]? {
    guard let png, png.count > 24 else { return nil }
    return [png[16..<20], png[20..<24]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }
}
