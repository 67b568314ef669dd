import CCurl

/// Which addresses within private networks may be connected to.
///
/// Whoever writes a page, or keeps a name, decides where its links and redirects lead; what they lead to would be asked
/// from within the user's network. So a private address is reached only by a host and port that the list itself names;
/// and only that address which this host and port first answered from, since a name can come to mean another one.
final class NetworkBoundary {
  /// Hosts with their ports, where these are not the scheme's own.
  private let listed: Set<String>
  /// The IP address that each listed host first answered from.
  private var homes: [String: String] = [:]

  init(listed: some Sequence<WebAddress>) { self.listed = Set(listed.map(\.authority)) }

  static let refusal = Failure(
    .privateAddress, "the address is in a private network, and not that of a host and port that the list names")

  /// Whether an address may be asked at an IP address that its host has.
  func allows(_ literal: String, for address: WebAddress) -> Bool {
    guard ccurl_is_private(literal) else { return true }
    guard listed.contains(address.authority) else { return false }
    return homes[address.authority].map { $0 == literal } ?? true
  }

  /// Whether an address may be asked of a proxy, as far as its host's name tells where it leads.
  func allowsName(of address: WebAddress) -> Bool {
    if listed.contains(address.authority) { return true }
    // １２７.0.0.1 becomes 127.0.0.1 on its way.
    let isSpeltOtherwise = address.host.unicodeScalars.contains { scalar in
      !scalar.isASCII && (scalar.properties.changesWhenNFKCCaseFolded || scalar == "\u{3002}")
    }
    return !isSpeltOtherwise && !ccurl_is_private_name(address.host)
  }

  /// Remembers where an answer came from.
  func settle(_ address: WebAddress, at literal: String) {
    guard listed.contains(address.authority), homes[address.authority] == nil, !literal.isEmpty else { return }
    homes[address.authority] = literal
  }
}
