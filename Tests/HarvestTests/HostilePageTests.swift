import ProcessorTime
import Testing

@testable import Harvest

/// Pages of anyone's making: whatever the bytes, reading them ends soon.
@Suite struct HostilePageTests {
  private func read(_ bytes: [UInt8]) throws -> WebPage {
    WebPage(bytes, at: try WebAddress("http://a.cn/"), contentType: nil)
  }

  @Test(arguments: [
    "<", "<a ", "<!--", "<a href='", "<a href=x>", "<script>", "<script>createPage(a,b)", "createPage", "&#x",
    "<![CDATA[",
    "<a href=a.pdf>", "<iframe src=x>", "</a", "<a x=", "a=", "<script>createPageHTML(9999,0,'i','h')</script>",
  ])
  func repetitions(piece: String) throws {
    let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
    let seconds = try processorSeconds {
      _ = try read(Array(text.utf8))
      _ = try read(Array(("<script>" + text).utf8))
    }
    // Some tenths of a second even unoptimised; were it quadratic, hours.
    #expect(seconds < 30)
  }

  /// Numbers of characters that no integer holds.
  @Test(arguments: ["&#99999999999999999999;", "&#xFFFFFFFFFFFFFFFF;", "&#-1;", "&#x110000;", "%", "%f", "%zz", "%FF%"])
  func escapes(text: String) throws {
    _ = try read(Array("<title>\(text)</title><a href='\(text)'>\(text)</a><a href='/?a=\(text).pdf'>".utf8))
  }

  /// Short references to a long base: what they are read to is counted, and ends.
  @Test(arguments: ["b", "a"])
  func longBase(repeated: String) throws {
    let references = repeated == "a" ? "<a href=a>" : ""
    let distinct = repeated == "b"
    let links = (0..<1000).map { distinct ? "<a href=\($0)>" : references }.joined()
    let page = WebPage(
      Array("<base href='/\(String(repeating: "b", count: 8000))/'>\(links)".utf8), at: try WebAddress("http://a.cn/"),
      contentType: nil, addressLimit: 1 << 20)
    #expect(page.links.count < 140)
    #expect(page.addressBudget <= 0)
  }

  /// All variables of all calls are found in one pass over the script. Looked for one by one they take minutes.
  @Test func manyVariables() throws {
    let calls = (0..<8).map { call in
      "createPageHTML(\((0..<160).map { String(call * 200 + $0, radix: 36) + "_" }.joined(separator: ",")));"
    }
    let filler = String(repeating: "_ 1_ 2_ 3_ ", count: 45_000)
    for end in ["", "0_ = 4;createPageHTML(0_, 0, 'i', 'h')"] {
      #expect(ScriptedPages.references(in: calls.dropLast().joined() + filler + end).count == (end.isEmpty ? 0 : 3))
    }
  }

  @Test func longTexts() throws {
    let page = try read(Array("<a href=a>\(String(repeating: "决", count: 100_000))</a>".utf8))
    #expect(page.links[0].text.unicodeScalars.count == WebPage.textLimit)
  }

  @Test func randomChanges() throws {
    let page = Array(
      """
      <html><head><meta charset="gbk"><base href="/x/"><title>a</title></head><a href="a.pdf" title='b'>c&amp;d</a>
      <script>createPageHTML(3, 0, "index", "html")</script><iframe src="viewer.html?file=a.pdf"></iframe><!-- x -->
      """.utf8)
    var generator = SeededGenerator(state: 7)
    for _ in 0..<2000 {
      var bytes = page
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(contentsOf: page[..<Int.random(in: 0..<page.count, using: &generator)], at: index)
        }
      }
      for link in try read(bytes).links {
        // Whatever stood there, it is an address in its one spelling.
        #expect(try WebAddress(link.address.text) == link.address)
      }
    }
  }
}

/// The same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
