import PageContent

/// Lines of one axis by their position: finds those that meet another line without a look at all of them, as a page may
/// hold tens of thousands.
struct LineIndex {
  private let lines: [RuledLine]
  /// Ascending, with the lines that stand at each; these follow each other and do not overlap.
  private var positions: [Double] = []
  private var ranges: [Range<Int>] = []

  /// Takes lines as `RulingMerge` gives them: by position, then by start.
  init(_ lines: [RuledLine]) {
    self.lines = lines
    for index in lines.indices {
      if positions.last == lines[index].position, let range = ranges.last {
        ranges[ranges.count - 1] = range.lowerBound..<index + 1
      } else {
        positions.append(lines[index].position)
        ranges.append(index..<index + 1)
      }
    }
  }

  /// Calls `body` with the index of every line that meets a line of the other axis, or misses it by no more than `reach`.
  func forEach(meeting line: RuledLine, within reach: Double, _ body: (Int) -> Void) {
    var group = positions.partitionPoint { $0 >= line.start - reach }
    while group < positions.count, positions[group] <= line.end + reach {
      let range = ranges[group]
      var index = lines[range].partitionPoint { $0.end >= line.position - reach }
      while index < range.upperBound, lines[index].start <= line.position + reach {
        body(index)
        index += 1
      }
      group += 1
    }
  }
}
