import PageContent

/// Official wording, freed of what printings differ in.
package enum Wording {
  /// In quotation marks, those within it as inner ones: “‘三公’经费”.
  package static func quoted(_ text: String) -> String {
    guard text.holds("“") || text.holds("”") else { return "“" + text + "”" }
    return "“" + String(text.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 }) + "”"
  }

  /// A line item's label without the marks of its place in the list: 一、, （一）, 1., 其中：, 加：, 减：. Takes normalised
  /// text.
  package static func withoutOrdinal(_ label: String) -> String {
    // Most labels are names alone.
    guard let first = label.unicodeScalars.first, mayBeginMark(first) else { return label }
    var rest = Substring(label)
    for _ in 0..<3 {
      guard let first = rest.unicodeScalars.first, mayBeginMark(first) else { break }
      let before = rest.utf8.count
      if !isNumeral(first) {
        for mark in marks where rest.begins(with: mark) && rest.utf8.count > mark.utf8.count {
          rest = rest[rest.utf8.index(rest.startIndex, offsetBy: mark.utf8.count)...]
        }
      }
      rest = withoutNumber(rest)
      if rest.utf8.count == before { break }
    }
    return rest.utf8.count == label.utf8.count ? label : String(rest)
  }

  private static let marks = ["其中:", "其中", "加:", "减:", "#", "*", "★", "▲"]

  private static func mayBeginMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "其", "加", "减", "#", "*", "★", "▲", "(", "[": true
    default: isNumeral(scalar)
    }
  }

  /// Whether a normalised label begins with its place in a list: 一、, (一), 1.
  static func hasOrdinal(_ label: String) -> Bool { withoutNumber(Substring(label)).utf8.count < label.utf8.count }

  /// Whether a normalised label names a part of the line above it, which must not be added once more.
  package static func isOfWhich(_ label: String) -> Bool {
    withoutNumber(Substring(label)).begins(with: "其中")
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || scalar.isChineseNumeral
  }

  private static func withoutNumber(_ text: Substring) -> Substring {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    let isBracketed = scalars.first == "(" || scalars.first == "["
    if isBracketed { index = scalars.index(after: index) }
    let start = index
    while index < scalars.endIndex, isNumeral(scalars[index]) {
      index = scalars.index(after: index)
    }
    guard index > start, index < scalars.endIndex else { return text }
    let mark = scalars[index]
    if isBracketed {
      guard mark == ")" || mark == "]" else { return text }
    } else {
      guard mark == "、" || mark == "." || mark == ":" || mark == ")" || mark == "," else { return text }
      // 1.5 is no ordinal.
      if mark == "." || mark == ",", let next = scalars[scalars.index(after: index)...].first, next.isASCIIDigit {
        return text
      }
    }
    let rest = scalars[scalars.index(after: index)...].drop { $0 == "、" || $0 == "." || $0 == ":" || $0 == "," }
    return rest.isEmpty ? text : Substring(rest)
  }
}
