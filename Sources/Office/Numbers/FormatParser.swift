/// Takes a section of a number format apart.
struct FormatParser {
  private(set) var tokens: [FormatSection.Token] = []
  private(set) var condition: FormatCondition?
  private(set) var isGrouped = false
  private(set) var power = 0

  private let code: [Character]
  private var index = 0
  /// Commas since the last digit.
  private var commas = 0
  private var isAfterPoint = false

  init(_ code: String) { self.code = Array(code) }

  mutating func parse() {
    while index < code.count {
      let character = code[index]
      index += 1
      if character != ",", commas > 0 { endCommas(beforeDigit: "0#?".contains(character)) }
      take(character)
    }
    endCommas(beforeDigit: false)
  }

  private mutating func take(_ character: Character) {
    switch character {
    case "\"": takeQuoted()
    case "\\", "!":
      if index < code.count { literal(String(code[index])) }
      index += 1
    case "_":
      // As wide as the next character.
      index += 1
      literal(" ")
    case "*": index += 1
    case "[": takeBracket()
    case "0", "#", "?": tokens.append(.digit(character))
    case ".":
      if isAfterPoint {
        literal(".")
      } else {
        isAfterPoint = true
        tokens.append(.point)
      }
    case ",": if tokens.contains(where: \.isDigit) { commas += 1 } else { literal(",") }
    case "%", "％":
      power += 2
      tokens.append(.percent)
    case "@": tokens.append(.text)
    case "E" where index < code.count && (code[index] == "+" || code[index] == "-"):
      tokens.append(.exponent(showsPlus: code[index] == "+"))
      index += 1
    case "G", "g": takeGeneral(character)
    case "A", "a", "上": takeHalfDay(character)
    case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "e": takeDate(Character(character.lowercased()))
    case "/" where tokens.last?.isDigit ?? false: tokens.append(.slash)
    default: literal(String(character))
    }
  }

  private mutating func literal(_ text: String) { tokens.append(.literal(text)) }

  /// Between digits commas group; behind them each divides by a thousand.
  private mutating func endCommas(beforeDigit: Bool) {
    guard commas > 0 else { return }
    if beforeDigit { isGrouped = true } else { power -= 3 * commas }
    commas = 0
  }

  private mutating func takeQuoted() {
    let end = code[index...].firstIndex(of: "\"") ?? code.count
    literal(String(code[index..<end]))
    index = end + 1
  }

  /// A colour, a condition, a currency with its language, or a time that goes on counting.
  private mutating func takeBracket() {
    let end = code[index...].firstIndex(of: "]") ?? code.count
    let text = String(code[index..<end])
    index = end + 1
    if let condition = FormatCondition(text) {
      self.condition = self.condition ?? condition
    } else if text.hasPrefix("$") {
      literal(String(text.dropFirst().prefix { $0 != "-" }))
    } else if let letter = text.lowercased().first, "hms".contains(letter),
      text.lowercased().allSatisfy({ $0 == letter })
    {
      tokens.append(.date(letter, count: text.count, isElapsed: true))
    }
  }

  private mutating func takeGeneral(_ character: Character) {
    for name in ["General", "G/通用格式", "G/標準", "G/通用格式"] {
      let rest = Array(name.dropFirst())
      if code[index...].prefix(rest.count).map({ $0.lowercased() }) == rest.map({ $0.lowercased() }) {
        tokens.append(.general)
        index += rest.count
        return
      }
    }
    literal(String(character))
  }

  private mutating func takeHalfDay(_ character: Character) {
    let marks = [("AM/PM", "AM", "PM"), ("A/P", "A", "P"), ("上午/下午", "上午", "下午")]
    for (mark, morning, afternoon) in marks {
      let rest = Array(mark.dropFirst())
      if character.uppercased() == mark.prefix(1),
        code[index...].prefix(rest.count).map({ $0.uppercased() }) == rest.map({ $0.uppercased() })
      {
        tokens.append(.halfDay(morning: morning, afternoon: afternoon))
        index += rest.count
        return
      }
    }
    if character == "a" { takeDate("a") } else { literal(String(character)) }
  }

  private mutating func takeDate(_ letter: Character) {
    let start = index
    while index < code.count, code[index].lowercased() == String(letter) { index += 1 }
    tokens.append(.date(letter, count: index - start + 1, isElapsed: false))
  }
}

extension FormatSection.Token {
  var isDigit: Bool { if case .digit = self { true } else { false } }
}
