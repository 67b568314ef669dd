/// Lays words over columns that are known: each over its own, in their order, in the middle of what it spans.
struct ColumnSpans {
  let extents: [Range<Int>]
  /// How far off the middle, in halves of a column, a word may stand: one is lost in rounding.
  var tolerance = 1

  /// What is wrong with a word over some columns: how far off their middle it stands, and how far it reaches out.
  private func cost(_ word: PlacedWord, _ span: Range<Int>, tolerance: Int) -> Int {
    guard let first = span.first, let last = span.last else { return 0 }
    let whole = extents[first].lowerBound..<extents[last].upperBound
    let isOff = abs(whole.lowerBound + whole.upperBound - word.columns.lowerBound - word.columns.upperBound)
    var outside = 0
    for (column, extent) in extents.enumerated() where !span.contains(column) {
      outside += extent.clamped(to: word.columns).count
    }
    return max(0, isOff - tolerance) + 4 * outside
  }

  /// The spans of the words of a line, and what is wrong with them in all; nil where there are too few columns.
  ///
  /// `rank` tells which of spans that fit alike is chosen, the one with the least, and is nil for those that must not be.
  func spans(of words: [PlacedWord], rank: (PlacedWord, Range<Int>) -> Int?) -> (spans: [Range<Int>], cost: Int)? {
    let count = extents.count
    let scale = (count + 1) * (count + 1)
    guard !words.isEmpty else { return ([], 0) }
    guard words.count <= count else { return nil }
    // costs[w][e]: the first w words over the columns before e.
    let none = Int.max / 4
    var costs = [[Int]](repeating: [Int](repeating: none, count: count + 1), count: words.count + 1)
    var starts = [[Int]](repeating: [Int](repeating: -1, count: count + 1), count: words.count + 1)
    costs[0] = [Int](repeating: 0, count: count + 1)
    for (index, word) in words.enumerated() {
      for end in (index + 1)...count {
        costs[index + 1][end] = costs[index + 1][end - 1]
        for start in index..<end where costs[index][start] < none {
          // Nothing is centred over columns that lie all on one side of it, but for the next.
          if end - start > 1, extents[end - 1].upperBound <= word.columns.lowerBound { break }
          if end - start > 1, extents[start].lowerBound >= word.columns.upperBound { continue }
          guard let rank = rank(word, start..<end) else { continue }
          let total = costs[index][start] + cost(word, start..<end, tolerance: tolerance) * scale + rank
          if total < costs[index + 1][end] { (costs[index + 1][end], starts[index + 1][end]) = (total, start) }
        }
      }
    }
    guard costs[words.count][count] < none else { return nil }
    var spans: [Range<Int>] = []
    var end = count
    for index in stride(from: words.count, to: 0, by: -1) {
      while costs[index][end - 1] == costs[index][end] { end -= 1 }
      let start = starts[index][end]
      spans.append(start..<end)
      end = start
    }
    spans.reverse()
    return (spans, zip(words, spans).reduce(0) { $0 + cost($1.0, $1.1, tolerance: 1) })
  }
}
