/// Whether a word is a figure or stands for one in a table.
enum NumericToken {
  /// `1,802.64`, `-113`, `(5.00)`, `12.5%`, full-width digits.
  static func isNumber(_ word: some Sequence<Unicode.Scalar>) -> Bool {
    var hasDigit = false
    for scalar in word {
      if scalar.isDigit {
        hasDigit = true
      } else if !scalar.isMarkOfNumber, scalar != "+", scalar != "％" {
        return false
      }
    }
    return hasDigit
  }

  /// A number, or the dash that stands for none.
  static func isValue(_ word: some Collection<Unicode.Scalar>) -> Bool {
    isNumber(word) || (!word.isEmpty && word.allSatisfy(\.isDash))
  }

  static func isValue(_ text: String) -> Bool { isValue(text.unicodeScalars) }

  /// A count of at most six digits.
  static func integer(_ word: some Sequence<Unicode.Scalar>) -> Int? {
    var result = 0
    var count = 0
    for scalar in word {
      guard count < 6, scalar.isDigit else { return nil }
      result = result * 10 + Int(scalar.value - (scalar.value < 0x100 ? 0x30 : 0xFF10))
      count += 1
    }
    return count > 0 ? result : nil
  }
}
