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

  /// The unit a caption states: 单位：万元, 金额单位：元, (单位：人民币万元), 万元, 金额（万元）. Takes normalised text.
  package init?(stated text: String) {
    var rest = Substring(text)
    // 编制单位：某局 单位：万元 in one line: the first 单位 is the department's.
    while let colon = rest.range(of: "单位:") ?? rest.range(of: "单位为") {
      rest = rest[colon.upperBound...]
      if let unit = MonetaryUnit(beginning: rest) {
        self = unit
        return
      }
    }
    if text.ends(with: ")"), text.utf8.count < MonetaryUnit.longestHead, let open = text.lastIndex(of: "("),
      let unit = MonetaryUnit(rawValue: String(text[text.index(after: open)...].dropLast()))
    {
      self = unit
      return
    }
    guard text.count <= 8, let unit = MonetaryUnit(beginning: text[...]) else { return nil }
    self = unit
  }

  /// A title, or a head over all columns, in UTF-8: what is longer is a sentence.
  private static let longestHead = 120

  private init?(beginning text: Substring) {
    let rest = text.drop { $0 == "(" }
    let stated = rest.hasPrefix("人民币") ? rest.dropFirst(3) : rest
    for unit in [MonetaryUnit.hundredMillionYuan, .millionYuan, .tenThousandYuan, .thousandYuan, .yuan]
    where stated.hasPrefix(unit.rawValue) {
      self = unit
      return
    }
    return nil
  }
}
