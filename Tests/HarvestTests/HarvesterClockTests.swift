import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Harvest

/// When requests are sent, by a clock that only these tests turn on: whenever nothing is under way, to the moment that
/// the next request waits for.
@Suite struct HarvesterClockTests {
  /// What a harvest waited for, and which requests had come by then.
  private struct Wait {
    let duration: Duration
    let requests: [String]
  }

  /// Fetches documents from a server that answers the first requests for them badly.
  private func waits(
    _ names: [String], bad answers: [LocalServer.Response], _ change: (inout HarvestOptions) -> Void
  ) throws -> [Wait] {
    setenv("no_proxy", "127.0.0.1", 1)
    let left = Mutex(answers[...])
    let server = try LocalServer { request in
      if request.target == "/robots.txt" { return .notFound }
      return left.withLock { $0.popFirst() } ?? LocalServer.Response("%PDF-1.4 \(request.target)")
    }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    var options = HarvestOptions(userAgent: "test/1.0")
    change(&options)
    var list = AddressList()
    for name in names { list.add(server.address("/\(name).pdf")) }
    let harvester = try Harvester(list, folder: folder("out"), options: options)
    var instant = ContinuousClock.now
    var waits: [Wait] = []
    harvester.now = { instant }
    let summary = try harvester.run { event in
      guard case .waiting(active: 0, _) = event, let next = harvester.hostOrder.compactMap(\.wakeTime).min(),
        next > instant
      else { return }
      waits.append(Wait(duration: instant.duration(to: next), requests: server.requests.map(\.target)))
      instant = next
    }
    #expect(summary.outcomes == [.fetched: names.count])
    return waits
  }

  @Test func growingWaits() throws {
    let failure = LocalServer.Response("later", status: "500 Internal Server Error")
    let waits = try waits(["a"], bad: [failure, failure, failure]) {
      $0.interval = .zero
      $0.backoff = .seconds(10)
    }
    try #require(waits.count == 3)
    // Twice as long each time, give or take a quarter.
    for (wait, seconds) in zip(waits, [10.0, 20, 40]) {
      #expect((.seconds(seconds * 0.75) ... .seconds(seconds * 1.25)).contains(wait.duration))
    }
  }

  @Test(arguments: ["429 Too Many Requests", "503 Service Unavailable"])
  func hostLeftAlone(status: String) throws {
    let answer = LocalServer.Response("", status: status, headers: [("Retry-After", "120")])
    let waits = try waits(["a", "b", "c"], bad: [answer]) { $0.interval = .seconds(2) }
    #expect(waits.map(\.duration) == [2, 120, 2, 2].map { .seconds($0) })
    // Not even for the other addresses.
    #expect(waits.dropFirst().first?.requests == ["/a.pdf"])
  }

  @Test func hostLeftAloneUntilADate() throws {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    let date = formatter.string(from: Date(timeIntervalSinceNow: 3600))
    let answer = LocalServer.Response("", status: "503 Service Unavailable", headers: [("Retry-After", date)])
    let waits = try waits(["a", "b"], bad: [answer]) {
      $0.interval = .seconds(2)
      $0.longestWait = .seconds(7200)
    }
    try #require(waits.count == 3)
    // Less what has passed since the date was made.
    #expect((.seconds(1800) ... .seconds(3600)).contains(waits[1].duration))
    #expect(waits[1].requests == ["/a.pdf"])
  }
}
