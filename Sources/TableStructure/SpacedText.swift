import PageContent

/// Texts of files that say themselves which words are a cell's or a paragraph's, set as those found on pages are.
package enum SpacedText {
  /// Lines joined, blanks at the ends and doubled ones left out, and in a cell those between Chinese characters too.
  package static func cell(_ lines: [String]) -> String {
    TextJoin.joined(lines.map { spaced($0, joiningChinese: true) }.filter { !$0.isEmpty })
  }

  /// Whether nothing is printed of a text.
  package static func isBlank(_ text: String) -> Bool {
    // Most begin with a letter, a figure or a Chinese character, none of which is white.
    if let first = text.utf8.first, first > 0x20 && first < 0x7F || first >= 0xE4 && first < 0xEA { return false }
    return text.allSatisfy(\.isWhitespace)
  }

  package static func line(_ text: String) -> String { spaced(text, joiningChinese: false) }

  private static func spaced(_ text: String, joiningChinese: Bool) -> String {
    // Most are words or figures without a blank.
    let hasBlank = text.utf8.contains { $0 <= 0x20 || $0 >= 0xC2 && $0 < 0xE4 || $0 == 0xEF }
    guard hasBlank else { return text }
    return InlineMarkup.spaced(Array(text.unicodeScalars.map(\.withoutRadical))[...], joiningChinese: joiningChinese)
  }
}
