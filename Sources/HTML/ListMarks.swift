/// The numbers that a browser prints before the items of an ordered list.
struct ListMarks {
  private var next: Int
  private let type: String

  /// - Parameters:
  ///   - start: of the list.
  ///   - type: as its `type` or its style names it: `1`, `a`, `upper-roman`.
  init(start: Int?, type: String?) {
    next = start ?? 1
    self.type = type ?? "1"
  }

  /// What stands before an item; empty where the list says so.
  mutating func mark(value: Int?) -> String {
    if let value { next = value }
    defer { next = next < Int(Int32.max) ? next + 1 : next }
    return switch type {
    case "none": ""
    case "a", "lower-alpha", "lower-latin": ListMarks.letter(next, "a") + ". "
    case "A", "upper-alpha", "upper-latin": ListMarks.letter(next, "A") + ". "
    case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal": ListMarks.chinese(next) + "、"
    default: "\(next). "
    }
  }

  private static func letter(_ number: Int, _ first: Unicode.Scalar) -> String {
    guard (1...26).contains(number), let scalar = Unicode.Scalar(first.value + UInt32(number - 1)) else {
      return "\(number)"
    }
    return String(Character(scalar))
  }

  private static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return "\(number)" }
    let tens = number / 10 == 0 ? "" : (number / 10 == 1 ? "" : digits[number / 10]) + "十"
    return tens + digits[number % 10]
  }
}
