/// The head of an answer: its fields, by their names in lower case.
struct ResponseHead {
  private var fields: [(name: String, value: [UInt8])] = []
  /// No server says so much.
  private static let sizeLimit = 256 << 10
  private var size = 0
  private(set) var status = 0
  /// `404 Not Found`.
  private(set) var statusLine = ""

  /// Takes a line as it came; a status line begins anew, as after `100 Continue`. False where there is too much.
  mutating func add(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    if line.starts(with: "HTTP/".utf8) {
      fields = []
      let words = line.drop { $0 != 0x20 }.filter { (0x20..<0x7F).contains($0) }
      statusLine = String(decoding: words.dropFirst().prefix(80), as: UTF8.self)
      status = ForeignNumber.value(statusLine.prefix(3)) ?? 0
      return true
    }
    size += line.count
    guard size <= ResponseHead.sizeLimit else { return false }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let isSpace = { (byte: UInt8) in byte <= 0x20 }
    let value = line[(colon + 1)...].drop(while: isSpace)
    fields.append(
      (
        String(decoding: line[..<colon], as: UTF8.self).lowercased(),
        Array(value.dropLast(value.reversed().prefix(while: isSpace).count))
      ))
    return true
  }

  /// The bytes of a field's value, which need not be text in any known encoding.
  func bytes(_ name: String) -> [UInt8]? { fields.last { $0.name == name }?.value }

  /// The field's value as text, in UTF-8 or GB18030; nil where there is none.
  subscript(name: String) -> String? {
    guard let bytes = bytes(name), !bytes.isEmpty else { return nil }
    return PercentCoding.text(bytes) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// Where the bytes of a partial answer belong: `bytes 500-999/1000`.
  var contentRange: ContentRange? { self["content-range"].flatMap(ContentRange.init) }

  /// Where a redirect leads, relative or absolute. Bytes beyond ASCII, which may not stand there but do, are kept as they
  /// are.
  var location: String? {
    guard let bytes = bytes("location"), !bytes.isEmpty else { return nil }
    var text = ""
    for byte in bytes {
      if byte < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  /// The field's value, where it is short enough to be kept for every file, as those of sound servers are.
  func kept(_ name: String) -> String? {
    guard let bytes = bytes(name), bytes.count <= 4096 else { return nil }
    return self[name]
  }

  /// Names and values of the cookies that are set; as many as servers take in one request.
  var cookies: [String: String] {
    var cookies: [String: String] = [:]
    var size = 0
    for field in fields where field.name == "set-cookie" {
      size += field.value.count
      if size > 8192 { break }
      let pair = String(decoding: field.value.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2, !halves[0].isEmpty { cookies[String(halves[0])] = String(halves[1]) }
    }
    return cookies
  }

  /// In how many seconds the server wants to be asked again.
  func retryAfter(now: Int) -> Double? {
    guard let value = self["retry-after"] else { return nil }
    if let seconds = Double(value), seconds >= 0 { return min(seconds, 1e9) }
    return HTTPDate.seconds(value).map { Double(max(0, $0 - now)) }
  }
}

/// The field `Content-Range` of a partial answer (RFC 9110, 14.4).
struct ContentRange: Equatable {
  var first: Int
  var last: Int
  /// nil where the server does not know it.
  var total: Int?

  init?(_ text: String) {
    guard text.lowercased().hasPrefix("bytes ") else { return nil }
    let parts = text.dropFirst(6).split(separator: "/").map { $0.filter { $0 != " " } }
    guard parts.count == 2 else { return nil }
    let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = ForeignNumber.value(ends[0]), let last = ForeignNumber.value(ends[1]),
      first <= last
    else { return nil }
    (self.first, self.last) = (first, last)
    total = ForeignNumber.value(parts[1])
    if parts[1] != "*", total == nil { return nil }
    if let total, total <= last { return nil }
  }
}
