import PageContent

/// A mark of a printed formula.
enum FormulaToken: Hashable {
  case number(Int)
  case plus
  case minus
  case equals
  /// A dash that may be a minus, or may mean "to".
  case dash
  /// …, ..., ～, 至
  case ellipsis
  /// Brackets, 第, 各, 之和 and the like, which change nothing.
  case filler
  case line
  case column
  /// Ends a formula: ；, 。, ， and the like.
  case separator
  /// Anything else: no part of a formula.
  case other
}

/// Cuts a note into marks, spaces left out, each with the scalars that it covers.
struct FormulaScanner {
  private let scalars: [Unicode.Scalar]
  private(set) var tokens: [(token: FormulaToken, start: Int, end: Int)] = []

  /// The most digits of a line or column number.
  private static let longestNumber = 3
  private static let dashes: Set<UInt32> = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2500]
  private static let dots: Set<UInt32> = [0x2E, 0xB7, 0x2025, 0x2026, 0x22C5, 0x22EF, 0x30FB]

  init(_ note: String) {
    scalars = Array(note.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let start = index
      guard let token = next(&index) else { continue }
      tokens.append((token, start, index))
    }
  }

  /// The printed text of a range of tokens.
  func text(_ range: ClosedRange<Int>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars[tokens[range.lowerBound].start..<tokens[range.upperBound].end] where !scalar.isLayoutSpace {
      text.append(scalar)
    }
    return String(text)
  }

  private func next(_ index: inout Int) -> FormulaToken? {
    let scalar = scalars[index].narrowForm.value
    if (0x30...0x39).contains(scalar) { return number(&index) }
    index += 1
    switch scalar {
    case 0x2B, 0x2795: return .plus
    case 0x3D, 0xFE66: return .equals
    case 0x2D, 0x2212, 0x2796: return .minus
    case 0x2010...0x2015, 0x2500: return run(&index, of: FormulaScanner.dashes, .dash)
    case 0x2026, 0x22EF, 0x22C5, 0xB7, 0x30FB, 0x2025:
      return run(&index, of: FormulaScanner.dots, .ellipsis)
    case 0x2E:
      return index < scalars.count && isDot(index) ? run(&index, of: FormulaScanner.dots, .ellipsis) : .separator
    case 0x7E, 0x223C, 0x301C: return .ellipsis
    case 0x28, 0x29, 0x5B, 0x5D, 0x3014, 0x3015, 0x3010, 0x3011, 0x7B, 0x7D: return .filler
    case 0x3B, 0x3002, 0x2C, 0x3001, 0x3A, 0x0A, 0x0D: return .separator
    default: break
    }
    switch scalars[index - 1] {
    case "行": return .line
    case "栏", "列", "欄": return .column
    case "至", "到": return .ellipsis
    case "加": return .plus
    case "减", "減": return .minus
    case "第", "各", "次", "之", "和", "的", "数", "本", "表": return .filler
    default: return scalars[index - 1].isLayoutSpace ? nil : .other
    }
  }

  /// A row of like marks is one mark.
  private func run(_ index: inout Int, of marks: Set<UInt32>, _ token: FormulaToken) -> FormulaToken {
    while index < scalars.count, marks.contains(scalars[index].narrowForm.value) { index += 1 }
    return token
  }

  private func isDot(_ index: Int) -> Bool { scalars[index].narrowForm.value == 0x2E }

  private func number(_ index: inout Int) -> FormulaToken {
    var value = 0
    var digits = 0
    while index < scalars.count {
      let scalar = scalars[index].narrowForm.value
      guard (0x30...0x39).contains(scalar) else { break }
      digits += 1
      if digits <= FormulaScanner.longestNumber { value = value * 10 + Int(scalar - 0x30) }
      index += 1
    }
    return digits <= FormulaScanner.longestNumber ? .number(value) : .other
  }
}
