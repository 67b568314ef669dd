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

  /// White space left out but between letters or digits: pages set a gap around Latin signs, or none, which says nothing.
  package static func closed(_ text: String) -> String {
    if !text.unicodeScalars.contains(where: \.isLayoutSpace) { return text }
    var result = String.UnicodeScalarView()
    var isBehindSpace = false
    for scalar in text.unicodeScalars {
      if scalar.isLayoutSpace {
        isBehindSpace = true
        continue
      }
      if isBehindSpace, let last = result.last, isOfWord(last), isOfWord(scalar) { result.append(" ") }
      isBehindSpace = false
      result.append(scalar)
    }
    return String(result)
  }

  /// A letter or digit of those that blanks part into words.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isIdeographic && (scalar.properties.isAlphabetic || scalar.isASCIIDigit)
  }

  /// All white space left out: what two printings of one wording have in common.
  package static func squashed(_ text: String) -> String {
    if !text.unicodeScalars.contains(where: \.isLayoutSpace) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isLayoutSpace { result.append(scalar) }
    return String(result)
  }
}
