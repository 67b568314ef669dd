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

  @Test func patternsOfManyStarsAreQuick() throws {
    let pattern = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 2000) + "$"
    #expect(try allows(pattern, "/" + String(repeating: "a", count: 4000) + "b"))
  }
}
