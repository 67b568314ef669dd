import Foundation
import Glibc

/// An HTTP server on the loopback interface, for tests: a function answers, and every request is logged.
package final class LocalServer: Sendable {
  package struct Request: Sendable {
    package var target: String
    /// By their names in lower case.
    package var headers: [String: String]
    package var time: ContinuousClock.Instant
  }

  package struct Response: Sendable {
    package var status = "200 OK"
    package var headers: [(name: String, value: [UInt8])] = []
    package var body: [UInt8] = []
    /// What is claimed of the body's length.
    package var announcedLength: Int?
    /// A rest of some seconds before this many bytes of the body, each time.
    package var pause: (seconds: Double, every: Int)?
    /// Where the connection breaks.
    package var breaksAfter: Int?

    package init(_ body: [UInt8] = [], status: String = "200 OK", headers: [(String, String)] = []) {
      self.status = status
      self.headers = headers.map { ($0.0, Array($0.1.utf8)) }
      self.body = body
    }

    package init(_ text: String, status: String = "200 OK", headers: [(String, String)] = []) {
      self.init(Array(text.utf8), status: status, headers: headers)
    }

    package static let notFound = Response("gone", status: "404 Not Found")

    package static func redirect(to location: String, status: String = "302 Found") -> Response {
      Response("", status: status, headers: [("Location", location)])
    }
  }

  package typealias Handler = @Sendable (Request) -> Response

  package let port: Int
  private let host: String
  private let listener: Int32
  private let handler: Handler
  private let lock = NSLock()
  private nonisolated(unsafe) var log: [Request] = []

  package struct Failure: Error { package var reason: String }

  /// - Parameter host: `127.0.0.1`, or another address of the loopback interface.
  package init(host: String = "127.0.0.1", _ handler: @escaping Handler) throws {
    self.host = host
    self.handler = handler
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    inet_pton(AF_INET, host, &address.sin_addr)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = self.listener
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(listener, generic, size) == 0 && listen(listener, 128) == 0 && getsockname(listener, generic, &size) == 0
      }
    }
    guard isListening else { throw Failure(reason: String(cString: strerror(errno))) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0, errno == EINTR || errno == ECONNABORTED { continue }
        guard connection >= 0, let self else { return }
        Thread.detachNewThread { self.serve(connection) }
      }
    }
  }

  /// Ends the thread that accepts.
  package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  deinit {
    stop()
    close(listener)
  }

  package func address(_ target: String) -> String { "http://\(host):\(port)\(target)" }

  /// All requests so far but those for robots.txt.
  package var requests: [Request] { lock.withLock { log }.filter { $0.target != "/robots.txt" } }

  package var robotsRequests: [Request] { lock.withLock { log }.filter { $0.target == "/robots.txt" } }

  package func requests(for target: String) -> [Request] { requests.filter { $0.target == target } }

  package func clearLog() { lock.withLock { log = [] } }

  // MARK: Connections

  private func serve(_ connection: Int32) {
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    defer {
      // A process that was started meanwhile may hold the connection too.
      shutdown(connection, Int32(SHUT_RDWR))
      close(connection)
    }
    guard let request = readRequest(connection) else { return }
    lock.withLock { log.append(request) }
    let response = handler(request)
    var head = "HTTP/1.1 \(response.status)\r\nConnection: close\r\n"
    if !response.headers.contains(where: { ["content-length", "transfer-encoding"].contains($0.name.lowercased()) }) {
      head += "Content-Length: \(response.announcedLength ?? response.body.count)\r\n"
    }
    var bytes = Array(head.utf8)
    for (name, value) in response.headers { bytes += Array("\(name): ".utf8) + value + [13, 10] }
    guard send(bytes + [13, 10], connection) else { return }
    let body = response.body.prefix(response.breaksAfter ?? response.body.count)
    var index = 0
    let step = response.pause?.every ?? max(1, body.count)
    while index < body.count {
      if let pause = response.pause { usleep(UInt32(pause.seconds * 1_000_000)) }
      guard send(Array(body.dropFirst(index).prefix(step)), connection) else { return }
      index += step
    }
  }

  private func readRequest(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0, bytes.count < 1 << 20 else { return nil }
      bytes += buffer.prefix(count)
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1)
      if halves.count == 2 { headers[halves[0].lowercased()] = halves[1].trimmingCharacters(in: .whitespaces) }
    }
    return Request(target: String(words[1]), headers: headers, time: .now)
  }

  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Glibc.send(connection, $0 + sent, buffer.count - sent, Int32(MSG_NOSIGNAL)) }
          ?? 0
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

extension LocalServer.Response {
  /// A file as a good server serves it: whole, in part, or not at all where it is known.
  package static func file(
    _ bytes: [UInt8], for request: LocalServer.Request, etag: String, headers: [(String, String)] = []
  ) -> LocalServer.Response {
    let known = [("ETag", etag), ("Accept-Ranges", "bytes")] + headers
    if request.headers["if-none-match"] == etag {
      return LocalServer.Response("", status: "304 Not Modified", headers: known)
    }
    guard let range = request.headers["range"], request.headers["if-range"].map({ $0 == etag }) ?? true,
      let first = Int(range.dropFirst("bytes=".count).prefix { $0 != "-" })
    else { return LocalServer.Response(bytes, headers: known) }
    guard first < bytes.count else {
      return LocalServer.Response(
        "", status: "416 Range Not Satisfiable", headers: [("Content-Range", "bytes */\(bytes.count)")])
    }
    return LocalServer.Response(
      Array(bytes[first...]), status: "206 Partial Content",
      headers: known + [("Content-Range", "bytes \(first)-\(bytes.count - 1)/\(bytes.count)")])
  }
}
