/// A decimal number as published: its digits and how many of them stand after the point. No binary floating point comes
/// between the page and the output.
public struct ExactNumber: Hashable, Sendable {
  /// The digits, without the point, with the sign.
  public var mantissa: Int128
  /// How many digits stand after the point.
  public var scale: Int

  public init(mantissa: Int128, scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  public static let zero = ExactNumber(mantissa: 0, scale: 0)

  /// The same value with `scale` digits after the point; `scale` must not be smaller than the number's own.
  public func rescaled(to scale: Int) -> ExactNumber {
    ExactNumber(mantissa: mantissa * ExactNumber.power(scale - self.scale), scale: scale)
  }

  /// The value times 10 to the given power.
  public func shifted(by power: Int) -> ExactNumber {
    power <= scale
      ? ExactNumber(mantissa: mantissa, scale: scale - power)
      : ExactNumber(mantissa: mantissa * ExactNumber.power(power - scale), scale: 0)
  }

  public var isZero: Bool { mantissa == 0 }
  public var magnitude: ExactNumber { ExactNumber(mantissa: mantissa < 0 ? -mantissa : mantissa, scale: scale) }

  static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<max(0, exponent) { result *= 10 }
    return result
  }
}

extension ExactNumber: Comparable {
  public static func == (a: ExactNumber, b: ExactNumber) -> Bool {
    let scale = max(a.scale, b.scale)
    return a.rescaled(to: scale).mantissa == b.rescaled(to: scale).mantissa
  }

  public static func < (a: ExactNumber, b: ExactNumber) -> Bool {
    let scale = max(a.scale, b.scale)
    return a.rescaled(to: scale).mantissa < b.rescaled(to: scale).mantissa
  }

  public func hash(into hasher: inout Hasher) {
    var reduced = self
    while reduced.scale > 0, reduced.mantissa % 10 == 0 {
      reduced = ExactNumber(mantissa: reduced.mantissa / 10, scale: reduced.scale - 1)
    }
    hasher.combine(reduced.mantissa)
    hasher.combine(reduced.scale)
  }
}

extension ExactNumber {
  public static func + (a: ExactNumber, b: ExactNumber) -> ExactNumber {
    let scale = max(a.scale, b.scale)
    return ExactNumber(mantissa: a.rescaled(to: scale).mantissa + b.rescaled(to: scale).mantissa, scale: scale)
  }

  public static func - (a: ExactNumber, b: ExactNumber) -> ExactNumber { a + -b }

  public static prefix func - (a: ExactNumber) -> ExactNumber {
    ExactNumber(mantissa: -a.mantissa, scale: a.scale)
  }
}

extension ExactNumber: CustomStringConvertible {
  /// Plain digits: no separators, as many decimals as the scale.
  public var description: String { text(decimals: scale) }

  /// Plain digits with at least the given number of decimals.
  public func text(decimals: Int) -> String {
    let number = rescaled(to: max(scale, decimals))
    var digits = String(number.mantissa.magnitude)
    if number.scale > 0 {
      if digits.utf8.count <= number.scale {
        digits = String(repeating: "0", count: number.scale + 1 - digits.utf8.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -number.scale))
    }
    return number.mantissa < 0 ? "-" + digits : digits
  }
}
