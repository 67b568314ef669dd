import PageContent

/// Which lines of a column of words are lines of one cell, told by the figures beside them: where cells are centred in
/// their rows, a label of two lines reaches as far above its figures as below, however close the next row stands.
/// Elsewhere its first or last line stands beside them.
struct LabelCells {
  /// For each text of the lines, in their order, the first text of its cell; nil where figures tell nothing of it.
  let firsts: [Int?]

  /// A label of more lines is none.
  private static let mostLines = 6

  /// nil where no label of several lines tells how cells are set.
  init?(_ lines: [[AlignedText]], columns: AlignedColumns, pitch: Double) {
    let texts = lines.flatMap { $0 }
    let anchors = Self.anchors(of: lines)
    var byColumn = [[Int]](repeating: [], count: columns.count)
    for (index, text) in texts.enumerated() where !text.isNumber { byColumn[columns.column(of: text)].append(index) }
    var runs: [[Int]] = []
    for indices in byColumn { runs += Self.cells(indices, texts, anchors, leading: nil) }
    let gaps = runs.filter { $0.count == 2 }.map { texts[$0[1]].first - texts[$0[0]].first }.sorted()
    if gaps.isEmpty {
      let figured = Set(lines.lazy.filter { $0.contains(where: \.isNumber) }.map { $0[0].line })
      runs = EdgeLabels.cells(byColumn, texts, pitch: pitch) { figured.contains(texts[$0].line) }
      if runs.isEmpty { runs = byColumn.flatMap { Self.oddCells($0, texts, anchors) } }
    } else {
      // Labels of an odd number of lines stand on their figures too: their leading must be that of the others.
      let leading = gaps[gaps.count / 2]
      runs = byColumn.flatMap { Self.cells($0, texts, anchors, leading: leading) }
    }
    guard !runs.isEmpty else { return nil }
    var firsts = [Int?](repeating: nil, count: texts.count)
    for run in runs { for index in run { firsts[index] = run[0] } }
    self.firsts = firsts
  }

  /// The heights of the figures.
  static func anchors(of lines: [[AlignedText]]) -> [Double] {
    var anchors: [Double] = []
    for figure in lines.lazy.compactMap({ $0.first(where: \.isNumber) }) {
      // What overlaps is printed in lines of its own.
      if let last = anchors.last, figure.first - last < 0.3 * figure.size { continue }
      anchors.append(figure.first)
    }
    return anchors
  }

  /// The cells of one column that stand around figures; lines that belong to none are left out.
  private static func cells(_ column: [Int], _ texts: [AlignedText], _ anchors: [Double], leading: Double?) -> [[Int]] {
    // From the top down, how few lines may be left over up to each, and where the last cell of these begins.
    var cost = [0]
    var starts: [Int] = []
    for end in column.indices {
      var best = (cost: cost[end] + 1, start: end, isMatched: false)
      for start in ((max(0, end + 1 - mostLines))...end).reversed() {
        let first = texts[column[start]]
        let last = texts[column[end]]
        if start < end {
          let below = texts[column[start + 1]]
          // A place in a list begins a label.
          guard isNext(below, under: first), first.mayGoOn(with: below) else { break }
          let gap = below.first - first.first
          if let leading, abs(gap - leading) > 0.08 * leading { break }
          // Without a leading known only a pair tells.
          if leading == nil, end > start + 1 { break }
        }
        if cost[start] < best.cost || !best.isMatched && cost[start] <= best.cost,
          matches(first.first, last.first, first.size, anchors)
        {
          best = (cost[start], start, true)
        }
      }
      cost.append(best.cost)
      starts.append(best.isMatched ? best.start : -1)
    }
    var result: [[Int]] = []
    var end = column.count - 1
    while end >= 0 {
      if starts[end] >= 0 { result.append(Array(column[starts[end]...end])) }
      end = starts[end] >= 0 ? starts[end] - 1 : end - 1
    }
    return result
  }

  /// The cells of a column in which no label has an even number of lines, if they leave no line over: where labels begin or
  /// end beside their figures, the first or the last would.
  private static func oddCells(_ column: [Int], _ texts: [AlignedText], _ anchors: [Double]) -> [[Int]] {
    let gaps = zip(column, column.dropFirst()).filter { isNext(texts[$1], under: texts[$0]) }
      .map { texts[$1].first - texts[$0].first }
    guard let leading = gaps.min() else { return [] }
    let cells = cells(column, texts, anchors, leading: leading)
    let isWhole = cells.reduce(0) { $0 + $1.count } == column.count && cells.contains { $0.count > 2 }
    return isWhole ? cells : []
  }

  /// Whether a text may be the next line of a cell.
  static func isNext(_ below: AlignedText, under above: AlignedText) -> Bool {
    (0.8...2.2).contains((below.first - above.first) / above.size) && abs(below.size - above.size) < 0.1 * above.size
  }

  /// Whether lines from `top` to `bottom` stand around the figures of one row, and no others.
  static func matches(_ top: Double, _ bottom: Double, _ size: Double, _ anchors: [Double]) -> Bool {
    let start = anchors.partitionPoint { $0 >= top - 0.3 * size }
    let end = anchors.partitionPoint { $0 > bottom + 0.3 * size }
    guard end == start + 1 else { return false }
    return abs(anchors[start] - (top + bottom) / 2) < 0.2 * size
  }
}
