import PageContent
import ProcessorTime
import TestSupport
import Testing

@Suite struct PageLimitsTests {
  @Test func glyphCap() throws {
    let page = try read(TinyPDF("BT /F1 10 Tf 100 700 Td (123456789) Tj ET"), limits: PageLimits(glyphs: 5))
    #expect(page.text == "12345")
    #expect(page.problems == [.tooManyGlyphs])
  }

  private func expectDeadline(_ pdf: TinyPDF) throws {
    let file = try PDFFile(bytes: pdf.bytes())
    let seconds = processorSeconds {
      #expect(file.page(1, limits: PageLimits(deadlineSeconds: 0.2)).problems.contains(.deadline))
    }
    #expect(seconds < 20)
    // The document survives its page.
    #expect(file.page(2).text == "fine")
  }

  private static let finePage = "BT /F1 10 Tf 100 700 Td (fine) Tj ET"

  @Test func formsWithoutEnd() throws {
    // Three calls, forty deep: 12 * 10^18 forms. Few enough operators each that Poppler never asks whether to stop.
    var pdf = TinyPDF("/L0 Do", PageLimitsTests.finePage)
    for level in 0..<40 {
      pdf.addForm("L\(level)", String(repeating: "/L\(level + 1) Do ", count: 3))
    }
    pdf.addForm("L40", "0 0 m")
    try expectDeadline(pdf)
  }

  @Test func softMasksWithoutEnd() throws {
    var pdf = TinyPDF("/M0 gs", PageLimitsTests.finePage)
    for level in 0..<18 {
      let group = pdf.addForm(
        "L\(level)", String(repeating: "/M\(level + 1) gs ", count: 3), entries: "/Group<</S/Transparency>>")
      pdf.addState("M\(level)", "<</SMask<</S/Alpha/G \(group) 0 R>>>>")
    }
    pdf.addState("M18", "<</ca 1>>")
    try expectDeadline(pdf)
  }

  @Test func deadlineOfZero() throws {
    let content = String(repeating: "0 0 m 10 0 l S ", count: 100)
    let page = try read(TinyPDF(content), limits: PageLimits(deadlineSeconds: 0))
    #expect(page.problems == [.deadline])
    #expect(page.rulings.count < 100)
  }

  @Test func stringWithoutEnd() throws {
    let pdf = TinyPDF("BT /F1 0.01 Tf 100 700 Td (\(String(repeating: "1", count: 50_000))) Tj ET")
    let page = try read(pdf, limits: PageLimits(deadlineSeconds: 0))
    #expect(page.problems == [.deadline])
    #expect(page.glyphs.count < 5000)
  }
}
