import PageContent
import TestSupport
import Testing

@testable import Bulk

@Suite struct PageSetsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, title: String = "决算") throws {
    _ = try folder.write(Array("<html><title>\(title)</title><p>1</html>".utf8), name)
  }

  private func inputs() -> [String] {
    var selection = InputSelection()
    selection.add(InputName(folder("")))
    return selection.names().map { String($0.text.dropFirst(folder("").count)).drop { $0 == "/" } }.map(String.init)
  }

  @Test func pagesOfOneDocumentAreOneInput() throws {
    for name in ["index.html", "index_1.html", "index_2.html", "other.html"] { try write(name) }
    #expect(inputs() == ["index.html!+index_1.html!+index_2.html", "other.html"])
  }

  @Test func pagesWithTitlesOfTheirOwnStayApart() throws {
    try write("a_1.html", title: "甲")
    try write("a_2.html", title: "乙")
    try write("b_2.html")
    try write("b_3.html")
    #expect(inputs() == ["a_1.html", "a_2.html", "b_2.html", "b_3.html"])
  }

  @Test func addressesTellPagesApart() throws {
    let (one, two) = (String(repeating: "a", count: 32), String(repeating: "b", count: 32))
    for name in ["x-\(one).html", "x_1-\(two).html"] { try write(name) }
    #expect(inputs() == ["x-\(one).html!+x_1-\(two).html"])
    let lines = [("x-\(one)", "http://a.cn/1/x.html"), ("x_1-\(two)", "http://a.cn/2/x_1.html")].map {
      #"{"file": "\#($0.0).html", "finalAddress": "\#($0.1)"}"#
    }
    _ = try folder.write(Array(lines.joined(separator: "\n").utf8), "manifest.jsonl")
    #expect(inputs() == ["x-\(one).html", "x_1-\(two).html"])
  }
}
