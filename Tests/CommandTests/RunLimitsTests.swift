import Foundation
import TestSupport
import Testing

/// Files that would take all time and memory there is cost one entry each, always the same one.
@Suite struct RunLimitsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("in"), withIntermediateDirectories: true)
    try folder.write(HostilePDF.formsInForms.bytes(), "in/time.pdf")
    try folder.write(TinyPDF(String(repeating: "q ", count: 2_000_000)).bytes(), "in/memory.pdf")
    try folder.write(TinyReport.bytes([.cover, .income]), "in/sound.pdf")
  }

  private func index(_ output: String, jobs: String) throws -> [String] {
    var command = Command(["run", "in", "-o", output, "-q", "--timeout", "2", "--memory", "128", "-j", jobs])
    command.folder = folder.path
    #expect(try command.run().exitCode == 3)
    return try Tree(folder(output)).index().map {
      "\($0["name"]?.text ?? ""): \($0["reason"]?.text ?? "done"): \($0["message"]?.text ?? "")"
    }
  }

  @Test func costOneEntryEach() throws {
    let expected = [
      "in/memory.pdf: memory: reading it takes more than 128 MB of memory", "in/sound.pdf: done: ",
      "in/time.pdf: timeout: reading it takes more than 2 s of processor time",
    ]
    #expect(try index("out", jobs: "2") == expected)
    #expect(try index("again", jobs: "1") == expected)
    #expect(try Tree(folder("out")) == Tree(folder("again")))
  }
}
