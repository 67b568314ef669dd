import PageContent

/// What the rows of a region that are known so far tell of the next ones.
extension AlignedRegion {
  /// Places on a line, in whole points.
  struct Places {
    /// Ascending.
    private var points: [Int] = []

    mutating func insert(_ x: Double) {
      let point = Int(x.rounded())
      let index = points.partitionPoint { $0 >= point }
      if index == points.count || points[index] != point { points.insert(point, at: index) }
    }

    /// Whether one is a point away at most.
    func contains(near x: Double) -> Bool {
      let point = Int(x.rounded())
      let index = points.partitionPoint { $0 >= point - 1 }
      return index < points.count && points[index] <= point + 1
    }
  }

  /// From the left to the right edge of some rows, and where words of theirs begin.
  struct Extent {
    var left = Double.infinity
    var right = -Double.infinity
    var starts = Places()
    /// How far left figures reach.
    var leftOfFigures = Double.infinity
    /// Where figures of theirs end, and where their middle is.
    var ends = Places()
    var middles = Places()

    mutating func take(_ row: AlignedLine) {
      for segment in row.segments {
        if segment.isNumber {
          ends.insert(segment.box.x1)
          middles.insert(segment.box.midX)
        }
        left = min(left, segment.box.x0)
        right = max(right, segment.box.x1)
        if segment.isNumber { leftOfFigures = min(leftOfFigures, segment.box.x0) }
      }
      for start in row.starts { starts.insert(start) }
    }

    func aligns(_ x: Double) -> Bool { starts.contains(near: x) }

    /// Half of an opening bracket is blank, and may be left out.
    func aligns(_ row: AlignedLine) -> Bool {
      aligns(row.left) || row.segments[0].text.first == "（" && aligns(row.left + 0.5 * row.size)
    }

    /// Whether a line is a figure alone, below others.
    func isFigure(_ row: AlignedLine) -> Bool {
      guard row.segments.count == 1, let figure = row.segments.first, figure.isNumber else { return false }
      return ends.contains(near: figure.box.x1)
    }

    /// Whether a line begins and ends where labels do, well before the first figures: what prose says fills its lines. The
    /// first label below centred words begins where the row below it does.
    func isLabel(_ row: AlignedLine, above next: AlignedLine?) -> Bool {
      guard row.segments.count == 1, !row.isTitle, row.right < leftOfFigures, leftOfFigures < .infinity else {
        return false
      }
      let isAligned = aligns(row) || next.map { $0.isTabular && $0.hasNumber && abs($0.left - row.left) < 1 } ?? false
      return isAligned && !row.segments[0].text.unicodeScalars.contains { "。；：".unicodeScalars.contains($0) }
    }

    /// Whether a line has figures beside its words, all where the table's are: what it says is a label, commas and all.
    func isRow(_ row: AlignedLine) -> Bool {
      let figures = row.segments.filter(\.isNumber)
      return row.isTabular && !figures.isEmpty
        && figures.allSatisfy { ends.contains(near: $0.box.x1) || middles.contains(near: $0.box.midX) }
    }
  }
}
