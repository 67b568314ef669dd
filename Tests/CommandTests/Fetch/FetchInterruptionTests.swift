import Foundation
import Harvest
import TestSupport
import Testing

/// A run that is ended at any moment, and started again, ends as one that nothing disturbed.
@Suite struct FetchInterruptionTests {
  /// What must be the same: everything but times.
  private func timeless(_ records: [ManifestRecord]) -> [ManifestRecord] {
    records.map { record in
      var record = record
      record.time = ""
      record.fetchedAt = nil
      return record
    }
  }

  @Test func fiveHundredFiles() throws {
    let server = try LocalServer { request in
      switch request.target {
      case "/robots.txt": return .notFound
      case "/": return .page((0..<250).map { "<a href='\($0).pdf'>\($0)</a>" }.joined())
      default:
        let file = Sample.pdf(request.target, size: 2000)
        return .file(file, for: request, etag: "\"\(request.target)\"")
      }
    }
    defer { server.stop() }
    let whole = try Fetching()
    let lines = [server.address("/")] + (250..<500).map { server.address("/\($0).pdf") }
    let list = try whole.folder.write(lines.joined(separator: "\n"), "list")
    #expect(try whole.run([list], ["-q", "--rate", "1000"]).exitCode == 0)
    #expect(whole.files().count == 500)
    let expected = whole.files()
    let records = timeless(try whole.manifest())

    let disturbed = try Fetching()
    for count in [3, 120, 260, 110] {
      server.clearLog()
      let outcome = try disturbed.run([list], ["-q", "--rate", "1000"]) { server.requests.count >= count }
      #expect(outcome.signal == SIGKILL)
    }
    server.clearLog()
    #expect(try disturbed.run([list], ["-q", "--rate", "1000"]).exitCode == 0)
    // What was done is not asked for again.
    #expect(server.requests.count < 100)
    #expect(disturbed.files() == expected)
    #expect(timeless(try disturbed.manifest()) == records)
    #expect(disturbed.files("partial").isEmpty)

    // Once finished, the next run asks for changes.
    server.clearLog()
    #expect(try disturbed.run([list], ["-q", "--rate", "1000"]).exitCode == 0)
    #expect(server.requests.count == 501)
    #expect(try disturbed.manifest().filter { $0.kind == .document }.allSatisfy { $0.outcome == .unchanged })
  }

  @Test func killedInTheMiddleOfAFile() throws {
    let file = Sample.pdf(size: 400_000)
    let server = try LocalServer { request in
      if request.target == "/robots.txt" { return .notFound }
      var response = LocalServer.Response.file(file, for: request, etag: "\"v\"")
      if request.headers["range"] == nil { response.pause = (0.05, 20_000) }
      return response
    }
    defer { server.stop() }
    let fetching = try Fetching()
    func partSize() -> Int { fetching.files("partial").filter { $0.key.hasSuffix(".part") }.values.first?.count ?? 0 }
    let outcome = try fetching.run([server.address("/a.pdf")]) { partSize() >= 100_000 }
    #expect(outcome.signal == SIGKILL)
    let kept = partSize()
    #expect(fetching.files().isEmpty)
    #expect(try fetching.run([server.address("/a.pdf")]).exitCode == 0)
    #expect(server.requests.last?.headers["range"] == "bytes=\(kept)-")
    #expect(fetching.files().values.first == file)
  }

  @Test func twoRunsInOneFolder() throws {
    let isHeld = Shared(true)
    let server = try LocalServer { request in
      if request.target == "/robots.txt" { return .notFound }
      while isHeld.value { usleep(1000) }
      return .pdf()
    }
    defer { server.stop() }
    let fetching = try Fetching()
    let address = server.address("/a.pdf")
    let second = Shared<Command.Outcome?>(nil)
    let first = try fetching.run([address]) {
      // While the first waits for its answer.
      guard server.requests.count == 1, second.value == nil else { return false }
      second.value = try? fetching.run([address])
      isHeld.value = false
      return false
    }
    #expect(first.exitCode == 0)
    #expect(second.value?.exitCode == 3)
    #expect(second.value?.errors.contains("another fetch works in this folder") == true)
  }

  @Test func journalThatACrashCut() throws {
    let server = try LocalServer { $0.target == "/robots.txt" ? .notFound : .pdf($0.target) }
    defer { server.stop() }
    let fetching = try Fetching()
    let lists = ["/a.pdf", "/b.pdf"].map(server.address)
    #expect(try fetching.run(lists).exitCode == 0)
    // As if the run had ended before its end, in the middle of a line.
    let manifest = try fetching.folder.bytes("out/manifest.jsonl")
    try fetching.folder.write(Array(manifest.dropLast(40)), "out/journal.jsonl")
    try FileManager.default.removeItem(atPath: fetching.folder("out/manifest.jsonl"))
    server.clearLog()
    #expect(try fetching.run(lists).exitCode == 0)
    #expect(server.requests.map(\.target) == ["/b.pdf"])
    #expect(try fetching.manifest().map(\.address) == lists)
  }
}
