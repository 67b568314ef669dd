/// The unit that a table's amounts are published in.
public enum MonetaryUnit: String, Sendable, Hashable, CaseIterable {
  case yuan = "元"
  case thousandYuan = "千元"
  case tenThousandYuan = "万元"
  case millionYuan = "百万元"
  case hundredMillionYuan = "亿元"

  /// One of this unit is 10 to this power in yuan.
  public var power: Int {
    switch self {
    case .yuan: 0
    case .thousandYuan: 3
    case .tenThousandYuan: 4
    case .millionYuan: 6
    case .hundredMillionYuan: 8
    }
  }

  /// The unit a caption states: 单位：万元, 金额单位：元, (单位：人民币万元), 万元. Takes normalised text.
  package init?(stated text: String) {
    let rest: Substring
    if let colon = text.range(of: "单位:") ?? text.range(of: "单位为") {
      rest = text[colon.upperBound...]
    } else if text.count <= 8 {
      rest = text.drop { $0 == "(" }
    } else {
      return nil
    }
    let stated = rest.hasPrefix("人民币") ? rest.dropFirst(3) : rest
    for unit in [MonetaryUnit.hundredMillionYuan, .millionYuan, .tenThousandYuan, .thousandYuan, .yuan]
    where stated.hasPrefix(unit.rawValue) {
      self = unit
      return
    }
    return nil
  }
}
