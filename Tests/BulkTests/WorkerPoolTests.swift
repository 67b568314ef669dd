import Foundation
import Glibc
import TestSupport
import Testing

@testable import Bulk

/// What the end of a worker means for the file that it read. The workers are scripts that speak the protocol and end as
/// no honest worker does.
@Suite struct WorkerPoolTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    // As in a run: that a worker has ended shows where it is heard.
    signal(SIGPIPE, SIG_IGN)
  }

  private static let ready = #"printf '\011\000\000\000\005\000\000\000ready'; "#
  private static let done =
    #"printf '\027\000\000\000\004\000\000\000done\001\000\000\0003\001\000\000\0000\001\000\000\0001'; "#
  private static let strained = #"printf '\014\000\000\000\010\000\000\000strained'; "#
  /// Takes one request, and not the one that may stand behind it.
  private static let request = "dd bs=\(requests[0].frame.encoded().count) count=1 of=/dev/null 2>/dev/null; "

  private static let figures = Outcome.done(.init(pages: 3, errors: 0, warnings: 1))
  private static let requests = (0..<3).map {
    Request(name: InputName("\($0).pdf"), sourceName: "\($0).pdf", sha256: "\($0)")
  }

  /// What comes of three files with workers that run a script, by the file. `$alone` is `--alone` in a worker that is.
  private func outcomes(jobs: Int = 2, _ script: String) throws -> [String: Outcome] {
    let program = WorkerProgram(
      path: "/bin/sh", arguments: ["sh", "-c", "alone=$4; log=\(folder.path)/log; echo $$ >> $log; " + script])
    var pool = WorkerPool(program, limits: RunLimits(), jobs: jobs, folder: InputName(folder.path))
    defer { pool.stop() }
    for request in Self.requests { pool.submit(request) }
    var outcomes: [String: Outcome] = [:]
    while outcomes.count < Self.requests.count {
      try pool.feed()
      let events = PollSet(pool.descriptors, milliseconds: 100)
      for descriptor in pool.descriptors where events.contains(descriptor) {
        for answer in try pool.hear(descriptor) {
          #expect(outcomes.updateValue(answer.outcome, forKey: answer.request.sha256) == nil)
        }
      }
    }
    return outcomes
  }

  private func expectAll(_ expected: Outcome, _ script: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let outcomes = try outcomes(script)
    #expect(outcomes == ["0": expected, "1": expected, "2": expected], sourceLocation: sourceLocation)
  }

  @Test func honestWork() throws {
    try expectAll(Self.figures, Self.ready + "while :; do \(Self.request)\(Self.done) done")
  }

  @Test func oneFileForEachWorker() throws {
    try expectAll(Self.figures, Self.ready + Self.request + Self.done)
  }

  @Test func deathsThatAFileCauses() throws {
    try expectAll(.failed(.crashed), Self.ready + Self.request + "kill -SEGV $$")
    try expectAll(.failed(.crashed), Self.ready + Self.request + "exit 3")
    try expectAll(.failed(.timeout(RunLimits())), Self.ready + Self.request + "kill -PROF $$")
    try expectAll(.failed(.memory(RunLimits())), Self.ready + Self.request + "exit 97")
    try expectAll(.failed(.crashed), Self.ready + Self.request + "echo hello; sleep 10")
  }

  @Test func onlyAloneCounts() throws {
    try expectAll(
      Self.figures,
      Self.ready + Self.request + "if [ \"$alone\" = --alone ]; then \(Self.done) else kill -SEGV $$; fi")
    try expectAll(
      .failed(.crashed),
      Self.ready + Self.request + "if [ \"$alone\" = --alone ]; then kill -ABRT $$; else \(Self.strained) fi")
  }

  @Test func killedFromOutside() throws {
    // The file is not to blame: it is read again.
    try expectAll(
      Self.figures, Self.ready + Self.request + "if [ $(wc -l < $log) -gt 7 ]; then \(Self.done) else kill -KILL $$; fi"
    )
    try expectAll(.failed(.killed), Self.ready + Self.request + "kill -KILL $$")
  }

  @Test func workersThatDoNotStart() throws {
    #expect(throws: RunError.self) { try outcomes("exit 1") }
    #expect(throws: RunError.self) { try outcomes("echo hello") }
  }
}
