import PageContent

/// A number with its unit in the running text: 2,995.39万元, 1.87%, 2台（套）.
struct PrintedNumber {
  var digits: Range<Int>
  var text: String
  var unit: String
  var unitClass: NarrativeWording.UnitClass
  var value: ExactNumber
  /// Past the unit.
  var end: Int

  /// The figures of a part of a text. No figures are dates, codes, ordinals, and the limits of a description
  /// (单价100万元以上).
  static func all(in text: [Unicode.Scalar], _ range: Range<Int>, _ wording: NarrativeWording) -> [PrintedNumber] {
    var numbers: [PrintedNumber] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index].isASCIIDigit else {
        index += 1
        continue
      }
      let digits = PrintedNumber.digits(in: text, at: index, range)
      if let number = PrintedNumber(text, digits, range, wording) { numbers.append(number) }
      index = max(digits.upperBound, numbers.last?.end ?? 0)
    }
    return numbers
  }

  /// Digits with what groups them, their point and their sign.
  private static func digits(in text: [Unicode.Scalar], at start: Int, _ range: Range<Int>) -> Range<Int> {
    func isDigit(_ index: Int) -> Bool { index < range.upperBound && text[index].isASCIIDigit }
    var end = start
    while isDigit(end) { end += 1 }
    while end < range.upperBound, text[end] == "," || text[end] == "，", isDigit(end + 1), isDigit(end + 2),
      isDigit(end + 3), !isDigit(end + 4), end - start <= 3 || text[end] == ","
    {
      end += 4
    }
    if end < range.upperBound, text[end] == ".", isDigit(end + 1) {
      end += 1
      while isDigit(end) { end += 1 }
    }
    let hasSign =
      start > range.lowerBound && text[start - 1] == "-"
      && (start - 1 == range.lowerBound || !text[start - 2].isASCIILetterOrDigit)
    return (hasSign ? start - 1 : start)..<end
  }

  private init?(
    _ text: [Unicode.Scalar], _ digits: Range<Int>, _ range: Range<Int>, _ wording: NarrativeWording
  ) {
    if digits.lowerBound > range.lowerBound {
      let before = text[digits.lowerBound - 1]
      // 第3项, A4, 3.1.2, 〔2017〕
      if before == "第" || before.isASCIILetterOrDigit || before == "." || before == "[" { return nil }
    }
    let rest = text[digits.upperBound..<range.upperBound]
    guard let (unit, unitClass) = wording.unit(leading: rest) else { return nil }
    let end = digits.upperBound + unit.count
    var after = text[end..<range.upperBound]
    if unitClass == .count, let next = after.first {
      // 3个月, 5分之一, 06项）
      if "月年之别类局部钟".unicodeScalars.contains(next) { return nil }
      if next == ")", unit.scalars.last != ")", digits.lowerBound > range.lowerBound, text[digits.lowerBound - 1] == "("
      {
        return nil
      }
    }
    if after.first == "(", let close = after.prefix(4).firstIndex(of: ")") { after = after[(close + 1)...] }
    if after.leading(wording[.threshold]) != nil { return nil }
    var view = String.UnicodeScalarView()
    for scalar in text[digits] { view.append(scalar == "，" ? "," : scalar) }
    guard let value = ExactNumber(published: String(view)) else { return nil }
    self.digits = digits
    self.text = String(view)
    var printed = String.UnicodeScalarView()
    for scalar in unit.scalars { printed.append(scalar == "(" ? "（" : scalar == ")" ? "）" : scalar) }
    self.unit = String(printed)
    self.unitClass = unitClass
    self.value = value
    self.end = end
  }
}

extension Unicode.Scalar {
  var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }
}
