/// Words that are looked for together. Of those that stand at one place the first in the list counts: the longest, where
/// the longer ones come first.
final class WordList: Sendable {
  let words: [Word]
  /// The characters of all words, one behind the other, and where each word's are.
  private let scalars: [Unicode.Scalar]
  private let ranges: [Range<Int>]
  private let heads: CharacterTable
  private let tails: CharacterTable

  init(_ words: [Word]) {
    self.words = words
    scalars = words.flatMap(\.scalars)
    var end = 0
    ranges = words.map { word in
      end += word.count
      return end - word.count..<end
    }
    // Closures: key paths of several steps are walked at run time.
    heads = CharacterTable(words.compactMap { $0.scalars.first })
    tails = CharacterTable(words.compactMap { $0.scalars.last })
  }

  static func longestFirst(_ words: [Word]) -> WordList { WordList(words.sorted { $0.count > $1.count }) }

  /// The place in the list of the word that begins a text.
  func index(leading text: Scalars) -> Int? {
    guard let head = text.first, heads.mayHold(head) else { return nil }
    return ranges.firstIndex { stands($0, at: text.startIndex, in: text) }
  }

  /// How long the word is that begins a text.
  func count(leading text: Scalars) -> Int? { index(leading: text).map { ranges[$0].count } }

  /// How long the word is that ends a text.
  func count(trailing text: Scalars) -> Int? {
    guard let tail = text.last, tails.mayHold(tail) else { return nil }
    return ranges.first { stands($0, at: text.endIndex - $0.count, in: text) }?.count
  }

  private func stands(_ range: Range<Int>, at index: Int, in text: Scalars) -> Bool {
    guard index >= text.startIndex, text.endIndex - index >= range.count else { return false }
    for offset in 0..<range.count where scalars[range.lowerBound + offset] != text[index + offset] { return false }
    return true
  }
}

/// Characters as bits that several may share.
private struct CharacterTable: Sendable {
  private var bits = [UInt64](repeating: 0, count: 16)

  init(_ scalars: [Unicode.Scalar]) {
    for scalar in scalars { bits[CharacterTable.word(scalar)] |= CharacterTable.bit(scalar) }
  }

  func mayHold(_ scalar: Unicode.Scalar) -> Bool {
    bits[CharacterTable.word(scalar)] & CharacterTable.bit(scalar) != 0
  }

  private static func word(_ scalar: Unicode.Scalar) -> Int { Int(scalar.value >> 6 & 0xF) }
  private static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value & 0x3F) }
}

extension ArraySlice<Unicode.Scalar> {
  /// Where the first of some words stands.
  func first(of words: WordList) -> Range<Int>? {
    for index in indices {
      if let count = words.count(leading: self[index...]) { return index..<index + count }
    }
    return nil
  }

  /// The last place where one of some words stands.
  func last(of words: WordList) -> Range<Int>? {
    for index in indices.reversed() {
      if let count = words.count(leading: self[index...]) { return index..<index + count }
    }
    return nil
  }

  func holds(anyOf words: WordList) -> Bool { first(of: words) != nil }

  /// How long the first of some words is that it begins with.
  func leading(_ words: WordList) -> Int? { words.count(leading: self) }

  /// How long the first of some words is that it ends with.
  func trailing(_ words: WordList) -> Int? { words.count(trailing: self) }
}
