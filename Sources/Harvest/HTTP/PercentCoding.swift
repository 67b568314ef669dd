import PageContent

/// Percent-encoding (RFC 3986, 2.1).
enum PercentCoding {
  /// A path with everything encoded that may not stand in one.
  static func path(_ text: String) -> String { encoded(Array(text.utf8), keeping: pathBytes) }

  static func query(_ text: String, _ encoding: PageEncoding = .utf8) -> String {
    let bytes = text.utf8.allSatisfy { $0 < 0x80 } ? nil : encoding.bytes(of: text)
    return encoded(bytes ?? Array(text.utf8), keeping: queryBytes)
  }

  /// The bytes that an encoded text stands for. What is no valid escape stays as it is.
  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let byte = escape(bytes, at: index) {
        result.append(byte)
        index += 3
      } else {
        result.append(plusIsSpace && bytes[index] == UInt8(ascii: "+") ? 0x20 : bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The text of bytes from an address or a header: UTF-8 where they are that, else GB18030, as Chinese servers send it.
  static func text(_ bytes: [UInt8]) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return PageEncoding.gb18030.strictText(of: bytes)
  }

  // MARK: Bytes

  private static let unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
  private static let pathBytes = table(unreserved + "!$&'()*+,;=:@/")
  private static let queryBytes = table(unreserved + "!$&'()*+,;=:@/" + "?[]|")

  /// For each byte whether it is one of a text's.
  private static func table(_ text: String) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for byte in text.utf8 { table[Int(byte)] = true }
    return table
  }

  private static func encoded(_ bytes: [UInt8], keeping kept: [Bool]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let byte = escape(bytes, at: index) {
        append(byte, to: &result)
        index += 3
      } else {
        if kept[Int(bytes[index])] { result.append(bytes[index]) } else { append(bytes[index], to: &result) }
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func escape(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = nibble(bytes[index + 1]),
      let low = nibble(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
