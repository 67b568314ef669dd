/// When, and whether, something that failed is tried again.
enum Retry {
  /// How long to wait before the next attempt: twice as long each time, give or take a quarter, and at least as long as
  /// the server asks. nil where it asks for more than the limit.
  static func delay(attempt: Int, asked seconds: Double?, _ options: HarvestOptions) -> Duration? {
    let doubled = options.backoff * Double(1 << min(max(attempt, 1) - 1, 10))
    let own = min(doubled, options.longestWait) * Double.random(in: 0.75...1.25)
    guard let seconds else { return own }
    guard seconds < 1e9, .seconds(seconds) <= options.longestWait else { return nil }
    return max(own, .seconds(seconds))
  }

  /// Whether another attempt may bring what this one did not.
  static func mayHelp(_ failure: Failure, status: Int) -> Bool {
    switch failure.reason {
    case .status, .robotsUnavailable: [408, 425, 429, 500, 502, 503, 504].contains(status)
    case .unreachable, .timeout, .tooSlow, .incomplete, .connection: true
    default: false
    }
  }
}
