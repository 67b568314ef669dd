import Containers
import PageContent
import TestSupport
import Testing

@testable import Office

@Suite struct BinaryWordTextTests {
  /// A document of two pieces, the first in one byte a character, the second in two.
  private func document(flags: Int = 0x0200, claimed: Int = 0) -> [UInt8] {
    let narrow = Array("12,345.60\r".utf8)
    let wide = Array("合计\u{7}\u{13}PAGEREF 9.99\u{14}1.50\u{15}\r".utf16)
    let number = TinyCompound.number
    var header = number(0xA5EC, 2) + number(0x00C1, 2) + number(0, 6) + number(flags, 2)
    header += [UInt8](repeating: 0, count: 76 - header.count)
    header += number(narrow.count + wide.count + claimed, 4)
    header += [UInt8](repeating: 0, count: 418 - header.count)
    // Behind what changes the pieces: an empty list of properties.
    let places = number(0, 4) + number(narrow.count, 4) + number(narrow.count + wide.count + claimed, 4)
    let first = number(0, 2) + number(512 * 2 | 0x4000_0000, 4) + number(0, 2)
    let second = number(0, 2) + number(1024, 4) + number(0, 2)
    let pieces = places + first + second
    let table = [1] + number(2, 2) + [9, 9] + [2] + number(pieces.count, 4) + pieces
    header += number(0, 4) + number(table.count, 4)
    var stream = header + [UInt8](repeating: 0, count: 512 - header.count) + narrow
    stream += [UInt8](repeating: 0, count: 1024 - stream.count)
    for unit in wide { stream += number(Int(unit), 2) }
    return TinyCompound.file(["WordDocument": stream, flags & 0x0200 != 0 ? "1Table" : "0Table": table])
  }

  private func text(_ bytes: [UInt8]) throws -> String? {
    let file = try CompoundFile(FileContent(bytes))
    return try BinaryWordText(try #require(try file.stream("WordDocument")), in: file).text
  }

  @Test func piecesWithoutFieldCodes() throws {
    #expect(try text(document()) == "12,345.60\r合计\u{7}\u{13}\u{14}1.50\u{15}\r")
    #expect(try text(document(flags: 0)) == text(document()))
    #expect(LostFigures.amounts(in: try #require(try text(document()))) == ["12345.60", "1.50"])
  }

  /// Five paragraphs and rows, with the properties that a page of them has for each: where in it they stand, 0 for none.
  private func documentWithTable(flags: [UInt8]) -> [UInt8] {
    let number = TinyCompound.number
    let text = Array("甲\r乙\u{7}丙\u{7}\u{7}丁\r戊\r己\u{7}\u{7}".utf16)
    var stream = number(0xA5EC, 2) + number(0x00C1, 2) + number(0, 6) + number(0x0200, 2)
    stream += [UInt8](repeating: 0, count: 76 - stream.count) + number(text.count, 4)
    stream += [UInt8](repeating: 0, count: 258 - stream.count) + number(0, 4) + number(12, 4)
    stream += [UInt8](repeating: 0, count: 418 - stream.count)
    let places = number(0, 4) + number(text.count, 4) + number(0, 2) + number(1024, 4) + number(0, 2)
    let pieces = [2] + number(places.count, 4) + places
    stream += number(12, 4) + number(pieces.count, 4)
    stream += [UInt8](repeating: 0, count: 512 - stream.count)
    // Paragraphs end behind 甲, the row, 丁, 戊 and the last row.
    let ends = [0, 2, 7, 9, 11, 14].map { 1024 + 2 * $0 }
    var page = ends.flatMap { number($0, 4) }
    for flag in flags { page += [flag] + [UInt8](repeating: 0, count: 12) }
    page += [UInt8](repeating: 0, count: 400 - page.count)
    // In a table, behind a property of another kind.
    page += number(5, 1) + number(0, 2) + number(0x2403, 2) + [1] + number(0x2416, 2) + [1]
    page += [UInt8](repeating: 0, count: 511 - page.count) + [UInt8(flags.count)]
    stream += page
    for unit in text { stream += number(Int(unit), 2) }
    return TinyCompound.file([
      "WordDocument": stream, "1Table": number(1024, 4) + number(1024 + 2 * text.count, 4) + number(1, 4) + pieces,
    ])
  }

  @Test(
    "tables are counted by their paragraphs",
    arguments: [([0, 200, 0, 200, 200], 2), ([0, 200, 200, 200, 200], 1), ([0, 200, 0, 0, 200], 2)] as [([UInt8], Int)])
  func tables(flags: [UInt8], count: Int) throws {
    let file = try CompoundFile(FileContent(documentWithTable(flags: flags)))
    let document = try BinaryWordText(try #require(try file.stream("WordDocument")), in: file)
    #expect(document.text?.hasPrefix("甲\r乙") == true)
    #expect(document.tableCount == count)
  }

  @Test func locked() throws {
    let bytes = document(flags: 0x0300)
    #expect(throws: InputError.encrypted("Word document")) { try OfficeFile.read(FileContent(bytes)) }
  }

  @Test func claims() throws {
    #expect(try text(document(claimed: 2_000_000_000))?.hasPrefix("12,345.60\r合计") == true)
    #expect(try OfficeFile.kind(of: FileContent(document())) == .convertible)
  }

  @Test func amounts() {
    #expect(LostFigures.amounts(in: "1,234.5、2024年第3页，10.，0.07%，1,000") == ["1234.5", "0.07", "1000"])
  }

  @Test func brokenReferences() throws {
    let content = try word(
      "<w:p><w:r><w:t>收入决算表Error: Reference source not found</w:t></w:r></w:p><w:p><w:r><w:t>Error: none</w:t></w:r></w:p>"
    )
    #expect(OfficeTests.text(of: BrokenReferences.removed(from: content.blocks)) == ["收入决算表", "Error: none"])
  }

  @Test func losses() throws {
    let content = try word("<w:p><w:r><w:t>合计1,234.50万元</w:t></w:r></w:p>")
    #expect(LostFigures(of: "1,234.50 1,234.50 2.00", in: content).figures == ["1234.50", "2.00"])
    #expect(LostFigures(of: "1234.50", in: content).figures.isEmpty)
  }
}
