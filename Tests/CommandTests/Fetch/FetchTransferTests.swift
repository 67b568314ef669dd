import Foundation
import Harvest
import TestSupport
import Testing

/// Transfers that break, lie, or lead astray.
@Suite struct FetchTransferTests {
  private func fetch(
    _ target: String = "/a.pdf", _ more: [String] = [], handler: @escaping LocalServer.Handler
  ) throws -> (fetching: Fetching, server: LocalServer, outcome: Command.Outcome) {
    let server = try LocalServer { $0.target == "/robots.txt" ? .notFound : handler($0) }
    defer { server.stop() }
    let fetching = try Fetching()
    let outcome = try fetching.run([server.address(target)], more)
    return (fetching, server, outcome)
  }

  // MARK: Resuming

  @Test func brokenTransfersAreResumed() throws {
    let file = Sample.pdf(size: 300_000)
    let (fetching, server, outcome) = try fetch { request in
      var response = LocalServer.Response.file(file, for: request, etag: "\"v\"")
      // Each time a third more comes; that is progress, and no retry that counts.
      response.breaksAfter = 70_000
      return response
    }
    #expect(outcome.exitCode == 0)
    #expect(fetching.files().values.first == file)
    let ranges = server.requests.map { $0.headers["range"] }
    #expect(ranges.first == .some(nil))
    #expect(ranges.dropFirst().allSatisfy { $0?.hasPrefix("bytes=") == true })
    #expect(ranges.count >= 5)
    #expect(server.requests.dropFirst().allSatisfy { $0.headers["if-range"] == "\"v\"" })
    #expect(try fetching.record(server.address("/a.pdf")).headers.etag == "\"v\"")
    #expect(fetching.files("partial").isEmpty)
  }

  @Test func filesThatChangeMeanwhile() throws {
    let count = Shared(0)
    let (fetching, _, outcome) = try fetch { request in
      count.change { $0 += 1 }
      let version = count.value
      var response = LocalServer.Response.file(
        Sample.pdf("\(version)", size: 100_000), for: request, etag: "\"\(min(version, 2))\"")
      if version == 1 { response.breaksAfter = 50_000 }
      return response
    }
    #expect(outcome.exitCode == 0)
    #expect(fetching.files().values.first == Sample.pdf("2", size: 100_000))
  }

  @Test(arguments: ["bytes 0-99999/100000", "bytes 60000-99999/100000", "nonsense"])
  func partsThatAreNotThoseAskedFor(range: String) throws {
    let file = Sample.pdf(size: 100_000)
    let count = Shared(0)
    let (fetching, _, outcome) = try fetch { request in
      count.change { $0 += 1 }
      switch count.value {
      case 1:
        var response = LocalServer.Response(file, headers: [("ETag", "\"v\"")])
        response.breaksAfter = 50_000
        return response
      case 2: return LocalServer.Response(file, status: "206 Partial Content", headers: [("Content-Range", range)])
      default: return LocalServer.Response(file, headers: [("ETag", "\"v\"")])
      }
    }
    #expect(outcome.exitCode == 0)
    #expect(fetching.files().values.first == file)
  }

  /// Numbers at the end of what an integer holds, and beyond: no server ends the run, nor the next one.
  @Test(arguments: [
    "bytes 50000-9223372036854775807/*", "bytes 9223372036854775807-9223372036854775807/*",
    "bytes 50000-99999/9223372036854775807", "bytes 50000-99999/99999999999999999999", "bytes 50000-999999999999999/*",
  ])
  func partsWithoutEnd(range: String) throws {
    let file = Sample.pdf(size: 100_000)
    let server = try LocalServer { request in
      if request.target == "/robots.txt" { return .notFound }
      guard request.headers["range"] != nil else {
        var response = LocalServer.Response(file, headers: [("ETag", "\"v\"")])
        response.breaksAfter = 50_000
        return response
      }
      return LocalServer.Response(
        Array(file.dropFirst(50_000)), status: "206 Partial Content", headers: [("Content-Range", range)])
    }
    defer { server.stop() }
    let fetching = try Fetching()
    for _ in 0..<2 {
      let outcome = try fetching.run([server.address("/a.pdf")])
      #expect(outcome.signal == nil && outcome.exitCode == 3, "\(outcome.errors)")
      #expect(try fetching.record(server.address("/a.pdf")).outcome == .failed)
    }
  }

