extension TableHeader {
  /// Without rules the lines of a word may pass for words one below the other: 附属单位上缴 over 收入 in one column is the
  /// head that the catalogue knows. A word that stands over several columns, `shared`, is no line of one's head if it means
  /// something alone; a line of a head may overflow its column, and seem to.
  mutating func joinWrappedHeads(_ grid: TableGrid, _ catalogue: Catalogue, _ shared: [Set<String>]) {
    guard grid.table.origin == .alignment, !grid.table.boundaries.isEmpty else { return }
    for column in paths.indices where paths[column].count > 1 {
      let (words, texts) = (paths[column], printed[column])
      paths[column] = []
      printed[column] = []
      var start = 0
      while start < words.count {
        let isGroup =
          shared[column].contains(words[start])
          && (Wording.isOfWhich(words[start]) || catalogue.isWord(words[start], .plainHead)
            || catalogue.isHead(words[start]))
        let joined = isGroup ? nil : TableHeader.wrappedHeadEnd(words[start...], catalogue)
        let end = joined ?? start + 1
        paths[column].append(words[start..<end].joined())
        printed[column].append(texts[start..<end].joined())
        start = end
      }
    }
  }

  /// Where the longest head ends that the first of some words begin together; nil where one is whole by itself.
  private static func wrappedHeadEnd(_ words: ArraySlice<String>, _ catalogue: Catalogue) -> Int? {
    // What passes for a header may be a page of prose: no head is that long.
    var length = 0
    let most = words.firstIndex { word in
      length += word.utf8.count
      return length > longestHead
    }
    return (words.startIndex + 2..<max(words.startIndex + 2, (most ?? words.endIndex) + 1)).reversed().first { end in
      let parts = words[..<end]
      return !parts.contains("") && catalogue.isHead(parts.joined()) && !parts.allSatisfy(catalogue.isHead)
    }
  }

  /// In UTF-8: eighty Chinese characters.
  private static let longestHead = 240
}
