import Disclosure
import PageContent

/// Where a rounded figure may lie, and what follows from several such figures. The figures themselves are exact; a
/// quotient is not, and need not be: it is compared with a printed percentage of a few digits.
struct Interval {
  var lower: Double
  var upper: Double

  init(_ lower: Double, _ upper: Double) {
    self.lower = min(lower, upper)
    self.upper = max(lower, upper)
  }

  /// A printed figure, rounded at its last digit.
  init(rounded number: ExactNumber) {
    let half = 0.5 * Interval.unit(number)
    self.init(number.approximate - half, number.approximate + half)
  }

  /// What one unit of the last digit is worth.
  static func unit(_ number: ExactNumber) -> Double {
    ExactNumber(mantissa: 1, scale: number.scale).approximate
  }

  var middle: Double { (lower + upper) / 2 }

  func widened(by margin: Double) -> Interval { Interval(lower - margin, upper + margin) }

  func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  /// The share of one amount in another, in per cent; nil where the other may be nothing.
  static func percentage(of part: Interval, in whole: Interval) -> Interval? {
    guard whole.lower * whole.upper > 0 else { return nil }
    let corners = [
      part.lower / whole.lower, part.lower / whole.upper, part.upper / whole.lower, part.upper / whole.upper,
    ]
    return Interval(100 * (corners.min() ?? 0), 100 * (corners.max() ?? 0))
  }
}

extension ExactNumber {
  var approximate: Double {
    // A number of 128 bits is slow to convert, and hardly any needs so many.
    var value = Int64(exactly: mantissa).map(Double.init) ?? Double(mantissa)
    var scale = scale
    while scale > 0 {
      value /= 10
      scale -= 1
    }
    return value
  }
}
