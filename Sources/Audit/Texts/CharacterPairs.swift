/// Which characters stand side by side in a text, as bits that several pairs may share: what holds a phrase has all of its
/// pairs, and nearly every text that lacks the phrase lacks one of them.
struct CharacterPairs: Sendable {
  private var bits: SIMD8<UInt64> = .zero

  init(_ text: String) {
    var words = [UInt64](repeating: 0, count: SIMD8<UInt64>.scalarCount)
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let last {
        let bit = CharacterPairs.bit(last, scalar)
        words[bit >> 6] |= 1 << UInt64(bit & 0x3F)
      }
      last = scalar
    }
    bits = SIMD8(words)
  }

  /// Those of two texts, the second behind the first.
  init(_ pairs: CharacterPairs, of text: String, and others: CharacterPairs, of next: String) {
    bits = pairs.bits | others.bits
    guard let end = text.unicodeScalars.last, let start = next.unicodeScalars.first else { return }
    let seam = CharacterPairs.bit(end, start)
    bits[seam >> 6] |= 1 << UInt64(seam & 0x3F)
  }

  /// Whether all of another text's pairs are among them.
  func include(_ other: CharacterPairs) -> Bool { other.bits & ~bits == .zero }

  private static func bit(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int {
    Int((((left.value << 9) ^ right.value) &* 0x9E37_79B1) >> 23)
  }
}
