/// A decimal number by its digits: exact, however it is written.
struct DecimalDigits: Hashable {
  var isNegative = false
  /// 0 to 9 each, the first of them not 0; none for zero.
  private(set) var digits: [UInt8] = []
  /// How many digits stand before the point; less than 0 where zeros follow it.
  private(set) var point = 0

  /// Reads `1802.64`, `-5`, `1.5E-3`; nil for anything else.
  init?(_ text: String) {
    var exponent = 0
    var isAfterPoint = false
    var hasDigits = false
    var rest = text.utf8[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        if digits.count > 400 { return nil }
        if !digits.isEmpty || byte != UInt8(ascii: "0") {
          digits.append(byte - UInt8(ascii: "0"))
          if !isAfterPoint { point += 1 }
        } else if isAfterPoint {
          point -= 1
        }
      case UInt8(ascii: ".") where !isAfterPoint: isAfterPoint = true
      case UInt8(ascii: "E"), UInt8(ascii: "e"):
        guard hasDigits, let value = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(value) < 1000 else {
          return nil
        }
        exponent = value
        rest = rest.suffix(1)
      default: return nil
      }
      rest.removeFirst()
    }
    guard hasDigits else { return nil }
    point += exponent
    normalise()
  }

  /// The shortest number that a binary one stands for; nil where it is none.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    self.init("\(number)")
  }

  var isZero: Bool { digits.isEmpty }

  /// The exponent in scientific notation: 3 for 1802.64.
  var exponent: Int { isZero ? 0 : point - 1 }

  private mutating func normalise() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// Multiplied by a power of ten.
  func shifted(by power: Int) -> DecimalDigits {
    var result = self
    if !isZero { result.point += power }
    return result
  }

  /// Rounded to so many decimals, half away from zero.
  func rounded(decimals: Int) -> DecimalDigits { keeping(point + decimals) }

  /// Rounded to so many digits that count, half away from zero.
  func rounded(significant: Int) -> DecimalDigits { keeping(significant) }

  private func keeping(_ count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      result.point = 0
      return result
    }
    let isUp = digits[count] >= 5
    result.digits = Array(digits[..<count])
    if isUp {
      var index = count - 1
      while index >= 0, result.digits[index] == 9 {
        result.digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        result.digits[index] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.point += 1
      }
    }
    result.normalise()
    return result
  }

  /// The digits before the point; none for less than one.
  var integerDigits: [UInt8] {
    guard point > 0 else { return [] }
    return (0..<point).map { $0 < digits.count ? digits[$0] : 0 }
  }

  /// So many digits after the point.
  func fractionDigits(_ count: Int) -> [UInt8] {
    (0..<count).map { index in
      let place = point + index
      return place >= 0 && place < digits.count ? digits[place] : 0
    }
  }

  /// How many digits after the point count.
  var decimals: Int { max(0, digits.count - point) }

  /// Compares with a number that a format states.
  static func < (left: DecimalDigits, right: DecimalDigits) -> Bool {
    func sign(_ number: DecimalDigits) -> Int { number.isZero ? 0 : number.isNegative ? -1 : 1 }
    if sign(left) != sign(right) { return sign(left) < sign(right) }
    if left.isZero { return false }
    let isLess =
      left.point == right.point
      ? left.digits.lexicographicallyPrecedes(right.digits) : left.point < right.point
    return left.isNegative ? !isLess && (left.digits != right.digits || left.point != right.point) : isLess
  }
}

extension DecimalDigits: CustomStringConvertible {
  /// As it is written without an exponent.
  var description: String {
    let whole = integerDigits
    let fraction = fractionDigits(decimals)
    let text = (whole.isEmpty ? [0] : whole).map { "\($0)" }.joined()
    return (isNegative && !isZero ? "-" : "") + text
      + (fraction.isEmpty ? "" : "." + fraction.map { "\($0)" }.joined())
  }
}
