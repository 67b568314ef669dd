/// Patterns that are tried one after the other, with what each stands for.
struct PatternList<Meaning: Sendable>: Sendable {
  private var meanings: [Meaning] = []
  private var patterns: [WordPattern] = []
  /// Of the words that each requires: most texts lack some of them.
  private var sketches: [CharacterSketch] = []

  mutating func append(_ meaning: Meaning, _ alternatives: [WordPattern]) {
    for pattern in alternatives {
      meanings.append(meaning)
      patterns.append(pattern)
      sketches.append(pattern.characters)
    }
  }

  /// What the first pattern stands for that fits a text.
  func first(in text: Scalars, where isMeant: (Meaning) -> Bool = { _ in true }) -> Meaning? {
    let own = CharacterSketch(text)
    for index in sketches.indices
    where sketches[index].isSubset(of: own) && isMeant(meanings[index]) && patterns[index].matches(text, own) {
      return meanings[index]
    }
    return nil
  }
}
