@_spi(_Unicode) import Swift

/// Names of files that are safe anywhere, made of what servers say.
///
/// A name is that which the server gives, else the address's last segment, without anything that could be a path, and
/// behind it half of the address's SHA-256: so it never depends on what else was fetched, or in which order, and nobody can
/// find two addresses that claim the same.
enum FileStem {
  /// Names may have 255 bytes; the digits and the suffix need some of them.
  private static let byteLimit = 180
  /// In hexadecimal, 128 bits. Eight digits, as names had before, collide within seconds of trying.
  private static let digitCount = 32

  /// The stem of a file's name, without suffix.
  /// - Parameters:
  ///   - given: the name in the header Content-Disposition.
  ///   - digest: the SHA-256 of the address asked for, in hexadecimal.
  static func stem(given: String?, address: WebAddress, digest: String) -> String {
    let candidates = [given, address.documentName, PercentCoding.text(PercentCoding.decoded(address.lastSegment))]
    for case let candidate? in candidates {
      let name = safe(withoutSuffix(candidate))
      if !name.isEmpty { return "\(name)-\(digest.prefix(digitCount))" }
    }
    return "index-\(digest.prefix(digitCount))"
  }

  /// The name of the folder for a host's files.
  static func folder(of address: WebAddress) -> String {
    let name = safe(address.host) + (address.port.map { "_\($0)" } ?? "")
    return name.isEmpty ? "_" : name
  }

  /// One segment of a path: no separators, no control or formatting characters, no dot or space at its ends, composed
  /// (NFC), of limited length.
  static func safe(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var size = 0
    for scalar in name._nfc {
      let kept = isSafe(scalar) ? scalar : "_"
      guard size + UTF8.width(kept) <= byteLimit else { break }
      // A leading dot hides a file, or climbs.
      if result.isEmpty, kept == "." || kept == " " || kept == "-" || kept == "\u{3000}" { continue }
      size += UTF8.width(kept)
      result.append(kept)
    }
    while let last = result.last, last == "." || last == " " { result.removeLast() }
    return String(result)
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\u{FFFD}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    // Formatting characters include those that turn the direction of writing around.
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
    default: return true
    }
  }

  /// Without the ending by which documents and pages are known: the content will tell the right one.
  private static func withoutSuffix(_ name: String) -> String {
    // Some servers give the path on the machine where the file was made.
    let name = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let pages: Set = ["html", "htm", "shtml", "jsp", "jspx", "do", "action", "asp", "aspx", "php"]
    guard let dot = name.lastIndex(of: ".") else { return name }
    let suffix = name[name.index(after: dot)...].lowercased()
    return DocumentSuffix.ends(name) || pages.contains(suffix) ? String(name[..<dot]) : name
  }
}
