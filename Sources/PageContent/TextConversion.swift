import Glibc

/// Text turned from one encoding into another by the system's `iconv`.
package struct TextConversion {
  package private(set) var bytes: [UInt8] = []
  /// How many bytes belonged to no character; each gave U+FFFD, or a question mark where the target has none.
  package private(set) var brokenCount = 0
  /// False where the end cuts a character, which is left out.
  package private(set) var isWhole = true

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// nil where the system has no such converter.
  package init?(_ source: [UInt8], from: String, to: String = "UTF-8") {
    let converter = iconv_open(to, from)
    guard converter != iconv_t(bitPattern: -1), let converter else { return nil }
    defer { iconv_close(converter) }
    let replacement: [UInt8] = to == "UTF-8" ? [0xEF, 0xBF, 0xBD] : [0x3F]
    // A pair of bytes gives at most three, a sequence of four at most four; one broken byte gives three. A letter of
    // three bytes gives at most four.
    var output = [CChar](repeating: 0, count: source.count * 3 + 16)
    var input = source.map { CChar(bitPattern: $0) }
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var next = source.baseAddress
        var left = source.count
        var free = target.baseAddress
        var room = target.count
        while left > 0, iconv(converter, &next, &left, &free, &room) == .max {
          guard errno == EILSEQ, room >= replacement.count else {
            isWhole = false
            break
          }
          brokenCount += 1
          for byte in replacement {
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
    bytes = output[..<written].map { UInt8(bitPattern: $0) }
  }
}
