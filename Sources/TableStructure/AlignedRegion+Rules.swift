import PageContent

/// The horizontal rules around lines.
extension AlignedRegion {
  /// Whether rules stand above and below rows with figures.
  func isRuled(_ rows: ArraySlice<AlignedLine>) -> Bool {
    guard let first = rows.first, let last = rows.last, rows.contains(where: \.hasNumber) else { return false }
    return !between(first.baseline - 4 * first.size, first.baseline).isEmpty
      && !between(last.baseline, last.baseline + 4 * last.size).isEmpty
  }

  /// The rules between two heights; they stand in the order of theirs.
  func between(_ top: Double, _ bottom: Double) -> ArraySlice<RuledLine> {
    let start = rules.partitionPoint { $0.position > top }
    let end = rules.partitionPoint { $0.position >= bottom }
    return rules[start..<max(start, end)]
  }

  func spanning(_ top: Double, _ bottom: Double, _ extent: Extent) -> [RuledLine] {
    between(top, bottom).filter { $0.end - $0.start > 0.7 * (extent.right - extent.left) }
  }

  /// The rules that part a table's rows from one edge to the other.
  func rules(in lines: ClosedRange<Int>) -> [RuledLine] {
    var extent = Extent()
    for row in rows[lines] { extent.take(row) }
    let first = rows[lines.lowerBound]
    let last = rows[lines.upperBound]
    return spanning(first.baseline - 60, last.baseline + 2.5 * last.size, extent)
  }
}
