extension String {
  /// Broken into lines that fit a width: between Chinese characters, but not before a closing mark or after an opening
  /// one; at spaces between other words; a word wider than the line where it must be.
  package func lines(fitting width: Int) -> [String] {
    let characters = Array(self)
    var lines: [String] = []
    var start = 0
    while start < characters.count {
      var used = 0
      var end = start
      var lastBreak: Int?
      while end < characters.count {
        let next = characters[end].displayWidth
        if used + next > width, end > start { break }
        used += next
        end += 1
        if end < characters.count, String.mayBreak(between: characters[end - 1], and: characters[end]) {
          lastBreak = end
        }
      }
      let cut = end == characters.count ? end : lastBreak ?? end
      var last = cut
      while last > start, characters[last - 1] == " " { last -= 1 }
      lines.append(String(characters[start..<last]))
      start = cut
      while start < characters.count, characters[start] == " " { start += 1 }
    }
    return lines
  }

  private static func mayBreak(between a: Character, and b: Character) -> Bool {
    if a == " " || b == " " { return true }
    if "，。、；：？！）】》”’％…%)],.;:!?".contains(b) || "（【《“‘([".contains(a) { return false }
    return a.displayWidth == 2 || b.displayWidth == 2
  }

  /// Fit for a terminal: what is printed in a document must not command it. Line ends become spaces; other control
  /// characters, and those that turn the direction of writing, become the replacement character.
  package var fitForTerminal: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": scalars.append(" ")
      default: scalars.append(scalar.isControl ? "\u{FFFD}" : scalar)
      }
    }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
