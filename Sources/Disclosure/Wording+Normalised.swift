extension Wording {
  /// White space and quotation marks left out, full-width forms made ASCII: 「三公」经费（万元） and “三公” 经费(万元) agree.
  package static func normalised(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      // Most texts are normal.
      var index = 0
      while index < bytes.count, case .same(let length) = NormalForm(of: bytes, at: index) { index += length }
      return index == bytes.count ? nil : normalised(bytes, from: index)
    } ?? text
  }

  /// A text that changes at an index for the first time.
  private static func normalised(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { result in
      var index = start
      var end = result.initialize(fromContentsOf: bytes[..<start])
      while index < bytes.count {
        switch NormalForm(of: bytes, at: index) {
        case .same(let length):
          for byte in bytes[index..<index + length] {
            result[end] = byte
            end += 1
          }
          index += length
        case .ascii(let byte, let length):
          result[end] = byte
          end += 1
          index += length
        case .nothing(let length): index += length
        }
      }
      return end
    }
  }
}

/// What normalising makes of a character, and how many bytes it has.
private enum NormalForm {
  case same(Int)
  case ascii(UInt8, Int)
  case nothing(Int)

  /// Characters of which none changes may be taken byte by byte.
  @inline(__always)
  init(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let byte = bytes[index]
    switch byte {
    case 0x09...0x0D, 0x20, 0x22, 0x27, 0x60: self = .nothing(1)
    // The blocks of spaces, of punctuation and of full-width forms.
    case 0xC2:
      self.init(of: UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), length: 2)
    case 0xE1, 0xE2, 0xE3, 0xEF:
      let high = UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
      self.init(of: high | UInt32(bytes[index + 2] & 0x3F), length: 3)
    // Ideographs.
    case 0xE4...0xE9: self = .same(3)
    default: self = .same(1)
    }
  }

  private init(of value: UInt32, length: Int) {
    guard let scalar = Unicode.Scalar(value) else {
      self = .same(length)
      return
    }
    switch scalar.normalised {
    case scalar: self = .same(length)
    case let ascii?: self = .ascii(UInt8(truncatingIfNeeded: ascii.value), length)
    case nil: self = .nothing(length)
    }
  }
}

extension Unicode.Scalar {
  /// The character that stands for this one in normalised wording; nil for white space and quotation marks.
  var normalised: Unicode.Scalar? {
    switch value {
    case 0x22, 0x27, 0x60, 0x2018...0x201F, 0x300A...0x300F, 0xFF02, 0xFF07: nil
    case 0xFF01...0xFF5E: narrowForm
    case 0x3014, 0x3010: "["
    case 0x3015, 0x3011: "]"
    default: isLayoutSpace ? nil : self
    }
  }
}
