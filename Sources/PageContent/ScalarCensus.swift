/// What kinds of characters a decoded text holds: tells a text from bytes that merely decode.
struct ScalarCensus {
  private(set) var total = 0
  private(set) var beyondASCII = 0
  /// Characters that a Chinese report is made of.
  private(set) var expected = 0
  /// Control characters other than those that lay out text, and scalars that are no characters.
  private(set) var controls = 0
  /// Private-use and unassigned scalars.
  private(set) var unknown = 0
  private(set) var replacements = 0

  init(_ text: String) {
    for scalar in text.unicodeScalars { count(scalar) }
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    total += 1
    switch scalar.value {
    case 0x20...0x7E, 0x09...0x0D:
      expected += 1
      return
    case 0...0x1F, 0x7F:
      controls += 1
      return
    default:
      beyondASCII += 1
    }
    switch scalar.value {
    // Han, Chinese punctuation, full-width forms, general punctuation, enclosed and geometric signs.
    case 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF00...0xFF5E, 0xFFE0...0xFFE6, 0x2010...0x2027, 0x2030...0x203B,
      0x2460...0x24FF, 0x2500...0x26FF, 0x2200...0x22FF, 0xA0...0xBF, 0xD7, 0xF7, 0x3220...0x33FF:
      expected += 1
    case 0x80...0x9F: controls += 1
    case 0xFFFD: replacements += 1
    default:
      switch scalar.properties.generalCategory {
      case .privateUse: unknown += 1
      case .unassigned: if scalar.properties.isNoncharacterCodePoint { controls += 1 } else { unknown += 1 }
      default: break
      }
    }
  }

  /// Word processors leave a few control and private-use characters in what they export; data is full of them.
  var isText: Bool {
    controls * 50 <= total && unknown * 20 <= total && replacements * 20 <= total
  }

  /// For encodings in which nearly all bytes are valid: hardly anything but what such a report is made of.
  var isChineseReport: Bool { expected * 20 >= total * 19 }
}
