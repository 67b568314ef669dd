import Foundation
import Glibc
import TestSupport
import Testing

/// Files in which nothing can be read: the message names the file and the reason, and nothing is written.
@Suite struct BadFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func expectRefusal(
    _ path: String, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for arguments in [["extract"], ["check"], ["check", "--format", "json"], ["extract", "-q"]] {
      let outcome = try Command(arguments + [path]).run()
      #expect(outcome.exitCode == 3, sourceLocation: sourceLocation)
      #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
      #expect(outcome.errors == "juesuan: \(path): \(reason)\n", sourceLocation: sourceLocation)
    }
  }

  @Test func empty() throws {
    try expectRefusal(folder.write("", "a.pdf"), "the file is empty")
  }

  @Test(arguments: 1...8)
  func randomBytes(seed: UInt64) throws {
    var generator = SeededBytes(state: seed)
    let path = try folder.write(generator.bytes(1 << (2 * seed)), "a.pdf")
    let outcome = try Command.run("extract", path)
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.hasPrefix("juesuan: \(path): "))
    // A few bytes can be a text by chance; it is no report then.
    #expect(try outcome.output.isEmpty || problems(outcome.output) == ["notAReport"])
  }

  @Test func missing() throws {
    try expectRefusal(folder("none.pdf"), "no such file")
    try expectRefusal(folder.write("a", "file") + "/none.pdf", "no such file")
  }

  @Test func directory() throws {
    try expectRefusal(folder.path, "is a directory, not a file")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func withoutReadPermission() throws {
    let path = try folder.write(Corpus.bytes(Corpus.pdf), "a.pdf")
    chmod(path, 0)
    try expectRefusal(path, "permission denied")
  }

  @Test func fifo() throws {
    #expect(mkfifo(folder("fifo"), 0o600) == 0)
    try expectRefusal(folder("fifo"), "cannot be read: not a regular file")
  }

  @Test func device() throws {
    try expectRefusal("/dev/zero", "cannot be read: not a regular file")
  }

  @Test func sparseFileOverTheLimit() throws {
    let path = try folder.write("%PDF-1.7", "a.pdf")
    #expect(truncate(path, 8 << 30) == 0)
    try expectRefusal(path, "the file has 8589934592 bytes; at most 536870912 are read")
    let outcome = try Command.run("extract", "-", input: .file(path))
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "juesuan: standard input: the file has 8589934592 bytes; at most 536870912 are read\n")
  }

  @Test func webPage() throws {
    let page = "\n<!-- saved -->\n<html><head><title>2024年度部门决算</title></head><body><table></table></body></html>"
    let outcome = try Command.run("extract", folder.write(page, "a.txt"))
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("not a report: neither tables nor figures of final accounts or a budget"))
  }

  @Test(arguments: [
    (TinyZip.of(["ppt/presentation.xml": "<a/>"]), "a PowerPoint presentation (.pptx)"),
    (TinyCompound.file(["PowerPoint Document": [1]]), "an old Office file (.doc, .xls, .wps)"),
  ])
  func otherFormat(bytes: [UInt8], name: String) throws {
    try expectRefusal(folder.write(bytes, "a.pdf"), "this is \(name), which is not read")
  }

  @Test func emptyOFD() throws {
    try expectRefusal(
      folder.write(TinyZip.of(["OFD.xml": "<a/>"]), "a.ofd"), "damaged OFD document: it has no pages")
  }

  // MARK: JSON

  @Test(arguments: [
    (#"{}"#, "“format” is missing"),
    (#"{"a": 1}"#, "“format” is missing"),
    (#" { "format": "other/1" }"#, "its format is “other/1”, not “juesuan/1”"),
    (#"{"format": "juesuan/1", "source": 5}"#, "source: is a number, not an object"),
    (#"{"a" 1}"#, "not JSON: unexpected “1” in line 1, byte 6"),
  ])
  func jsonThatIsNoDocument(json: String, reason: String) throws {
    try expectRefusal(folder.write(json, "a.json"), "not an extracted document: \(reason)")
  }

  @Test func reportOfFindings() throws {
    let report = try Command.run("check", Corpus.text, "--format", "json").output
    try expectRefusal(
      folder.write(report, "a.json"),
      "not an extracted document: its format is “juesuan-report/1”, not “juesuan/1”")
  }

  @Test(arguments: [10, 300, 5000, 50_000, 100_000])
  func truncatedJSON(length: Int) throws {
    let json = try Command.run("extract", Corpus.pdf).output
    let path = try folder.write(Array(json.prefix(length)), "a.json")
    let outcome = try Command.run("check", path)
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.hasPrefix("juesuan: \(path): not an extracted document: not JSON: it ends too early, in line "))
  }

  @Test func deeplyNestedJSON() throws {
    let json = #"{"a":"# + String(repeating: "[", count: 100_000)
    try expectRefusal(
      folder.write(json, "a.json"),
      "not an extracted document: not JSON that this tool wrote: nested deeper than 64 levels")
  }
}
