/// The header of a table set in a fixed pitch: which words stand over which columns.
struct ColumnHeads {
  struct Head {
    /// The line among the header's.
    let line: Int
    let word: PlacedWord
    let span: Range<Int>
    /// From the top.
    fileprivate(set) var rows: Range<Int>
  }

  /// From the top, line by line.
  private(set) var heads: [Head]
  private(set) var rowCount = 0
  /// How far off the middle of their columns the words stand in all.
  private(set) var cost = 0

  /// nil where words of a line have no columns of their own, or columns of figures no words.
  ///
  /// Where `isExact` is false, columns are only about where they stand, as a converter of pages has them that counts
  /// characters: there words stand over each other because they are wrapped, elsewhere because one heads the others.
  init?(_ lines: [[PlacedWord]], over layout: ColumnLayout, isExact: Bool) {
    heads = []
    let spans = ColumnSpans(extents: layout.extents, tolerance: isExact ? 1 : Self.reach)
    let count = layout.columns.count
    let holdsAmounts = layout.columns.indices.map { layout.holdsAmounts($0) }
    // For each column the head over it, so far, and the lines from the first to the last of all over it.
    var head = [Int](repeating: -1, count: count)
    var height = [ClosedRange<Int>?](repeating: nil, count: count)
    for (line, words) in lines.enumerated().reversed() {
      let chosen = spans.spans(of: words) { _, span in
        // What a word spans has heads already, or none: a column without is headed by this line or one above. And what
        // one head spans is not torn apart.
        let isHeaded = head[span.lowerBound] >= 0
        if span.contains(where: { (head[$0] >= 0) != isHeaded }) { return nil }
        // Only parts of a code need no heads of their own.
        guard isHeaded else { return span.count == 1 || !span.contains { holdsAmounts[$0] } ? span.count : nil }
        let isWhole =
          (span.lowerBound == 0 || head[span.lowerBound - 1] != head[span.lowerBound])
          && (span.upperBound == count || head[span.upperBound] != head[span.upperBound - 1])
        // A word over other heads that is in the middle of one is in the middle of those beside it too.
        guard isWhole else { return nil }
        return isExact ? count - span.count : Self.areLevel(span, height) ? span.count : nil
      }
      guard let chosen, zip(words, chosen.spans).allSatisfy({ Self.isWithinReach($0, layout.extents[$1]) }) else {
        return nil
      }
      cost += chosen.cost
      for (index, word) in words.enumerated() {
        let span = isExact ? chosen.spans[index] : Self.wholeRow(around: chosen.spans[index], height, chosen.spans)
        for column in span {
          head[column] = heads.count
          height[column] = line...(height[column]?.upperBound ?? line)
        }
        heads.append(Head(line: line, word: word, span: span, rows: 0..<1))
      }
    }
    // Figures without a head beside figures with one: some word stands over more than it says.
    let amounts = head.indices.filter { holdsAmounts[$0] }
    if amounts.contains(where: { head[$0] >= 0 }), amounts.contains(where: { head[$0] < 0 }) { return nil }
    if isUnsure(layout.columns) { return nil }
    heads.sort { ($0.line, $0.span.lowerBound) < ($1.line, $1.span.lowerBound) }
    stack(count)
  }

  /// Whether the heads over some columns stand about as high: one that reaches over both rows of a header is printed in their
  /// middle, above those of the lower row.
  private static func areLevel(_ columns: some Sequence<Int>, _ height: [ClosedRange<Int>?]) -> Bool {
    let middles = columns.compactMap { height[$0] }.map { $0.lowerBound + $0.upperBound }
    guard let highest = middles.min(), let lowest = middles.max() else { return true }
    return lowest - highest < 2
  }

  /// The heads of a lower row on both sides of a span, up to those that reach over both rows: nothing else heads them.
  private static func wholeRow(
    around span: Range<Int>, _ height: [ClosedRange<Int>?], _ others: [Range<Int>]
  ) -> Range<Int> {
    guard height[span.lowerBound] != nil else { return span }
    func isLower(_ column: Int) -> Bool {
      height.indices.contains(column) && height[column] != nil
        && areLevel([span.lowerBound, column], height)
        && !others.contains { $0 != span && $0.contains(column) }
    }
    var row = span
    while isLower(row.lowerBound - 1) { row = row.lowerBound - 1..<row.upperBound }
    while isLower(row.upperBound) { row = row.lowerBound..<row.upperBound + 1 }
    func isTall(_ column: Int) -> Bool {
      guard height.indices.contains(column), let head = height[column], let own = height[span.lowerBound] else {
        return false
      }
      return head.lowerBound + head.upperBound + 2 <= own.lowerBound + own.upperBound
    }
    return isTall(row.lowerBound - 1) && isTall(row.upperBound) ? row : span
  }

  /// Whether it cannot be told which head some figures have: their own stands beside them, and that of a blank column next
  /// to it no farther; or it stands no farther from the next figures, where a blank column would have it then.
  private func isUnsure(_ columns: [ColumnLayout.Column]) -> Bool {
    var head = [Int: PlacedWord]()
    for one in heads where one.span.count == 1 {
      // The lowest counts.
      if let column = one.span.first, head[column] == nil { head[column] = one.word }
    }
    func isBlank(_ column: Int) -> Bool { columns[column].body == nil && !columns[column].isNumbered }
    return columns.indices.contains { column in
      guard columns[column].holdsAmounts, let body = columns[column].body, let own = head[column],
        own.gap(to: body) >= 0
      else { return false }
      let beside = [column - 1, column + 1].filter(columns.indices.contains)
      let nearest = own.gap(to: body) + 1
      return beside.contains { columns[$0].body == nil && head[$0].map { $0.gap(to: body) <= nearest } ?? false }
        || beside.contains(where: isBlank)
          && beside.contains {
            columns[$0].holdsAmounts && columns[$0].body.map { own.gap(to: $0) <= nearest } ?? false
          }
    }
  }

  /// How far beside its columns a word may stand.
  private static let reach = 5

  private static func isWithinReach(_ word: PlacedWord, _ extents: ArraySlice<Range<Int>>) -> Bool {
    guard let first = extents.first, let last = extents.last else { return false }
    return word.columns.lowerBound < last.upperBound + reach && word.columns.upperBound + reach > first.lowerBound
  }

  /// Gives each head its rows: below all that stands over it, the lowest down to the body.
  private mutating func stack(_ columnCount: Int) {
    var depth = [Int](repeating: 0, count: columnCount)
    for index in heads.indices {
      let row = heads[index].span.map { depth[$0] }.max() ?? 0
      heads[index].rows = row..<row + 1
      for column in heads[index].span { depth[column] = row + 1 }
    }
    rowCount = depth.max() ?? 0
    for index in heads.indices {
      let head = heads[index]
      if head.span.allSatisfy({ depth[$0] == head.rows.upperBound }) {
        heads[index].rows = head.rows.lowerBound..<rowCount
      }
    }
  }
}

extension PlacedWord {
  /// How many columns lie between a word and others; less than 0 where they overlap.
  fileprivate func gap(to other: Range<Int>) -> Int {
    max(other.lowerBound - columns.upperBound, columns.lowerBound - other.upperBound)
  }
}
