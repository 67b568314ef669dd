import PageContent

/// The name that a server gives a file (RFC 6266), in the spellings that servers use: `filename*=UTF-8''%E5…`,
/// `filename="…"` in UTF-8 or GB18030, raw or percent-encoded.
enum ContentDisposition {
  /// nil where no name is given, or none that can be read.
  static func fileName(_ value: [UInt8]) -> String? {
    let parameters = parameters(value)
    let extended = parameters.first { $0.name == "filename*" }.flatMap { extendedName($0.value) }
    if let extended, !extended.isEmpty { return extended }
    guard let plain = parameters.first(where: { $0.name == "filename" })?.value, !plain.isEmpty else { return nil }
    // Some servers write the extended form under the plain name.
    if let name = extendedName(plain) { return name }
    guard let text = PercentCoding.text(plain) else { return nil }
    return PercentCoding.text(PercentCoding.decoded(text)) ?? text
  }

  /// charset'language'percent-encoded (RFC 8187).
  private static func extendedName(_ value: [UInt8]) -> String? {
    let parts = value.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let encoding = PageEncoding(label: String(decoding: parts[0], as: UTF8.self)) else {
      return nil
    }
    let bytes = PercentCoding.decoded(String(decoding: parts[2], as: UTF8.self))
    return encoding.strictText(of: bytes) ?? PercentCoding.text(bytes)
  }

  private static func parameters(_ value: [UInt8]) -> [(name: String, value: [UInt8])] {
    var parameters: [(name: String, value: [UInt8])] = []
    var index = value.firstIndex(of: UInt8(ascii: ";")) ?? value.count
    while index < value.count {
      index += 1
      let equals = value[min(index, value.count)...].firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ";") }
      guard let equals else { break }
      let name = String(decoding: value[index..<equals], as: UTF8.self).lowercased().filter { !$0.isWhitespace }
      index = equals
      guard value[equals] == UInt8(ascii: "=") else { continue }
      let (text, end) = parameterValue(value, at: equals + 1)
      parameters.append((name, text))
      index = value[end...].firstIndex(of: UInt8(ascii: ";")) ?? value.count
    }
    return parameters
  }

  private static func parameterValue(_ value: [UInt8], at start: Int) -> ([UInt8], end: Int) {
    var index = start
    while index < value.count, value[index] == 0x20 { index += 1 }
    guard index < value.count, value[index] == UInt8(ascii: "\"") else {
      let end = value[index...].firstIndex(of: UInt8(ascii: ";")) ?? value.count
      let text = value[index..<end]
      return (Array(text.dropLast(text.reversed().prefix { $0 == 0x20 }.count)), end)
    }
    var text: [UInt8] = []
    index += 1
    while index < value.count, value[index] != UInt8(ascii: "\"") {
      // A backslash quotes a quotation mark or itself; before anything else it is a separator of some other system.
      if value[index] == UInt8(ascii: "\\"), index + 1 < value.count, [0x22, 0x5C].contains(value[index + 1]) {
        index += 1
      }
      text.append(value[index])
      index += 1
    }
    return (text, min(index + 1, value.count))
  }
}
