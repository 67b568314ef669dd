import Disclosure
import FoundationEssentials
import PageContent
import Report
import Testing

struct JSONWriterTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("收入", #""收入""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    ("\u{0}\u{1F}\u{7F}\u{80}\u{9F}\u{A0}", "\"\\u0000\\u001f\\u007f\\u0080\\u009f\u{A0}\""),
    ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""), ("😀", "\"😀\""), ("", #""""#),
  ])
  func escapes(_ string: String, _ written: String) {
    #expect(text { $0.string(string) } == written)
  }

  /// What it writes, another reader of JSON and its own read as the same text.
  @Test func anyTextIsReadBack() throws {
    var random = SeededGenerator(seed: 1)
    let strings = (0..<5000).map { _ in random.string() }
    var json = JSONWriter()
    json.array(.block) { json in
      for string in strings {
        json.element()
        json.string(string)
      }
    }
    let bytes = json.finish()
    // Equality of strings is that of canonical equivalents; bytes are stricter.
    let expected = strings.map { Array($0.utf8) }
    #expect(try JSONDecoder().decode([String].self, from: Data(bytes)).map { Array($0.utf8) } == expected)
    #expect(try JSONParser.parse(bytes).elements?.compactMap(\.text).map { Array($0.utf8) } == expected)
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (0.004, "0"), (-0.004, "0"), (0.005, "0.01"), (0.1, "0.1"), (12.30, "12.3"),
    (12.34, "12.34"),
    (99.999, "100"), (-7.06, "-7.06"), (595.276, "595.28"), (1e300, "1000000000"), (-Double.infinity, "-1000000000"),
    (Double.nan, "0"),
  ])
  func writesCoordinates(_ value: Double, _ written: String) {
    #expect(text { $0.coordinate(value) } == written)
  }

  @Test(arguments: [
    (0, 0, "0.00"), (151_190_000, 1, "15119000.00"), (5, 2, "0.05"), (-5, 3, "-0.005"),
    (1_234_567, 6, "1.234567"), (-12, 0, "-12.00"), (15, 1, "1.50"),
    (Int128(UInt64.max) + 1, 2, "184467440737095516.16"),
    (-123_456_789_012_345_678_901_234_567_890, 4, "-12345678901234567890123456.7890"),
  ])
  func writesDecimals(_ mantissa: Int128, _ scale: Int, _ written: String) {
    #expect(text { $0.decimal(ExactNumber(mantissa: mantissa, scale: scale), decimals: 2) } == written)
  }

  @Test func writesDecimalsAsTheNumberDescribesItself() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let number = ExactNumber(
        mantissa: Int128(Int.random(in: .min ... .max, using: &random)) >> Int.random(in: 0...64, using: &random),
        scale: Int.random(in: 0...14, using: &random))
      #expect(text { $0.decimal(number, decimals: 2) } == number.text(decimals: 2))
    }
  }

  @Test func writesIntegers() {
    for value in [0, 7, -7, 10, 2024, Int.max, Int.min] { #expect(text { $0.integer(value) } == "\(value)") }
  }

  @Test func laysOutBlocksAndLines() {
    let written = text { json in
      json.object(.block) { json in
        json.onOneLine { json in
          json.member("a", 1)
          json.member("b", nil as String?)
        }
        json.member("none", [] as [String], .block)
        json.member("leaf")
        json.object(.line) { $0.member("c", ["x", "y"], .line) }
        json.member("list", ["x", "y"], .block)
      }
    }
    #expect(
      written == """
        {
          "a": 1, "b": null,
          "none": [],
          "leaf": { "c": ["x", "y"] },
          "list": [
            "x",
            "y"
          ]
        }
        """)
  }

  /// Indentation deeper than is written at once.
  @Test func indentsDeeply() {
    var json = JSONWriter()
    func nest(_ json: inout JSONWriter, _ depth: Int) {
      json.array(.block) { json in
        json.element()
        if depth > 0 { nest(&json, depth - 1) } else { json.integer(1) }
      }
    }
    nest(&json, 29)
    let lines = String(decoding: json.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 61)
    for (depth, line) in lines.prefix(30).enumerated() {
      #expect(line == String(repeating: " ", count: 2 * depth) + "[")
    }
  }
}
