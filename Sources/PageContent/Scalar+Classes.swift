extension Unicode.Scalar {
  /// Chinese characters and the full-width punctuation set among them: characters between which a gap is layout, not
  /// a word boundary.
  @inlinable package var isIdeographic: Bool {
    switch value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0x20000...0x3FFFF: true
    case 0x2018...0x201D, 0x2014, 0x2026: true
    default: false
    }
  }

  /// Digits, separators and signs, half or full width.
  @inlinable package var isPartOfNumber: Bool {
    switch value {
    case 0x2C...0x2E, 0x30...0x39, 0xFF0C...0xFF0E, 0xFF10...0xFF19, 0x2212: true
    default: false
    }
  }

  /// ASCII for a full-width form: 5 for ５.
  @inlinable package var narrowForm: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }

  @inlinable package var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }

  @inlinable package var isASCIILetter: Bool { (0x41...0x5A).contains(value & ~0x20) }

  /// Spaces of every width, line ends and the zero-width marks that word processors leave behind.
  @inlinable package var isLayoutSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
