import PageContent

/// How far the lines of one cell stand apart, where the page shows it beyond doubt: it may be more than rows stand apart.
enum CellLeading {
  /// From labels of two lines around their figures.
  static func aroundFigures(_ lines: [[AlignedText]]) -> Double? {
    var found: [Double] = []
    let anchors = LabelCells.anchors(of: lines)
    for (index, line) in lines.enumerated() {
      for text in line where !text.isNumber {
        let below = lines[(index + 1)...].prefix(3).lazy.flatMap { $0 }.first { !$0.isNumber && $0.overlaps(text) }
        guard let below, LabelCells.isNext(below, under: text),
          LabelCells.matches(text.first, below.first, text.size, anchors)
        else { continue }
        found.append(below.first - text.first)
      }
    }
    return median(found)
  }

  /// From labels of which the first or the last line stands beside figures.
  static func besideFigures(_ lines: [[AlignedText]], pitch: Double) -> Double? {
    let texts = lines.flatMap { $0 }
    let figured = Set(lines.lazy.filter { $0.contains(where: \.isNumber) }.map { $0[0].line })
    // The columns are not known yet: labels begin below each other.
    var columns: [(x: Double, texts: [Int])] = []
    for (index, text) in texts.enumerated() where !text.isNumber {
      if let column = columns.firstIndex(where: { abs($0.x - text.box.x0) < 1.5 }) {
        columns[column].texts.append(index)
      } else if columns.count < 20 {
        columns.append((text.box.x0, [index]))
      }
    }
    return EdgeLabels.setting(columns.map(\.texts), texts, pitch: pitch) { figured.contains(texts[$0].line) }?.leading
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
          LabelCells.isNext(next, under: text)
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
  static func ofHeads(_ rows: ArraySlice<[AlignedText]>, sure: Double?, of lines: [[AlignedText]]) -> Double? {
    let texts = rows.flatMap { $0 }
    guard rows.count > 1 else { return sure }
    let edges = lines.joined().reduce(into: (left: Double.infinity, right: -Double.infinity)) {
      $0 = (min($0.left, $1.box.x0), max($0.right, $1.box.x1))
    }
    let single = cells(of: texts, leading: nil)
    var best: (leading: Double?, heights: Int) = (nil, heights(of: single))
    for leading in candidates(texts) {
      let cells = cells(of: texts, leading: leading)
      let count = heights(of: cells)
      if count < best.heights, areHeaded(cells, edges) { best = (leading, count) }
    }
    guard best.leading == nil, let sure else { return best.leading }
    return areHeaded(cells(of: texts, leading: sure), edges) ? sure : 0
  }

  private static func candidates(_ texts: [AlignedText]) -> [Double] {
    var candidates: [Double] = []
    for (index, text) in texts.enumerated() {
      guard let below = texts[(index + 1)...].first(where: { mayFollow($0, text) }) else { continue }
      let gap = below.first - text.first
      if LabelCells.isNext(below, under: text), !candidates.contains(where: { abs($0 - gap) < 0.04 * gap }) {
        candidates.append(gap)
      }
    }
    return candidates
  }

  /// Whether each word in the lower half of a header may stand under one in the upper: words are centred over their
  /// columns, and none of these lies beyond the table's edges.
  private static func areHeaded(_ cells: [AlignedText], _ edges: (left: Double, right: Double)) -> Bool {
    guard let highest = cells.map(\.first).min(), let lowest = cells.map(\.last).max() else { return true }
    func height(_ cell: AlignedText) -> Double { ((cell.first + cell.last) - (highest + lowest)) / 2 / cell.size }
    let heads = cells.filter { height($0) < -0.3 }
    return cells.allSatisfy { cell in
      height(cell) <= 0.3
        || heads.contains { head in
          let reach = min(head.box.midX - edges.left, edges.right - head.box.midX)
          return abs(head.box.midX - cell.box.midX) < reach + 2 * cell.size
        }
    }
  }

  /// Whether a text may be the next line of another: a line that goes on is full, or a year, or a quoted word that what
  /// follows is called by.
  static func mayFollow(_ below: AlignedText, _ above: AlignedText) -> Bool {
    below.first > above.first + 0.3 * above.size && below.overlaps(above) && !below.isNumber && !above.isNumber
      && isSet(below, under: above) && !below.isCodePart
      && (above.box.width > below.box.width - 0.6 * above.size || Lexeme(above.text).isValue
        || above.text.unicodeScalars.last == "”")
  }

  /// Whether the lines of one cell may stand so: around one middle, or flush. The space in 行 次, after which the line
  /// breaks, takes a letter from its middle.
  static func isSet(_ below: AlignedText, under above: AlignedText) -> Bool {
    let stray = min(above.box.width, below.box.width) < 1.2 * above.size ? 0.6 : 0.26
    return abs(below.box.midX - above.box.midX) < stray * above.size
      || abs(below.box.x0 - above.box.x0) < 0.3 * above.size
  }

  /// The cells that texts make, if lines that far apart are one cell's.
  private static func cells(of texts: [AlignedText], leading: Double?) -> [AlignedText] {
    var cells: [AlignedText] = []
    for text in texts {
      let above = cells.lastIndex { cell in
        guard let leading, let end = cell.lines.last else { return false }
        return abs(text.first - end.baseline - leading) < 0.07 * leading && mayFollow(text, cell)
      }
      if let above { cells[above].append(text) } else { cells.append(text) }
    }
    return cells
  }

  /// At how many heights the middles of cells stand.
  private static func heights(of cells: [AlignedText]) -> Int {
    var last = -Double.infinity
    var count = 0
    for cell in cells.sorted(by: { $0.middle < $1.middle }) where cell.middle - last > 0.2 * cell.size {
      last = cell.middle
      count += 1
    }
    return count
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}
