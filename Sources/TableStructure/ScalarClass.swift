import PageContent

extension Unicode.Scalar {
  /// White space of any width, and scalars without any.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// Nothing is printed and nothing is held apart.
  var isZeroWidth: Bool { (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF }

  /// Chinese characters and the punctuation set in their square: between two of these a space is layout only.
  var isChinese: Bool {
    switch value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0x20000...0x3FFFF: value != 0x3000
    case 0xFF01...0xFF5E: !isFullWidthAlphanumeric
    case 0xFFE0...0xFFE6, 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026: true
    default: false
    }
  }

  private var isFullWidthAlphanumeric: Bool {
    (0xFF10...0xFF19).contains(value) || (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value)
  }

  /// The columns it takes where text is set in a fixed pitch.
  var displayWidth: Int {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      2
    default: isZeroWidth ? 0 : hasAmbiguousWidth ? 2 : 1
    }
  }

  /// As wide as a Chinese character beside Chinese characters; elsewhere half as wide.
  var hasAmbiguousWidth: Bool {
    switch value {
    case 0xB0, 0xB1, 0xB7, 0xD7, 0xF7, 0x2010, 0x2013...0x2016, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x2030,
      0x2032, 0x2033, 0x203B, 0x2103, 0x2160...0x216B, 0x2190...0x2193, 0x2264...0x2267, 0x2460...0x24FF,
      0x2500...0x25EF,
      0x2605, 0x2606:
      true
    default: false
    }
  }

  var endsSentence: Bool { "。；：！？.;:!?）)”".unicodeScalars.contains(self) }
}
