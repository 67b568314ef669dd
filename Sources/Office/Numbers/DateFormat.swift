/// Dates and times as a format shows them.
enum DateFormat {
  /// nil where the number is no day.
  static func text(of value: DecimalDigits, _ section: FormatSection, isFrom1904: Bool) -> String? {
    guard let date = CivilDate(serial: value, isFrom1904: isFrom1904) else { return nil }
    let isHalved = section.tokens.contains { if case .halfDay = $0 { true } else { false } }
    var text = ""
    for (index, token) in section.tokens.enumerated() {
      switch token {
      case .literal(let literal): text += literal
      case .halfDay(let morning, let afternoon): text += date.seconds < 43200 ? morning : afternoon
      case .date("m", let count, let isElapsed) where isElapsed || isMinute(index, section.tokens):
        text += isElapsed ? "\(date.allSeconds / 60)" : padded(date.seconds / 60 % 60, count)
      case .date(let letter, let count, let isElapsed):
        text += part(date, letter, count, isElapsed: isElapsed, isHalved: isHalved)
      case .point: text += "."
      case .slash: text += "/"
      // Of a second; no report shows them.
      case .digit: text += "0"
      case .general, .text, .percent, .exponent: break
      }
    }
    return text
  }

  private static func part(
    _ date: CivilDate, _ letter: Character, _ count: Int, isElapsed: Bool, isHalved: Bool
  ) -> String {
    switch letter {
    case "y": return count > 2 ? padded(date.year, 4) : padded(date.year % 100, 2)
    case "e": return "\(date.year)"
    case "m":
      if count > 2 { return String(months[date.month - 1].prefix(count == 3 ? 3 : count == 5 ? 1 : 9)) }
      return padded(date.month, count)
    case "d":
      if count > 2 { return String(days[date.weekday].prefix(count == 3 ? 3 : 9)) }
      return padded(date.day, count)
    case "a": return (count > 3 ? "星期" : "") + weekdays[date.weekday]
    case "h":
      if isElapsed { return "\(date.allSeconds / 3600)" }
      let hour = date.seconds / 3600
      return padded(isHalved ? (hour + 11) % 12 + 1 : hour, count)
    default: return isElapsed ? "\(date.allSeconds)" : padded(date.seconds % 60, count)
    }
  }

  /// m is the minute behind an hour or before a second.
  private static func isMinute(_ index: Int, _ tokens: [FormatSection.Token]) -> Bool {
    func letter(_ tokens: some Sequence<FormatSection.Token>) -> Character? {
      for token in tokens {
        if case .date(let letter, _, _) = token { return letter }
      }
      return nil
    }
    return letter(tokens[..<index].reversed()) == "h" || letter(tokens[(index + 1)...]) == "s"
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, min(count, 4) - digits.count)) + digits
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let weekdays = ["日", "一", "二", "三", "四", "五", "六"]
}
