/// The transfer of a robots.txt.
final class RobotsTransfer: WebReceiver {
  /// The origin that it is for; redirects may lead elsewhere.
  let origin: String
  let address: WebAddress
  let host: HostQueue
  var attempts: Int
  let redirectCount: Int
  private(set) var head = ResponseHead()
  private(set) var body: [UInt8] = []

  init(origin: String, address: WebAddress, host: HostQueue, attempts: Int = 1, redirectCount: Int = 0) {
    self.origin = origin
    self.address = address
    self.host = host
    self.attempts = attempts
    self.redirectCount = redirectCount
  }

  func takeHeader(_ line: UnsafeBufferPointer<UInt8>) -> Bool { head.add(line) }

  /// Ends the transfer once enough is there.
  func takeBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    body.append(contentsOf: bytes)
    return body.count < RobotsRules.sizeLimit
  }
}

/// What is known of an origin's robots.txt.
enum RobotsState {
  case asked
  /// To be asked again.
  case delayed(attempts: Int, until: ContinuousClock.Instant)
  case known(RobotsRules)
  /// Nothing may be fetched for now.
  case unavailable(Failure)
}
