/// A text as a field of CSV that a spreadsheet may open.
///
/// What a spreadsheet would run as a formula stands behind an apostrophe, which it takes for a text. A number is one, also
/// with a sign. A text that begins with apostrophes before such a sign gets one more, so that taking one away gives back
/// what it was. Control characters, and those that turn the direction of writing, are left out.
enum SpreadsheetText {
  /// What a reader of the files is told.
  static let description =
    "A text that a spreadsheet would run as a formula stands behind an apostrophe ('): one that begins with =, +, -, @, "
    + "their full-width forms, a tab or a carriage return, unless it is a number or made of dashes alone; and one that "
    + "begins with apostrophes before such a character. Take one apostrophe away where a text matches "
    + "^'+[=+\\-@＝＋－＠\\t\\r] to have the text as it was. Control characters are left out."

  static func field(_ text: String) -> String {
    let text = text.unicodeScalars.contains(where: isLeftOut) ? without(text) : text
    return isRun(text) ? "'" + text : text
  }

  private static func without(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isLeftOut(scalar) { kept.append(scalar) }
    return String(kept)
  }

  /// Tabs and line ends are white space that a field may hold.
  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func isRun(_ text: String) -> Bool {
    guard let first = text.utf8.first,
      first < 0x30 || first == UInt8(ascii: "=") || first == UInt8(ascii: "@") || first > 0x7F
    else { return false }
    let scalars = text.unicodeScalars
    let bare = scalars.drop { $0 == "'" }
    guard let sign = bare.first, "=+-@＝＋－＠\t\r".unicodeScalars.contains(sign) else { return false }
    if bare.count < scalars.count { return true }
    return !bare.allSatisfy { $0 == "-" || $0 == "－" } && !isNumber(bare)
  }

  /// -1,234.56, +5%
  private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    guard text.first == "-" || text.first == "+" else { return false }
    var rest = text.dropFirst()
    if rest.last == "%" { rest.removeLast() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.first.map(isDigit) ?? false, whole.allSatisfy({ isDigit($0) || $0 == "," })
    else {
      return false
    }
    return parts.count < 2 || !parts[1].isEmpty && parts[1].allSatisfy(isDigit)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
