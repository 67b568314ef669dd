import Foundation
import Report
import TestSupport
import Testing

/// `check --format html` as a process.
@Suite struct CheckHTMLTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A report whose 其他收入 does not add up.
  private func faulty() throws -> String {
    let bytes = TinyReport.bytes([.cover, .income, .expenditure], others: "21.50")
    return try folder.write(bytes, "a<b>&'.pdf")
  }

  private func pictures(in html: String) throws -> [Data] {
    try html.components(separatedBy: "data:image/png;base64,").dropFirst().map {
      try #require(Data(base64Encoded: String($0.prefix { $0 != "\"" })))
    }
  }

  @Test func placesOfAPDFAreShown() throws {
    let report = try faulty()
    let outcome = try Command.run("check", "--format", "html", report)
    #expect(outcome.exitCode == 1)
    #expect(outcome.text.hasPrefix("<!DOCTYPE html>"))
    #expect(outcome.text.contains("a&lt;b&gt;&amp;&#39;.pdf"))
    #expect(outcome.text.contains("云台市档案馆 2023 年度部门决算"))
    #expect(outcome.text.contains("class=\"mark first\""))
    let pictures = try pictures(in: outcome.text)
    #expect(!pictures.isEmpty)
    for picture in pictures { #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47])) }
    #expect(!outcome.text.contains("<b>&"))

    #expect(try Command.run("check", "--format", "html", report, "-o", folder("a.html")).exitCode == 1)
    #expect(try folder.bytes("a.html") == outcome.output)
  }

  @Test func nothingFoundIsNoFailure() throws {
    let report = try folder.write(TinyReport.bytes([.cover, .income, .expenditure]), "a.pdf")
    let text = try Command.run("check", report)
    let html = try Command.run("check", "--format", "html", report)
    #expect(html.exitCode == text.exitCode)
    #expect(html.errors == text.errors)
  }

  @Test func linesOfATextAreShown() throws {
    let text = String(decoding: try Corpus.bytes(Corpus.text), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.contains("本年收入合计") && $0.contains("2,784.21") })
    let changed = text.replacing(line, with: line.replacing("2,784.21", with: "2,784.91"), maxReplacements: 1)
    let path = try folder.write(changed, "a.txt")
    let outcome = try Command.run("check", "--format", "html", path)
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors == "")
    #expect(!outcome.text.contains("<svg"))
    let marked = outcome.text.components(separatedBy: "<mark>").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(marked.contains { $0.contains("2,784.91") })

    // Its extracted JSON has no lines: the row's words stand for them.
    let extracted = try folder.write(Command.run("extract", path).output, "a.json")
    let ofJSON = try Command.run("check", "--format", "html", extracted)
    #expect(ofJSON.exitCode == 1)
    #expect(!ofJSON.text.contains("<mark>"))
    #expect(ofJSON.text.contains("2,784.91"))
  }

  @Test func noReport() throws {
    let file = try folder.write("hello", "a.txt")
    let outcome = try Command.run("check", "--format", "html", file, "-o", folder("a.html"))
    #expect(outcome.exitCode == 3)
    #expect(folder.names == ["a.txt"])
  }
}
