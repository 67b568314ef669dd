import Foundation
import TestSupport
import Testing

@testable import Bulk

/// What a run that was stopped leaves to the next.
@Suite struct JournalTests {
  private let temporary: TemporaryFolder
  private let description = RunDescription(version: "1.0", build: "b", limits: RunLimits())
  private let done = StoredOutcome(sourceName: "a.pdf", outcome: .done(.init(pages: 1, errors: 0, warnings: 0)))
  private let failed = StoredOutcome(sourceName: "b.pdf", outcome: .failed(.crashed))

  init() throws { temporary = try TemporaryFolder() }

  private func folder() throws -> RunFolder { try RunFolder(InputName(temporary("out"))) }

  @Test func holdsWhatWasSettled() throws {
    let folder = try folder()
    let journal = try Journal(description, kept: ["0": done], in: folder)
    try journal.append([("1", failed), ("2", done)])
    try journal.append([("0", nil), ("2", failed)])
    journal.end()
    #expect(Journal.kept(for: description, in: folder) == ["1": failed, "2": failed])
    var other = description
    other.build = "c"
    #expect(Journal.kept(for: other, in: folder).isEmpty)
  }

  @Test func everyPrefixHoldsWholeLines() throws {
    let folder = try folder()
    let journal = try Journal(description, kept: [:], in: folder)
    for number in 0..<5 { try journal.append([("\(number)", done)]) }
    journal.end()
    let bytes = try temporary.bytes("out/.run/journal.jsonl")
    var most = 0
    for length in 0...bytes.count {
      try temporary.write(Array(bytes.prefix(length)), "out/.run/journal.jsonl")
      let kept = Journal.kept(for: description, in: folder)
      #expect(kept.count >= most && kept.values.allSatisfy { $0 == done })
      most = kept.count
    }
    #expect(most == 5)
  }

  @Test func theIndexCountsOnlyWithItsDescription() throws {
    let folder = try folder()
    let entry = IndexEntry(name: InputName("x/a.pdf"), content: .init(sha256: "1", bytes: 2), outcome: done.outcome)
    try folder.write(entry.encoded(), RunFolder.index)
    #expect(Journal.kept(for: description, in: folder).isEmpty)
    try folder.write(description.encoded(), RunFolder.description)
    #expect(Journal.kept(for: description, in: folder) == ["1": done])
    try Journal(description, kept: ["1": done], in: folder).append([("1", nil)])
    #expect(Journal.kept(for: description, in: folder).isEmpty)
  }

  @Test func oneRunAtATime() throws {
    let first = try folder()
    #expect(throws: RunError.busy(path: temporary("out"))) { _ = try folder() }
    try first.finish()
    #expect(temporary.names == ["out"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary("out")).isEmpty)
  }

  @Test func aFolderOfSomethingElse() throws {
    try temporary.write("mine", "letter.txt")
    #expect(throws: RunError.self) { _ = try RunFolder(InputName(temporary.path)) }
    #expect(throws: RunError.self) { _ = try RunFolder(InputName(temporary("letter.txt"))) }
    #expect(temporary.names == ["letter.txt"])
  }
}
