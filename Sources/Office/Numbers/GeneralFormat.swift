/// How a number is shown without a format: as many digits as eleven places hold.
enum GeneralFormat {
  private static let places = 11

  static func text(of value: DecimalDigits) -> String {
    if value.isZero { return "0" }
    if value.exponent >= places { return scientific(value) }
    let whole = max(1, value.integerDigits.count)
    let rounded = value.rounded(decimals: max(0, places - whole - 1))
    // Small numbers lose digits, or are written with an exponent.
    if value.exponent < -4, rounded != value { return scientific(value) }
    return rounded.integerDigits.count > places ? scientific(value) : rounded.description
  }

  private static func scientific(_ value: DecimalDigits) -> String {
    let rounded = value.rounded(significant: 6)
    let digits = rounded.digits.map { "\($0)" }
    let exponent = abs(rounded.exponent)
    return (value.isNegative ? "-" : "") + digits[0] + (digits.count > 1 ? "." + digits[1...].joined() : "") + "E"
      + (rounded.exponent < 0 ? "-" : "+") + (exponent < 10 ? "0" : "") + "\(exponent)"
  }
}
