import Harvest
import TestSupport
import Testing

/// Pages lead nowhere within private networks, whatever the environment says of proxies.
@Suite struct FetchBoundaryTests {
  /// A proxy that no request goes through: it is another scheme's, or its exceptions name the host.
  @Test(arguments: [
    ["https_proxy": "http://127.0.0.1:9"], ["HTTPS_PROXY": "http://127.0.0.1:9"],
    ["http_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1,127.0.0.2"],
    ["all_proxy": "http://127.0.0.1:9", "NO_PROXY": "*"],
  ])
  func proxiesThatAreNotAsked(environment: [String: String]) throws {
    let inner = try LocalServer(host: "127.0.0.2") { _ in .pdf("secret") }
    let link = inner.address("/a.pdf")
    let server = try LocalServer { request in
      switch request.target {
      case "/": .page("<a href='\(link)'>决算</a><a href='b.pdf'>b</a>")
      case "/moved.pdf": .redirect(to: link)
      case "/robots.txt": .notFound
      default: .pdf()
      }
    }
    defer {
      server.stop()
      inner.stop()
    }
    var fetching = try Fetching()
    fetching.environment = environment
    #expect(try fetching.run(["/", "/moved.pdf"].map(server.address)).exitCode == 3)
    #expect(try fetching.outcome(link) == "failed privateAddress")
    #expect(try fetching.outcome(server.address("/moved.pdf")) == "failed privateAddress")
    #expect(try fetching.outcome(server.address("/b.pdf")) == "fetched")
    #expect(inner.requests.isEmpty && inner.robotsRequests.isEmpty)
  }

  /// A proxy's own address may be private; what it is asked for may not, as far as an address tells.
  @Test func proxiesThatAreAsked() throws {
    let proxy = try LocalServer { request in
      switch request.target {
      case "http://reports.example/":
        .page(
          "<a href='a.pdf'>a</a><a href='http://127.0.0.2:1/b.pdf'>b</a><a href='http://localhost/c.pdf'>c</a>")
      case "http://reports.example/a.pdf": .pdf()
      default: .notFound
      }
    }
    defer { proxy.stop() }
    var fetching = try Fetching()
    fetching.environment = ["http_proxy": "127.0.0.1:\(proxy.port)"]
    #expect(try fetching.run(["http://reports.example/"]).exitCode == 3)
    #expect(try fetching.outcome("http://reports.example/a.pdf") == "fetched")
    #expect(try fetching.outcome("http://127.0.0.2:1/b.pdf") == "failed privateAddress")
    #expect(try fetching.outcome("http://localhost/c.pdf") == "failed privateAddress")
    #expect(proxy.requests.allSatisfy { $0.target.hasPrefix("http://reports.example/") })
    // Nor does a page lead to the proxy itself, where that is asked directly.
    let list = try LocalServer { $0.target == "/" ? .page("<a href='\(proxy.address("/x.pdf"))'>x</a>") : .notFound }
    defer { list.stop() }
    proxy.clearLog()
    fetching.environment = ["https_proxy": "127.0.0.1:\(proxy.port)"]
    #expect(try fetching.run([list.address("/")]).exitCode == 3)
    #expect(try fetching.outcome(proxy.address("/x.pdf")) == "failed privateAddress")
    #expect(proxy.requests.isEmpty && proxy.robotsRequests.isEmpty)
  }

  /// A listed host may be private; another service on it is not what the list names.
  @Test func otherPortsOfAListedHost() throws {
    let other = try LocalServer { _ in .pdf("secret") }
    let link = other.address("/a.pdf")
    let server = try LocalServer { request in
      request.target == "/" ? .page("<a href='\(link)'>a</a><a href='b.pdf'>b</a>") : .pdf()
    }
    defer {
      server.stop()
      other.stop()
    }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/")]).exitCode == 3)
    #expect(try fetching.outcome(link) == "failed privateAddress")
    #expect(try fetching.outcome(server.address("/b.pdf")) == "fetched")
    #expect(other.requests.isEmpty && other.robotsRequests.isEmpty)
  }

  /// A name with several addresses, of which only one answers.
  @Test func localhost() throws {
    let server = try LocalServer { $0.target == "/robots.txt" ? .notFound : .pdf($0.target) }
    defer { server.stop() }
    let fetching = try Fetching()
    let lists = ["/a.pdf", "/b.pdf"].map { "http://localhost:\(server.port)\($0)" }
    #expect(try fetching.run(lists).exitCode == 0)
    #expect(fetching.files().count == 2)
  }
}
