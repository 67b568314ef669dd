/// Tells whether one of many phrases stands in a text, in one pass over its bytes.
struct PhraseFinder: Sendable {
  private let phrases: [[UInt8]]
  /// By the third byte of a text's character, whether a phrase begins with such a one: the first two bytes of Chinese
  /// characters tell little.
  private var begins = [Bool](repeating: false, count: 256)

  /// Every phrase begins with a Chinese character.
  init(_ phrases: [String] = []) {
    self.phrases = phrases.map { Array($0.utf8) }
    for phrase in self.phrases where phrase.count > 2 { begins[Int(phrase[2])] = true }
  }

  func areIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count > 2 else { return false }
      for index in 2..<bytes.count where begins[Int(bytes[index])] && bytes[index - 2] >= 0xE0 {
        let rest = bytes[(index - 2)...]
        if phrases.contains(where: { rest.starts(with: $0) }) { return true }
      }
      return false
    }
  }
}
