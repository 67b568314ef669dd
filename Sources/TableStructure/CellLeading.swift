/// How far the lines of one cell stand apart, where the page shows it beyond doubt: it may be more than rows stand apart.
enum CellLeading {
  /// From labels of two lines around their figures.
  static func aroundFigures(_ lines: [[AlignedText]]) -> Double? {
    var found: [Double] = []
    let anchors = CentredLabels.anchors(of: lines)
    for (index, line) in lines.enumerated() {
      for text in line where !text.isNumber {
        let below = lines[(index + 1)...].prefix(3).lazy.flatMap { $0 }.first { !$0.isNumber && $0.overlaps(text) }
        guard let below, CentredLabels.isNext(below, under: text),
          CentredLabels.matches(text.first, below.first, text.size, anchors)
        else { continue }
        found.append(below.first - text.first)
      }
    }
    return median(found)
  }

  /// From labels of several lines between the rules around their row.
  static func betweenRules(_ lines: ArraySlice<[AlignedText]>, _ rules: [Double]) -> Double? {
    guard let first = lines.first?.first, let last = lines.last?.first else { return nil }
    let inner = rules.filter { $0 > first.first && $0 < last.first }
    guard areRowsParted(lines, by: inner) else { return nil }
    var found: [Double] = []
    for (above, below) in zip(lines, lines.dropFirst())
    where !inner.contains(where: { (above[0].first..<below[0].first).contains($0) }) {
      for text in above where !text.isNumber {
        guard let next = below.first(where: { !$0.isNumber && abs($0.box.x0 - text.box.x0) < 1.5 }),
          CentredLabels.isNext(next, under: text)
        else { continue }
        found.append(next.first - text.first)
      }
    }
    return median(found)
  }

  /// Whether there are rules between rows, not only below a header.
  static func areRowsParted(_ lines: ArraySlice<[AlignedText]>, by rules: [Double]) -> Bool {
    let rows = lines.count { $0.contains(where: \.isNumber) }
    return rules.count >= 2 ? rules.count * 2 >= rows : rules.count == 1 && rows == 2
  }

  /// From a header whose cells stand at fewer heights with it than without: those of a row are centred on one. `sure` is
  /// that of the body: heads have it too where it makes of them a header. 0 where no head has two lines.
  static func ofHeads(_ rows: [[AlignedText]], sure: Double?) -> Double? {
    let texts = rows.flatMap { $0 }
    guard rows.count > 1 else { return sure }
    var best: (leading: Double?, heights: Int) = (nil, heights(of: texts, leading: nil).count)
    for leading in candidates(texts) {
      let heights = heights(of: texts, leading: leading)
      if heights.count < best.heights, areHeaded(heights, texts) { best = (leading, heights.count) }
    }
    guard best.leading == nil, let sure else { return best.leading }
    return areHeaded(heights(of: texts, leading: sure), texts) ? sure : 0
  }

  private static func candidates(_ texts: [AlignedText]) -> [Double] {
    var candidates: [Double] = []
    for (index, text) in texts.enumerated() {
      guard let below = texts[(index + 1)...].first(where: { mayFollow($0, text) }) else { continue }
      let gap = below.first - text.first
      if CentredLabels.isNext(below, under: text), !candidates.contains(where: { abs($0 - gap) < 0.04 * gap }) {
        candidates.append(gap)
      }
    }
    return candidates
  }

  /// Where some words stand in the lower half of a header, others head them.
  private static func areHeaded(_ heights: [Double], _ texts: [AlignedText]) -> Bool {
    guard let first = texts.first, let highest = texts.map(\.middle).min(), let lowest = texts.map(\.middle).max()
    else {
      return true
    }
    let centre = (highest + lowest) / 2
    return !heights.contains { $0 > centre + 0.3 * first.size } || heights.contains { $0 < centre - 0.3 * first.size }
  }

  /// Whether a text may be the next line of another: a line that goes on is full.
  private static func mayFollow(_ below: AlignedText, _ above: AlignedText) -> Bool {
    below.first > above.first + 0.3 * above.size && below.overlaps(above) && !below.isNumber && !above.isNumber
      && isSet(below, under: above)
      && above.box.width > below.box.width - 0.6 * above.size
  }

  /// Whether the lines of one cell may stand so: around one middle, or flush.
  static func isSet(_ below: AlignedText, under above: AlignedText) -> Bool {
    abs(below.box.midX - above.box.midX) < 0.26 * above.size || abs(below.box.x0 - above.box.x0) < 0.3 * above.size
  }

  /// The heights of the middles of cells, if lines that far apart are one cell's.
  private static func heights(of texts: [AlignedText], leading: Double?) -> [Double] {
    var cells: [AlignedText] = []
    for text in texts {
      let above = cells.lastIndex { cell in
        guard let leading, let end = cell.lines.last else { return false }
        return abs(text.first - end.baseline - leading) < 0.07 * leading && mayFollow(text, cell)
      }
      if let above { cells[above].append(text) } else { cells.append(text) }
    }
    var heights: [Double] = []
    for middle in cells.map(\.middle).sorted() where middle - (heights.last ?? -.infinity) > 0.2 * texts[0].size {
      heights.append(middle)
    }
    return heights
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}
