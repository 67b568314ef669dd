import Testing

@testable import Report

@Suite struct EscapingTests {
  @Test func markup() {
    #expect(
      "<a href=\"x\" b='y'>&amp;</a>".escapedForXML
        == "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;")
    #expect("收入\n支出".escapedForXML == "收入\n支出")
  }

  @Test(arguments: ["\0", "\u{1B}", "\u{7F}", "\u{9B}", "\u{FFFE}", "\u{202E}", "\u{2066}"])
  func whatXMLDoesNotHold(text: String) {
    #expect(text.escapedForXML == "\u{FFFD}")
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("\u{3FF}", "z78="),
  ])
  func base64(text: String, encoded: String) {
    #expect(Base64.encoded(Array(text.utf8)) == encoded)
  }

  @Test(arguments: [
    (0, "0"), (1.5, "1.5"), (-0.05, "-0.05"), (12.345, "12.35"), (100, "100"), (.nan, "0"), (.infinity, "0"),
    (1e300, "1000000"), (-1e300, "-1000000"),
  ])
  func coordinate(value: Double, text: String) {
    #expect(SVGText.number(value) == text)
  }
}
