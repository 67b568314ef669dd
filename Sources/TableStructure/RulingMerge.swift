import PageContent

/// A ruling line as the eye sees it: strokes, dashes and double lines along one position, merged.
struct RuledLine: Sendable {
  var position: Double
  var start: Double
  var end: Double

  /// Whether the line runs along more than half of the interval.
  func covers(_ lower: Double, _ upper: Double) -> Bool {
    min(end, upper) - max(start, lower) > 0.5 * (upper - lower)
  }
}

enum RulingMerge {
  /// Double lines stand up to this far apart; no row or column is that narrow.
  static let doubleLine = 3.0
  /// The widest gap between dashes, and between the segments that the cells of a row leave.
  static let dashGap = 3.5
  /// What is shorter is a mark, not a border.
  static let shortest = 5.0

  /// Merges rulings of one axis into lines.
  static func lines(of rulings: [Ruling], along axis: Ruling.Axis) -> [RuledLine] {
    let sorted = rulings.filter { $0.axis == axis }.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    var lines: [RuledLine] = []
    var index = 0
    while index < sorted.count {
      let first = sorted[index].position
      var end = index
      while end < sorted.count, sorted[end].position - first <= doubleLine { end += 1 }
      let middle = (first + sorted[end - 1].position) / 2
      var line: RuledLine?
      // Those of one position are in their order already.
      let group = sorted[index..<end]
      let isOne = first == sorted[end - 1].position
      for ruling in isOne ? group : group.sorted(by: { $0.start < $1.start })[...] {
        if let open = line, ruling.start - open.end <= dashGap {
          line?.end = max(open.end, ruling.end)
        } else {
          if let line { lines.append(line) }
          line = RuledLine(position: middle, start: ruling.start, end: ruling.end)
        }
      }
      if let line { lines.append(line) }
      index = end
    }
    return lines.filter { $0.end - $0.start >= shortest }
  }
}
