import Disclosure

/// Brackets and quotation marks of a text that have no partner.
struct BracketBalance {
  struct Mark: Hashable {
    /// As printed.
    var character: Character
    var kind: Kind
    var isOpening: Bool
    /// Counted in characters of the text.
    var offset: Int
  }

  enum Kind: Hashable { case round, square, title, quotation }

  /// In printed order.
  private(set) var unmatched: [Mark] = []

  /// A text that is read as a whole: one paragraph, or several that one sentence runs through.
  init(_ text: String) {
    let characters = Array(text)
    var open: [Mark] = []
    for (offset, character) in characters.enumerated() {
      guard let (kind, isOpening) = BracketBalance.marks[character] else { continue }
      let mark = Mark(character: character, kind: kind, isOpening: isOpening, offset: offset)
      if isOpening {
        open.append(mark)
      } else if let partner = open.lastIndex(where: { $0.kind == kind }) {
        // What was opened since then has no partner left.
        unmatched += open[(partner + 1)...]
        open.removeSubrange(partner...)
      } else if !BracketBalance.endsNumber(characters, offset) {
        unmatched.append(mark)
      }
    }
    unmatched = (unmatched + open).sorted { $0.offset < $1.offset }
  }

  /// 1）, 一), ①) in a list.
  private static func endsNumber(_ characters: [Character], _ offset: Int) -> Bool {
    let before = characters[..<offset].reversed().prefix { $0.isNumber || "一二三四五六七八九十".contains($0) }
    if before.isEmpty || before.count > 3 {
      return offset > 0 && characters[offset - 1].isASCII && characters[offset - 1].isLetter
    }
    return true
  }

  private static let marks: [Character: (Kind, Bool)] = [
    "（": (.round, true), "(": (.round, true), "）": (.round, false), ")": (.round, false), "【": (.square, true),
    "】": (.square, false), "〔": (.square, true), "〕": (.square, false), "《": (.title, true), "》": (.title, false),
    "“": (.quotation, true), "”": (.quotation, false),
  ]
}
