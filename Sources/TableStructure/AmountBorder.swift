import PageContent

/// An amount and the words or figures of the next column, where nothing but a blank stands between them: `1,802.64 一、…`.
enum AmountBorder {
  /// Whether two words of a line with a blank between them are cells of their own. A year or a count parts no words, and
  /// a unit belongs to its amount.
  static func parts(
    _ before: some BidirectionalCollection<Unicode.Scalar>, _ after: some BidirectionalCollection<Unicode.Scalar>
  ) -> Bool {
    guard Lexeme.isPlainlyAmount(before) else {
      return before.last?.isChinese == true && Lexeme.isPlainlyAmount(after)
    }
    guard let next = after.first, !"元万亿".unicodeScalars.contains(next) else { return false }
    return next.isChinese || Lexeme(after).isValue || HeadingMark.begins(Array(after)[...])
  }
}
