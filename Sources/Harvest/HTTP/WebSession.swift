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
  var refusesPrivateAddresses = true
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

  /// How a transfer ended.
  enum End: Equatable {
    case answered
    /// The receiver ended it.
    case stopped
    case failed(Failure)
  }

  init(_ options: HarvestOptions) throws(LibraryProblem) {
    if let problem = ccurl_load() { throw LibraryProblem(message: String(cString: problem)) }
    guard let session = ccurl_session_new() else { throw LibraryProblem(message: "libcurl cannot be used") }
    self.session = session
    self.options = options
  }

  /// Begins a transfer; false where it could not be set up.
  func start(_ request: WebRequest, for receiver: some WebReceiver) -> Bool {
    let context = Unmanaged.passRetained(Receiving(receiver))
    let headers = request.headers.map { strdup($0) }
    defer { headers.forEach { free($0) } }
    var pointers = headers.map { UnsafePointer($0) }
    let isStarted = request.address.text.withCString { address in
      options.userAgent.withCString { agent in
        WebSession.withOptional(options.caFile) { caFile in
          pointers.withUnsafeMutableBufferPointer { headers in
            var native = ccurl_request()
            native.address = address
            native.headers = UnsafePointer(headers.baseAddress)
            native.header_count = headers.count
            native.user_agent = agent
            native.ca_file = caFile
            native.connect_milliseconds = min(20_000, options.timeout.milliseconds)
            native.total_milliseconds = options.timeout.milliseconds
            native.slowest_bytes_per_second = options.slowestSpeed
            native.slowest_seconds = options.slowestSpeed > 0 ? options.stallSeconds : 0
            native.takes_compressed = request.takesCompressed
            native.refuses_private_addresses = request.refusesPrivateAddresses
            native.context = context.toOpaque()
            native.header = { Receiving.of($0).takeHeader(Receiving.bytes($1, $2)) }
            native.body = { Receiving.of($0).takeBody(Receiving.bytes($1, $2)) }
            return ccurl_start(session, &native)
          }
        }
      }
    }
    if !isStarted { context.release() }
    return isStarted
  }

  /// Moves data, and waits at most so long for more.
  func wait(_ time: Duration) { _ = ccurl_wait(session, Int32(clamping: time.milliseconds)) }

  /// Takes a transfer that has ended.
  func next() -> (receiver: any WebReceiver, end: End)? {
    var result = ccurl_result()
    guard ccurl_next(session, &result), let context = result.context else { return nil }
    let receiving = Unmanaged<Receiving>.fromOpaque(context).takeRetainedValue()
    let message = withUnsafeBytes(of: &result.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return (receiving.receiver, WebSession.end(result.end, message))
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
    case CCURL_PRIVATE_ADDRESS:
      .failed(Failure(.privateAddress, "the host's address is private, and the list does not name the host"))
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

  init(_ receiver: any WebReceiver) { self.receiver = receiver }

  static func of(_ context: UnsafeMutableRawPointer?) -> any WebReceiver {
    guard let context else { preconditionFailure("libcurl lost a transfer's context") }
    return Unmanaged<Receiving>.fromOpaque(context).takeUnretainedValue().receiver
  }

  static func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}

extension Duration {
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(clamping: seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
