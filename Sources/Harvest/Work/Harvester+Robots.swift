extension Harvester {
  /// Asks for the robots.txt of an address's origin.
  func askRobots(of address: WebAddress, _ host: HostQueue, attempts: Int) {
    guard let file = try? WebAddress("/robots.txt", on: address) else { return }
    ask(RobotsTransfer(origin: address.origin, address: file, host: host, attempts: attempts))
  }

  private func ask(_ transfer: RobotsTransfer) {
    robots[transfer.origin] = .asked
    if let failure = session.start(WebRequest(address: transfer.address, takesCompressed: true), for: transfer) {
      robots[transfer.origin] = .unavailable(failure)
      return
    }
    occupy(transfer.host, for: options.interval)
  }

  /// Takes up the answer: 2xx are rules, 4xx say that there are none, anything else forbids everything for now
  /// (RFC 9309, 2.3.1).
  func ended(_ transfer: RobotsTransfer, _ end: WebSession.End) {
    let head = transfer.head
    switch end {
    case .failed(let failure):
      retry(transfer, Failure(failure.reason, "robots.txt could not be read: \(failure.message)"), wait: nil)
    case .answered, .stopped:
      switch head.status {
      case 200..<300:
        let rules = RobotsRules(transfer.body, agent: options.agentToken)
        if let delay = rules.crawlDelay, delay >= 30 {
          report(.note("\(transfer.origin) wants \(Int(delay)) seconds between requests"))
        }
        robots[transfer.origin] = .known(rules)
      case 301, 302, 303, 307, 308: follow(transfer)
      case 429, 500...:
        let failure = Failure(.robotsUnavailable, "robots.txt could not be read: \(head.statusLine)")
        retry(transfer, failure, wait: head.retryAfter(now: HTTPDate.now))
      default: robots[transfer.origin] = .known(.allowAll)
      }
    }
  }

  private func follow(_ transfer: RobotsTransfer) {
    guard transfer.redirectCount < 5, let location = transfer.head.location,
      let target = try? WebAddress(location, on: transfer.address)
    else {
      robots[transfer.origin] = .known(.allowAll)
      return
    }
    ask(
      RobotsTransfer(
        origin: transfer.origin, address: target, host: transfer.host, attempts: transfer.attempts,
        redirectCount: transfer.redirectCount + 1))
  }

  private func retry(_ transfer: RobotsTransfer, _ failure: Failure, wait: Double?) {
    let delay = Retry.delay(attempt: transfer.attempts, asked: wait, options)
    guard let delay, transfer.attempts <= options.retries, Retry.mayHelp(failure, status: transfer.head.status) else {
      robots[transfer.origin] = .unavailable(failure)
      return
    }
    robots[transfer.origin] = .delayed(attempts: transfer.attempts, until: now() + delay)
  }
}
