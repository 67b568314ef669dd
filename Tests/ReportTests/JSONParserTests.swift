import Report
import TestSupport
import Testing

struct JSONParserTests {
  @Test func keepsLiterals() throws {
    let value = try JSONParser.parse(
      Array(#" { "a" : [ 1.10, -0, 1e5 , "\u0041\ud83d\ude00\/" , true,false,null ] } "#.utf8))
    let elements = value["a"]?.elements
    #expect(elements?.count == 7)
    guard case .number("1.10")? = elements?[0].content, case .number("1e5")? = elements?[2].content else {
      Issue.record("the literals are lost")
      return
    }
    #expect(elements?[3].text == "A😀/")
  }

  @Test(arguments: [
    ("", "ends too early"), ("{", "ends too early"), ("[1,", "ends too early"), ("[1,]", "unexpected “]”"),
    ("{\"a\" 1}", "unexpected “1”"), ("{a: 1}", "unexpected “a”"), ("[01]", "unexpected “1”"),
    ("[1.]", "unexpected “]”"),
    ("[+1]", "unexpected “+”"), ("nul", "ends too early"), ("[] x", "unexpected “x”"),
    ("\"a\nb\"", "control character 10"),
    (#""\x""#, "unexpected “x”"), (#""\ud800""#, "not Unicode"), (#""\udc00\ud800""#, "not Unicode"),
    (#""\ud800\n""#, "not Unicode"), (#""\u12g4""#, "unexpected “g”"), ("\"", "ends too early"),
    ("[1\n,\n  NaN]", "in line 3, byte 3"),
    (String(repeating: "[", count: 100_000), "nested deeper"),
  ])
  func refuses(_ text: String, _ reason: String) {
    let error = #expect(throws: Malformed.self) { try JSONParser.parse(Array(text.utf8)) }
    #expect(error?.description.contains(reason) ?? false, "\(error?.description ?? "")")
  }

  @Test func refusesWhatIsNotUnicode() {
    for bytes in [[0x22, 0xFF, 0x22], [0x22, 0xE4, 0xB8, 0x22], [0x22, 0x5C, 0x6E, 0xC0, 0x80, 0x22], [0xFF]]
      as [[UInt8]]
    {
      #expect(throws: Malformed.self) { try JSONParser.parse(bytes) }
    }
  }

  /// What stands for text that could not be decoded is text itself.
  @Test func keepsTextsOfAllLengths() throws {
    for count in 0..<40 {
      for letter in ["a", "收", "\u{FFFD}", "\u{7FF}"] {
        let text = String(repeating: letter, count: count)
        #expect(try JSONParser.parse(Array("\"\(text)\"".utf8)).text == text)
        var cut = Array("\"\(text)\"".utf8)
        cut.insert(0xE6, at: cut.count / 2)
        #expect(throws: Malformed.self) { try JSONParser.parse(cut) }
      }
    }
  }

  /// No prefix and no mutation of valid JSON may do more than be refused.
  @Test func survivesMutilation() {
    var random = SeededGenerator(seed: 3)
    let bytes = Array(#"{ "a": [1.50, "\u00e9\n收", {"b": null}], "c": true }"#.utf8)
    for _ in 0..<5000 {
      var mutant = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        mutant[Int.random(in: 0..<mutant.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      mutant.removeLast(Int.random(in: 0..<mutant.count, using: &random) / 4)
      _ = try? JSONParser.parse(mutant)
    }
  }
}
