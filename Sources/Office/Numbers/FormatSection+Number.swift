extension FormatSection {
  /// What it shows of a number, in its digits.
  func text(of value: DecimalDigits) -> String {
    let sign = value.isNegative && !value.isZero ? "-" : ""
    if tokens.contains(.general) {
      var plain = value
      plain.isNegative = false
      return sign + with(GeneralFormat.text(of: plain.shifted(by: power)))
    }
    guard hasDigits else { return (tokens.isEmpty ? "" : sign) + literals }
    if tokens.contains(.slash) { return sign + GeneralFormat.text(of: unsigned(value)) }
    if let place = tokens.firstIndex(where: { if case .exponent = $0 { true } else { false } }) {
      return sign + scientific(value, at: place)
    }
    return sign + fixed(value.shifted(by: power))
  }

  private func unsigned(_ value: DecimalDigits) -> DecimalDigits {
    var value = value
    value.isNegative = false
    return value
  }

  private var literals: String { with("") }

  /// Its literals, with what stands for the number in its place.
  private func with(_ number: String) -> String {
    tokens.map { token in
      switch token {
      case .literal(let text): text
      case .general: number
      case .percent: "%"
      default: ""
      }
    }.joined()
  }

  private func fixed(_ value: DecimalDigits) -> String {
    let point = tokens.firstIndex(of: .point) ?? tokens.count
    let fraction = tokens[point...].count(where: \.isDigit)
    let rounded = value.rounded(decimals: fraction)
    return whole(rounded.integerDigits, tokens[..<point]) + decimals(rounded.fractionDigits(fraction), tokens[point...])
  }

  /// The digits before the point, filled in from the right: the first place takes all that are left.
  private func whole(_ digits: [UInt8], _ tokens: ArraySlice<Token>) -> String {
    var rest = digits
    var places = tokens.count(where: \.isDigit)
    var count = 0
    var reversed: [String] = []
    func put(_ digit: String) {
      if isGrouped, count > 0, count % 3 == 0 { reversed.append(",") }
      reversed.append(digit)
      count += 1
    }
    for token in tokens.reversed() {
      switch token {
      case .literal(let text): reversed.append(text)
      case .percent: reversed.append("%")
      case .digit(let placeholder):
        places -= 1
        if let digit = rest.popLast() {
          put("\(digit)")
          if places == 0 { while let digit = rest.popLast() { put("\(digit)") } }
        } else if placeholder == "0" {
          put("0")
        } else if placeholder == "?" {
          reversed.append(" ")
        }
      default: break
      }
    }
    // `.00` has no place for them.
    if !tokens.contains(where: \.isDigit) { while let digit = rest.popLast() { put("\(digit)") } }
    return reversed.reversed().joined()
  }

  private func decimals(_ digits: [UInt8], _ tokens: ArraySlice<Token>) -> String {
    // What the last places leave out: zeros under #.
    var last = digits.count
    let placeholders = tokens.compactMap { if case .digit(let placeholder) = $0 { placeholder } else { nil } }
    while last > 0, digits[last - 1] == 0, placeholders[last - 1] != "0" { last -= 1 }
    var index = 0
    return tokens.map { token in
      switch token {
      case .point: return "."
      case .literal(let text): return text
      case .percent: return "%"
      case .digit(let placeholder):
        defer { index += 1 }
        return index < last ? "\(digits[index])" : placeholder == "?" ? " " : ""
      default: return ""
      }
    }.joined()
  }

  /// One digit before the point for each place there, then the exponent.
  private func scientific(_ value: DecimalDigits, at place: Int) -> String {
    let mantissa = tokens[..<place]
    let point = mantissa.firstIndex(of: .point) ?? place
    let wholePlaces = max(1, mantissa[..<point].count(where: \.isDigit))
    let fraction = mantissa[point...].count(where: \.isDigit)
    var exponent = value.isZero ? 0 : value.exponent
    if wholePlaces > 1 {
      exponent = Int((Double(exponent) / Double(wholePlaces)).rounded(.down)) * wholePlaces
    }
    var rounded = unsigned(value).shifted(by: -exponent).rounded(decimals: fraction)
    if rounded.integerDigits.count > wholePlaces {
      exponent += wholePlaces
      rounded = unsigned(value).shifted(by: -exponent).rounded(decimals: fraction)
    }
    let head =
      whole(rounded.integerDigits, mantissa[..<point]) + decimals(rounded.fractionDigits(fraction), mantissa[point...])
    guard case .exponent(let showsPlus) = tokens[place] else { return head }
    let places = tokens[place...].count(where: \.isDigit)
    let digits = "\(abs(exponent))"
    let zeros = String(repeating: "0", count: max(0, places - digits.count))
    let tail = tokens[place...].compactMap { if case .literal(let text) = $0 { text } else { nil } }.joined()
    return head + "E" + (exponent < 0 ? "-" : showsPlus ? "+" : "") + zeros + digits + tail
  }
}
