/// An amount of money as published: its value, its unit, and the text it was read from.
public struct Amount: Hashable, Sendable {
  /// In the published unit, with the published precision.
  public var value: ExactNumber
  /// nil where the report states no unit.
  public var unit: MonetaryUnit?

  public init(value: ExactNumber, unit: MonetaryUnit?) {
    self.value = value
    self.unit = unit
  }

  /// The amount in yuan; nil where the unit is not known.
  public var yuan: ExactNumber? { unit.map { value.shifted(by: $0.power) } }
}

extension ExactNumber {
  /// Reads a published number: `1,802.64`, `1802.64`, full-width digits, `-1.2`, `(1.2)` for minus. Anything else,
  /// grouping that is not by thousands among it, is no number: nil.
  public init?(published text: String) {
    var mantissa: Int128 = 0
    var digits = 0
    var decimals: Int?
    var group: Int?
    var isNegative = false
    var isBracketed = false
    var isClosed = false
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if value >= 0xFF01, value <= 0xFF5E { value -= 0xFEE0 }
      switch value {
      case 0x30...0x39:
        guard !isClosed, digits < 18, decimals ?? 0 < 8 else { return nil }
        mantissa = mantissa * 10 + Int128(value - 0x30)
        digits += 1
        if decimals != nil { decimals? += 1 } else if group != nil { group? += 1 }
      case 0x2C:
        guard digits > 0, decimals == nil, !isClosed, group == nil ? digits <= 3 : group == 3 else { return nil }
        group = 0
      case 0x2E:
        guard digits > 0, decimals == nil, !isClosed, group == nil || group == 3 else { return nil }
        decimals = 0
      case 0x2D, 0x2212, 0x2013, 0x2014:
        guard digits == 0, !isNegative else { return nil }
        isNegative = true
      case 0x28:
        guard digits == 0, !isBracketed, !isNegative else { return nil }
        isBracketed = true
      case 0x29:
        guard isBracketed, !isClosed else { return nil }
        isClosed = true
      default:
        guard scalar.isBlank, digits == 0 || isClosed || decimals == nil else { return nil }
        // A space between digits would make two numbers one.
        if digits > 0 && !isClosed { return nil }
      }
    }
    guard digits > 0, isBracketed == isClosed, decimals != 0, decimals != nil || group == nil || group == 3 else {
      return nil
    }
    let sign: Int128 = isNegative || isBracketed ? -1 : 1
    self.init(mantissa: mantissa * sign, scale: decimals ?? 0)
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { value == 0x20 || value == 0x3000 || value == 0xA0 }
}
