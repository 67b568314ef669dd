import Glibc

/// The encoding of a page of the web, by the name that iconv knows it by.
package struct PageEncoding: Hashable, Sendable {
  private let name: String

  package static let utf8 = PageEncoding(name: "UTF-8")
  /// Of which GB2312 and GBK are parts.
  package static let gb18030 = PageEncoding(name: "GB18030")

  private init(name: String) { self.name = name }

  /// By a label such as `gb2312`, from a header or a `meta` element; nil for one that the web does not know.
  package init?(label: some StringProtocol) {
    switch label.lowercased().filter({ !$0.isWhitespace && $0 != "\"" && $0 != "'" }) {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "us-ascii", "ascii": self = .utf8
    case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "chinese", "csgb2312", "cp936", "hz-gb-2312":
      self = .gb18030
    case "big5", "big5-hkscs", "x-x-big5": self.init(name: "BIG5-HKSCS")
    case "utf-16", "utf-16le", "unicode": self.init(name: "UTF-16LE")
    case "utf-16be": self.init(name: "UTF-16BE")
    case "iso-8859-1", "latin1", "windows-1252": self.init(name: "WINDOWS-1252")
    default: return nil
    }
  }

  /// The text of bytes; nil where they are none in this encoding.
  package func strictText(of bytes: [UInt8]) -> String? {
    if self == .utf8 { return String(validating: bytes, as: UTF8.self) }
    guard let conversion = TextConversion(bytes, from: name), conversion.brokenCount == 0, conversion.isWhole else {
      return nil
    }
    return conversion.text
  }

  /// The text of bytes, with U+FFFD for what is broken.
  package func text(of bytes: [UInt8]) -> String {
    if self == .utf8 { return String(decoding: bytes, as: UTF8.self) }
    return TextConversion(bytes, from: name)?.text ?? String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a text; nil where the encoding lacks one of its letters.
  package func bytes(of text: String) -> [UInt8]? {
    if self == .utf8 || name.hasPrefix("UTF-16") { return Array(text.utf8) }
    guard let conversion = TextConversion(Array(text.utf8), from: "UTF-8", to: name), conversion.brokenCount == 0
    else { return nil }
    return conversion.bytes
  }
}

extension PageEncoding {
  /// The encoding of a page: its byte order mark, else what the server says, else what its head says, else whatever it
  /// is valid in.
  package static func detect(_ bytes: [UInt8], contentType: String?) -> PageEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return PageEncoding(name: "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return PageEncoding(name: "UTF-16BE") }
    let declared = contentType.flatMap(charset(in:)) ?? charset(inHeadOf: bytes)
    // Chinese in another encoding is no UTF-8, but for a word or two by chance.
    if isSurelyUTF8(bytes) { return .utf8 }
    // What is not UTF-8 although it says so is nearly always GB18030.
    if declared == nil || declared == .utf8, String(validating: bytes, as: UTF8.self) == nil {
      let asGB = TextConversion(bytes, from: PageEncoding.gb18030.name)
      let broken = String(decoding: bytes, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
      if let asGB, asGB.brokenCount < broken { return .gb18030 }
    }
    return declared ?? .utf8
  }

  /// Whether nearly all letters beyond ASCII are UTF-8, and there are some: what a cut or a damaged byte leaves is not enough
  /// for another encoding.
  private static func isSurelyUTF8(_ bytes: [UInt8]) -> Bool {
    var letters = 0
    var broken = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { broken += 1 } else if scalar.value > 0x7FF { letters += 1 }
    }
    return letters >= fewestLetters && 10 * broken < letters
  }

  private static let fewestLetters = 8

  private static func charset(in text: String) -> PageEncoding? {
    let text = text.lowercased()
    guard let range = text.range(of: "charset") else { return nil }
    let rest = text[range.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
    return PageEncoding(label: rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
  }

  /// `<meta charset=…>` or `<meta http-equiv=… content="…charset=…">`.
  private static func charset(inHeadOf bytes: [UInt8]) -> PageEncoding? {
    let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    for token in HTMLTokens(head) {
      guard case .start(let tag) = token, tag.name == "meta" else { continue }
      if let label = tag["charset"], let encoding = PageEncoding(label: label) { return encoding }
      if let content = tag["content"], let encoding = charset(in: content) { return encoding }
    }
    return nil
  }
}
