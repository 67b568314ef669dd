/// A link on a page.
struct PageLink: Hashable {
  var address: WebAddress
  /// What a reader sees of it; the longer of its text and its title.
  var text: String
  var kind: Kind

  enum Kind: Hashable {
    /// To a document, as its address or its text says.
    case document
    /// To something to download, as its text says; what it is only its content will tell.
    case attachment
    /// To another page of the same list.
    case next
    case page
  }
}

/// The endings of addresses and names by which documents are known before they are fetched.
enum DocumentSuffix {
  private static let known: Set = [
    "pdf", "doc", "docx", "docm", "xls", "xlsx", "xlsm", "wps", "et", "ofd", "rtf", "txt", "ods", "odt", "ceb", "zip",
    "rar", "7z",
  ]

  /// Whether a name, or an address without query, ends as documents do.
  static func ends(_ name: some StringProtocol) -> Bool { of(name) != nil }

  /// The ending in lower case, without its dot.
  static func of(_ name: some StringProtocol) -> String? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let suffix = name[name.index(after: dot)...].lowercased()
    return known.contains(suffix) ? suffix : nil
  }
}

extension WebAddress {
  /// Whether the path's or a parameter's ending says that this is a document.
  var looksLikeDocument: Bool { documentName != nil }

  /// The name of the document that the address speaks of, decoded: the path's last segment, or a parameter's value, where
  /// either ends as documents do.
  var documentName: String? {
    if DocumentSuffix.ends(lastSegment) { return PercentCoding.text(PercentCoding.decoded(lastSegment)) }
    for parameter in parameters where DocumentSuffix.ends(parameter.value) {
      return parameter.value.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
    }
    return nil
  }

  /// The query's parameters, decoded.
  var parameters: [(name: String, value: String)] {
    (query ?? "").split(separator: "&").compactMap { part in
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let value = PercentCoding.text(PercentCoding.decoded(halves[1], plusIsSpace: true))
      else { return nil }
      return (String(halves[0]), value)
    }
  }
}
