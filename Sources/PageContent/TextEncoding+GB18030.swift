import Glibc

extension TextEncoding {
  /// nil where the bytes are not Chinese text in GB18030.
  /// - Throws: `InputError.unreadable` where the system has no converter.
  static func gb18030Text(_ bytes: [UInt8]) throws(InputError) -> String? {
    guard usesCommonPairs(bytes) else { return nil }
    let converter = iconv_open("UTF-8", "GB18030")
    guard converter != iconv_t(bitPattern: -1), let converter else {
      throw InputError.unreadable("this system cannot convert GB18030")
    }
    defer { iconv_close(converter) }
    // A pair of bytes gives at most three, a sequence of four at most four; one broken byte gives three.
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    var input = bytes.map { CChar(bitPattern: $0) }
    var broken = 0
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var next = source.baseAddress
        var left = source.count
        var free = target.baseAddress
        var room = target.count
        while left > 0, iconv(converter, &next, &left, &free, &room) == .max {
          // The end cuts a character: what stands before it is whole.
          guard errno == EILSEQ, room >= 3 else { break }
          broken += 1
          for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
            free?.pointee = CChar(bitPattern: byte)
            free = free?.successor()
            room -= 1
          }
          next = next?.successor()
          left -= 1
        }
        return target.count - room
      }
    }
    let text = String(decoding: output[..<written].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let census = ScalarCensus(text)
    return census.isText && census.isChineseReport && broken * 100 <= census.beyondASCII ? text : nil
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
