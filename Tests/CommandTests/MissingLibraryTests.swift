import TestSupport
import Testing

/// What is said where a library that is loaded when it is needed cannot be: in its place lies a file that is none.
@Suite struct MissingLibraryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func outcome(of bytes: [UInt8], _ name: String, without library: String) throws -> (Command.Outcome, String) {
    try folder.write(Array("none".utf8), library)
    let path = try folder.write(bytes, name)
    var command = Command(["extract", path])
    command.environment = ["LD_LIBRARY_PATH": folder.path]
    return (try command.run(), path)
  }

  @Test func libgumbo() throws {
    let page = Array("<!DOCTYPE html><p>某局2023年度部门决算".utf8)
    let (outcome, path) = try outcome(of: page, "a.html", without: "libgumbo.so.1")
    #expect(outcome.exitCode == 3)
    #expect(
      outcome.errors.hasPrefix(
        "juesuan: \(path): cannot be read: libgumbo, which reads web pages, is missing; install it with: apt-get install libgumbo1 ("
      ))
  }

  @Test(arguments: ["a.docx", "a.zip"])
  func libarchive(name: String) throws {
    let bytes = name == "a.docx" ? TinyOffice.document("") : TinyZip.of(["a.txt": "1"])
    let (outcome, path) = try outcome(of: bytes, name, without: "libarchive.so.13")
    #expect(outcome.exitCode == 3)
    #expect(
      outcome.errors.hasPrefix(
        "juesuan: \(path): cannot be read: libarchive is missing; install it with: apt-get install libarchive13 ("))
  }
}
