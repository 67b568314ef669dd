import PageContent

/// Two amounts of neighbouring cells that touch, as full columns print them: 244,895.02192,446.79.
enum TouchingFigures {
  /// The words, with such a pair as two.
  static func parted(_ words: [Word]) -> [Word] {
    // Nearly all pages have none.
    guard words.contains(where: isPair) else { return words }
    return words.flatMap { word in
      guard isPair(word), let offset = border(in: word.text) else { return [word] }
      let share = Double(offset) / Double(word.text.count)
      return word.parts(cutAt: offset, x: word.box.x0 + share * word.box.width)
    }
  }

  private static func isPair(_ word: Word) -> Bool {
    var points = 0
    for scalar in word.text {
      if scalar == "." { points += 1 } else if !scalar.isASCIIDigit, scalar != ",", scalar != "-" { return false }
    }
    return points == 2
  }

  /// Where the second amount begins: both have as many decimals, two at least; nil where that leaves no two amounts.
  static func border(in text: String.UnicodeScalarView) -> Int? {
    let scalars = Array(text)
    guard let point = scalars.firstIndex(of: "."), let last = scalars.lastIndex(of: "."), point < last else {
      return nil
    }
    let decimals = scalars.count - last - 1
    let border = point + 1 + decimals
    guard decimals >= 2, border < last, isAmount(scalars[..<border]), isAmount(scalars[border...]) else { return nil }
    return border
  }

  /// A number of several digits does not begin with 0.
  private static func isAmount(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let unsigned = scalars.drop { $0 == "-" }
    if unsigned.first == "0", unsigned.dropFirst().first != "." { return false }
    return ExactNumber(published: scalars) != nil
  }
}
