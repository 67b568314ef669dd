import Foundation
import Harvest
import TestSupport
import Testing

/// How servers are asked: robots.txt, rates, retries.
@Suite struct FetchMannersTests {
  @Test func robotsAreObeyed() throws {
    let server = try LocalServer { request in
      switch request.target {
      case "/robots.txt": LocalServer.Response("User-agent: *\nDisallow: /private/\nAllow: /private/open.pdf\n")
      case "/moved.pdf": .redirect(to: "/private/moved.pdf")
      default: .pdf()
      }
    }
    defer { server.stop() }
    let fetching = try Fetching()
    let lists = ["/a.pdf", "/private/a.pdf", "/private/open.pdf", "/moved.pdf"].map(server.address)
    #expect(try fetching.run(lists).exitCode == 3)
    #expect(try lists.map(fetching.outcome) == ["fetched", "disallowed robots", "fetched", "disallowed robots"])
    #expect(server.robotsRequests.count == 1)
    #expect(!server.requests.contains { $0.target == "/private/a.pdf" || $0.target == "/private/moved.pdf" })
    #expect(server.requests.allSatisfy { $0.headers["user-agent"]?.hasPrefix("juesuan/") == true })
  }

  @Test func robotsForAName() throws {
    let server = try LocalServer { request in
      request.target == "/robots.txt" ? LocalServer.Response("User-agent: gatherer\nDisallow: /\n") : .pdf()
    }
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/a.pdf")]).exitCode == 0)
    #expect(try fetching.run([server.address("/b.pdf")], ["--user-agent", "Gatherer/2.0 (+a@b.cn)"]).exitCode == 3)
    #expect(server.requests.map(\.target) == ["/a.pdf"])
  }

  @Test(arguments: [("404 Not Found", true), ("403 Forbidden", true), ("503 Service Unavailable", false)])
  func robotsThatCannotBeRead(status: String, isAllowed: Bool) throws {
    let server = try LocalServer { request in
      request.target == "/robots.txt" ? LocalServer.Response("User-agent: *\nDisallow: /", status: status) : .pdf()
    }
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/a.pdf")]).exitCode == (isAllowed ? 0 : 3))
    #expect(
      try fetching.outcome(server.address("/a.pdf")) == (isAllowed ? "fetched" : "failed robotsUnavailable"))
    // It is asked for again before it is given up.
    #expect(server.robotsRequests.count == (isAllowed ? 1 : 3))
  }

  @Test func robotsBehindRedirects() throws {
    let server = try LocalServer { request in
      switch request.target {
      case "/robots.txt": .redirect(to: "/rules.txt")
      case "/rules.txt": LocalServer.Response("User-agent: *\nDisallow: /a\n")
      default: .pdf()
      }
    }
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/a.pdf")]).exitCode == 3)
  }

  // MARK: Rates

  // A request may be heard of late on a busy machine, never early: what is asked is that it does not come before its time,
  // counted from the start.

  @Test func rateOfAHost() throws {
    let server = try LocalServer { _ in .pdf() }
    defer { server.stop() }
    let fetching = try Fetching()
    let lists = (0..<5).map { server.address("/\($0).pdf") }
    let start = ContinuousClock.now
    #expect(try fetching.run(lists, ["--rate", "10"]).exitCode == 0)
    let all = server.requests + server.robotsRequests
    #expect(all.count == 6)
    for (index, time) in all.map(\.time).sorted().enumerated() {
      #expect(start.duration(to: time) >= .milliseconds(100 * index))
    }
  }

  @Test func crawlDelay() throws {
    let server = try LocalServer { request in
      request.target == "/robots.txt" ? LocalServer.Response("User-agent: *\nCrawl-delay: 0.2\n") : .pdf()
    }
    defer { server.stop() }
    let fetching = try Fetching()
    let start = ContinuousClock.now
    #expect(try fetching.run((0..<3).map { server.address("/\($0).pdf") }).exitCode == 0)
    for (index, time) in server.requests.map(\.time).sorted().enumerated() {
      #expect(start.duration(to: time) >= .milliseconds(200 * index))
    }
  }

  @Test func hostsAreAskedBesideEachOther() throws {
    // Each host answers only once the other was asked.
    let asked = Shared(Set<String>())
    @Sendable func answer(_ name: String, _ request: LocalServer.Request) -> LocalServer.Response {
      if request.target == "/robots.txt" { return .notFound }
      asked.change { $0.insert(name) }
      while asked.value.count < 2 { usleep(2000) }
      return .pdf(name)
    }
    let first = try LocalServer(host: "127.0.0.1") { answer("first", $0) }
    let second = try LocalServer(host: "127.0.0.2") { answer("second", $0) }
    defer {
      first.stop()
      second.stop()
    }
    let fetching = try Fetching()
    #expect(try fetching.run([first.address("/a.pdf"), second.address("/a.pdf")]).exitCode == 0)
    #expect(asked.value.count == 2)
    #expect(fetching.files().count == 2)
  }

  // MARK: Retries

  /// A server that answers so at first, and then with a document.
  private func server(failing count: Int, _ response: LocalServer.Response) throws -> LocalServer {
    let left = Shared(count)
    return try LocalServer { request in
      if request.target == "/robots.txt" { return .notFound }
      var isFailing = false
      left.change {
        isFailing = $0 > 0
        $0 -= 1
      }
      return isFailing ? response : .pdf()
    }
  }

  @Test(arguments: ["429 Too Many Requests", "503 Service Unavailable", "500 Internal Server Error", "502 Bad Gateway"])
  func failuresThatPass(status: String) throws {
    let server = try server(failing: 2, LocalServer.Response("later", status: status))
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/a.pdf")]).exitCode == 0)
    #expect(server.requests.count == 3)
  }

  @Test(arguments: ["404 Not Found", "403 Forbidden", "410 Gone", "501 Not Implemented"])
  func failuresThatStay(status: String) throws {
    let server = try server(failing: 9, LocalServer.Response("no", status: status))
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/a.pdf")]).exitCode == 3)
    #expect(server.requests.count == 1)
    #expect(try fetching.record(server.address("/a.pdf")).message == status)
  }

  @Test func retriesEnd() throws {
    let server = try server(failing: 9, LocalServer.Response("later", status: "503 Service Unavailable"))
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/a.pdf")]).exitCode == 3)
    #expect(server.requests.count == 3)
    #expect(try fetching.outcome(server.address("/a.pdf")) == "failed status")
  }

  @Test func serversThatWantTooLongAWait() throws {
    let server = try server(
      failing: 9, LocalServer.Response("", status: "503 Service Unavailable", headers: [("Retry-After", "3600")]))
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/a.pdf")], ["--max-wait", "2"]).exitCode == 3)
    #expect(server.requests.count == 1)
    #expect(
      try fetching.record(server.address("/a.pdf")).message == "503 Service Unavailable; to be asked again in 3600 s")
  }

  @Test func hostsThatAreNotThere() throws {
    let server = try LocalServer { _ in .pdf() }
    server.stop()
    let fetching = try Fetching()
    let lists = (0..<4).map { server.address("/\($0).pdf") }
    #expect(try fetching.run(lists).exitCode == 3)
    #expect(try lists.map(fetching.outcome) == Array(repeating: "failed unreachable", count: 4))
  }
}
