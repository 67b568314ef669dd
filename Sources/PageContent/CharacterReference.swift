/// An HTML character reference: `&nbsp;`, `&#8220;`, `&#x201C;`.
package struct CharacterReference {
  package let scalar: Unicode.Scalar
  /// Past the `;`.
  package let end: Int

  package init?(_ source: [Unicode.Scalar], at start: Int) {
    let rest = source[(start + 1)...].prefix(10)
    guard let semicolon = rest.firstIndex(of: ";") else { return nil }
    let name = String(String.UnicodeScalarView(source[(start + 1)..<semicolon]))
    end = semicolon + 1
    if name.hasPrefix("#") {
      let isHexadecimal = name.dropFirst().first == "x" || name.dropFirst().first == "X"
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value >= 0x20,
        let scalar = Unicode.Scalar(value)
      else { return nil }
      self.scalar = scalar
    } else if let scalar = Self.named[name] {
      self.scalar = scalar
    } else {
      return nil
    }
  }

  private static let named: [String: Unicode.Scalar] = [
    "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "lt": "<", "gt": ">", "amp": "&", "quot": "\"",
    "apos": "'", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "mdash": "—", "ndash": "–", "hellip": "…",
    "middot": "·", "times": "×", "divide": "÷", "yen": "¥", "ge": "≥", "le": "≤", "permil": "‰",
  ]
}
