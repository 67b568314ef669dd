/// A number as a list counts: 一, (1), ①, A.
enum ListNumber {
  static func text(_ number: Int, format: String) -> String {
    switch format {
    case "decimal": return "\(number)"
    case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
    case "upperRoman": return roman(number)
    case "lowerRoman": return roman(number).lowercased()
    case "upperLetter": return letters(number)
    case "lowerLetter": return letters(number).lowercased()
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "koreanCounting":
      return chinese(number, digits: counting, powers: ["", "十", "百", "千"])
    case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
      return chinese(number, digits: legal, powers: ["", "拾", "佰", "仟"])
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
      return "\(number)".compactMap { $0.wholeNumberValue.map { $0 == 0 ? "〇" : counting[$0] } }.joined()
    case "decimalFullWidth", "decimalFullWidth2": return String("\(number)".unicodeScalars.map(fullWidth))
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return (1...20).contains(number) ? scalar(0x2460, number) : "\(number)"
    case "decimalEnclosedParen": return (1...20).contains(number) ? scalar(0x2474, number) : "(\(number))"
    case "decimalEnclosedFullstop": return (1...20).contains(number) ? scalar(0x2488, number) : "\(number)."
    case "ideographTraditional": return (1...10).contains(number) ? stems[number - 1] : "\(number)"
    case "ideographZodiac": return (1...12).contains(number) ? branches[number - 1] : "\(number)"
    case "none", "bullet": return ""
    default: return "\(number)"
    }
  }

  private static let counting = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let legal = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let stems = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
  private static let branches = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"]

  private static func chinese(_ number: Int, digits: [String], powers: [String]) -> String {
    guard (1..<10_000).contains(number) else { return "\(number)" }
    let places = "\(number)".compactMap(\.wholeNumberValue)
    var text = ""
    var isAfterZero = false
    for (index, digit) in places.enumerated() {
      let power = places.count - 1 - index
      if digit == 0 {
        isAfterZero = true
        continue
      }
      if isAfterZero, !text.isEmpty { text += digits[0] }
      isAfterZero = false
      // 十一, but 一百一十一.
      let isPlainTen = power == 1 && digit == 1 && places.count == 2 && powers[1] == "十"
      text += (isPlainTen ? "" : digits[digit]) + powers[power]
    }
    return text
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return "\(number)" }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// A … Z, AA, BB.
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func fullWidth(_ digit: Unicode.Scalar) -> Character {
    Character(Unicode.Scalar(digit.value + 0xFEE0) ?? digit)
  }

  private static func scalar(_ start: UInt32, _ number: Int) -> String {
    Unicode.Scalar(start + UInt32(number) - 1).map { String(Character($0)) } ?? "\(number)"
  }
}