  @Test(arguments: [
    ("Content-Length", "9223372036854775807"), ("Content-Length", "99999999999999999999"),
    ("Retry-After", "9223372036854775807"), ("Retry-After", "1e308"),
    ("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"), ("Age", "9223372036854775808"),
    ("Last-Modified", "Sun, 06 Nov 9223372036854775807 08:49:37 GMT"),
  ])
  func headersWithoutEnd(name: String, value: String) throws {
    for status in ["200 OK", "503 Service Unavailable"] {
      let (_, _, outcome) = try fetch("/a.pdf", ["--retries", "1"]) { _ in
        LocalServer.Response(Sample.pdf(), status: status, headers: [(name, value)])
      }
      #expect(outcome.signal == nil, "\(name): \(value)")
    }
  }

  @Test func serversWithoutRanges() throws {
    let file = Sample.pdf(size: 100_000)
    let count = Shared(0)
    let (fetching, server, outcome) = try fetch { _ in
      count.change { $0 += 1 }
      var response = LocalServer.Response(file, headers: [("ETag", "W/\"weak\"")])
      if count.value == 1 { response.breaksAfter = 50_000 }
      return response
    }
    #expect(outcome.exitCode == 0)
    #expect(fetching.files().values.first == file)
    #expect(server.requests.allSatisfy { $0.headers["range"] == nil })
  }

  // MARK: Lies

  @Test func wrongLength() throws {
    let (fetching, server, outcome) = try fetch { _ in
      var response = LocalServer.Response.pdf()
      response.announcedLength = response.body.count + 10
      return response
    }
    #expect(outcome.exitCode == 3)
    #expect(try fetching.outcome(server.address("/a.pdf")) == "failed incomplete")
    #expect(server.requests.count == 3)
    #expect(fetching.files().isEmpty)
  }

  @Test func tooLarge() throws {
    let size = (1 << 20) + 1
    for announces in [true, false] {
      let (fetching, server, outcome) = try fetch("/a.pdf", ["--max-size", "1"]) { _ in
        var response = LocalServer.Response(Sample.pdf(size: size))
        // Without a length, the connection's end is the body's.
        if !announces { response.headers.append(("Transfer-Encoding", Array("identity".utf8))) }
        return response
      }
      #expect(outcome.exitCode == 3)
      #expect(try fetching.outcome(server.address("/a.pdf")) == "failed tooLarge")
      #expect(server.requests.count == 1)
      #expect(fetching.files("partial").isEmpty)
    }
  }

  @Test func bombs() throws {
    let bomb = GzipBomb.bytes(size: 3 << 20)
    #expect(bomb.count < 50_000)
    let (fetching, server, outcome) = try fetch("/a.pdf", ["--max-size", "1"]) { _ in
      LocalServer.Response(bomb, headers: [("Content-Encoding", "gzip")])
    }
    #expect(outcome.exitCode == 3)
    #expect(try fetching.outcome(server.address("/a.pdf")) == "failed tooLarge")
  }

  // MARK: Slowness

  @Test func slowServers() throws {
    let (fetching, server, outcome) = try fetch("/a.pdf", ["--timeout", "0.5", "--retries", "1"]) { _ in
      var response = LocalServer.Response(Sample.pdf(size: 10_000))
      response.pause = (0.2, 100)
      return response
    }
    #expect(outcome.exitCode == 3)
    #expect(try fetching.outcome(server.address("/a.pdf")) == "failed timeout")
    #expect(server.requests.count == 2)
  }

  @Test func slowServersThatCanResume() throws {
    let file = Sample.pdf(size: 40_000)
    let (fetching, server, outcome) = try fetch("/a.pdf", ["--timeout", "0.6"]) { request in
      var response = LocalServer.Response.file(file, for: request, etag: "\"v\"")
      response.pause = (0.1, 4_000)
      return response
    }
    #expect(outcome.exitCode == 0)
    #expect(fetching.files().values.first == file)
    #expect(server.requests.count > 1)
  }

  // MARK: Redirects

