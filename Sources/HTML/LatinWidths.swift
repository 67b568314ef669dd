/// How wide the letters that are not Chinese are, in their size: fonts of three kinds, as most pages use them. A browser
/// takes a font with serifs where the page names none.
enum LatinWidths: Sendable {
  /// Of Chinese fonts: half of a Chinese character.
  case half
  case serif
  case sans

  /// By the first font of a list that is known.
  init?(families: String) {
    for family in families.split(separator: ",") {
      let name = family.filter { !"\"'".contains($0) }.trimmed.lowercased()
      if let known = LatinWidths.known.first(where: { name.contains($0.name) }) {
        self = known.widths
        return
      }
    }
    return nil
  }

  private static let known: [(name: String, widths: LatinWidths)] = [
    ("sans", .sans), ("arial", .sans), ("helvetica", .sans), ("yahei", .sans), ("雅黑", .sans), ("calibri", .serif),
    ("times", .serif), ("serif", .serif), ("sim", .half), ("song", .half), ("宋", .half), ("kai", .half), ("楷", .half),
    ("fang", .half), ("仿", .half), ("hei", .half), ("黑", .half), ("mono", .half), ("courier", .half),
  ]

  func ems(of scalar: Unicode.Scalar) -> Double {
    guard scalar.value < 0x2000 else { return 1 }
    if self == .half { return 0.5 }
    let isSans = self == .sans
    switch scalar {
    case ".", ",", " ", ":", ";", "/", "\u{A0}": return isSans ? 0.278 : 0.25
    case "(", ")", "-", "[", "]": return 0.333
    case "%": return isSans ? 0.889 : 0.833
    case "A"..."Z": return isSans ? 0.68 : 0.67
    case "a"..."z": return isSans ? 0.5 : 0.45
    default: return isSans ? 0.556 : 0.5
    }
  }
}
