import Glibc

/// The proxies that the environment names, as curl reads it: `http_proxy`, `https_proxy`, `all_proxy`, and the hosts that
/// are asked directly, `no_proxy`. Read here, since it must be known of every request whether it goes through one.
struct ProxySettings {
  private var byScheme: [String: String] = [:]
  /// `*`, or names and addresses, with commas or blanks between.
  private var exceptions = ""

  /// - Parameter value: gives a variable's value.
  init(_ value: (String) -> String? = { getenv($0).map { String(cString: $0) } }) {
    func first(_ names: [String]) -> String? {
      names.lazy.compactMap(value).first { !$0.isEmpty }
    }
    // HTTP_PROXY is not read: a server sets it from a header of whoever asks.
    byScheme["http"] = first(["http_proxy", "all_proxy", "ALL_PROXY"])
    byScheme["https"] = first(["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
    exceptions = first(["no_proxy", "NO_PROXY"]) ?? ""
  }

  /// The proxy for an address; empty where it is asked directly.
  func proxy(for address: WebAddress) -> String {
    guard let proxy = byScheme[address.scheme], !isException(address.host) else { return "" }
    return proxy
  }

  private func isException(_ host: String) -> Bool {
    if exceptions == "*" { return true }
    let bytes = ProxySettings.bytes(host)
    return exceptions.split { $0 == "," || $0 == " " }.contains { entry in
      if let bytes { return ProxySettings.isBlock(entry, around: bytes) }
      var name = entry.lowercased()[...]
      if name.hasPrefix(".") { name = name.dropFirst() }
      if name.hasSuffix(".") { name = name.dropLast() }
      return !name.isEmpty && (host == name || host.hasSuffix("." + name))
    }
  }

  /// Whether an entry is an IP address, or a block such as `10.0.0.0/8`, that holds another.
  private static func isBlock(_ entry: Substring, around address: [UInt8]) -> Bool {
    let halves = entry.split(separator: "/", maxSplits: 1)
    guard let first = halves.first, let base = bytes(String(first.filter { $0 != "[" && $0 != "]" })),
      base.count == address.count
    else { return false }
    guard halves.count == 2 else { return base == address }
    guard let bits = Int(halves[1]), (1...base.count * 8).contains(bits) else { return false }
    return (0..<bits).allSatisfy { (base[$0 / 8] ^ address[$0 / 8]) & (0x80 >> UInt8($0 % 8)) == 0 }
  }

  /// The bytes of an IP address; nil for a name.
  private static func bytes(_ literal: String) -> [UInt8]? {
    for (family, size) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: size)
      if inet_pton(family, literal, &bytes) == 1 { return bytes }
    }
    return nil
  }
}
