/// A number that a server, a page or a file states: digits alone, and at most fifteen of them. What is made of such
/// numbers by sums, and by products with as many as a minute has seconds, stays within an `Int`; longer ones are taken
/// for none.
enum ForeignNumber {
  static let digitLimit = 15

  static func value(_ digits: some StringProtocol) -> Int? {
    let bytes = digits.utf8
    guard (1...digitLimit).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(digits)
  }
}
