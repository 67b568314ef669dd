import PageContent

/// The head of a message, or of one of its parts (RFC 2045).
struct MIMEHeader {
  private var fields: [String: String] = [:]

  /// Reads the lines up to the first blank one, and tells where the body begins.
  /// - Returns: nil where the first line is no field.
  init?(_ bytes: ArraySlice<UInt8>, bodyStart: inout Int) {
    var name: String?
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[index..<end].filter { $0 != 0x0D }
      index = min(end + 1, bytes.endIndex)
      if line.isEmpty { break }
      if line[0] == 0x20 || line[0] == 0x09 {
        guard let name else { return nil }
        // One that is folded goes on.
        if fields[name, default: ""].utf8.count < MIMEHeader.longestField {
          fields[name, default: ""] += " " + String(decoding: line, as: UTF8.self).trimmed
        }
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), MIMEHeader.isName(line[..<colon]) else {
        if name == nil { return nil }
        continue
      }
      let key = String(decoding: line[..<colon], as: UTF8.self).trimmed.lowercased()
      name = key
      // Of one that stands twice, the first counts.
      if fields[key] == nil { fields[key] = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed }
    }
    bodyStart = index
  }

  private static let longestField = 4096

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.count < 80 && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  subscript(name: String) -> String? { fields[name] }

  /// `text/html`, in lower case.
  var mediaType: String {
    (fields["content-type"] ?? "text/plain").prefix { $0 != ";" && !$0.isWhitespace }.lowercased()
  }

  /// A parameter of the content type, such as `boundary`.
  func parameter(_ name: String) -> String? {
    guard let text = fields["content-type"] else { return nil }
    var rest = text.drop { $0 != ";" }.dropFirst()
    while !rest.isEmpty {
      let key = rest.prefix { $0 != "=" && $0 != ";" }.trimmed.lowercased()
      rest = rest.drop { $0 != "=" && $0 != ";" }
      guard rest.first == "=" else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst().drop { $0.isWhitespace }
      let value: Substring
      if rest.first == "\"" {
        value = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 1)
      } else {
        value = rest.prefix { $0 != ";" && !$0.isWhitespace }
      }
      rest = rest.drop { $0 != ";" }.dropFirst()
      if key == name { return String(value) }
    }
    return nil
  }
}
