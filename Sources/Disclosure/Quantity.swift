import PageContent

/// A printed number with what it counts: 21人, 362.8万元, 153.96%, a score without a unit.
public struct Quantity: Sendable, Hashable {
  /// The digits as printed, without layout spaces, full-width ones as ASCII.
  public var text: String
  /// 万元, %, 分, 人; nil where none is printed with it or over it.
  public var unit: String?
  /// What `text` says.
  public var value: ExactNumber
  public var location: Location

  public init(text: String, unit: String?, value: ExactNumber, location: Location) {
    self.text = text
    self.unit = unit
    self.value = value
    self.location = location
  }

  /// The amount of money with its unit; nil for anything else.
  public var amount: Amount? {
    unit.flatMap(MonetaryUnit.init(rawValue:)).map { Amount(value: value, unit: $0) }
  }

  /// Exactly, in yuan; nil where it is no money.
  public var yuan: ExactNumber? { amount?.yuan }

  /// The number that a cell holds and nothing else, in the unit printed with it or the one given.
  package init?(cell text: String, unit: String? = nil, location: Location) {
    var digits = Wording.normalised(text)[...]
    var own: String?
    for unit in ["亿元", "万元", "千元", "元", "%", "分"] where digits.ends(with: unit) {
      own = unit
      digits = digits.dropLast(unit.count)
      break
    }
    guard let value = ExactNumber(published: String(digits)) else { return nil }
    self.init(text: String(digits), unit: own ?? unit, value: value, location: location)
  }
}
