/// Reads JSON (RFC 8259) from UTF-8 bytes. Strict, and safe on hostile input: how deep it nests is limited, and every
/// string is valid Unicode.
package struct JSONParser {
  /// The formats of this tool nest 12 levels deep.
  package static let depthLimit = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var nodes: [JSONTree.Node] = []
  private var escaped: [String] = []

  package static func parse(_ bytes: [UInt8]) throws(Malformed) -> JSONValue {
    guard bytes.count < UInt32.max else { throw Malformed("not JSON that this tool wrote: larger than 4 GB") }
    // Typed errors do not pass through the buffer's closure.
    let result: Result<JSONParser, Malformed> = bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      do throws(Malformed) {
        try parser.document()
        return .success(parser)
      } catch {
        return .failure(error)
      }
    }
    let parser = try result.get()
    return JSONValue(tree: JSONTree(bytes: bytes, nodes: parser.nodes, escaped: parser.escaped), node: 0)
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // As many as documents have.
    nodes.reserveCapacity(bytes.count / 12)
  }

  private mutating func document() throws(Malformed) {
    do { _ = try UTF8Span(validating: bytes.span) } catch {
      index = error.byteOffsets.lowerBound
      throw Malformed("not JSON: text that is not Unicode, \(place)")
    }
    // A byte order mark is none of JSON's, but editors write it.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    skipSpace()
    try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw unexpected() }
  }

  private mutating func value(depth: Int) throws(Malformed) {
    guard depth < JSONParser.depthLimit else {
      throw Malformed("not JSON that this tool wrote: nested deeper than \(JSONParser.depthLimit) levels")
    }
    guard let byte = peek else { throw unexpected() }
    switch byte {
    case UInt8(ascii: "{"): try members(depth: depth)
    case UInt8(ascii: "["): try elements(depth: depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "t"): try word("true", .true)
    case UInt8(ascii: "f"): try word("false", .false)
    default: throw unexpected()
    }
  }

  private mutating func members(depth: Int) throws(Malformed) {
    let node = nodes.count
    add(.object)
    index += 1
    skipSpace()
    if skip(UInt8(ascii: "}")) { return }
    var count: UInt32 = 0
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw unexpected() }
      try string()
      skipSpace()
      guard skip(UInt8(ascii: ":")) else { throw unexpected() }
      skipSpace()
      try value(depth: depth + 1)
      count += 1
      skipSpace()
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw unexpected() }
    close(node, count)
  }

  private mutating func elements(depth: Int) throws(Malformed) {
    let node = nodes.count
    add(.array)
    index += 1
    skipSpace()
    if skip(UInt8(ascii: "]")) { return }
    var count: UInt32 = 0
    repeat {
      skipSpace()
      try value(depth: depth + 1)
      count += 1
      skipSpace()
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw unexpected() }
    close(node, count)
  }

  // MARK: Nodes

  private mutating func add(_ kind: JSONTree.Node.Kind, start: Int = 0, count: Int = 0) {
    nodes.append(
      JSONTree.Node(kind: kind, start: UInt32(start), count: UInt32(count), next: UInt32(nodes.count + 1)))
  }

  /// An array or object is complete.
  private mutating func close(_ node: Int, _ count: UInt32) {
    nodes[node].count = count
    nodes[node].next = UInt32(nodes.count)
  }

  // MARK: Scalars

  private mutating func word(_ word: StaticString, _ kind: JSONTree.Node.Kind) throws(Malformed) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard peek == word.utf8Start[offset] else { throw unexpected() }
      index += 1
    }
    add(kind)
  }

  private mutating func number() throws(Malformed) {
    let start = index
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { try digits() }
    if skip(UInt8(ascii: ".")) { try digits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try digits()
    }
    add(.number, start: start, count: index - start)
  }

  private mutating func digits() throws(Malformed) {
    let start = index
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    guard index > start else { throw unexpected() }
  }

  private mutating func string() throws(Malformed) {
    index += 1
    let start = index
    while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
    if peek == UInt8(ascii: "\\") { return try escapedString(from: start) }
    add(.string, start: start, count: index - start)
    guard skip(UInt8(ascii: "\"")) else { throw unexpected() }
  }

  private mutating func escapedString(from start: Int) throws(Malformed) {
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
    add(.escapedString, start: escaped.count)
    escaped.append(String(decoding: text, as: UTF8.self))
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
