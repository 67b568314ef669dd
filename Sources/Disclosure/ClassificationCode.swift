/// A code of the government revenue and expenditure classification (政府收支分类科目).
public struct ClassificationCode: Hashable, Sendable {
  public enum Classification: Sendable, Hashable {
    /// 支出功能分类科目: what the money is spent for; 3, 5 and 7 digits.
    case functional
    /// 部门预算支出经济分类科目 and 政府预算支出经济分类科目: how it is spent; 3 and 5 digits.
    case economic
  }

  public enum Level: Int, Sendable, Hashable, Comparable {
    /// 类
    case `class` = 3
    /// 款
    case division = 5
    /// 项
    case item = 7

    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// 3, 5 or 7 digits.
  public let digits: String
  public let classification: Classification
  public let level: Level

  /// nil where the digits are no code of either classification: functional codes begin with 2, economic ones with 3 or 5.
  public init?(_ digits: String) {
    let utf8 = digits.utf8
    guard utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let level = Level(rawValue: utf8.count) else { return nil }
    switch utf8.first {
    case UInt8(ascii: "2"): classification = .functional
    case UInt8(ascii: "3"), UInt8(ascii: "5"):
      guard level != .item else { return nil }
      classification = .economic
    default: return nil
    }
    self.digits = digits
    self.level = level
  }

  /// The code one level up; nil for a class.
  public var parent: ClassificationCode? {
    level == .class ? nil : ClassificationCode(String(digits.dropLast(2)))
  }

  /// Whether the other code lies below this one, at any depth.
  public func contains(_ other: ClassificationCode) -> Bool {
    other.level > level && other.digits.hasPrefix(digits)
  }
}
