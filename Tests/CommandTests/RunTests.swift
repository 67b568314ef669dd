import Foundation
import Glibc
import Report
import TestSupport
import Testing

/// Many files into a folder.
@Suite struct RunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Some documents of the corpus, in a folder of inputs.
  private func inputs(_ names: [String]) throws {
    try FileManager.default.createDirectory(atPath: folder("in/more"), withIntermediateDirectories: true)
    for name in names { try folder.write(Corpus.bytes(Corpus.path(name)), "in/\(name)") }
  }

  private func run(_ arguments: String...) throws -> Command.Outcome {
    var command = Command(["run"] + arguments)
    command.folder = folder.path
    return try command.run()
  }

  @Test func resultsAreThoseOfExtractAndCheck() throws {
    try inputs(Array(Repository.examples.prefix(3)))
    let outcome = try run("in", "-o", "out")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.isEmpty)
    let entries = try Tree(folder("out")).index()
    #expect(entries.map { $0["name"]?.text } == Repository.examples.prefix(3).map { "in/\($0)" })
    for entry in entries {
      let name = try #require(entry["name"]?.text)
      let document = try folder.bytes("out/\(#require(entry["document"]?.text))")
      let report = try folder.bytes("out/\(#require(entry["report"]?.text))")
      #expect(try document == Command.run("extract", folder(name)).output)
      #expect(try report == Command.run("check", "--format", "json", folder(name)).output)
      #expect(entry["status"]?.text == "done")
    }
    #expect(folder.names == ["in", "out"])
    #expect(try Tree(folder("out")).names.filter { !$0.hasPrefix("documents/") } == ["index.jsonl", "run.json"])
  }

  @Test func identicalFilesAreReadOnce() throws {
    try inputs([Repository.examples[0]])
    let bytes = try Corpus.bytes(Corpus.path(Repository.examples[0]))
    try folder.write(bytes, "in/more/A.pdf")
    try folder.write(bytes, "in/zzz")
    let outcome = try run("in", "in/zzz", "-o", "out")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("3 files: 3 done, 0 failed; 2 have the content of another"))
    let tree = try Tree(folder("out"))
    #expect(tree.names.count == 4)
    let documents = try tree.index().compactMap { $0["document"]?.text }
    #expect(documents.count == 3 && Set(documents).count == 1)
    let json = try JSONParser.parse(try folder.bytes("out/\(documents[0])"))
    #expect(json["source"]?["name"]?.text == Repository.examples[0])
  }

  @Test func failuresHaveTheirReasons() throws {
    try inputs([Repository.examples[0]])
    try folder.write("", "in/empty.pdf")
    try folder.write(EncryptedReport.bytes, "in/locked.pdf")
    try folder.write("<html></html>", "in/page.txt")
    try folder.write("明天有雨。", "in/weather.txt")
    try folder.write("sheet", "in/sheet.odt")
    let outcome = try run("in", "none.pdf", "-o", "out")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("6 files: 1 done, 5 failed"))
    #expect(outcome.errors.contains("not taken from folders: 1 .odt"))
    let failed = try Tree(folder("out")).index().filter { $0["status"]?.text == "failed" }
    #expect(
      failed.map { "\($0["name"]?.text ?? ""): \($0["reason"]?.text ?? "")" } == [
        "in/empty.pdf: empty", "in/locked.pdf: encrypted", "in/page.txt: notAReport", "in/weather.txt: notAReport",
        "none.pdf: missing",
      ])
    for entry in failed {
      let name = try #require(entry["name"]?.text)
      var extract = Command(["extract", "-q", name, "-o", "/dev/null"])
      extract.folder = folder.path
      #expect(try extract.run().errors == "juesuan: \(name): \(entry["message"]?.text ?? "")\n")
    }
  }

  @Test func namesThatAreNoUTF8() throws {
    try folder.write(Corpus.bytes(Corpus.text), "a.txt")
    let name: [UInt8] = [0xBE, 0xF6, 0xCB, 0xE3] + Array(".txt".utf8)
    let renamed = rename(folder("a.txt"), (Array((folder.path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) })
    #expect(renamed == 0)
    var command = Command(bytes: [Array("run".utf8), name, Array("-o".utf8), Array("out".utf8)])
    command.folder = folder.path
    #expect(try command.run().exitCode == 0)
    let entry = try Tree(folder("out")).index()[0]
    #expect(entry["nameBytes"]?.elements?.compactMap(\.double) == name.map(Double.init))
  }

  // MARK: Inputs

  @Test(arguments: ["\n", "\r\n", "\0"])
  func list(end: String) throws {
    let names = Array(Repository.examples.prefix(2))
    try inputs(names)
    var command = Command(["run", "-", "-o", "out"] + (end == "\0" ? ["-0"] : []))
    command.folder = folder.path
    command.input = .pipe(Array(names.map { "in/\($0)\(end)" }.joined().utf8))
    #expect(try command.run().exitCode == 0)
    #expect(try Tree(folder("out")).index().map { $0["name"]?.text } == names.map { "in/\($0)" })
  }

  @Test func entriesAsTheyAreFinished() throws {
    try inputs(Array(Repository.examples.prefix(3)))
    let outcome = try run("in", "none", "-o", "out", "--jsonl", "-q")
    #expect(outcome.errors == "")
    let lines = outcome.text.split(separator: "\n").sorted()
    let index = String(decoding: try folder.bytes("out/index.jsonl"), as: UTF8.self).split(separator: "\n")
    #expect(lines == index)
  }

  @Test func wrongUsage() throws {
    try inputs([Repository.examples[0]])
    let first = try run("in", "-o", "out", "-q")
    #expect(first.exitCode == 0)
    let cases: [([String], String)] = [
      (["in/more", "-o", "in"], "in/more: is in the output folder"),
      (["out/index.jsonl", "-o", "."], "out/index.jsonl: is in the output folder"),
      ([Corpus.text, "-o", "in"], "in: this folder holds other things than a run"),
      (["out", "-o", "out"], "out: is in the output folder"),
      (["out/documents", "-o", "out"], "out/documents: is in the output folder"),
      (["in", "-o", "in/\(Repository.examples[0])"], "is not a folder"),
      (["in", "-o", "x", "-0"], "-0 is about the list on standard input"),
      (["in", "-o", "x", "--memory", "1"], "--memory is a number from"),
      (["in", "-o", "x", "-j", "0"], "--jobs is a number from"),
    ]
    for (arguments, message) in cases {
      var command = Command(["run"] + arguments)
      command.folder = folder.path
      let outcome = try command.run()
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains(message))
    }
    #expect(folder.names == ["in", "out"])
  }

  @Test func nothingToRead() throws {
    try FileManager.default.createDirectory(atPath: folder("in"), withIntermediateDirectories: true)
    let outcome = try run("in", "-o", "out")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors == "juesuan: no PDF and no text among what was named\n")
    #expect(folder.names == ["in"])
  }

  @Test func outputWithinTheInput() throws {
    try inputs([Repository.examples[0]])
    #expect(try run("in", "-o", "in/out", "-q").exitCode == 0)
    let tree = try Tree(folder("in/out"))
    #expect(try run("in", "-o", "in/out", "-q").exitCode == 0)
    #expect(try Tree(folder("in/out")) == tree)
  }
}

/// What a run left, file by file.
struct Tree: Equatable {
  private var files: [String: [UInt8]] = [:]

  init(_ path: String) throws {
    let root = URL(fileURLWithPath: path)
    for name in Repository.files(below: root) {
      var isFolder: ObjCBool = false
      let file = root.appendingPathComponent(name)
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      // A folder counts too: none may be left over.
      files[isFolder.boolValue ? name + "/" : name] = isFolder.boolValue ? [] : try Repository.bytes(file)
    }
  }

  /// The files, without the folders.
  var names: [String] { files.keys.filter { !$0.hasSuffix("/") }.sorted() }

  func index() throws -> [JSONValue] {
    try (files["index.jsonl"] ?? []).split(separator: 10).map { try JSONParser.parse(Array($0)) }
  }
}
