import Disclosure
import PageContent

extension ExactNumber {
  /// Half of what the last printed digit is worth, in yuan.
  static func halfUnit(of amount: Amount) -> ExactNumber {
    ExactNumber(mantissa: 5, scale: amount.value.scale + 1).shifted(by: amount.unit?.power ?? 0)
  }
}

extension Amount {
  /// Whether two amounts are one as far as both are printed; nil where the unit of either is not known.
  func agrees(with other: Amount) -> Bool? {
    guard let a = yuan, let b = other.yuan else { return nil }
    return (a - b).magnitude <= ExactNumber.halfUnit(of: self) + ExactNumber.halfUnit(of: other)
  }
}
