import TestSupport
import Testing

@testable import PageContent

@Suite("Character maps that are made upon themselves")
struct EndlessMapTests {
  @Test("cost their letters alone, and are told of", arguments: [0, 1, 5, 40])
  func ofPages(steps: Int) throws {
    var pdf = TinyPDF("BT /F1 10 Tf 50 700 Td (ABC) Tj /U 10 Tf <0001> Tj ET", "BT /F1 10 Tf 50 700 Td (DEF) Tj ET")
    let font = HostilePDF.mapInItself(&pdf, steps: steps)
    pdf.addFont("U", object: font)
    let file = try PDFFile(bytes: pdf.bytes())
    let page = file.page(1)
    #expect(page.text.hasPrefix("ABC"))
    #expect(page.problems.contains(.drawingErrors(1)))
    #expect(file.page(2).text == "DEF")
  }

  @Test("are found in forms within forms")
  func ofForms() throws {
    var pdf = TinyPDF("/Outer Do")
    let font = HostilePDF.mapInItself(&pdf)
    let inner = pdf.addStream(
      "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</U \(font) 0 R>>>>",
      "BT /U 10 Tf 5 5 Td <0001> Tj ET")
    let outer = pdf.addStream(
      "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</Inner \(inner) 0 R>>>>", "/Inner Do")
    pdf.addXObject("Outer", outer)
    #expect(try PDFFile(bytes: pdf.bytes()).page(1).problems.contains(.drawingErrors(1)))
  }
}
