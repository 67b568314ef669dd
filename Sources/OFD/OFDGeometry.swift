/// A matrix of six numbers, as GB/T 33190 writes it: `a b c d e f`.
struct OFDMatrix {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

  func vector(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y, b * x + d * y) }

  /// This one first, then the other.
  func then(_ next: OFDMatrix) -> OFDMatrix {
    OFDMatrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
  }

  static func moved(_ x: Double, _ y: Double) -> OFDMatrix { OFDMatrix(e: x, f: y) }
}

/// Numbers between blanks.
enum OFDNumbers {
  static func all(_ text: String, atMost count: Int = 1 << 16) -> [Double] {
    var numbers: [Double] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      guard numbers.count < count, let number = number(word) else { break }
      numbers.append(number)
    }
    return numbers
  }

  /// nil for what is none, or lies beyond any page.
  static func number(_ text: some StringProtocol) -> Double? {
    Double(text).flatMap { $0.isFinite && abs($0) < 1e7 ? $0 : nil }
  }

  static func matrix(_ text: String?) -> OFDMatrix {
    let numbers = text.map { all($0, atMost: 6) } ?? []
    guard numbers.count == 6 else { return OFDMatrix() }
    return OFDMatrix(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
  }

  /// `x y width height`
  static func box(_ text: String?) -> OFDBox? {
    let numbers = text.map { all($0, atMost: 4) } ?? []
    guard numbers.count == 4 else { return nil }
    return OFDBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  /// The steps between characters: `2.5 g 3 4.2` is 2.5, and three times 4.2.
  /// - Parameter count: how many are wanted, whatever is written.
  static func steps(_ text: String?, count: Int) -> [Double] {
    guard let text, count > 0 else { return [] }
    var steps: [Double] = []
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    while let word = words.popFirst(), steps.count < count {
      if word == "g" {
        guard let times = words.popFirst().flatMap({ number($0) }), let step = words.popFirst().flatMap({ number($0) })
        else { break }
        let room = Double(count - steps.count)
        steps += [Double](repeating: step, count: Int(max(0, min(times, room))))
      } else {
        guard let step = number(word) else { break }
        steps.append(step)
      }
    }
    return steps
  }
}

/// In millimetres, origin top left, y downwards.
struct OFDBox {
  var x: Double
  var y: Double
  var width: Double
  var height: Double
}
