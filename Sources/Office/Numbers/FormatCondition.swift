/// For which numbers a section of a format is meant: `[>=100]`, `[=0]`.
struct FormatCondition: Hashable {
  enum Comparison: String, Hashable {
    case less = "<", lessOrEqual = "<=", equal = "=", unequal = "<>", more = ">", moreOrEqual = ">="
  }

  let comparison: Comparison
  let bound: DecimalDigits

  /// - Parameter text: what stands in the brackets.
  init?(_ text: String) {
    let mark = text.prefix { "<>=".contains($0) }
    guard let comparison = Comparison(rawValue: String(mark)),
      let bound = DecimalDigits(String(text.dropFirst(mark.count)).filter { $0 != " " })
    else { return nil }
    self.comparison = comparison
    self.bound = bound
  }

  func holds(_ value: DecimalDigits) -> Bool {
    let isLess = value < bound
    let isMore = bound < value
    return switch comparison {
    case .less: isLess
    case .lessOrEqual: !isMore
    case .equal: !isLess && !isMore
    case .unequal: isLess || isMore
    case .more: isMore
    case .moreOrEqual: !isLess
    }
  }

  /// Whether only negative numbers are meant.
  var isOfNegatives: Bool {
    switch comparison {
    case .less: bound.isZero || bound.isNegative
    case .lessOrEqual, .equal: !bound.isZero && bound.isNegative
    default: false
    }
  }

  /// Whether all that is left are negative numbers.
  var leavesNegatives: Bool {
    switch comparison {
    case .moreOrEqual: bound.isZero
    default: false
    }
  }
}
