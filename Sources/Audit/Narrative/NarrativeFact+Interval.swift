import Disclosure
import PageContent

extension NarrativeFact {
  var isFinal: Bool { measure == .final || measure == .amount }

  /// Where the amount may lie, in yuan.
  var yuanInterval: Interval? { amount.flatMap { Interval($0) } }

  /// Below zero for a decrease. A change of 0.00 that has a direction is one that rounding left nothing of.
  var signedYuanInterval: Interval? {
    guard let amount, value.isZero, value.scale > 0, let direction, direction != .flat else {
      return amount.flatMap { Interval(Amount(value: signed, unit: $0.unit)) }
    }
    let half = ExactNumber.halfUnit(of: amount).approximate
    return direction == .decrease ? Interval(-half, 0) : Interval(0, half)
  }
}

extension Interval {
  /// An amount in yuan, rounded at its last printed digit.
  init?(_ amount: Amount) {
    guard let unit = amount.unit else { return nil }
    let value = Interval(rounded: amount.value)
    let factor = ExactNumber(mantissa: 1, scale: 0).shifted(by: unit.power).approximate
    self.init(value.lower * factor, value.upper * factor)
    // Nothing is nothing to any place.
    if amount.value.isZero { self.init(0, 0) }
  }
}
