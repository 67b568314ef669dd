extension JSONWriter {
  /// Writes UTF-8 text with everything escaped that JSON wants escaped, and what a terminal or a script would act on:
  /// DEL, the C1 controls, U+2028 and U+2029.
  mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      // Letters, digits and nearly all of Chinese leave here.
      if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, byte != 0xC2, byte != 0xE2 {
        index += 1
        continue
      }
      let (scalar, length) = JSONWriter.scalarToEscape(text, at: index)
      if length == 0 {
        index += 1
        continue
      }
      append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
      escape(scalar)
      index += length
      runStart = index
    }
    append(UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  /// The scalar at an index and its length, where it must be escaped; length 0 where it need not be.
  private static func scalarToEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt16, length: Int) {
    switch text[index] {
    case 0xC2:
      guard index + 1 < text.count, text[index + 1] < 0xA0 else { return (0, 0) }
      return (UInt16(text[index + 1]), 2)
    case 0xE2:
      guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else { return (0, 0) }
      return (0x2000 + UInt16(text[index + 2] & 0x3F), 3)
    default:
      return (UInt16(text[index]), 1)
    }
  }

  private mutating func escape(_ scalar: UInt16) {
    switch scalar {
    case 0x22: literal("\\\"")
    case 0x5C: literal("\\\\")
    case 0x08: literal("\\b")
    case 0x09: literal("\\t")
    case 0x0A: literal("\\n")
    case 0x0C: literal("\\f")
    case 0x0D: literal("\\r")
    default:
      literal("\\u")
      for shift in stride(from: 12, through: 0, by: -4) {
        let digit = UInt8(scalar >> UInt16(shift) & 15)
        append(CollectionOfOne(digit < 10 ? 0x30 + digit : 0x57 + digit))
      }
    }
  }
}
