import PageContent

/// Heads of which a narrow cell shows no more than a part.
extension Catalogue.Form.Heads {
  /// The number of the head that a word shows a part of; nil where it may be a part of heads of different columns.
  func cutShort(_ word: String, _ catalogue: Catalogue) -> Int32? {
    guard word.unicodeScalars.count >= Self.fewestCharacters else { return nil }
    let shown = [word] + catalogue.cutMeanings(of: word)
    let found = Set(words).filter { number in
      let head = catalogue.heads.word(number)
      return shown.contains { $0.isPart(of: head) }
    }.sorted().map { (number: $0, columns: columns(of: $0)) }
    // Heads of one column in other words: the first in the catalogue that heads all that the others do.
    return found.first { head in found.allSatisfy { $0.columns.isSubset(of: head.columns) } }?.number
  }

  private func columns(of number: Int32) -> Set<Int> {
    Set(all.lazy.filter { words[$0.range].contains(number) }.map(\.column))
  }

  /// What is shorter may be the rest of many heads.
  private static let fewestCharacters = 5
}

extension Catalogue {
  /// What a word means whose first or last character is cut off: 公务用车运行维护 is 公务用车运行费.
  fileprivate func cutMeanings(of word: String) -> [String] {
    synonyms.flatMap { synonym -> [String] in
      let (begun, rest) = (String(synonym.printed.dropLast()), String(synonym.printed.dropFirst()))
      let atEnd = word.ends(with: begun) ? [String(word.dropLast(begun.count)) + synonym.meant] : []
      let atStart = word.begins(with: rest) ? [synonym.meant + word.dropFirst(rest.count)] : []
      return atEnd + atStart
    }
  }
}

extension String {
  /// Whether it is a head, or that without its first or its last character, or ends within a bracket of it.
  fileprivate func isPart(of head: String) -> Bool {
    if head == self { return true }
    guard head.utf8.count > utf8.count else { return false }
    if let open = lastIndex(of: "("), !self[open...].contains(")"), head.begins(with: self) { return true }
    return head.utf8.count <= utf8.count + 6
      && (head.dropFirst().isWritten(as: self) || head.dropLast().isWritten(as: self)
        || head.dropFirst().dropLast().isWritten(as: self))
  }
}
