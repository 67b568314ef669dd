extension TextEncoding {
  /// nil where the bytes are not Chinese text in GB18030.
  /// - Throws: `InputError.unreadable` where the system has no converter.
  static func gb18030Text(_ bytes: [UInt8]) throws(InputError) -> String? {
    guard usesCommonPairs(bytes) else { return nil }
    guard let conversion = TextConversion(bytes, from: "GB18030") else {
      throw InputError.unreadable("this system cannot convert GB18030")
    }
    let text = conversion.text
    let census = ScalarCensus(text)
    return census.isText && census.isChineseReport && conversion.brokenCount * 100 <= census.beyondASCII ? text : nil
  }

  /// Nearly all pairs of a Chinese text are in the rows of GB2312; of random bytes, and of other encodings, some three
  /// in ten are. Almost any bytes are valid GB18030, so validity alone says nothing.
  private static func usesCommonPairs(_ bytes: [UInt8]) -> Bool {
    var pairs = 0
    var common = 0
    var others = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      guard lead >= 0x80, index + 1 < bytes.count else {
        index += 1
        continue
      }
      let trail = bytes[index + 1]
      switch (lead, trail) {
      case (0x81...0xFE, 0x30...0x39):
        others += 1
        index += 4
      case (0xA1...0xA9, 0xA1...0xFE), (0xB0...0xF7, 0xA1...0xFE):
        pairs += 1
        common += 1
        index += 2
      case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE):
        pairs += 1
        index += 2
      default:
        others += 1
        index += 1
      }
    }
    return pairs > 0 && common * 5 >= pairs * 4 && others * 20 <= pairs
  }
}
