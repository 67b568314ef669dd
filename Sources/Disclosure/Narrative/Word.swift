/// Normalised text of the narrative, or a part of it.
typealias Scalars = ArraySlice<Unicode.Scalar>

/// A wording, ready to be looked for.
struct Word: Sendable {
  var scalars: [Unicode.Scalar]
  /// The characters it is made of, roughly: what a text's own set does not hold, the text does not hold either.
  var characters: CharacterSketch

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    characters = CharacterSketch(scalars[...])
  }

  var count: Int { scalars.count }
  /// The wording as a text.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A set of characters as bits that several may share.
struct CharacterSketch: Sendable, Equatable {
  private var bits: UInt64 = 0

  init(_ text: Scalars) {
    for scalar in text { bits |= 1 << UInt64((scalar.value &* 0x9E37_79B1) >> 26) }
  }

  func isSubset(of other: CharacterSketch) -> Bool { bits & ~other.bits == 0 }
}

/// Words that must stand in a text, and others that must not.
struct WordPattern: Sendable {
  var required: [Word] = []
  var forbidden: [Word] = []
  var isAtStart = false
  var isAtEnd = false
  private(set) var characters: CharacterSketch

  /// `A&B&!C`, `^A`, `A$`.
  init(_ notation: Notation) {
    var notation = notation
    if notation.first == UInt8(ascii: "^") {
      isAtStart = true
      notation.removeFirst()
    }
    if notation.last == UInt8(ascii: "$") {
      isAtEnd = true
      notation.removeLast()
    }
    for part in notation.split(separator: UInt8(ascii: "&")) {
      if part.first == UInt8(ascii: "!") {
        forbidden.append(Word(part.dropFirst().text))
      } else {
        required.append(Word(part.text))
      }
    }
    characters = CharacterSketch(required.flatMap(\.scalars)[...])
  }

  func matches(_ text: Scalars, _ sketch: CharacterSketch) -> Bool {
    guard characters.isSubset(of: sketch) else { return false }
    if isAtStart, let first = required.first, !text.begins(with: first) { return false }
    if isAtEnd, let last = required.last, !text.ends(with: last) { return false }
    return required.allSatisfy { text.first($0) != nil }
      && !forbidden.contains { $0.characters.isSubset(of: sketch) && text.first($0) != nil }
  }
}

extension ArraySlice<Unicode.Scalar> {
  func begins(with word: Word) -> Bool { holds(word, at: startIndex) }

  func ends(with word: Word) -> Bool { count >= word.count && holds(word, at: endIndex - word.count) }

  func holds(_ word: Word, at index: Int) -> Bool {
    guard endIndex - index >= word.scalars.count else { return false }
    for (offset, scalar) in word.scalars.enumerated() where self[index + offset] != scalar { return false }
    return true
  }

  /// Where a word stands first.
  func first(_ word: Word) -> Range<Int>? {
    guard let head = word.scalars.first, count >= word.count else { return nil }
    for index in startIndex...(endIndex - word.count) where self[index] == head && holds(word, at: index) {
      return index..<index + word.count
    }
    return nil
  }
}