  @Test func redirects() throws {
    let (fetching, server, outcome) = try fetch { request in
      switch request.target {
      case "/a.pdf": .redirect(to: "b/../c.pdf?x=决", status: "301 Moved Permanently")
      case "/c.pdf?x=%E5%86%B3": .pdf()
      default: .notFound
      }
    }
    #expect(outcome.exitCode == 0)
    let record = try fetching.record(server.address("/a.pdf"))
    #expect(record.finalAddress == server.address("/c.pdf?x=%E5%86%B3"))
    #expect(record.file?.hasPrefix("files/127.0.0.1_\(server.port)/a-") == true)
  }

  @Test func loops() throws {
    let (fetching, server, outcome) = try fetch { request in
      .redirect(to: request.target == "/a.pdf" ? "/b.pdf" : "/a.pdf")
    }
    #expect(outcome.exitCode == 3)
    #expect(try fetching.outcome(server.address("/a.pdf")) == "failed redirectLoop")
    #expect(server.requests.count == 2)
  }

  @Test func serversThatTryACookie() throws {
    let (fetching, server, outcome) = try fetch { request in
      if request.headers["cookie"] == "a=1; b=2" { return .pdf() }
      var response = LocalServer.Response.redirect(to: "/a.pdf")
      response.headers += [("Set-Cookie", Array("b=2; Path=/".utf8)), ("Set-Cookie", Array("a=1".utf8))]
      return response
    }
    #expect(outcome.exitCode == 0)
    #expect(server.requests.count == 2)
    #expect(fetching.files().count == 1)
  }

  @Test func endlessRedirects() throws {
    let (fetching, server, outcome) = try fetch("/0.pdf", ["--max-redirects", "3"]) { request in
      .redirect(to: "/\((Int(request.target.dropFirst().prefix { $0 != "." }) ?? 0) + 1).pdf")
    }
    #expect(outcome.exitCode == 3)
    #expect(try fetching.outcome(server.address("/0.pdf")) == "failed tooManyRedirects")
    #expect(server.requests.count == 4)
  }

  @Test(arguments: [
    ("file:///etc/passwd", "otherScheme"), ("ftp://127.0.0.1/a.pdf", "otherScheme"),
    ("gopher://127.0.0.1:70/", "otherScheme"), ("http://user:pass@127.0.0.1/", "invalidAddress"),
  ])
  func redirectsElsewhere(location: String, reason: String) throws {
    let (fetching, server, outcome) = try fetch { _ in .redirect(to: location) }
    #expect(outcome.exitCode == 3)
    #expect(try fetching.outcome(server.address("/a.pdf")) == "failed \(reason)")
  }

  @Test func redirectsIntoAPrivateNetwork() throws {
    // The list names 127.0.0.1, so that may be asked; 127.0.0.2 it does not name.
    let inner = try LocalServer(host: "127.0.0.2") { _ in .pdf("secret") }
    defer { inner.stop() }
    let location = inner.address("/a.pdf")
    let (fetching, server, outcome) = try fetch { _ in .redirect(to: location) }
    #expect(outcome.exitCode == 3)
    #expect(try fetching.outcome(server.address("/a.pdf")) == "failed privateAddress")
    #expect(inner.requests.isEmpty && inner.robotsRequests.isEmpty)

    let named = try Fetching()
    #expect(try named.run([server.address("/x.pdf"), location]).exitCode == 3)
    #expect(try named.outcome(location) == "fetched")
  }
}

/// A small stream of gzip that unpacks to a large file of zeros.
enum GzipBomb {
  static func bytes(size: Int) -> [UInt8] {
    var bits: [UInt8] = []
    var count = 0
    func add(_ code: Int, _ length: Int) {
      for shift in (0..<length).reversed() {
        if count % 8 == 0 { bits.append(0) }
        bits[bits.count - 1] |= UInt8(code >> shift & 1) << UInt8(count % 8)
        count += 1
      }
    }
    // One last block in the fixed code: a zero byte, then copies of 258 of it.
    add(0b1, 1)
    add(0b10, 2)
    add(0b0011_0000, 8)
    for _ in 0..<(size / 258) {
      add(0b1100_0101, 8)
      add(0, 5)
    }
    add(0, 7)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits + [UInt8](repeating: 0, count: 8)
  }
}
