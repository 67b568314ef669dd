/// Whether a word is a figure or stands for one in a table.
enum NumericToken {
  /// `1,802.64`, `-113`, `(5.00)`, `12.5%`, full-width digits.
  static func isNumber(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    var digits = 0
    for scalar in word {
      if scalar.isDigit {
        digits += 1
      } else if !"+-−－,，.．()（）%％".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return digits > 0
  }

  /// A number, or the dash that stands for none.
  static func isValue(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    isNumber(word) || (!word.isEmpty && word.allSatisfy { "-—–－".unicodeScalars.contains($0) })
  }

  /// A count of at most six digits.
  static func integer(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
    guard word.count <= 6, !word.isEmpty else { return nil }
    var result = 0
    for scalar in word {
      guard scalar.isDigit else { return nil }
      result = result * 10 + Int(scalar.value - (scalar.value < 0x100 ? 0x30 : 0xFF10))
    }
    return result
  }
}
