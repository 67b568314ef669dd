import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct OutputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Repository.examples)
  func fileHoldsWhatStandardOutputWould(name: String) throws {
    let printed = try Command.run("extract", Corpus.path(name)).output
    let outcome = try Command.run("extract", Corpus.path(name), "-o", folder("a.json"))
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "")
    #expect(try folder.bytes("a.json") == printed)
    #expect(folder.names == ["a.json"])
  }

  @Test func fileIsReplaced() throws {
    try folder.write("old", "a.json")
    #expect(try Command.run("extract", Corpus.text, "--output", "a.json", folder: folder.path).exitCode == 0)
    #expect(try folder.bytes("a.json") == Command.run("extract", Corpus.text).output)
    #expect(folder.names == ["a.json"])
  }

  @Test func fileStaysWhereNothingWasRead() throws {
    try folder.write("old", "a.json")
    try folder.write("", "empty.pdf")
    #expect(try Command.run("extract", folder("empty.pdf"), "-o", folder("a.json")).exitCode == 3)
    #expect(try folder.bytes("a.json") == Array("old".utf8))
    #expect(folder.names == ["a.json", "empty.pdf"])
  }

  @Test(arguments: ["none/a.json", "file/a.json", "folder"])
  func placeThatCannotBeWritten(path: String) throws {
    try folder.write("a file", "file")
    try FileManager.default.createDirectory(atPath: folder("folder"), withIntermediateDirectories: false)
    let outcome = try Command.run("extract", Corpus.text, "-o", folder(path))
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("juesuan: \(folder(path)): cannot be written: "))
    #expect(folder.names == ["file", "folder"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func folderWithoutWritePermission() throws {
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    let outcome = try Command.run("extract", Corpus.text, "-o", folder("a.json"))
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors == "juesuan: \(folder("a.json")): cannot be written: Permission denied\n")
    #expect(folder.names == [])
  }

  @Test func devices() throws {
    let outcome = try Command.run("extract", Corpus.text, "-o", "/dev/null")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "")
    let full = try Command.run("extract", Corpus.text, "-o", "/dev/full")
    #expect(full.exitCode == 3)
    #expect(full.errors == "juesuan: /dev/full: cannot be written: No space left on device\n")
  }

  @Test func minusIsStandardOutput() throws {
    #expect(try Command.run("extract", Corpus.text, "-o", "-").output == Command.run("extract", Corpus.text).output)
  }

  @Test(arguments: [["extract", Corpus.pdf], ["check", Corpus.pdf], ["forms"], ["--help"]])
  func readerThatHasGoneAway(arguments: [String]) throws {
    var command = Command(arguments)
    command.output = .closedPipe
    let outcome = try command.run()
    #expect(outcome.errors == "")
    #expect(outcome.signal == nil || outcome.signal == SIGPIPE)
  }

  @Test(arguments: [["extract", Corpus.pdf], ["check", Corpus.text], ["forms"], ["rules"], ["schema", "report"]])
  func fullStandardOutput(arguments: [String]) throws {
    var command = Command(arguments)
    command.output = .file("/dev/full")
    let outcome = try command.run()
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors == "juesuan: standard output: cannot be written: No space left on device\n")
  }
}
