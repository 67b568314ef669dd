import Containers
import Conversion
import PageContent
import TableStructure
import TestSupport
import Testing

@testable import Office

@Suite(.enabled(if: LibreOffice.installed() != nil, "LibreOffice is not installed"), .serialized)
struct ConvertedDocumentTests {
  /// A table between two paragraphs, in rich text format.
  private var richTable: [UInt8] {
    let rows = [["a", "b"], ["c", "1,802.64"]].map { cells in
      #"\trowd\cellx3000\cellx6000 "# + cells.map { #"\intbl \#($0)\cell "# }.joined() + #"\row "#
    }
    return Array((#"{\rtf1\ansi before\par "# + rows.joined() + #"\pard after\par}"#).utf8)
  }

  private let lines = ["before", "a|b", "c|1,802.64", "after"]

  private func converted(_ bytes: [UInt8], from suffix: String, to target: String) throws -> FileContent {
    try #require(LibreOffice.installed()).converted(FileContent(bytes), "test", from: suffix, to: target)
  }

  @Test func richText() throws {
    let content = try #require(try OfficeFile.read(FileContent(richTable)))
    #expect(content.mediaType == "application/rtf")
    #expect(text(of: content.blocks).filter { !$0.isEmpty } == lines)
  }

  @Test func wordOf97() throws {
    let old = try converted(richTable, from: "rtf", to: "doc")
    #expect(try OfficeFile.kind(of: old) == .convertible)
    let content = try #require(try OfficeFile.read(old))
    #expect(content.mediaType == "application/msword")
    #expect(text(of: content.blocks).filter { !$0.isEmpty } == lines)
    #expect(content.lostFigures.isEmpty)
    #expect(content.lostTables == 0 && content.tableCount == 1)
    // The text that is looked through for figures is the document's.
    let file = try CompoundFile(old)
    let stream = try #require(try file.stream("WordDocument"))
    let original = try BinaryWordText(stream, in: file)
    #expect(LostFigures.amounts(in: try #require(original.text)) == ["1802.64"])
    #expect(original.tableCount == 1)
  }

  @Test func wordXML() throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
      <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>合计1,802.64\
      </w:t></w:r></w:p></w:body></w:wordDocument>
      """
    // The filter is a package of its own.
    do {
      let content = try #require(try OfficeFile.read(FileContent(Array(xml.utf8))))
      #expect(content.mediaType == "application/vnd.ms-wordml")
    } catch let error as InputError {
      guard case .notConverted = error else { throw error }
    }
  }

  /// A workbook of old says the same, read here and by way of LibreOffice.
  @Test func workbookOf97() throws {
    let old = TinyBinaryWorkbook([
      "甲": TinyBinaryWorkbook.row(1, [(1, "项目"), (1, "金额"), (1, nil)])
        + TinyBinaryWorkbook.row(2, [(1, "合计"), (2, 1802.64), (2, -5.0)])
        + TinyBinaryWorkbook.merged([(1...1, 2...3)])
    ]).file
    let new = try converted(old, from: "xls", to: "xlsx")
    let blocks = try #require(try OfficeFile.read(FileContent(old))).blocks
    #expect(text(of: blocks) == ["项目|金额→2", "合计|1,802.64|-5.00"])
    let converted = try #require(try OfficeFile.read(new)).blocks
    #expect(text(of: blocks) == text(of: converted))
  }

  @Test func whatIsNoDocument() throws {
    #expect(throws: InputError.self) { try converted([1, 2, 3], from: "docx", to: "xlsx") }
  }
}
