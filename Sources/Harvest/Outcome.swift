/// What became of an address.
package enum Outcome: String, Sendable, CaseIterable {
  /// It had not been fetched before.
  case fetched
  /// It had, and what is there now is something else.
  case changed
  /// It had, and nothing changed.
  case unchanged
  case failed
  /// The host's robots.txt forbids it.
  case disallowed
  /// Left out because of a limit on pages or hosts.
  case skipped

  package var isSuccess: Bool { self == .fetched || self == .changed || self == .unchanged }
}

/// Why an address could not be fetched.
package struct Failure: Error, Hashable, Sendable {
  package enum Reason: String, Sendable, CaseIterable {
    /// No address that can be fetched.
    case invalidAddress
    /// Neither http nor https.
    case otherScheme
    /// robots.txt forbids it.
    case robots
    /// robots.txt could not be read, so that nothing may be fetched for now.
    case robotsUnavailable
    /// The server answered with a status that is no success.
    case status
    /// The host has no address, or cannot be connected to.
    case unreachable
    case timeout
    /// Slower than the slowest speed.
    case tooSlow
    case tooLarge
    /// Fewer bytes came than were announced.
    case incomplete
    case certificate
    /// A public page led to an address within a private network.
    case privateAddress
    case redirectLoop
    case tooManyRedirects
    /// A page came where a document was expected.
    case pageInsteadOfDocument
    /// Neither a document nor a page.
    case otherFormat
    /// More pages than the limit.
    case pageLimit
    /// More hosts than pages may lead to.
    case hostLimit
    /// The connection failed in another way.
    case connection
  }

  package var reason: Reason
  /// For a person.
  package var message: String

  init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message
  }
}
