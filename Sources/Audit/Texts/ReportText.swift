import Disclosure
import PageContent

/// A text of a report as rules look for words in it: prepared once, since dozens of them ask of each.
final class ReportText: Sendable {
  let printed: String
  let location: Location
  /// The text normalised.
  let words: String
  private let pairs: CharacterPairs

  convenience init(_ printed: String, _ location: Location) {
    let words = Wording.normalised(printed)
    self.init(printed: printed, location: location, words: words, pairs: CharacterPairs(words))
  }

  private init(printed: String, location: Location, words: String, pairs: CharacterPairs) {
    self.printed = printed
    self.location = location
    self.words = words
    self.pairs = pairs
  }

  /// Whether it may be a title: one has no full stop, and no comma.
  var mayBeTitle: Bool { !["。", ";", ","].contains(where: words.holds) }

  /// Whether all pairs of a phrase stand in it.
  func mayHold(_ phrase: CharacterPairs) -> Bool { pairs.include(phrase) }

  func holds(_ phrase: Phrase) -> Bool { pairs.include(phrase.pairs) && words.holds(phrase.text) }

  func range(of phrase: Phrase) -> Range<String.Index>? {
    pairs.include(phrase.pairs) ? words.range(of: phrase.text) : nil
  }

  /// With the text that follows it.
  func joined(with next: ReportText) -> ReportText {
    ReportText(
      printed: printed + next.printed, location: location, words: words + next.words,
      pairs: CharacterPairs(pairs, of: words, and: next.pairs, of: next.words))
  }
}
