/// Declarations of a style: `display: none; font-size: 9pt`.
struct StyleDeclarations: Sendable {
  private var values: [(name: String, value: String)] = []

  var isEmpty: Bool { values.isEmpty }

  init() {}

  /// One with more is none of people.
  private static let most = 200

  /// - Parameter text: of a `style` attribute, or between the braces of a rule.
  init(_ text: String) {
    for declaration in text.utf8.split(separator: UInt8(ascii: ";")) {
      if values.count >= StyleDeclarations.most { return }
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(Substring(declaration[..<colon])).trimmed.lowercased()
      guard StyleDeclarations.isRead(name) else { continue }
      var value = String(Substring(declaration[declaration.index(after: colon)...])).trimmed.lowercased()
      if let mark = value.firstIndex(of: "!") { value = String(value[..<mark]).trimmed }
      values.append((name, value))
    }
  }

  /// Of a property that is declared twice, the last counts.
  subscript(name: String) -> String? { values.last { $0.name == name }?.value }

  /// Declarations that come later, or of rules that count more.
  mutating func add(_ other: StyleDeclarations) { values += other.values }

  /// The others say nothing of what is read.
  private static func isRead(_ name: String) -> Bool { name.hasPrefix("border") || names.contains(name) }

  private static let names: Set = [
    "display", "visibility", "opacity", "position", "left", "top", "width", "height", "color", "background",
    "background-color", "background-image", "font", "font-family", "font-size", "font-weight", "line-height",
    "white-space",
    "text-align", "letter-spacing", "mso-hide", "mso-element", "mso-tab-count", "list-style", "list-style-type",
    "margin-left", "margin-top", "padding-left", "padding-top",
  ]
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}

/// A length of a style, in points.
enum StyleLength {
  /// - Parameter em: the size of the letters, in points.
  /// - Returns: nil where it is none, or is relative to something else.
  static func points(_ text: some StringProtocol, em: Double = 12) -> Double? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
    guard let value = Double(number), value.isFinite, abs(value) < 1e6 else { return nil }
    switch text[number.endIndex...] {
    case "px", "": return value * 0.75
    case "pt": return value
    case "mm": return value * 72 / 25.4
    case "cm": return value * 72 / 2.54
    case "in": return value * 72
    case "pc": return value * 12
    case "em": return value * em
    case "rem": return value * 12
    default: return nil
    }
  }

  /// The size of letters, where the ones around have another.
  static func fontSize(_ text: String, around: Double) -> Double? {
    if text.hasSuffix("%") { return Double(text.dropLast()).map { $0 / 100 * around } }
    return points(text, em: around) ?? named[text]
  }

  private static let named: [String: Double] = [
    "xx-small": 6.75, "x-small": 7.5, "small": 9.75, "medium": 12, "large": 13.5, "x-large": 18, "xx-large": 24,
  ]
}
