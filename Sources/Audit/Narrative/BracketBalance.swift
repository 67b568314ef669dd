import Disclosure
import PageContent

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
    var open: [Mark] = []
    var openOfKind: [Kind: Int] = [:]
    let scalars = text.unicodeScalars
    var offset = 0
    for index in scalars.indices {
      defer { offset += 1 }
      guard let (kind, isOpening) = BracketBalance.kind(of: scalars[index]) else { continue }
      let mark = Mark(character: scalars[index], kind: kind, isOpening: isOpening, offset: offset)
      if isOpening {
        open.append(mark)
        openOfKind[kind, default: 0] += 1
      } else if openOfKind[kind, default: 0] > 0 {
        // What was opened since then has no partner left.
        while let last = open.popLast() {
          openOfKind[last.kind, default: 0] -= 1
          if last.kind == kind { break }
          unmatched.append(last)
        }
      } else if !BracketBalance.endsNumber(scalars[..<index]) {
        unmatched.append(mark)
      }
    }
    if unmatched.isEmpty && open.isEmpty { return }
    unmatched = (unmatched + open).sorted { $0.offset < $1.offset }
  }

  /// 1）, 一), ①) in a list.
  private static func endsNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    let before = text.reversed().prefix(4).prefix {
      $0.properties.numericType != nil || $0.isChineseNumeral
    }
    if before.isEmpty || before.count > 3 {
      return text.last.map(\.isASCIILetter) ?? false
    }
    return true
  }

  private static func kind(of mark: Unicode.Scalar) -> (Kind, isOpening: Bool)? {
    switch mark {
    case "（", "(": (.round, true)
    case "）", ")": (.round, false)
    case "【", "〔": (.square, true)
    case "】", "〕": (.square, false)
    case "《": (.title, true)
    case "》": (.title, false)
    case "“": (.quotation, true)
    case "”": (.quotation, false)
    default: nil
    }
  }
}
