import Testing

@testable import Harvest

/// RFC 9309.
@Suite struct RobotsRulesTests {
  private func allows(_ text: String, _ target: String) throws -> Bool {
    RobotsRules(Array(text.utf8), agent: "juesuan").allows(try WebAddress("http://a.cn\(target)"))
  }

  @Test(arguments: [
    ("", "/a", true),
    ("User-agent: *\nDisallow: /", "/a", false),
    ("User-agent: *\nDisallow:", "/a", true),
    ("User-agent: *\nDisallow: /", "/robots.txt", true),
    // The longest pattern decides; of two as long, the one that allows.
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
    ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false),
    ("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true),
    // The robot's own group alone, else that for all.
    ("User-agent: *\nDisallow: /\nUser-agent: juesuan\nDisallow: /x", "/a", true),
    ("User-agent: *\nDisallow: /\nUser-agent: Juesuan/2.0\nDisallow: /x", "/x", false),
    ("User-agent: other\nDisallow: /", "/a", true),
    ("User-agent: other\nUser-agent: juesuan\nDisallow: /", "/a", false),
    // Groups of one name are one group.
    (
      "User-agent: juesuan\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: juesuan\nDisallow: /b", "/b",
      false
    ),
    // Other statements between do not end a line of names.
    ("User-agent: juesuan\nSitemap: http://a.cn/s.xml\nUser-agent: x\nDisallow: /", "/a", false),
    ("User-agent: *\nDisallow: /*.doc$", "/a/b.doc", false),
    ("User-agent: *\nDisallow: /*.doc$", "/a/b.docx", true),
    ("User-agent: *\nDisallow: *download", "/x/download?id=1", false),
    ("User-agent: *\nDisallow: /*?page=", "/list?page=2", false),
    ("User-agent: *\nDisallow: /$", "/", false), ("User-agent: *\nDisallow: /$", "/a", true),
    ("User-agent: *\nDisallow: /决算", "/%E5%86%B3%E7%AE%97/a", false),
    ("User-agent: *\nDisallow: /%e5%86%b3", "/决算", false),
    ("\u{FEFF}user-AGENT : *  # all\r\ndisallow : /a # here\r\n", "/a", false),
    ("Disallow: /", "/a", true),
    ("<html><body>Disallow: /</body></html>", "/a", true),
  ])
  func decisions(text: String, target: String, expected: Bool) throws {
    #expect(try allows(text, target) == expected, "\(text)")
  }

  @Test func crawlDelay() {
    #expect(RobotsRules(Array("User-agent: *\nCrawl-delay: 2.5".utf8), agent: "juesuan").crawlDelay == 2.5)
    #expect(RobotsRules(Array("User-agent: x\nCrawl-delay: 5".utf8), agent: "juesuan").crawlDelay == nil)
    #expect(RobotsRules(Array("User-agent: *\nCrawl-delay: -1".utf8), agent: "juesuan").crawlDelay == nil)
  }

  @Test(arguments: ["-1", "1e308", "inf", "nan", "99999999999999999999", "0x7fffffffffffffff"])
  func crawlDelaysThatAreNone(value: String) {
    #expect(RobotsRules(Array("User-agent: *\nCrawl-delay: \(value)".utf8), agent: "juesuan").crawlDelay == nil)
  }

  @Test func patternsOfManyStars() throws {
    let pattern = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 1000) + "$"
    #expect(try allows(pattern, "/" + String(repeating: "a", count: 4000) + "b"))
    #expect(try !allows(pattern, "/" + String(repeating: "a", count: 4000)))
  }

  /// As a search through all ways to fill the stars would decide.
  @Test func starsMatchWhateverFits() throws {
    func matches(_ pattern: ArraySlice<UInt8>, _ target: ArraySlice<UInt8>) -> Bool {
      guard let first = pattern.first else { return true }
      if first == UInt8(ascii: "$"), pattern.count == 1 { return target.isEmpty }
      if first == UInt8(ascii: "*") {
        return (target.startIndex...target.endIndex).contains { matches(pattern.dropFirst(), target[$0...]) }
      }
      return target.first == first && matches(pattern.dropFirst(), target.dropFirst())
    }
    var generator = SeededGenerator(state: 11)
    for _ in 0..<20_000 {
      let pattern =
        Array("/".utf8)
        + (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          Array("aab**$".utf8).randomElement(using: &generator)!
        }
      let target =
        Array("/".utf8)
        + (0..<Int.random(in: 0...10, using: &generator)).map { _ in
          Array("aab$".utf8).randomElement(using: &generator)!
        }
      #expect(RobotsPattern(pattern).matches(target) == matches(pattern[...], target[...]), "\(pattern) \(target)")
    }
  }

  /// Each decision has a bound, whatever the file and the link: the bytes compared are counted.
  @Test(arguments: [
    "/*" + String(repeating: "a", count: 250_000) + "b", "/" + String(repeating: "*a", count: 250_000),
    "/" + String(repeating: "a", count: 4000), "/*" + String(repeating: "a", count: 4000) + "b",
  ])
  func onePattern(pattern: String) throws {
    let rules = RobotsRules(Array("User-agent: *\nDisallow: \(pattern)".utf8), agent: "juesuan")
    let address = try WebAddress("http://a.cn/" + String(repeating: "a", count: 8000))
    #expect(rules.decision(for: address).work <= 20_000)
  }

  @Test(arguments: ["/*a*b", "/*x", "/a*b$", "/aaaaaaaaaaab", "*"])
  func manyPatterns(pattern: String) throws {
    for verb in ["Allow", "Disallow"] {
      let text = "User-agent: *\n" + String(repeating: "\(verb): \(pattern)\n", count: 6_000)
      let rules = RobotsRules(Array(text.utf8), agent: "juesuan")
      let address = try WebAddress("http://a.cn/" + String(repeating: "a", count: 8000))
      #expect(rules.decision(for: address).work <= RobotsRules.workLimit + RobotsRules.sizeLimit)
    }
  }

  /// Where a bound is passed, more is forbidden, never less.
  @Test func beyondTheBounds() throws {
    let long = "/" + String(repeating: "a", count: 3000)
    #expect(try !allows("User-agent: *\nDisallow: \(long)", long))
    #expect(try !allows("User-agent: *\nDisallow: /\nAllow: \(long)", long))
    #expect(try allows("User-agent: *\nDisallow: \(long)", "/b"))
    let many = (0..<400).map { "Disallow: /x*\($0)\n" }.joined()
    #expect(try allows("User-agent: *\n\(many)", "/b" + String(repeating: "a", count: 8000)))
    #expect(try !allows("User-agent: *\n\(many)", "/x" + String(repeating: "a", count: 8000)))
    #expect(try allows("User-agent: *\n\(many)", "/xa"))
  }
}
