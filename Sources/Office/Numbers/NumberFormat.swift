/// How a workbook shows a value: a format code such as `#,##0.00;[Red]-#,##0.00;"-"`.
///
/// ```swift
/// NumberFormat("#,##0.00").text(of: DecimalDigits("1802.6400000000001"))  // 1,802.64
/// ```
struct NumberFormat: Hashable {
  /// What is shown of numbers, chosen by their value.
  let sections: [FormatSection]
  /// What is shown of a text; nil where it is shown as it is.
  let textSection: FormatSection?

  /// Excel counts with no more.
  static let significantDigits = 15

  init(_ code: String) {
    let parts = FormatSection.parts(of: code).prefix(4).map(FormatSection.init)
    // The fourth part is for texts, and so is one that speaks of texts alone.
    if parts.count == 4 {
      sections = Array(parts[..<3])
      textSection = parts[3]
    } else if parts.count > 1, let last = parts.last, last.isForText {
      sections = Array(parts.dropLast())
      textSection = last
    } else {
      sections = Array(parts)
      textSection = parts.first { $0.isForText }
    }
  }

  static let general = NumberFormat("General")

  /// A format as a file has it: Excel takes 255 characters; what is longer is none of its formats.
  init(stored code: String) {
    self = code.utf8.count > NumberFormat.longest ? .general : NumberFormat(code)
  }

  private static let longest = 2000

  /// What is shown of a text.
  func text(of text: String) -> String { textSection?.text(of: text) ?? text }

  /// What is shown of a number.
  /// - Parameter isFrom1904: whether days are counted from 1904.
  func text(of stored: DecimalDigits, isFrom1904: Bool = false) -> String {
    let value = stored.rounded(significant: NumberFormat.significantDigits)
    let (section, hidesSign) = section(for: value)
    guard let section else { return GeneralFormat.text(of: value) }
    if section.isDate {
      return DateFormat.text(of: value, section, isFrom1904: isFrom1904) ?? GeneralFormat.text(of: value)
    }
    if section.isForText { return section.text(of: GeneralFormat.text(of: value)) }
    var shown = value
    if hidesSign { shown.isNegative = false }
    let text = section.text(of: shown)
    // Where nothing but a colour told that it is negative, the sign has to.
    if hidesSign, section.hasDigits, !section.showsSign, !value.isZero { return "-" + text }
    return text
  }

  /// The section for a value, and whether it is one for negative numbers alone, which says so itself.
  private func section(for value: DecimalDigits) -> (FormatSection?, hidesSign: Bool) {
    guard let first = sections.first else { return (nil, false) }
    let isNegative = value.isNegative && !value.isZero
    let second = sections.count > 1 ? sections[1] : nil
    let last = sections.count > 2 ? sections[2] : nil
    if first.condition == nil, second?.condition == nil {
      guard let second else { return (first, false) }
      if isNegative { return (second, true) }
      return (value.isZero ? last ?? first : first, false)
    }
    let firstHolds =
      first.condition?.holds(value) ?? (second == nil || (last == nil ? !isNegative : !isNegative && !value.isZero))
    if firstHolds { return (first, isNegative && first.condition?.isOfNegatives ?? false) }
    guard let second else { return (nil, false) }
    let secondHolds = second.condition?.holds(value) ?? (last == nil || isNegative)
    if secondHolds {
      let hides = second.condition?.isOfNegatives ?? (last != nil || first.condition?.leavesNegatives ?? false)
      return (second, isNegative && hides)
    }
    return (last, false)
  }
}
