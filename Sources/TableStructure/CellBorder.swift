import PageContent

/// Two cells with nothing but a blank between them: an amount and the words or figures of the next column,
/// `1,802.64 一、…`, or a name and the next column's code, `工资奖金津补贴 30101-基本工资`.
enum CellBorder {
  /// Whether two words of a line with a blank between them are cells of their own. A year or a count parts no words, and
  /// a unit belongs to its amount.
  static func parts(_ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>) -> Bool {
    guard Lexeme.isPlainlyAmount(before) else {
      return before.last?.isChinese == true && (Lexeme.isPlainlyAmount(after) || isCodeWithName(after))
    }
    guard let next = after.first, !"元万亿".unicodeScalars.contains(next) else { return false }
    return next.isChinese || Lexeme(after).isValue || HeadingMark.begins(after)
  }

  static func parts(_ before: Word, _ after: Word) -> Bool { parts(Array(before.text)[...], Array(after.text)[...]) }

  /// 30101-基本工资.
  private static func isCodeWithName(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let rest = behindCode(word) else { return false }
    return rest.first == "-" && rest.dropFirst().first?.isChinese ?? false
  }

  /// Of classes, divisions and items.
  private static let codeLengths = [3, 5, 7]

  static func isCode(_ text: some Collection<Unicode.Scalar>) -> Bool {
    codeLengths.contains(text.count) && text.allSatisfy(\.isASCIIDigit)
  }

  /// What follows the code that a text begins with, which has three, five or seven digits; nil without one.
  static func behindCode(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    let rest = text.drop(while: \.isASCIIDigit)
    return codeLengths.contains(text.count - rest.count) ? rest : nil
  }
}
