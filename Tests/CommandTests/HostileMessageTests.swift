import Foundation
import TestSupport
import Testing

/// What a file of anyone's making says reaches a terminal a line at a time, and commands nothing there.
@Suite struct HostileMessageTests {
  private func isHarmless(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) }
  }

  @Test(arguments: ["extract", "check", "rows", "golden"]) func longTexts(_ name: String) throws {
    let folder = try TemporaryFolder()
    let format = String(repeating: "\\u001b]0;owned\\u0007", count: 300_000)
    try folder.write("{\"format\": \"\(format)\"}", "a.json")
    try FileManager.default.createDirectory(atPath: folder("corpus"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: folder("golden"), withIntermediateDirectories: true)
    try folder.write("2024年度部门决算\n", "corpus/a.txt")
    try folder.write("{\"format\": \"\(format)\"}", "golden/a.txt.json")
    let outcome =
      try name == "golden"
      ? Command.run("golden", folder("corpus"), folder("golden")) : Command.run(name, folder("a.json"))
    #expect(outcome.exitCode == (name == "golden" ? 1 : 3))
    #expect(outcome.errors.utf8.count < 1000 && outcome.output.count < 3000)
    #expect(isHarmless(outcome.errors) && isHarmless(outcome.text))
  }

  @Test func linesOfTheIndex() throws {
    let folder = try TemporaryFolder()
    let format = String(repeating: "x", count: 900_000)
    try FileManager.default.createDirectory(atPath: folder("in"), withIntermediateDirectories: true)
    try folder.write("{\"format\": \"\(format)\"}", "in/a.txt")
    var command = Command(["run", "in", "-o", "out", "-q"])
    command.folder = folder.path
    _ = try command.run()
    let index = try folder.bytes("out/index.jsonl")
    #expect(index.count < 2000 && index.count > 50)
    // Of a run by another version.
    let long = "{\"name\": \"\(format)\\u001b[2J\", \"status\": \"\(format)\"}\n"
    try folder.write(long + long, "out/index.jsonl")
    let outcome = try Command.run("dataset", folder("out"), "-o", folder("a.sqlite"))
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.utf8.count < 2000 && isHarmless(outcome.errors))
  }
}
