import PageContent
import TableStructure

extension Table {
  /// The heads whose letters blanks set apart, 项 目, made one cell where blanks part the cells as well. A run of letters
  /// is heads only if the catalogue knows each: 类 款 项 are three.
  func joiningSpacedLetters(_ catalogue: Catalogue) -> Table {
    guard losesBlanks else { return self }
    var table = self
    table.cells = []
    for row in Dictionary(grouping: cells, by: \.row).sorted(by: { $0.key < $1.key }).map(\.value) {
      let filled = row.filter { !$0.text.isEmpty }.sorted { $0.column < $1.column }
      let isHead = !filled.contains { Lexeme($0.text).isValue && ExactNumber(published: $0.text)?.scale != 0 }
      let joined = isHead ? Table.joined(filled, catalogue) : filled
      guard joined.count < filled.count else {
        table.cells += row
        continue
      }
      for (column, var cell) in joined.enumerated() {
        cell.column = column
        table.cells.append(cell)
      }
    }
    return table
  }

  private static func joined(_ row: [Cell], _ catalogue: Catalogue) -> [Cell] {
    var result: [Cell] = []
    var start = 0
    while start < row.count {
      var end = start
      while end < row.count, isLetter(row[end].text) { end += 1 }
      let run = row[start..<end]
      result += heads(run, catalogue) ?? Array(run)
      if end < row.count { result.append(row[end]) }
      start = end + 1
    }
    return result
  }

  private static func isLetter(_ text: String) -> Bool {
    var letters = text.unicodeScalars.makeIterator()
    guard let first = letters.next(), letters.next() == nil else { return false }
    return first.isIdeographic
  }

  /// A run of letters as heads of two letters and more, the shortest first, as 项 目 支 出 are two; nil where it is none.
  private static func heads(_ run: ArraySlice<Cell>, _ catalogue: Catalogue) -> [Cell]? {
    // From each letter on: how many the first head takes, where heads take all of the rest.
    var lengths = [Int: Int]()
    for start in run.indices.reversed() {
      lengths[start] = (2...longest).first { count in
        let end = start + count
        return (end == run.endIndex || lengths[end] != nil)
          && catalogue.isTableWord(run[start..<end].map(\.text).joined())
      }
    }
    var heads: [Cell] = []
    var start = run.startIndex
    while start < run.endIndex {
      guard let count = lengths[start] else { return nil }
      var head = run[start]
      head.text = run[start..<start + count].map(\.text).joined()
      head.location = run[start + 1..<start + count].reduce(head.location) { $0.union($1.location) }
      heads.append(head)
      start += count
    }
    return heads
  }

  /// Letters of a head that is set apart.
  private static let longest = 5
}

extension Catalogue {
  /// Whether a word heads a column or a side, or labels a row, in some form.
  fileprivate func isTableWord(_ word: String) -> Bool {
    isHead(word) || isLabel(word) || isWord(word, .totalLabel) || isWord(word, .columnNumbers)
      || forms.contains { $0.sides.contains { $0.alternatives.contains { $0.last == word } } }
  }
}
