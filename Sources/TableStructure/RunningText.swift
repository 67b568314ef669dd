import PageContent

/// Figures in running text, whose lines wide gaps part where they are justified: the lines above and below run across
/// them, while the figures of a table stand under each other.
enum RunningText {
  /// How many lines above and below a figure are looked at, and how far off they may stand in em.
  private static let reach = (lines: 10, height: 6.0)
  /// Figures stand under each other as far as their ends or middles stray no more than this, in em.
  private static let stray = 0.3
  /// How much of its width a line of text fills: nearly all, or more than half where it has many words for each figure.
  /// Rows of labels and figures mostly leave more than half of it blank, or hold a figure for each label.
  private static let full = 0.8
  private static let leastFilled = 0.5
  private static let fewestWords = 4
  /// One line that runs across a figure may be a note or a head; so many are text.
  private static let fewestCrossings = 3

  private struct Evidence {
    var crossings = 0
    var alignments = 0
  }

  /// Tells for each line whether it is of running text with figures in it.
  static func marks(in rows: [AlignedLine]) -> [Bool] {
    let evidence = rows.indices.map { Self.evidence(of: $0, in: rows) }
    return rows.indices.map { index in
      let row = rows[index]
      let own = evidence[index]
      // A figure at the end of a line of text has the margin below it.
      guard !row.figures.isEmpty, own.crossings >= own.alignments, isFull(row) else { return false }
      // A row beside others of its table is none of a text, whatever stands around it.
      var sum = Evidence()
      for other in nearby(index, rows) {
        sum.crossings += evidence[other].crossings
        sum.alignments += evidence[other].alignments
      }
      return sum.crossings >= fewestCrossings && sum.crossings > 2 * sum.alignments
    }
  }

  private static func nearby(_ index: Int, _ rows: [AlignedLine]) -> Range<Int> {
    max(0, index - reach.lines)..<min(rows.count, index + reach.lines + 1)
  }

  private static func isFull(_ row: AlignedLine) -> Bool {
    let filled = row.segments.reduce(0) { $0 + $1.box.width } / max(1, row.right - row.left)
    return filled > full && row.figureCount * 2 <= row.segments.count
      || filled > leastFilled && row.figures.count * fewestWords <= row.starts.count
  }

  private static func evidence(of index: Int, in rows: [AlignedLine]) -> Evidence {
    let row = rows[index]
    var evidence = Evidence()
    guard !row.figures.isEmpty, row.segments.count <= AlignedLine.mostSegments else { return evidence }
    for other in nearby(index, rows) where other != index {
      guard rows[other].segments.count <= AlignedLine.mostSegments,
        abs(rows[other].baseline - row.baseline) < reach.height * row.size
      else { continue }
      for figure in row.figures {
        if rows[other].figures.contains(where: { isUnder(figure, $0, row.size) }) {
          evidence.alignments += 1
        } else if let text = rows[other].segments.first(where: { !$0.isNumber && crosses($0.box, figure, row.size) }) {
          // A head is centred over the figures of its column.
          if isCentred(text.box, figure, row.size) { evidence.alignments += 1 } else { evidence.crossings += 1 }
        }
      }
    }
    return evidence
  }

  private static func isUnder(_ a: Box, _ b: Box, _ size: Double) -> Bool {
    abs(a.x1 - b.x1) < stray * size || abs(a.x0 - b.x0) < stray * size || isCentred(a, b, size)
  }

  private static func isCentred(_ a: Box, _ b: Box, _ size: Double) -> Bool { abs(a.midX - b.midX) < stray * size }

  /// Whether a text runs across the end of a figure.
  private static func crosses(_ box: Box, _ figure: Box, _ size: Double) -> Bool {
    box.x0 < figure.x1 - stray * size && box.x1 > figure.x1 + stray * size
  }
}
