/// Text made of wrapped lines.
package enum TextJoin {
  /// Joins the lines of a wrapped text: without a space, except between two Latin words.
  package static func joined(_ lines: [String]) -> String {
    guard var result = lines.first else { return "" }
    for line in lines.dropFirst() {
      if let left = result.unicodeScalars.last, let right = line.unicodeScalars.first,
        !left.isIdeographic, !right.isIdeographic, left.properties.isAlphabetic, right.properties.isAlphabetic
      {
        result += " "
      }
      result += line
    }
    return result
  }

  /// All white space left out: what two printings of one wording have in common.
  package static func squashed(_ text: String) -> String {
    if !text.unicodeScalars.contains(where: \.isLayoutSpace) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isLayoutSpace { result.append(scalar) }
    return String(result)
  }
}
