/// Phrases that are looked for in the same texts.
struct PhraseSet: Sendable, ExpressibleByArrayLiteral {
  private let phrases: [Phrase]
  /// By themselves: of most phrases nothing else is looked at.
  private let pairs: [CharacterPairs]

  init(_ phrases: [Phrase]) {
    self.phrases = phrases
    pairs = phrases.map(\.pairs)
  }

  init(arrayLiteral phrases: Phrase...) { self.init(phrases) }

  /// The places in the set of the phrases that stand in a text.
  func indices(in text: ReportText) -> [Int] {
    pairs.indices.filter { text.mayHold(pairs[$0]) && text.holds(phrases[$0]) }
  }

  subscript(index: Int) -> Phrase { phrases[index] }
}
