import Disclosure
import PageContent

/// Names of items of the classification.
enum ItemName {
  /// A name without what printings differ in: white space, quotation marks, brackets, punctuation, a level in brackets.
  static func core(_ name: String) -> String { core(ofNormalised: Wording.normalised(name)) }

  static func core(ofNormalised name: String) -> String {
    if name.unicodeScalars.allSatisfy(isOfName) { return name }
    var text = name
    for level in ["(类)", "(款)", "(项)"] where text.ends(with: level) {
      text.unicodeScalars.removeLast(level.unicodeScalars.count)
    }
    var core = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where isOfName(scalar) { core.append(scalar) }
    return String(core)
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // To ask for a character's properties costs; nearly all are these.
    case 0x4E00...0x9FA5, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0...0x7F, 0x3001, 0x3002: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Whether one of two names is the other with characters left out: cut at its end by a narrow cell, or abbreviated.
  static func isAbbreviation(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.unicodeScalars.count < b.unicodeScalars.count ? (a, b) : (b, a)
    var rest = short.unicodeScalars[...]
    for scalar in long.unicodeScalars where scalar == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Whether a name differs from another in so few of its characters that it is a slip: one, or two of a long name, or their order.
  /// 及, 和 and 与 are changed for each other on purpose.
  static func isSlip(_ a: String, _ b: String) -> Bool {
    isSlip(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }

  static func isSlip(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    guard left.count == right.count, left.count >= shortest else { return false }
    var differing: [Int] = []
    for index in left.indices where left[index] != right[index] {
      if differing.count == mostMoved { return false }
      differing.append(index)
    }
    if differing.isEmpty { return false }
    // 技术与研究开发 for 技术研究与开发: the same characters in another order.
    if left.count > shortest, left.sorted() == right.sorted() { return true }
    guard differing.count <= (left.count >= long ? 2 : 1) else { return false }
    return !differing.contains { interchangeable.contains(left[$0]) && interchangeable.contains(right[$0]) }
  }

  private static let shortest = 4
  private static let mostMoved = 4
  private static let long = 9
  private static let interchangeable = Set("及和与或他它".unicodeScalars)
}
