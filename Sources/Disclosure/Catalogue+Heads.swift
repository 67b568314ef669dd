/// What the words of a table's header and labels tell. All take normalised text.
extension Catalogue {
  /// Whether a word is one of 类, 款, 项 and 目, which head the parts of a code.
  func isCodePart(_ word: String) -> Bool { word.utf8.count == 3 && isWord(word, .codePart) }

  func isCodeHead(_ word: String) -> Bool { isCodePart(word) || isWord(word, .codeHead) }

  func isNameHead(_ word: String) -> Bool {
    if isWord(word, .nameHead) { return true }
    guard let open = word.lastIndex(of: "(") else { return false }
    return isWord(String(word[..<open]), .nameHead)
  }

  func isLabelHead(_ word: String) -> Bool { isCodeHead(word) || isNameHead(word) }

  /// Whether a word heads a column of figures in some form.
  func isColumnHead(_ word: String) -> Bool {
    let word = Catalogue.withoutUnit(word)
    return heads.contains(word) || heads.contains(meaning(of: Wording.withoutOrdinal(word)))
  }

  /// Whether a word heads a column of some form.
  func isHead(_ word: String) -> Bool {
    isColumnHead(word) || isLabelHead(Catalogue.withoutUnit(word))
      || isWord(Catalogue.withoutUnit(word), .lineNumberHead)
  }

  /// Whether a text labels a line item of some form.
  func isLabel(_ text: String) -> Bool {
    let label = Wording.withoutOrdinal(text)
    return labels.contains(label) || labels.contains(meaning(of: label))
  }

  /// Whether a label or a head states a unit that is no money: (辆), (个), (人次), (台,套).
  func countsThings(_ label: String) -> Bool {
    if isWord(label, .countedHead) { return true }
    guard label.ends(with: ")"), let open = label.lastIndex(of: "(") else { return false }
    return isWord(String(label[label.index(after: open)...].dropLast()), .countedUnit)
  }
}
