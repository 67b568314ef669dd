/// What an XML file of Office 2003 is, told by its root: a whole document in one file, often called .xls or .doc.
enum OfficeXML {
  case spreadsheet, document

  /// nil for what is neither.
  init?(_ content: some Collection<UInt8>) {
    // Whatever its encoding, names are ASCII.
    let head = content.prefix(OfficeXML.headLength).filter { $0 != 0 }
    let text = String(decoding: head, as: UTF8.self)
    switch OfficeXML.root(of: head) {
    case "Workbook" where text.contains("urn:schemas-microsoft-com:office:spreadsheet"): self = .spreadsheet
    case "wordDocument": self = .document
    default: return nil
    }
  }

  /// The name of the root element without a prefix.
  private static func root(of head: [UInt8]) -> String? {
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

  private static let headLength = 8192
}
