/// The points of a path, from its abbreviated notation: `M 0 0 L 10 0 L 10 5 C`.
struct OFDPathData {
  struct Point {
    var x: Double
    var y: Double
    /// Whether the way to it is bent.
    var isCurve = false
  }

  struct Subpath {
    var points: [Point] = []
  }

  private(set) var subpaths: [Subpath] = []

  private static let mostPoints = 20_000

  init(_ text: String) {
    var command: UInt8 = 0
    var numbers: [Double] = []
    var word: [UInt8] = []
    var count = 0
    func endWord() {
      if word.isEmpty { return }
      if let number = OFDNumbers.number(String(decoding: word, as: UTF8.self)) { numbers.append(number) }
      word = []
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        endWord()
        take(command, numbers)
        command = byte
        numbers = []
        count += 1
        if count > OFDPathData.mostPoints { return }
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","): endWord()
      default: word.append(byte)
      }
    }
    endWord()
    take(command, numbers)
  }

  private mutating func take(_ command: UInt8, _ numbers: [Double]) {
    switch (command, numbers.count) {
    case (UInt8(ascii: "M"), 2...), (UInt8(ascii: "S"), 2...):
      subpaths.append(Subpath(points: [Point(x: numbers[0], y: numbers[1])]))
    case (UInt8(ascii: "L"), 2...): add(numbers[0], numbers[1])
    case (UInt8(ascii: "Q"), 4...): add(numbers[2], numbers[3], isCurve: true)
    case (UInt8(ascii: "B"), 6...): add(numbers[4], numbers[5], isCurve: true)
    case (UInt8(ascii: "A"), 7...): add(numbers[5], numbers[6], isCurve: true)
    case (UInt8(ascii: "C"), _): if let start = subpaths.last?.points.first { add(start.x, start.y) }
    default: break
    }
  }

  private mutating func add(_ x: Double, _ y: Double, isCurve: Bool = false) {
    if subpaths.isEmpty { subpaths.append(Subpath(points: [Point(x: 0, y: 0)])) }
    subpaths[subpaths.count - 1].points.append(Point(x: x, y: y, isCurve: isCurve))
  }
}
