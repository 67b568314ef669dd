/// Formats that are neither PDF nor text, told by the bytes they begin with: downloads often carry the wrong suffix.
package enum FileSignature: Sendable {
  case oldOffice
  case word, excel, powerPoint, ofd, openDocument, zip
  case png, jpeg, gif, tiff, webP
  case gzip, rar, sevenZip
  case rtf

  /// With its article, so that a message can name what the file is.
  package var name: String {
    switch self {
    case .oldOffice: "an old Office file (.doc, .xls, .wps)"
    case .word: "a Word document (.docx)"
    case .excel: "an Excel workbook (.xlsx)"
    case .powerPoint: "a PowerPoint presentation (.pptx)"
    case .ofd: "an OFD document"
    case .openDocument: "an OpenDocument file"
    case .zip: "a ZIP archive"
    case .png: "a PNG image"
    case .jpeg: "a JPEG image"
    case .gif: "a GIF image"
    case .tiff: "a TIFF image"
    case .webP: "a WebP image"
    case .gzip: "a gzip archive"
    case .rar: "a RAR archive"
    case .sevenZip: "a 7z archive"
    case .rtf: "an RTF document"
    }
  }

  /// nil where the bytes begin as none of them. Of a long file its first 4 and last 64 KiB are enough.
  package init?(_ bytes: [UInt8]) {
    if let (_, format) = Self.magics.first(where: { bytes.starts(with: $0.0) }) {
      self = format
    } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      self = .webP
    } else if bytes.starts(with: [0x50, 0x4B]), bytes.count > 3,
      [[3, 4], [5, 6], [7, 8]].contains(Array(bytes[2...3]))
    {
      self = Self.archive(bytes)
    } else {
      return nil
    }
  }

  private static let magics: [([UInt8], FileSignature)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ([0xFF, 0xD8, 0xFF], .jpeg),
    (Array("GIF87a".utf8), .gif),
    (Array("GIF89a".utf8), .gif),
    ([0x49, 0x49, 0x2A, 0x00], .tiff),
    ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ([0x1F, 0x8B, 0x08], .gzip),
    (Array("Rar!".utf8) + [0x1A, 0x07], .rar),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
    (Array(#"{\rtf"#.utf8), .rtf),
  ]

  /// Office files and OFD are ZIP archives; the names of their members tell which. The first members' names stand at
  /// the start, all of them in the directory at the end.
  private static func archive(_ bytes: [UInt8]) -> FileSignature {
    let members: [(String, FileSignature)] = [
      ("word/", .word), ("xl/", .excel), ("ppt/", .powerPoint), ("OFD.xml", .ofd),
      ("application/vnd.oasis.opendocument", .openDocument),
    ]
    for part in [bytes.prefix(4096), bytes.suffix(65536)] {
      for (member, format) in members where contains(part, Array(member.utf8)) { return format }
    }
    return .zip
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for index in bytes.startIndex...(bytes.endIndex - wanted.count) where bytes[index] == first {
      if bytes[index...].starts(with: wanted) { return true }
    }
    return false
  }

  /// Whether a decoded text is the source of a web page: its tables are markup, not text.
  package static func isWebPage(_ text: String) -> Bool {
    var rest = Substring(text.prefix(2048).drop { $0.isWhitespace })
    while rest.hasPrefix("<!--") || rest.hasPrefix("<?") {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...].drop { $0.isWhitespace }
    }
    let head = rest.prefix(14).lowercased()
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
  }
}
