extension Rule {
  /// How far two sides may lie apart and still agree.
  public enum Tolerance: String, Sendable, CaseIterable {
    /// They agree or they do not: codes, years, numbers of things, marks.
    case exact
    /// Names are compared without what printings differ in: white space, quotation marks, full-width forms.
    case wording
    /// Half a unit of the last printed place for every figure that takes part.
    case rounding
    /// A quotient may lie anywhere in what the digits of its two amounts and its own leave open.
    case quotient
    /// As printed; 持平 allows one per cent, 基本持平 ten.
    case comparison

    public var chinese: String {
      switch self {
      case .exact: "无"
      case .wording: "不计空格、引号、全角半角之别"
      case .rounding: "各数末位的半个单位之和"
      case .quotient: "所印各数的位数所容许的范围"
      case .comparison: "以所印金额为准；“持平”容许1%，“基本持平”容许10%"
      }
    }

    public var english: String {
      switch self {
      case .exact: "none"
      case .wording: "white space, quotation marks and full-width forms aside"
      case .rounding: "half a unit of the last place of every figure"
      case .quotient: "what the digits of the printed figures leave open"
      case .comparison: "as printed; 持平 allows 1 %, 基本持平 10 %"
      }
    }
  }
}
