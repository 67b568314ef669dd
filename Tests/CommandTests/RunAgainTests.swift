import Foundation
import Glibc
import Report
import TestSupport
import Testing

/// A run that was stopped, or is given again, ends with the same bytes as one that nothing disturbed.
@Suite struct RunAgainTests {
  private let folder: TemporaryFolder
  private static let names = Array(Repository.documents.prefix(14))

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("in"), withIntermediateDirectories: true)
    for name in Self.names { try folder.write(Corpus.bytes(Corpus.path(name)), "in/\(name)") }
    try folder.write("%PDF-1.7 cut", "in/damaged.pdf")
    try folder.write(Corpus.bytes(Corpus.path(Self.names[3])), "in/same.pdf")
  }

  private func command(_ arguments: String..., to output: String) -> Command {
    var command = Command(["run", "in", "-o", output, "-q"] + arguments)
    command.folder = folder.path
    return command
  }

  private func undisturbed() throws -> Tree {
    #expect(try command(to: "whole").run().exitCode == 3)
    return try Tree(folder("whole"))
  }

  @Test func killed() throws {
    let whole = try undisturbed()
    var kills = 0
    for _ in 0..<6 {
      var command = command(to: "out")
      let before = settled
      command.signal = (SIGKILL, { settled >= before + 2 })
      kills += try command.run().signal == SIGKILL ? 1 : 0
      // What is there under its final name is whole.
      for name in try Tree(folder("out")).names where name.hasPrefix("documents/") {
        _ = try JSONParser.parse(try folder.bytes("out/\(name)"))
      }
    }
    #expect(kills > 0)
    #expect(try command(to: "out").run().exitCode == 3)
    #expect(try Tree(folder("out")) == whole)
  }

  @Test func workersKilled() throws {
    let whole = try undisturbed()
    var kills = 0
    var command = command(to: "out")
    // Only after it has come on: a run whose workers never get to work, or always die of the same file, gives up.
    command.signal = (
      0,
      {
        if kills < 6, settled > 2 * kills {
          killWorkers()
          kills += 1
        }
        return false
      }
    )
    #expect(try command.run().exitCode == 3)
    #expect(kills > 0)
    // A file whose workers were all killed is given up, and read when the run is given again.
    #expect(try self.command(to: "out").run().exitCode == 3)
    #expect(try Tree(folder("out")) == whole)
  }

  @Test func interrupted() throws {
    let whole = try undisturbed()
    var first = Command(["run", "in", "-o", "out"])
    first.folder = folder.path
    first.signal = (SIGINT, { settled > 0 })
    let outcome = try first.run()
    #expect(outcome.exitCode == 130)
    #expect(outcome.errors.contains("the same command goes on from here"))
    #expect(try command("-j", "1", to: "out").run().exitCode == 3)
    #expect(try Tree(folder("out")) == whole)
  }

  @Test func givenAgain() throws {
    let whole = try undisturbed()
    var again = Command(["run", "in", "-o", "whole"])
    again.folder = folder.path
    let outcome = try again.run()
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("16 files: 15 done, 1 failed; 15 were settled by an earlier run"))
    #expect(try Tree(folder("whole")) == whole)
  }

  @Test func resultsThatAreGoneAreMadeAnew() throws {
    let whole = try undisturbed()
    let lost = try #require(whole.names.first)
    try FileManager.default.removeItem(atPath: folder("whole/\(lost)"))
    #expect(try command(to: "whole").run().exitCode == 3)
    #expect(try Tree(folder("whole")) == whole)
  }

  @Test(arguments: ["{}\n", "", "cut", "another's"]) func resultsThatWereReplacedAreMadeAnew(by content: String) throws
  {
    let whole = try undisturbed()
    let results = whole.names.filter { $0.hasPrefix("documents/") }
    for suffix in [".report.json", ".json"] {
      let lost = try #require(results.first { $0.hasSuffix(suffix) })
      let bytes = try folder.bytes("whole/\(lost)")
      let other = try #require(results.last { $0.hasSuffix(suffix) && $0 != lost })
      switch content {
      case "cut": try folder.write(Array(bytes.dropLast(bytes.count / 2)), "whole/\(lost)")
      case "another's": try folder.write(try folder.bytes("whole/\(other)"), "whole/\(lost)")
      default: try folder.write(content, "whole/\(lost)")
      }
      #expect(try command(to: "whole").run().exitCode == 3)
      #expect(try Tree(folder("whole")) == whole)
    }
  }

  @Test func anotherFirstNameOfTheSameContent() throws {
    _ = try undisturbed()
    try folder.write(Corpus.bytes(Corpus.path(Self.names[3])), "in/0.pdf")
    #expect(try command(to: "whole").run().exitCode == 3)
    #expect(try command(to: "out").run().exitCode == 3)
    #expect(try Tree(folder("out")) == Tree(folder("whole")))
  }

  @Test func otherLimits() throws {
    _ = try undisturbed()
    #expect(try command("--memory", "200", to: "whole").run().exitCode == 3)
    #expect(try command("--memory", "200", to: "out").run().exitCode == 3)
    #expect(try Tree(folder("out")) == Tree(folder("whole")))
  }

  @Test func inputsThatAreGone() throws {
    let whole = try undisturbed()
    for name in Self.names.prefix(4) { try FileManager.default.removeItem(atPath: folder("in/\(name)")) }
    #expect(try command(to: "whole").run().exitCode == 3)
    let after = try Tree(folder("whole"))
    // One of the four has another name.
    #expect(try after.index().count == whole.index().count - 4)
    #expect(after.names == whole.names)
    #expect(try command("--prune", to: "whole").run().exitCode == 3)
    #expect(try command(to: "out").run().exitCode == 3)
    #expect(try Tree(folder("out")) == Tree(folder("whole")))
  }

  /// How many contents the run into the folder `out` has settled, as far as its files show.
  private var settled: Int {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: folder("out/documents"))
    return names?.count { $0.hasSuffix(".report.json") } ?? 0
  }

  /// Kills the workers of the runs in the test's folder.
  private func killWorkers() {
    let path = folder.path
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
      guard let number = pid_t(entry),
        let cwd = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(entry)/cwd"),
        cwd == path, let line = FileManager.default.contents(atPath: "/proc/\(entry)/cmdline"),
        String(decoding: line, as: UTF8.self).contains("run-worker")
      else { continue }
      kill(number, SIGKILL)
    }
  }
}
