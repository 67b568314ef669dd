extension TableHeader {
  /// Without rules the lines of a word may pass for words one below the other: 附属单位上缴 over 收入 in one column is the
  /// head that the catalogue knows.
  mutating func joinWrappedHeads(_ grid: TableGrid, _ catalogue: Catalogue) {
    guard grid.table.origin == .alignment, !grid.table.boundaries.isEmpty else { return }
    for column in paths.indices where paths[column].count > 1 && paths[column].count == printed[column].count {
      var start = 0
      while start + 1 < paths[column].count {
        let whole = (start + 2...paths[column].count).reversed().first { end in
          let parts = paths[column][start..<end]
          return catalogue.isHead(parts.joined()) && !parts.allSatisfy(catalogue.isHead)
        }
        if let whole {
          paths[column].replaceSubrange(start..<whole, with: [paths[column][start..<whole].joined()])
          printed[column].replaceSubrange(start..<whole, with: [printed[column][start..<whole].joined()])
        }
        start += 1
      }
    }
  }
}

extension Catalogue {
  /// Whether a normalised text heads a column of some form.
  func isHead(_ text: String) -> Bool {
    let word = Catalogue.withoutUnit(text)
    return heads.contains(word) || heads.contains(meaning(of: Wording.withoutOrdinal(word)))
      || TableHeader.isLabelWord(word) || TableHeader.isLineNumberWord(word)
  }
}
