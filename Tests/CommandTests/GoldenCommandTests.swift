import Foundation
import TestSupport
import Testing

@Suite struct GoldenCommandTests {
  private let folder: TemporaryFolder
  private let corpus: String
  private let golden: String

  init() throws {
    folder = try TemporaryFolder()
    corpus = folder("corpus")
    golden = folder("golden")
    try FileManager.default.createDirectory(atPath: corpus + "/below", withIntermediateDirectories: true)
    try folder.write(Corpus.bytes(Corpus.text), "corpus/a.txt")
    try folder.write(TinyReport.bytes([.cover, .income]), "corpus/below/b.pdf")
    try folder.write("Explains.", "corpus/README.md")
    try folder.write("{}", "corpus/other.json")
  }

  private func run(_ more: String...) throws -> Command.Outcome {
    try Command(["golden", corpus, golden] + more).run()
  }

  @Test func ofTheRepository() throws {
    let outcome = try Command.run("golden", Repository.corpus.path, Repository.golden.path)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(outcome.text == "\(Repository.documents.count) documents, 0 different\n")
  }

  @Test func missing() throws {
    let outcome = try run()
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.text == """
        a.txt
          no golden file; record it with --update
        below/b.pdf
          no golden file; record it with --update
        2 documents, 2 different

        """)
    #expect(!FileManager.default.fileExists(atPath: golden))
  }

  @Test func recorded() throws {
    let recording = try run("--update")
    #expect(recording.exitCode == 0)
    #expect(recording.text == "a.txt\n  recorded\nbelow/b.pdf\n  recorded\n2 documents, 2 recorded anew\n")
    #expect(try folder.bytes("golden/a.txt.json") == Command.run("extract", corpus + "/a.txt").output)
    #expect(try folder.bytes("golden/below/b.pdf.json") == Command.run("extract", corpus + "/below/b.pdf").output)
    #expect(try run("--update").text == "2 documents, 0 recorded anew\n")
    let compared = try run()
    #expect(compared.exitCode == 0)
    #expect(compared.text == "2 documents, 0 different\n")
    #expect(try Command.run("golden", "corpus/", "golden/", folder: folder.path).text == compared.text)
  }

  @Test func different() throws {
    _ = try run("--update")
    let recording = String(decoding: try folder.bytes("golden/below/b.pdf.json"), as: UTF8.self)
    let figure = #""text": "20.50", "yuan": 205000.00"#
    try folder.write(
      recording.replacing(figure, with: #""text": "20.60", "yuan": 206000.00"#, maxReplacements: 1),
      "golden/below/b.pdf.json")
    let outcome = try run()
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.text == """
        below/b.pdf
          income › 合计 › 其他收入: was 20.60 (206000 元), is 20.50 (205000 元)
        2 documents, 1 different

        """)
    #expect(try run("--update").text == "below/b.pdf\n  recorded\n2 documents, 1 recorded anew\n")
    #expect(try run().exitCode == 0)
  }

  @Test func limit() throws {
    _ = try run("--update")
    let recording = String(decoding: try folder.bytes("golden/below/b.pdf.json"), as: UTF8.self)
    let figure = #""text": "20.50", "yuan": 205000.00"#
    try folder.write(
      recording.replacing(figure, with: #""text": "20.60", "yuan": 206000.00"#), "golden/below/b.pdf.json")
    let outcome = try run("--limit", "1")
    #expect(outcome.exitCode == 1)
    #expect(outcome.text.split(separator: "\n").count == 4)
    #expect(outcome.text.contains("  … and 3 more\n"))
  }

  @Test func changedDocument() throws {
    _ = try run("--update")
    try folder.write(Corpus.bytes(Corpus.text) + [0x0A], "corpus/a.txt")
    let outcome = try run()
    #expect(outcome.exitCode == 1)
    #expect(outcome.text == "a.txt\n  the document itself has changed\n2 documents, 1 different\n")
  }

  @Test func unreadableGoldenFile() throws {
    _ = try run("--update")
    try folder.write("{}", "golden/a.txt.json")
    let outcome = try run()
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.text
        == "a.txt\n  \(golden)/a.txt.json: not an extracted document: “format” is missing\n2 documents, 1 different\n")
  }

  @Test func orphan() throws {
    _ = try run("--update")
    try FileManager.default.removeItem(atPath: corpus + "/a.txt")
    for arguments in [[], ["--update"]] {
      let outcome = try Command(["golden", corpus, golden] + arguments).run()
      #expect(outcome.exitCode == 1)
      #expect(outcome.text.hasPrefix("a.txt.json\n  a golden file without a document\n1 documents, "))
      #expect(outcome.text.hasSuffix(arguments.isEmpty ? ", 1 different\n" : ", 0 recorded anew\n"))
    }
  }

  @Test func documentThatCannotBeRead() throws {
    try folder.write("", "corpus/c.pdf")
    let outcome = try run("--update")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors == "juesuan: \(corpus)/c.pdf: the file is empty\n")
  }

  @Test func folderThatCannotBeRead() throws {
    let none = try Command.run("golden", folder("none"), golden)
    #expect(none.exitCode == 3)
    #expect(none.errors == "juesuan: \(folder("none")): cannot be read as a folder\n")
    try FileManager.default.createDirectory(atPath: folder("empty"), withIntermediateDirectories: false)
    let empty = try Command.run("golden", folder("empty"), golden)
    #expect(empty.exitCode == 3)
    #expect(empty.errors == "juesuan: \(folder("empty")): no PDF and no text in this folder\n")
  }

  @Test func goldenFolderThatCannotBeWritten() throws {
    try folder.write("a file", "golden")
    let outcome = try run("--update")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains(golden))
  }
}
