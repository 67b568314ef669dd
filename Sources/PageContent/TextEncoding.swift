/// How a text file's bytes stand for characters.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// The Chinese national standard; GB2312 and GBK are parts of it.
  case gb18030 = "GB18030"
}

extension TextEncoding {
  /// Finds the encoding by content, as no file says it reliably, and decodes.
  ///
  /// A byte order mark decides and is left out of the text. Without one the strictest encoding is tried first: bytes
  /// are valid UTF-8 by chance far less often than they are valid GB18030.
  /// - Throws: `InputError.notText`.
  package static func decode(_ bytes: [UInt8]) throws(InputError) -> (text: String, encoding: TextEncoding) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      guard let text = utf8Text(bytes[3...]) else { throw InputError.notText }
      return (text, .utf8)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let encoding: TextEncoding = bytes[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
      guard let text = utf16Text(bytes[2...], encoding), ScalarCensus(text).isText else { throw InputError.notText }
      return (text, encoding)
    }
    // In these encodings but UTF-16 a zero byte is the character NUL, which no text holds; every text in UTF-16 holds
    // zero bytes, for its line ends and digits.
    guard bytes.contains(0) else {
      if let text = utf8Text(bytes[...]) { return (text, .utf8) }
      if let text = try gb18030Text(bytes) { return (text, .gb18030) }
      throw InputError.notText
    }
    let candidates = [TextEncoding.utf16LittleEndian, .utf16BigEndian].compactMap { encoding in
      utf16Text(bytes[...], encoding).map { (text: $0, encoding: encoding, census: ScalarCensus($0)) }
    }
    let plausible = candidates.filter { $0.census.isText && $0.census.isChineseReport }
    guard let best = plausible.max(by: { $0.census.expected < $1.census.expected }) else { throw InputError.notText }
    return (best.text, best.encoding)
  }

  /// nil where the bytes are not UTF-8. A character that the end of the file cuts is left out, and a rare broken one
  /// becomes U+FFFD: both come from downloads and editors that cut at a byte count.
  private static func utf8Text(_ bytes: ArraySlice<UInt8>) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) {
      return ScalarCensus(text).isText ? text : nil
    }
    let whole = bytes.dropLast(cutTail(of: bytes))
    if whole.count < bytes.count, let text = String(validating: whole, as: UTF8.self) {
      return ScalarCensus(text).isText ? text : nil
    }
    let text = String(decoding: whole, as: UTF8.self)
    let census = ScalarCensus(text)
    return census.isText && census.replacements * 100 <= census.beyondASCII ? text : nil
  }

  /// The number of bytes at the end that begin a UTF-8 sequence without finishing it.
  private static func cutTail(of bytes: ArraySlice<UInt8>) -> Int {
    for (back, byte) in bytes.reversed().prefix(3).enumerated() where byte & 0xC0 != 0x80 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back + 1 ? back + 1 : 0
    }
    return 0
  }

  /// nil where a surrogate stands alone. An odd last byte is left out.
  private static func utf16Text(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String? {
    let start = bytes.startIndex
    let isLittle = encoding == .utf16LittleEndian
    var units = (0..<bytes.count / 2).map { index in
      let first = UInt16(bytes[start + 2 * index])
      let second = UInt16(bytes[start + 2 * index + 1])
      return isLittle ? second << 8 | first : first << 8 | second
    }
    if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    return String(validating: units, as: UTF16.self)
  }
}
