import PageContent

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

extension StringProtocol {
  /// Whether it is a number with decimals or separators: years, pages and counts are no amounts.
  var isPrintedAmount: Bool {
    utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") } && ExactNumber(published: String(self)) != nil
  }
}
