import PageContent

/// The number that an item of a list begins with: 一、 （二） 3. （4） ⑤ 第六条.
package struct ItemMark: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    /// 第一部分, 第一章
    case part
    /// 第一条
    case article
    /// 一、
    case chinese
    /// （一）
    case bracketedChinese
    /// 1. 1、
    case digits
    /// （1） 1）
    case bracketedDigits
    /// ①
    case circled
  }

  package var style: Style
  package var value: Int
  /// As printed, without what only sets it off: 一, （一）, 1.
  package var text: String
  /// Where what it marks begins, in UTF-8.
  package var end: Int

  /// The mark that a text begins with.
  package init?(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      if scalars.count == 14 { break }
    }
    self.init(scalars[...])
  }

  /// The mark that a run of characters begins with.
  init?(_ scalars: Scalars) {
    var index = scalars.startIndex
    func skipSpaces() { while index < scalars.endIndex, scalars[index].isLayoutSpace { index += 1 } }
    skipSpaces()
    let start = index
    guard index < scalars.endIndex else { return nil }
    if (0x2460...0x2473).contains(scalars[index].value) {
      (style, value) = (.circled, Int(scalars[index].value) - 0x245F)
      index += 1
    } else if "（(".unicodeScalars.contains(scalars[index]) {
      index += 1
      skipSpaces()
      guard let number = ItemMark.number(scalars, &index) else { return nil }
      skipSpaces()
      guard index < scalars.endIndex, "）)".unicodeScalars.contains(scalars[index]) else { return nil }
      index += 1
      (style, value) = (number.isChinese ? .bracketedChinese : .bracketedDigits, number.value)
    } else {
      let isOrdinal = scalars[index] == "第"
      if isOrdinal { index += 1 }
      guard let number = ItemMark.number(scalars, &index), index < scalars.endIndex else { return nil }
      value = number.value
      let next = index + 1 < scalars.endIndex ? scalars[index + 1] : nil
      if isOrdinal {
        if scalars[index] == "条" {
          style = .article
        } else if "章节篇".unicodeScalars.contains(scalars[index]) {
          style = .part
        } else if scalars[index] == "部", next == "分" {
          style = .part
          index += 1
        } else {
          return nil
        }
      } else {
        skipSpaces()
        guard index < scalars.endIndex, "、.．)）".unicodeScalars.contains(scalars[index]) else { return nil }
        // 3.5万元 is a number, 3.2026年 a third item.
        if next?.isASCIIDigit ?? false, scalars[index] == ".",
          !(index + 5 < scalars.endIndex && scalars[index + 5] == "年")
        {
          return nil
        }
        let isBracket = ")）".unicodeScalars.contains(scalars[index])
        style = number.isChinese ? .chinese : isBracket ? .bracketedDigits : .digits
      }
      index += 1
    }
    var view = String.UnicodeScalarView()
    for scalar in scalars[start..<index] where !scalar.isLayoutSpace { view.append(scalar) }
    if view.last == "、" { view.removeLast() }
    self.text = String(view)
    while index < scalars.endIndex, scalars[index].isLayoutSpace || "、：:".unicodeScalars.contains(scalars[index]) {
      index += 1
    }
    end = scalars[scalars.startIndex..<index].reduce(0) { $0 + UTF8.width($1) }
  }

  /// Numbers up to 99, in Chinese or in digits.
  private static func number(_ scalars: Scalars, _ index: inout Int) -> (value: Int, isChinese: Bool)? {
    let start = index
    var value = 0
    while index < scalars.endIndex, index - start < 3, scalars[index].isASCIIDigit {
      value = value * 10 + Int(scalars[index].value) - 48
      index += 1
    }
    if index > start { return index - start < 3 && value > 0 ? (value, false) : nil }
    while index < scalars.endIndex, index - start < 3, scalars[index].isChineseNumeral { index += 1 }
    return ChineseNumeral.value(scalars[start..<index]).flatMap { $0 > 0 ? ($0, true) : nil }
  }

  /// Whether it is the next number of the same kind.
  package func follows(_ other: ItemMark?) -> Bool {
    other.map { style == $0.style && value == $0.value + 1 } ?? false
  }
}
