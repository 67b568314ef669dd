import CCurl
import Glibc

/// That libcurl is not there, or not usable.
package struct LibraryProblem: Error, Hashable, Sendable {
  package var message: String
}

/// What is asked of a server.
struct WebRequest {
  var address: WebAddress
  /// Further header lines.
  var headers: [String] = []
  var takesCompressed = false
}

/// What takes a server's answer, piece by piece. Either method ends the transfer by returning false.
protocol WebReceiver: AnyObject {
  func takeHeader(_ line: UnsafeBufferPointer<UInt8>) -> Bool
  func takeBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool
}

/// Transfers beside each other, on one thread.
final class WebSession {
  private let session: OpaquePointer
  private let options: HarvestOptions
  private let boundary: NetworkBoundary
  private let proxies: ProxySettings

  /// How a transfer ended.
  enum End: Equatable {
    case answered
    /// The receiver ended it.
    case stopped
    case failed(Failure)
  }

  /// - Parameter proxies: by default those that the environment names.
  init(
    _ options: HarvestOptions, _ boundary: NetworkBoundary, proxies: ProxySettings = ProxySettings()
  ) throws(LibraryProblem) {
    if let problem = ccurl_load() { throw LibraryProblem(message: String(cString: problem)) }
    guard let session = ccurl_session_new() else { throw LibraryProblem(message: "libcurl cannot be used") }
    self.session = session
    self.options = options
    self.boundary = boundary
    self.proxies = proxies
  }

  /// Begins a transfer.
  /// - Returns: why it could not begin; nil where it did.
  func start(_ request: WebRequest, for receiver: some WebReceiver) -> Failure? {
    let proxy = proxies.proxy(for: request.address)
    // Where the name behind it leads only the proxy knows; but an address can be told by itself.
    if !proxy.isEmpty, !boundary.allowsName(of: request.address) { return NetworkBoundary.refusal }
    let context = Unmanaged.passRetained(
      Receiving(receiver, request.address, boundary: proxy.isEmpty ? boundary : nil))
    // A value that came in a header or stands in a manifest must not begin a line of its own.
    let lines = request.headers.filter { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
    let headers = lines.map { strdup($0) }
    defer { headers.forEach { free($0) } }
    var pointers = headers.map { UnsafePointer($0) }
    let isStarted = request.address.text.withCString { address in
      options.userAgent.withCString { agent in
        WebSession.withOptional(options.caFile) { caFile in
          proxy.withCString { proxy in
            pointers.withUnsafeMutableBufferPointer { headers in
              var native = ccurl_request()
              native.address = address
              native.headers = UnsafePointer(headers.baseAddress)
              native.header_count = headers.count
              native.user_agent = agent
              native.ca_file = caFile
              native.proxy = proxy
              native.connect_milliseconds = min(20_000, options.timeout.milliseconds)
              native.total_milliseconds = options.timeout.milliseconds
              native.slowest_bytes_per_second = options.slowestSpeed
              native.slowest_seconds = options.slowestSpeed > 0 ? options.stallSeconds : 0
              native.takes_compressed = request.takesCompressed
              native.context = context.toOpaque()
              native.connects = { Receiving.of($0).connects(to: $1) }
              native.header = { Receiving.of($0).receiver.takeHeader(Receiving.bytes($1, $2)) }
              native.body = { Receiving.of($0).receiver.takeBody(Receiving.bytes($1, $2)) }
              return ccurl_start(session, &native)
            }
          }
        }
      }
    }
    if isStarted { return nil }
    context.release()
    return Failure(.connection, "a transfer could not be set up")
  }

  /// Moves data, and waits at most so long for more.
  func wait(_ time: Duration) { _ = ccurl_wait(session, Int32(clamping: time.milliseconds)) }

  /// Takes a transfer that has ended.
  func next() -> (receiver: any WebReceiver, end: End)? {
    var result = ccurl_result()
    guard ccurl_next(session, &result), let context = result.context else { return nil }
    let receiving = Unmanaged<Receiving>.fromOpaque(context).takeRetainedValue()
    let message = WebSession.text(of: result.message)
    if result.status > 0 {
      receiving.answered(from: WebSession.text(of: result.address))
    }
    return (receiving.receiver, WebSession.end(result.end, message))
  }

  /// The text in an array of C, up to its closing zero byte.
  private static func text<Characters>(of characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private static func end(_ end: ccurl_end, _ message: String) -> End {
    switch end {
    case CCURL_ANSWERED: .answered
    case CCURL_STOPPED: .stopped
    case CCURL_NOT_RESOLVED, CCURL_NOT_CONNECTED: .failed(Failure(.unreachable, message))
    case CCURL_TIMED_OUT: .failed(Failure(.timeout, message))
    case CCURL_TOO_SLOW: .failed(Failure(.tooSlow, message))
    case CCURL_INCOMPLETE: .failed(Failure(.incomplete, message))
    case CCURL_CERTIFICATE: .failed(Failure(.certificate, message))
    case CCURL_REFUSED_ADDRESS: .failed(NetworkBoundary.refusal)
    default: .failed(Failure(.connection, message))
    }
  }

  private static func withOptional<Result>(
    _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
  }
}

/// What C holds on to while a transfer lasts.
private final class Receiving {
  let receiver: any WebReceiver
  private let address: WebAddress
  /// nil where a proxy connects.
  private let boundary: NetworkBoundary?

  init(_ receiver: any WebReceiver, _ address: WebAddress, boundary: NetworkBoundary?) {
    self.receiver = receiver
    self.address = address
    self.boundary = boundary
  }

  func connects(to literal: UnsafePointer<CChar>?) -> Bool {
    guard let literal, let boundary else { return false }
    return boundary.allows(String(cString: literal), for: address)
  }

  func answered(from literal: String) { boundary?.settle(address, at: literal) }

  static func of(_ context: UnsafeMutableRawPointer?) -> Receiving {
    guard let context else { preconditionFailure("libcurl lost a transfer's context") }
    return Unmanaged<Receiving>.fromOpaque(context).takeUnretainedValue()
  }

  static func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}

extension Duration {
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    // Longer than anything waits, and far from an overflow.
    return Int(min(max(seconds, -1_000_000_000), 1_000_000_000)) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
