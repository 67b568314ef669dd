/// Formats that are neither PDF nor text, told by the bytes they begin with, so that the message can name what the file
/// is: downloads often carry the wrong suffix.
enum FileSignature {
  /// The format's name with its article, or nil.
  static func name(of bytes: [UInt8]) -> String? {
    for (magic, name) in magics where bytes.starts(with: magic) { return name }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      return "a WebP image"
    }
    if bytes.starts(with: [0x50, 0x4B]), bytes.count > 3, [[3, 4], [5, 6], [7, 8]].contains(Array(bytes[2...3])) {
      return archiveName(bytes)
    }
    return nil
  }

  private static let magics: [([UInt8], String)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file (.doc, .xls, .wps)"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF87a".utf8), "a GIF image"),
    (Array("GIF89a".utf8), "a GIF image"),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
    ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
    ([0x1F, 0x8B, 0x08], "a gzip archive"),
    (Array("Rar!".utf8) + [0x1A, 0x07], "a RAR archive"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    (Array(#"{\rtf"#.utf8), "an RTF document"),
  ]

  /// Office files and OFD are ZIP archives; the names of their members tell which. The first members' names stand at
  /// the start, all of them in the directory at the end.
  private static func archiveName(_ bytes: [UInt8]) -> String {
    let members: [(String, String)] = [
      ("word/", "a Word document (.docx)"),
      ("xl/", "an Excel workbook (.xlsx)"),
      ("ppt/", "a PowerPoint presentation (.pptx)"),
      ("OFD.xml", "an OFD document"),
      ("application/vnd.oasis.opendocument", "an OpenDocument file"),
    ]
    for part in [bytes.prefix(4096), bytes.suffix(65536)] {
      for (member, name) in members where contains(part, Array(member.utf8)) { return name }
    }
    return "a ZIP archive"
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for index in bytes.startIndex...(bytes.endIndex - wanted.count) where bytes[index] == first {
      if bytes[index...].starts(with: wanted) { return true }
    }
    return false
  }

  /// Whether a decoded text is the source of a web page: its tables are markup, not text.
  static func isWebPage(_ text: String) -> Bool {
    var rest = Substring(text.prefix(2048).drop { $0.isWhitespace })
    while rest.hasPrefix("<!--") || rest.hasPrefix("<?") {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...].drop { $0.isWhitespace }
    }
    let head = rest.prefix(14).lowercased()
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
  }
}
