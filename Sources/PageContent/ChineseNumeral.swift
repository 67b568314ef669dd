/// Numbers in Chinese characters, as headings, table numbers and dates print them: 九, 十二, 二十, 一百零三, 二〇二四.
package enum ChineseNumeral {
  /// A character that a number may be made of.
  package static func isPart(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil || multiplier(scalar) != nil }

  /// The value of a single digit: 〇, 零, 一 to 九.
  package static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// The number that a text is; nil for anything else. Digits alone are read by their places, as years are.
  package static func value(_ text: some Sequence<Unicode.Scalar>) -> Int? {
    var (total, pending, length) = (0, nil as Int?, 0)
    var smallest = Int.max
    var isPlaces = true
    for scalar in text {
      length += 1
      guard length <= longest else { return nil }
      if let multiplier = multiplier(scalar) {
        // 十二 begins with its multiplier; of 二十百 there is no such number, nor of 二四十.
        guard multiplier < smallest, !isPlaces || length <= 2, pending != 0 else { return nil }
        // 十 alone is ten, 百 alone no number.
        if pending == nil, length > 1 || multiplier > 10 { return nil }
        total += (pending ?? 1) * multiplier
        (pending, smallest, isPlaces) = (nil, multiplier, false)
      } else if let digit = digit(scalar) {
        if let before = pending {
          guard isPlaces || before == 0 else { return nil }
          pending = isPlaces ? before * 10 + digit : digit
        } else {
          pending = digit
        }
      } else {
        return nil
      }
    }
    return length == 0 ? nil : total + (pending ?? 0)
  }

  private static let longest = 6

  private static func multiplier(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// A character of a number in Chinese.
  package var isChineseNumeral: Bool { ChineseNumeral.isPart(self) }
}
