extension ExactNumber {
  /// Reads a published number: `1,802.64`, `1802.64`, full-width digits, `-1.2`, `+1.2`, `(1.2)` for minus, and a figure
  /// that a space cut beside its point or separator (`1802 .64`). Anything else is no number: nil. Grouping that is not by
  /// thousands is none, since nobody can say whether the comma of `120258,600` is a point.
  public init?(published text: String) { self.init(published: text.unicodeScalars) }

  package init?(published text: some Sequence<Unicode.Scalar>) {
    var scanner = Scanner()
    for scalar in text {
      guard scanner.take(scalar) else { return nil }
    }
    guard let number = scanner.number else { return nil }
    self = number
  }

  /// Takes a number character by character.
  private struct Scanner {
    private var mantissa: Int128 = 0
    private var digits = 0
    /// How many digits stand after the point; nil before it.
    private var decimals: Int?
    /// How many digits stand after the last separator; nil before the first.
    private var group: Int?
    private var isSigned = false
    private var isNegative = false
    private var isBracketed = false
    private var isClosed = false
    /// A space stands between the last digit and what comes.
    private var isCut = false
    /// The last character is a point or a separator.
    private var endsInMark = false

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.isLayoutSpace {
        // Between two digits it would make one number of two.
        isCut = isCut || digits > 0 && !isClosed && !endsInMark
        return true
      }
      defer { isCut = false }
      if let digit = scalar.digit {
        guard !isCut else { return false }
        return take(digit: digit)
      }
      if scalar.isDash { return take(sign: true) }
      switch scalar {
      case ",", "，":
        guard digits > 0, decimals == nil, !isClosed, group == nil ? digits <= 3 : group == 3 else { return false }
        group = 0
        endsInMark = true
        return true
      case ".", "．":
        guard digits > 0, decimals == nil, !isClosed, group == nil || group == 3 else { return false }
        decimals = 0
        endsInMark = true
        return true
      case "+", "＋": return take(sign: false)
      case "(", "（":
        guard digits == 0, !isBracketed, !isSigned else { return false }
        isBracketed = true
        return true
      case ")", "）":
        guard isBracketed, !isClosed else { return false }
        isClosed = true
        return true
      default: return false
      }
    }

    private mutating func take(digit: Int) -> Bool {
      guard !isClosed, digits < 18, decimals ?? 0 < 8 else { return false }
      mantissa = mantissa * 10 + Int128(digit)
      digits += 1
      if decimals != nil { decimals? += 1 } else if group != nil { group? += 1 }
      endsInMark = false
      return true
    }

    private mutating func take(sign minus: Bool) -> Bool {
      guard digits == 0, !isSigned else { return false }
      isSigned = true
      isNegative = minus
      return true
    }

    var number: ExactNumber? {
      guard digits > 0, isBracketed == isClosed, decimals != 0, decimals != nil || group == nil || group == 3 else {
        return nil
      }
      return ExactNumber(mantissa: isNegative || isBracketed ? -mantissa : mantissa, scale: decimals ?? 0)
    }
  }
}
