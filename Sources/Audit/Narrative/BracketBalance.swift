import Disclosure

/// Brackets and quotation marks of a text that have no partner.
struct BracketBalance {
  struct Mark: Hashable {
    /// As printed.
    var character: Unicode.Scalar
    var kind: Kind
    var isOpening: Bool
    /// Counted in the text's scalars.
    var offset: Int
  }

  enum Kind: Hashable { case round, square, title, quotation }

  /// In printed order.
  private(set) var unmatched: [Mark] = []

  /// A text that is read as a whole: one paragraph, or several that one sentence runs through.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var open: [Mark] = []
    for (offset, character) in scalars.enumerated() {
      guard let (kind, isOpening) = BracketBalance.marks[character] else { continue }
      let mark = Mark(character: character, kind: kind, isOpening: isOpening, offset: offset)
      if isOpening {
        open.append(mark)
      } else if let partner = open.lastIndex(where: { $0.kind == kind }) {
        // What was opened since then has no partner left.
        unmatched += open[(partner + 1)...]
        open.removeSubrange(partner...)
      } else if !BracketBalance.endsNumber(scalars, offset) {
        unmatched.append(mark)
      }
    }
    unmatched = (unmatched + open).sorted { $0.offset < $1.offset }
  }

  /// 1）, 一), ①) in a list.
  private static func endsNumber(_ scalars: [Unicode.Scalar], _ offset: Int) -> Bool {
    let before = scalars[..<offset].reversed().prefix(4).prefix {
      $0.properties.numericType != nil || "一二三四五六七八九十".unicodeScalars.contains($0)
    }
    if before.isEmpty || before.count > 3 {
      return offset > 0 && scalars[offset - 1].isASCII && scalars[offset - 1].properties.isAlphabetic
    }
    return true
  }

  private static let marks: [Unicode.Scalar: (Kind, Bool)] = [
    "（": (.round, true), "(": (.round, true), "）": (.round, false), ")": (.round, false), "【": (.square, true),
    "】": (.square, false), "〔": (.square, true), "〕": (.square, false), "《": (.title, true), "》": (.title, false),
    "“": (.quotation, true), "”": (.quotation, false),
  ]
}
