import PageContent
import Testing

@testable import Harvest

/// What a file is, told by its content.
@Suite struct FetchedFormatTests {
  private func format(_ bytes: [UInt8], tail: [UInt8] = [], claimsText: Bool = false) -> FetchedFormat {
    FetchedFormat(head: bytes, tail: tail, claimsText: claimsText)
  }

  private func format(_ text: String, claimsText: Bool = false) -> FetchedFormat {
    format(Array(text.utf8), claimsText: claimsText)
  }

  @Test func documents() {
    #expect(format("%PDF-1.7\n") == .document(suffix: "pdf"))
    #expect(format("\u{FEFF}\n%PDF-1.7\n") == .document(suffix: "pdf"))
    #expect(format("{\\rtf1 x}") == .document(suffix: "rtf"))
    let names = #"xmlns="urn:schemas-microsoft-com:office:spreadsheet""#
    #expect(format("<?xml version=\"1.0\"?>\n<Workbook \(names)>") == .document(suffix: "xls"))
    #expect(format("Rar!\u{1A}\u{7}x") == .document(suffix: "rar"))
    #expect(format("PK\u{3}\u{4}xl/workbook.xml") == .document(suffix: "xlsx"))
    #expect(format("PK\u{3}\u{4}readme") == .document(suffix: "zip"))
    // A long archive's directory stands at its end.
    let head = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 65532)
    #expect(format(head, tail: Array("word/document.xml".utf8)) == .document(suffix: "docx"))
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(format(old + "WordDocument".utf8.flatMap { [$0, 0] }) == .document(suffix: "doc"))
    #expect(format(old) == .document(suffix: "doc"))
  }

  @Test func texts() throws {
    #expect(format("收入支出决算总表\n", claimsText: true) == .document(suffix: "txt"))
    #expect(format("收入支出决算总表\n") == .other("a text"))
    let gbk = try #require(PageEncoding.gb18030.bytes(of: String(repeating: "收入支出决算总表\n", count: 8000)))
    // The cut goes through a character.
    #expect(format(Array(gbk.prefix(65535)), tail: [0x0A], claimsText: true) == .document(suffix: "txt"))
  }

  @Test func pagesThatAreDocuments() {
    let saved = "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n"
    #expect(format(saved) == .document(suffix: "mht"))
    let export = #"<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>"#
    #expect(format(export) == .document(suffix: "htm"))
  }

  @Test func pages() {
    for text in [
      "<!DOCTYPE html><p>", "\n\n<HTML>", "<script>location='/x'</script>", "<!-- x --><html>",
      "<?xml version='1.0'?><html>", "<head><title>403</title>",
    ] {
      #expect(format(text, claimsText: true) == .page, "\(text)")
    }
  }

  @Test func others() {
    #expect(format("") == .other("an empty file"))
    #expect(format([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == .other("a PNG image"))
    #expect(format([0, 1, 2, 3, 0xFF], claimsText: true) == .other("in no known format"))
  }
}
