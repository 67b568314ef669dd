/// Reads JSON (RFC 8259) from UTF-8 bytes. Strict, and safe on hostile input: how deep it nests is limited, and every
/// string is valid Unicode.
package struct JSONParser {
  /// The formats of this tool nest 12 levels deep.
  package static let depthLimit = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  package static func parse(_ bytes: [UInt8]) throws(Malformed) -> JSONValue {
    // Typed errors do not pass through the buffer's closure.
    let result: Result<JSONValue, Malformed> = bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      do throws(Malformed) { return .success(try parser.document()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // A byte order mark is none of JSON's, but editors write it.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private mutating func document() throws(Malformed) -> JSONValue {
    skipSpace()
    let value = try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw unexpected() }
    return value
  }

  private mutating func value(depth: Int) throws(Malformed) -> JSONValue {
    guard depth < JSONParser.depthLimit else {
      throw Malformed("not JSON that this tool wrote: nested deeper than \(JSONParser.depthLimit) levels")
    }
    guard let byte = peek else { throw unexpected() }
    switch byte {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    default: throw unexpected()
    }
  }

  private mutating func members(depth: Int) throws(Malformed) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    members.reserveCapacity(6)
    index += 1
    skipSpace()
    if skip(UInt8(ascii: "}")) { return members }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw unexpected() }
      let name = try string()
      skipSpace()
      guard skip(UInt8(ascii: ":")) else { throw unexpected() }
      skipSpace()
      members.append(.init(name: name, value: try value(depth: depth + 1)))
      skipSpace()
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw unexpected() }
    return members
  }

  private mutating func elements(depth: Int) throws(Malformed) -> [JSONValue] {
    var elements: [JSONValue] = []
    index += 1
    skipSpace()
    if skip(UInt8(ascii: "]")) { return elements }
    elements.reserveCapacity(4)
    repeat {
      skipSpace()
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw unexpected() }
    return elements
  }

  // MARK: Scalars

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Malformed) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard peek == word.utf8Start[offset] else { throw unexpected() }
      index += 1
    }
    return value
  }

  private mutating func number() throws(Malformed) -> String {
    let start = index
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { try digits() }
    if skip(UInt8(ascii: ".")) { try digits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Malformed) {
    let start = index
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    guard index > start else { throw unexpected() }
  }

  private mutating func string() throws(Malformed) -> String {
    index += 1
    let start = index
    while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
    guard peek == UInt8(ascii: "\\") else {
      guard let text = text(bytes[start..<index]) else { throw notUnicode() }
      guard skip(UInt8(ascii: "\"")) else { throw unexpected() }
      return text
    }
    return try escapedString(from: start)
  }

  /// nil for what is not UTF-8. `String(validating:as:)` says the same, at several times the cost: here what is not UTF-8
  /// is mended, and tells itself by being another text.
  private func text(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let part = UnsafeBufferPointer(rebasing: part)
    var text = String(
      unsafeUninitializedCapacity: part.count,
      initializingUTF8With: { buffer in
        _ = buffer.initialize(fromContentsOf: part)
        return part.count
      })
    let isSame = text.withUTF8 { $0.count == part.count && $0.elementsEqual(part) }
    return isSame ? text : nil
  }

  private mutating func escapedString(from start: Int) throws(Malformed) -> String {
    var text = [UInt8](bytes[start..<index])
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw unexpected() }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: try escape().utf8)
      } else {
        text.append(byte)
        index += 1
      }
    }
    guard skip(UInt8(ascii: "\"")) else { throw unexpected() }
    guard let text = String(validating: text, as: UTF8.self) else { throw notUnicode() }
    return text
  }

  private mutating func escape() throws(Malformed) -> String {
    index += 1
    guard let byte = peek else { throw unexpected() }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(UnicodeScalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      index -= 1
      throw unexpected()
    }
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), skip(UInt8(ascii: "\\")) {
      guard skip(UInt8(ascii: "u")) else { throw notUnicode() }
      units.append(try codeUnit())
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw notUnicode() }
    return text
  }

  private mutating func codeUnit() throws(Malformed) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(UnicodeScalar(byte)).hexDigitValue else { throw unexpected() }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  // MARK: Errors

  private func unexpected() -> Malformed {
    guard let byte = peek else { return Malformed("not JSON: it ends too early, \(place)") }
    let name =
      byte > 0x20 && byte < 0x7F
      ? "“\(UnicodeScalar(byte))”" : byte < 0x80 ? "control character \(byte)" : "byte \(byte)"
    return Malformed("not JSON: unexpected \(name) \(place)")
  }

  private func notUnicode() -> Malformed { Malformed("not JSON: text that is not Unicode, \(place)") }

  private var place: String {
    let read = bytes[..<index]
    let line = read.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    return "in line \(line), byte \(index - (read.lastIndex(of: 0x0A) ?? -1))"
  }
}
