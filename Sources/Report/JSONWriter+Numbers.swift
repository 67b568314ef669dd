import Disclosure
import PageContent

extension JSONWriter {
  package mutating func integer(_ value: Int) {
    if value < 0 { literal("-") }
    digits(value.magnitude, decimals: 0)
  }

  /// Plain digits with at least the given number of decimals, straight from the published digits.
  package mutating func decimal(_ number: ExactNumber, decimals: Int) {
    let number = number.rescaled(to: max(number.scale, decimals))
    if let small = UInt(exactly: number.mantissa.magnitude), number.scale < 40 {
      if number.mantissa < 0 { literal("-") }
      digits(small, decimals: number.scale)
    } else {
      append(number.description.utf8)
    }
  }

  /// A coordinate in points: at most two decimals, no trailing zeros. A hostile page may place things anywhere: what is
  /// no number, or lies beyond any page, is moved to where it can be written.
  package mutating func coordinate(_ value: Double) {
    let limit = 1e9
    let hundredths = value.isNaN ? 0 : Int((min(max(value, -limit), limit) * 100).rounded())
    if hundredths < 0 { literal("-") }
    let magnitude = hundredths.magnitude
    if magnitude % 100 == 0 {
      digits(magnitude / 100, decimals: 0)
    } else if magnitude % 10 == 0 {
      digits(magnitude / 10, decimals: 1)
    } else {
      digits(magnitude, decimals: 2)
    }
  }

  /// Digits with a point before the last `decimals` of them; `decimals` is below 40.
  private mutating func digits(_ value: UInt, decimals: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
      var rest = value
      var start = buffer.count
      var count = 0
      repeat {
        if count == decimals, count > 0 {
          start -= 1
          buffer[start] = UInt8(ascii: ".")
        }
        start -= 1
        buffer[start] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
        rest /= 10
        count += 1
      } while rest > 0 || count <= decimals
      append(UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }
}
