import PageContent

/// An address of the web, with scheme `http` or `https`, in one spelling: scheme and host in lower case, no default port,
/// no dot segments, no fragment; what may not stand in an address is percent-encoded, in capitals.
package struct WebAddress: Hashable, Sendable {
  package private(set) var scheme: String
  /// Without the brackets of an IPv6 address.
  package private(set) var host: String
  /// nil for the scheme's own.
  package private(set) var port: Int?
  /// Begins with a slash; percent-encoded.
  package private(set) var path: String
  /// Percent-encoded; nil where there is no question mark.
  package private(set) var query: String?

  /// Why a text is no address that can be fetched.
  package enum Problem: Error, Equatable {
    case notAnAddress
    /// `ftp`, `file`, `javascript`, …
    case otherScheme(String)
    /// A name and password for the server stand in it.
    case credentials
    case invalidHost
    /// Longer than `lengthLimit`.
    case tooLong
  }

  /// In bytes. Most servers take no more; and a page of short references to a long base must not fill the memory.
  package static let lengthLimit = 8192

  package var text: String { origin + target }

  /// Scheme, host and port: what a robots.txt holds for.
  package var origin: String { "\(scheme)://\(authority)" }

  /// Path and query.
  package var target: String { path + (query.map { "?\($0)" } ?? "") }

  var authority: String {
    (host.contains(":") ? "[\(host)]" : host) + (port.map { ":\($0)" } ?? "")
  }

  /// The path's last segment, still encoded; empty where the path ends with a slash.
  var lastSegment: Substring { path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...] }

  /// The path with its last slash.
  var folder: Substring { path[..<lastSegment.startIndex] }

  /// An absolute address.
  package init(_ text: String) throws(Problem) {
    let text = WebAddress.trimmed(text)
    guard let scheme = WebAddress.scheme(of: text) else { throw .notAnAddress }
    try self.init(scheme: scheme, rest: text.utf8.dropFirst(scheme.utf8.count + 1), encoding: .utf8)
  }

  /// A reference as it stands on a page, such as `../a.pdf` or `?page=2`.
  /// - Parameter encoding: the page's, in which the letters of a query go out (WHATWG URL, 4.3).
  package init(_ reference: String, on page: WebAddress, encoding: PageEncoding = .utf8) throws(Problem) {
    let text = WebAddress.trimmed(reference)
    if let scheme = WebAddress.scheme(of: text) {
      try self.init(scheme: scheme, rest: text.utf8.dropFirst(scheme.utf8.count + 1), encoding: encoding)
      return
    }
    if text.utf8.starts(with: "//".utf8) {
      try self.init(scheme: page.scheme, rest: text.utf8[...], encoding: encoding)
      return
    }
    self = page
    guard !text.isEmpty else { return }
    guard text.utf8.count <= WebAddress.lengthLimit else { throw .tooLong }
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let given = String(halves[0])
    query = halves.count > 1 ? PercentCoding.query(String(halves[1]), encoding) : given.isEmpty ? page.query : nil
    if !given.isEmpty {
      path = WebAddress.normalised(path: given.hasPrefix("/") ? given : page.folder + given)
    }
    try checkLength()
  }

  private init(scheme: String, rest: Substring.UTF8View, encoding: PageEncoding) throws(Problem) {
    let scheme = scheme.lowercased()
    guard scheme == "http" || scheme == "https" else { throw .otherScheme(scheme) }
    guard rest.starts(with: "//".utf8) else { throw .notAnAddress }
    guard rest.count <= WebAddress.lengthLimit else { throw .tooLong }
    self.scheme = scheme
    let rest = Substring(rest.dropFirst(2))
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    (host, port) = try WebAddress.hostAndPort(rest[..<end], scheme)
    let halves = rest[end...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = WebAddress.normalised(path: halves.first.map(String.init) ?? "")
    query = halves.count > 1 ? PercentCoding.query(String(halves[1]), encoding) : nil
    try checkLength()
  }

  private func checkLength() throws(Problem) {
    guard origin.utf8.count + path.utf8.count + (query?.utf8.count ?? -1) + 1 <= WebAddress.lengthLimit else {
      throw .tooLong
    }
  }

  // MARK: Parts

  /// Without what browsers leave out: white space around it, line ends and tabs in it, the fragment; a backslash before
  /// the query is a slash.
  private static func trimmed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isInQuery = false
    let scalars = text.unicodeScalars.drop { $0.value <= 0x20 || $0 == "\u{3000}" || $0 == "\u{FEFF}" }
    for scalar in scalars {
      switch scalar {
      case "\t", "\n", "\r": continue
      case "#":
        return String(withoutSpaceAtEnd(result))
      case "\\" where !isInQuery:
        result.append("/")
      default:
        isInQuery = isInQuery || scalar == "?"
        result.append(scalar)
      }
    }
    return String(withoutSpaceAtEnd(result))
  }

  private static func withoutSpaceAtEnd(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
    var text = text
    while let last = text.last, last.value <= 0x20 || last == "\u{3000}" { text.removeLast() }
    return text
  }

  private static func scheme(of text: String) -> String? {
    let word = text.utf8.prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard let first = word.first, first > UInt8(ascii: "9"), text.utf8.dropFirst(word.count).first == UInt8(ascii: ":")
    else { return nil }
    return String(Substring(word))
  }

  private static func hostAndPort(_ authority: Substring, _ scheme: String) throws(Problem) -> (String, Int?) {
    if authority.contains("@") { throw .credentials }
    var host = authority
    var port: Int?
    if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
      let digits = authority[authority.index(after: colon)...]
      host = authority[..<colon]
      if !digits.isEmpty {
        guard let number = ForeignNumber.value(digits), (1...65535).contains(number) else { throw .invalidHost }
        port = number == (scheme == "https" ? 443 : 80) ? nil : number
      }
    }
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
      guard host.contains(":"),
        host.utf8.allSatisfy({ $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || isHex($0) })
      else { throw .invalidHost }
    } else {
      // A dot at the end names the same host.
      if host.hasSuffix(".") { host = host.dropLast() }
      guard !host.isEmpty, host.unicodeScalars.allSatisfy(mayStandInHost) else { throw .invalidHost }
    }
    return (host.lowercased(), port)
  }

  private static func isHex(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

  /// Letters of any script: domain names are not only Latin.
  private static func mayStandInHost(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? Character(scalar).isLetter || Character(scalar).isNumber || scalar == "-" || scalar == "." || scalar == "_"
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "\u{3002}"
  }

  /// Encoded, without `.` and `..` (RFC 3986, 5.2.4).
  private static func normalised(path: String) -> String {
    var segments: [Substring] = []
    let encoded = PercentCoding.path(path)
    let given = encoded.split(separator: "/", omittingEmptySubsequences: false).dropFirst(
      encoded.hasPrefix("/") ? 1 : 0)
    for (index, segment) in given.enumerated() {
      let isLast = index == given.count - 1
      switch segment.lowercased().replacing("%2e") {
      case ".":
        if isLast { segments.append("") }
      case "..":
        if !segments.isEmpty { segments.removeLast() }
        if isLast { segments.append("") }
      default: segments.append(segment)
      }
    }
    return "/" + segments.joined(separator: "/")
  }
}

extension String {
  /// With dots for their encoded form.
  fileprivate func replacing(_ encodedDot: String) -> String {
    var result = ""
    var rest = Substring(self)
    while let range = rest.range(of: encodedDot) {
      result += rest[..<range.lowerBound] + "."
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
