import PageContent

/// Words, normalised, to be looked for in many texts. Of a single character there is nothing to be told beforehand.
struct Phrase: Sendable, ExpressibleByStringLiteral {
  let text: String
  let pairs: CharacterPairs

  init(_ text: String) {
    self.text = text
    pairs = CharacterPairs(text)
  }

  init(stringLiteral text: String) { self.init(text) }
}
