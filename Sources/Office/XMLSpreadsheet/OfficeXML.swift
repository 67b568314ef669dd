import PageContent

/// What an XML file of Office 2003 is, told by its root: a whole document in one file, often called .xls or .doc.
enum OfficeXML {
  /// The name of the root element without a prefix; nil for what is no XML. Whatever its encoding, names are ASCII.
  static func root(of content: FileContent) -> String? {
    let head = content.withBytes { $0.prefix(headLength).filter { $0 != 0 } }
    var rest = head.drop { $0 != UInt8(ascii: "<") }
    // Nothing but a byte order mark and blanks stands before a document.
    guard head.count - rest.count < 64 else { return nil }
    while let mark = rest.dropFirst().first {
      switch mark {
      case UInt8(ascii: "?"), UInt8(ascii: "!"):
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        rest = rest[(end + 1)...].drop { $0 != UInt8(ascii: "<") }
      default:
        let name = rest.dropFirst().prefix { $0 > UInt8(ascii: " ") && !"/>".utf8.contains($0) }
        return name.split(separator: UInt8(ascii: ":")).last.map { String(decoding: $0, as: UTF8.self) }
      }
    }
    return nil
  }

  /// Whether the beginning of a file names a namespace.
  static func names(_ namespace: String, in content: FileContent) -> Bool {
    let head = content.withBytes { $0.prefix(headLength).filter { $0 != 0 } }
    return String(decoding: head, as: UTF8.self).contains(namespace)
  }

  private static let headLength = 8192
}
