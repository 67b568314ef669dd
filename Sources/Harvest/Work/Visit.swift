/// An address to be fetched, and how far that has come.
struct Visit {
  /// What is expected to come.
  enum Expectation {
    case document
    /// A document or a page with links to some.
    case any
  }

  /// As listed or linked.
  let address: WebAddress
  /// The entry of the list that led here.
  let entry: Int
  /// The page that links here; nil for a listed address.
  var foundOn: WebAddress?
  var text: String?
  var expectation: Expectation
  /// How many links further pages are read.
  var depth: Int

  /// Where redirects have led, from the address itself on.
  var hops: [WebAddress]
  /// By host. Kept on the way of one visit only: some servers set one, and redirect to where they were asked.
  var cookies: [String: [String: String]] = [:]
  /// Attempts in succession that brought nothing new.
  var fruitless = 0
  var attempts = 0
  /// The most bytes that an attempt has brought.
  var mostBytes = 0

  init(_ address: WebAddress, entry: Int, expectation: Expectation, depth: Int) {
    self.address = address
    self.entry = entry
    self.expectation = expectation
    self.depth = depth
    hops = [address]
  }

  /// The address to ask now.
  var hop: WebAddress { hops.last ?? address }

  /// The header line of the cookies for it; nil where there are none.
  var cookieLine: String? {
    guard let cookies = cookies[hop.host], !cookies.isEmpty else { return nil }
    return "Cookie: " + cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
  }
}
