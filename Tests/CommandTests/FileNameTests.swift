import Foundation
import Glibc
import Report
import TestSupport
import Testing

@Suite struct FileNameTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    "with space.txt", #"quo"te's.txt"#, "new\nline.txt", "back\\slash.txt", "2024年度部门决算（附件）.txt", "$(id).txt",
    "*?[a].txt",
    "\u{1B}[31mred.txt", "-", "--help", "e\u{301}.txt",
  ])
  func anyName(name: String) throws {
    let path = try folder.write(Corpus.bytes(Corpus.text), name)
    let outcome = try Command.run("extract", path)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(try JSONParser.parse(outcome.output)["source"]?["name"]?.text == name)
    #expect(try Command.run("extract", path, "-o", path + ".json").exitCode == 0)
    #expect(try folder.bytes(name + ".json") == outcome.output)
    #expect(folder.names.count == 2)
  }

  /// Names from archives made where Chinese is in GBK: 决算.txt.
  @Test func nameThatIsNotUTF8() throws {
    let name = Array(folder.path.utf8) + [0x2F, 0xBE, 0xF6, 0xCB, 0xE3, 0x2E, 0x74, 0x78, 0x74]
    let path = name.map(CChar.init(bitPattern:)) + [0]
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    let bytes = try Corpus.bytes(Corpus.text)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)

    let outcome = try Command(bytes: [Array("extract".utf8), name]).run()
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(try withoutSource(outcome.output) == withoutSource(Command.run("extract", Corpus.text).output))

    let output = name + Array(".json".utf8)
    #expect(try Command(bytes: [Array("extract".utf8), name, Array("-o".utf8), output]).run().exitCode == 0)
    #expect(access(output.map(CChar.init(bitPattern:)) + [0], F_OK) == 0)
    unlink(output.map(CChar.init(bitPattern:)) + [0])

    unlink(path)
    let missing = try Command(bytes: [Array("extract".utf8), name]).run()
    #expect(missing.exitCode == 3)
    #expect(missing.errors.hasSuffix(".txt: no such file\n"))
  }

  /// A name must not command the terminal, nor pass for a message of the command's own.
  @Test func namesInMessages() throws {
    let outcome = try Command.run("extract", "\u{1B}]0;title\u{7}\njuesuan: all is well.txt")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors == "juesuan: \u{FFFD}]0;title\u{FFFD} juesuan: all is well.txt: no such file\n")
    let usage = try Command.run("extract", "--\u{1B}[31m")
    #expect(usage.exitCode == 2)
    #expect(!usage.errors.contains("\u{1B}"))
  }
}
