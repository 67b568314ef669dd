/// One section of a number format, taken apart.
struct FormatSection: Hashable {
  enum Token: Hashable {
    case literal(String)
    /// 0, # or ?
    case digit(Character)
    case point
    case percent
    /// `E+00`: whether a plus is shown.
    case exponent(showsPlus: Bool)
    /// Between the digits of a fraction: # ?/?
    case slash
    /// @: the text itself.
    case text
    case general
    /// A run of one letter: yyyy, m, dd, h; [h] as its letter, too.
    case date(Character, count: Int, isElapsed: Bool)
    /// AM/PM, 上午/下午
    case halfDay(morning: String, afternoon: String)
  }

  let tokens: [Token]
  let condition: FormatCondition?
  let isDate: Bool
  /// Digits before the point are set in groups.
  let isGrouped: Bool
  /// By which power of ten the number is changed before it is shown: `%` by 2, each comma at the end by -3.
  let power: Int

  /// The sections of a code, cut at semicolons that are neither quoted nor escaped.
  static func parts(of code: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    var isEscaped = false
    var isBracketed = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "!", "_", "*": isEscaped = true
        case ";":
          parts.append("")
          continue
        default: break
        }
      }
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  init(_ code: String) {
    var parser = FormatParser(code)
    parser.parse()
    tokens = parser.tokens
    condition = parser.condition
    isGrouped = parser.isGrouped
    power = parser.power
    isDate = tokens.contains { if case .date = $0 { true } else { false } }
  }

  var hasDigits: Bool {
    tokens.contains { if case .digit = $0 { true } else { $0 == .general } }
  }

  /// Whether it is made for texts: nothing of it shows a number.
  var isForText: Bool { tokens.contains(.text) && !hasDigits && !isDate }

  /// Whether it tells by itself that a number is negative.
  var showsSign: Bool {
    tokens.contains { token in
      guard case .literal(let text) = token else { return false }
      return text.contains { "-－−(（△▲负".contains($0) }
    }
  }

  /// What it shows of a text.
  func text(of text: String) -> String {
    tokens.map { token in
      switch token {
      case .literal(let literal): literal
      case .text: text
      default: ""
      }
    }.joined()
  }
}
