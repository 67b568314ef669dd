import PageContent

/// An amount and the words or figures of the next column, where nothing but a blank stands between them: `1,802.64 一、…`.
enum AmountBorder {
  /// Whether two words of a line with a blank between them are cells of their own. A year or a count parts no words, and
  /// a unit belongs to its amount.
  static func parts(_ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>) -> Bool {
    guard Lexeme.isPlainlyAmount(before) else {
      return before.last?.isChinese == true && Lexeme.isPlainlyAmount(after)
    }
    guard let next = after.first, !"元万亿".unicodeScalars.contains(next) else { return false }
    return next.isChinese || Lexeme(after).isValue || HeadingMark.begins(after)
  }

  static func parts(_ before: Word, _ after: Word) -> Bool { parts(Array(before.text)[...], Array(after.text)[...]) }
}
