extension Unicode.Scalar {
  /// A digit of ASCII or of full width.
  @inlinable package var isDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }

  /// What the digit counts; nil for anything else.
  @inlinable package var digit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  /// A minus sign, or what is printed in place of a figure that is none: hyphens and dashes of every length, and the
  /// mathematical sign.
  @inlinable package var isDash: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// What may stand among the digits of a figure: separators, signs, brackets, the sign of per cent.
  @inlinable package var isMarkOfNumber: Bool {
    switch value {
    case 0x25, 0x28, 0x29, 0x2B, 0x2C, 0x2E, 0xFF05, 0xFF08, 0xFF09, 0xFF0B, 0xFF0C, 0xFF0E: true
    default: isDash
    }
  }
}
