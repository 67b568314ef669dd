import PageContent
import TestSupport
import Testing

@Suite struct PDFFileTests {
  @Test func pagesAreReadOneByOne() throws {
    let file = try PDFFile(
      bytes: TinyPDF("BT /F1 9 Tf 10 10 Td (one) Tj ET 0 0 m 9 0 l S", "BT /F1 9 Tf 10 10 Td (two) Tj ET").bytes())
    #expect(file.pageCount == 2)
    #expect(file.openErrorCount == 0)
    #expect(file.page(2).text == "two")
    #expect(file.page(2).rulings.isEmpty)
    #expect(file.page(1).text == "one")
    #expect(file.page(1).number == 1)
    file.noopPass(1)
  }

  @Test(arguments: [0, -1, 2, Int.max])
  func pageThatIsNotThere(number: Int) throws {
    let page = try PDFFile(bytes: TinyPDF("").bytes()).page(number)
    #expect(page.glyphs.isEmpty)
    #expect(page.problems == [.drawingErrors(1)])
  }

  @Test func errorsAreCountedForTheirPage() throws {
    let file = try PDFFile(
      bytes: TinyPDF("nonsense BT /F1 9 Tf 10 10 Td (1) Tj ET nonsense", "BT /F1 9 Tf 10 10 Td (2) Tj ET").bytes())
    #expect(file.page(1).problems == [.drawingErrors(2)])
    #expect(file.page(2).problems.isEmpty)
  }

  @Test func empty() {
    #expect(throws: InputError.empty) { try PDFFile(bytes: []) }
  }

  @Test func noPages() {
    #expect(throws: InputError.pdfWithoutPages) { try PDFFile(bytes: TinyPDF().bytes()) }
  }

  @Test func pageTreeThatClaimsPages() {
    var pdf = TinyPDF()
    pdf.claimedPageCount = 3
    #expect(throws: InputError.pdfWithoutPages) { try PDFFile(bytes: pdf.bytes()) }
  }

  @Test(arguments: ["not a PDF", "%PDF-1.7\n", "%PDF-1.7\nstartxref\n9\n%%EOF\n"])
  func damaged(text: String) {
    #expect {
      try PDFFile(bytes: Array(text.utf8))
    } throws: { error in
      guard case .damagedPDF(let reason) = error as? InputError else { return false }
      return !reason.isEmpty
    }
  }

  @Test func truncated() throws {
    let whole = TinyPDF("BT /F1 9 Tf 10 10 Td (1) Tj ET").bytes()
    for length in stride(from: 1, to: whole.count, by: 7) {
      // Poppler rebuilds the table where it can. The rest must be an error of ours, not a crash or an empty success.
      do {
        let file = try PDFFile(bytes: Array(whole.prefix(length)))
        #expect(file.pageCount == 1)
        _ = file.page(1)
      } catch .damagedPDF {
      } catch .pdfWithoutPages {
      }
    }
  }

  @Test func encrypted() throws {
    #expect(throws: InputError.encryptedPDF) { try PDFFile(bytes: EncryptedPDF.bytes) }
    #expect(throws: InputError.encryptedPDF) { try PDFFile(bytes: EncryptedPDF.bytes, password: "wrong") }
    #expect(try PDFFile(bytes: EncryptedPDF.bytes, password: "user").page(1).text == "secret")
    #expect(try PDFFile(bytes: EncryptedPDF.bytes, password: "owner").page(1).text == "secret")
  }

  @Test func passwordThatIsNotNeeded() throws {
    let bytes = TinyPDF("BT /F1 9 Tf 10 10 Td (open) Tj ET").bytes()
    #expect(try PDFFile(bytes: bytes, password: "any").page(1).text == "open")
  }

  @Test func onSeveralThreads() async throws {
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<16 {
        group.addTask { try readPage("BT /F1 9 Tf 10 10 Td (text \(number)) Tj ET").text }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(texts == Set((0..<16).map { "text \($0)" }))
  }
}
