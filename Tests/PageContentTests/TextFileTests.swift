import Glibc
import Testing

@testable import PageContent

@Suite("Text files")
struct TextFileTests {
  static let sample = "某区统计局决算\n一、收入合计 1,024.50 万元，其中：“其他收入”3.00 万元。\n\n注：〇〇年\t1\n"

  @Test("every encoding is told by its content, with and without a byte order mark")
  func encodings() throws {
    for encoding in TextEncoding.allCases {
      let read = try TextFile.decode(encode(Self.sample, encoding))
      #expect(read.encoding == encoding)
      #expect(read.lines.map(\.text) == ["某区统计局决算", "一、收入合计 1,024.50 万元，其中：“其他收入”3.00 万元。", "", "注：〇〇年\t1"])
      #expect(read.lines.map(\.number) == [1, 2, 3, 4])
    }
    for (mark, encoding) in [
      ([0xEF, 0xBB, 0xBF], TextEncoding.utf8), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ] as [([UInt8], TextEncoding)] {
      let read = try TextFile.decode(mark + encode("决算", encoding))
      #expect(read.encoding == encoding)
      #expect(read.lines == [SourceLine(number: 1, text: "决算")])
    }
  }

  @Test("random reports come back from every encoding")
  func roundTrip() throws {
    var generator = SeededBytes(state: 7)
    let alphabet = Array("本年收入支出决算总表项目科目编码名称合计万元，。：（）“”、0123456789.- \t一二三四".unicodeScalars)
    for _ in 0..<200 {
      let lines = (0..<Int.random(in: 2...12, using: &generator)).map { _ in
        String(
          String.UnicodeScalarView(
            (0..<Int.random(in: 1...30, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator)
            }))
      }
      for encoding in TextEncoding.allCases {
        let read = try TextFile.decode(encode(lines.joined(separator: "\r\n"), encoding))
        #expect(read.lines.map(\.text) == lines, "\(encoding)")
      }
    }
  }

  @Test("random bytes are read or refused, never more")
  func fuzz() {
    var generator = SeededBytes(state: 11)
    var texts = 0
    for round in 0..<3000 {
      let bytes = (0..<Int.random(in: 1...400, using: &generator)).map { _ in
        UInt8.random(in: (round % 3 == 0 ? 0x81 : 0)...255, using: &generator)
      }
      if bytes.count > 40, (try? TextFile.decode(bytes)) != nil { texts += 1 }
    }
    #expect(texts == 0)
  }

  @Test("damaged texts of every encoding are read or refused")
  func damaged() throws {
    var generator = SeededBytes(state: 3)
    for _ in 0..<500 {
      let encoding = try #require(TextEncoding.allCases.randomElement(using: &generator))
      var bytes = encode(Self.sample, encoding)
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? TextFile.decode(Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &generator))))
    }
  }

  @Test("a character that the end of the file cuts is left out")
  func cutEnd() throws {
    for encoding in [TextEncoding.utf8, .gb18030, .utf16LittleEndian] {
      let bytes = encode("本年度收入\n支出", encoding)
      #expect(try TextFile.decode(bytes.dropLast()).lines.last?.text == "支")
    }
  }

  @Test("lines end at every kind of line end; a form feed after one marks a page")
  func lineEnds() throws {
    #expect(
      try texts("甲\n乙\r\n丙\r丁\u{2028}戊\u{0C}己\n\u{0C}庚\n") == ["甲", "乙", "丙", "丁", "戊", "己", "\u{0C}庚"])
    #expect(try texts("甲\n\n乙\n\u{0C}") == ["甲", "", "乙"])
  }

  @Test("the media type says whether marks are Markdown's")
  func mediaTypes() throws {
    for markdown in ["## 第一部分", "正文\n| 甲 | 乙 |", "<b>合计</b>", "**合计**"] {
      #expect(try TextFile.decode(Array(markdown.utf8)).mediaType == "text/markdown")
    }
    for plain in ["第一部分", "2 * 3 < 7", "#决算公开"] {
      #expect(try TextFile.decode(Array(plain.utf8)).mediaType == "text/plain")
    }
  }

  @Test("other formats are named")
  func otherFormats() {
    let formats: [([UInt8], String)] = [
      ([0x50, 0x4B, 3, 4] + Array("  [Content_Types].xml  word/document.xml".utf8), "a Word document (.docx)"),
      ([0x50, 0x4B, 3, 4] + Array("  xl/workbook.xml".utf8), "an Excel workbook (.xlsx)"),
      ([0x50, 0x4B, 3, 4] + Array("  OFD.xml".utf8), "an OFD document"),
      ([0x50, 0x4B, 3, 4, 0, 0], "a ZIP archive"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "an old Office file (.doc, .xls, .wps)"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "a PNG image"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"),
      (Array("GIF89a..".utf8), "a GIF image"),
      ([0x49, 0x49, 0x2A, 0, 8], "a TIFF image"),
      ([0x1F, 0x8B, 8, 0], "a gzip archive"),
      (Array("Rar!".utf8) + [0x1A, 7, 0], "a RAR archive"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], "a 7z archive"),
      (Array("\n<!-- 导出 -->\n<!DOCTYPE HTML><html>".utf8), "an HTML page"),
      (Array("<?xml version=\"1.0\"?>\n<html lang=\"zh\">".utf8), "an HTML page"),
    ]
    for (bytes, name) in formats {
      #expect(throws: InputError.otherFormat(name)) { try TextFile.decode(bytes) }
    }
    #expect(throws: InputError.empty) { try TextFile.decode([]) }
    #expect(throws: InputError.notText) { try TextFile.decode([1, 2, 3, 0, 0, 7, 1]) }
    #expect(throws: InputError.notText) { try TextFile.decode(Array(repeating: 0, count: 64)) }
  }

  private func texts(_ text: String) throws -> [String] { try TextFile.decode(Array(text.utf8)).lines.map(\.text) }
}

private struct SeededBytes: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ (mixed >> 29)
  }
}

private func encode(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
  let target =
    switch encoding {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    }
  let converter = iconv_open(target, "UTF-8")
  defer { iconv_close(converter) }
  var input = text.utf8.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 8)
  let count = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var next = source.baseAddress
      var left = source.count
      var free = target.baseAddress
      var room = target.count
      _ = iconv(converter, &next, &left, &free, &room)
      return target.count - room
    }
  }
  return output[..<count].map { UInt8(bitPattern: $0) }
}
