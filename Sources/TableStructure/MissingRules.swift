import PageContent

/// Rules that a grid lacks, shown by the figures in its cells: two of them side by side are two columns, two below each
/// other two rows.
struct MissingRules {
  enum Finding {
    /// Each cell of the grid is one.
    case none
    /// The grid with the columns and rows that its rules leave out.
    case completed(RuledGrid)
    /// The rules say too little: a frame, or rules of one direction. The words are better read by where they stand.
    case unreadable
  }

  /// Fewer rows than this show no column; as many figures side by side show several.
  private static let fewestRows = 3
  /// A grid of more rows than this is ruled between its rows.
  private static let mostBands = 3
  /// How far two columns stand apart at least, in em of the text: as in lines without any rules.
  private static let gap = 0.8
  /// Figures of a column end no farther apart than this, in em.
  private static let stray = 0.3

  /// A line of a cell, cut at wide gaps.
  private struct CellLine {
    var segments: [AlignedLine.Segment]
    var baseline: Double
    var size: Double

    init(_ line: PrintedLine) {
      let row = AlignedLine(line)
      (segments, baseline, size) = (row.segments, row.baseline, row.size)
    }

    var isAmount: Bool { segments.count == 1 && segments[0].isAmount }
  }

  private let grid: RuledGrid
  private let cells: [[CellLine]]
  /// The cells that stand in each column and in each row alone.
  private var inColumn: [[Int]]
  private var inRow: [[Int]]

  static func find(in grid: RuledGrid, words: [[Word]]) -> Finding {
    // A cell with a figure beside or below other words, which hardly any of a sound table has.
    let full = words.count { $0.count > 1 && $0.contains { $0.text.first.map { $0.isDigit || $0.isDash } ?? false } }
    return full < min(2, grid.columnCount) ? .none : MissingRules(grid, words).finding
  }

  private init(_ grid: RuledGrid, _ words: [[Word]]) {
    self.grid = grid
    cells = words.map { words in
      switch words.count {
      case 0: []
      case 1: [CellLine(PrintedLine(words: words))]
      default: LineLayout.lines(of: words).map(CellLine.init)
      }
    }
    inColumn = [[Int]](repeating: [], count: grid.columnCount)
    inRow = [[Int]](repeating: [], count: grid.rowCount)
    for (index, cell) in grid.cells.enumerated() {
      if cell.columnSpan == 1 { inColumn[cell.column].append(index) }
      if cell.rowSpan == 1 { inRow[cell.row].append(index) }
    }
  }

  private var finding: Finding {
    if grid.columnCount == 1 {
      let rows = cells.joined().filter { $0.segments.count > 1 }
      let figured = rows.filter { $0.segments.contains(where: \.isNumber) }
      let isTable =
        figured.count >= Self.fewestRows
        || rows.count > 1 && rows.contains { $0.segments.count(where: \.isAmount) >= Self.fewestRows }
      return isTable ? .unreadable : .none
    }
    let columns = (0..<grid.columnCount).flatMap(columnBorders)
    var rows: [Double] = []
    for row in 0..<grid.rowCount {
      if let borders = rowBorders(row) {
        rows += borders
      } else if grid.rowCount <= Self.mostBands {
        return .unreadable
      }
    }
    return columns.isEmpty && rows.isEmpty ? .none : .completed(completed(columns, rows))
  }

  // MARK: Columns

  /// Where the figures of a column stand in several.
  private func columnBorders(_ column: Int) -> [Double] {
    // The gaps left of figures, by where they begin.
    var gaps: [(left: Double, right: Double, end: Double)] = []
    for index in inColumn[column] {
      for line in cells[index] where line.segments.count > 1 {
        for (left, right) in zip(line.segments, line.segments.dropFirst())
        where right.isNumber && right.box.x0 - left.box.x1 > Self.gap * line.size && !Self.announces(left) {
          gaps.append((left.box.x1, right.box.x0, right.box.x1))
        }
      }
    }
    guard gaps.count >= Self.fewestRows, let size = inColumn[column].lazy.flatMap({ cells[$0] }).first?.size else {
      return []
    }
    gaps.sort { $0.end < $1.end }
    var borders: [Double] = []
    var start = 0
    while start < gaps.count {
      var end = start + 1
      var (left, right) = (gaps[start].left, gaps[start].right)
      while end < gaps.count, gaps[end].end - gaps[start].end < Self.stray * size,
        max(left, gaps[end].left) < min(right, gaps[end].right)
      {
        (left, right) = (max(left, gaps[end].left), min(right, gaps[end].right))
        end += 1
      }
      if end - start >= Self.fewestRows {
        // Close to the figures or labels on its left, unless a head there runs across it.
        let near = min(0.2 * size, (right - left) / 2)
        let places = [left + near, (left + right) / 2, right - near]
        let best = places.min { a, b in crossings(a, column) < crossings(b, column) }
        borders.append(best ?? left)
      }
      start = end
    }
    return borders
  }

  private func crossings(_ x: Double, _ column: Int) -> Int { inColumn[column].count { isCrossed(x, $0) } }

  /// 其中：12.30 is the text of one cell.
  private static func announces(_ text: AlignedLine.Segment) -> Bool {
    text.text.hasSuffix("：") || text.text.hasSuffix(":")
  }

  // MARK: Rows

  /// Where the figures of a row stand in several; nil where the other texts of it do not tell which is whose.
  private func rowBorders(_ row: Int) -> [Double]? {
    let own = inRow[row]
    let stacks = own.filter { cells[$0].count(where: \.isAmount) > 1 }
    guard stacks.count > 1, let lines = stacks.map({ cells[$0].filter(\.isAmount) }).max(by: { $0.count < $1.count })
    else { return [] }
    let heights = lines.map(\.baseline)
    let size = lines[0].size
    func isBeside(_ line: CellLine) -> Bool { heights.contains { abs($0 - line.baseline) < Self.stray * size } }
    guard stacks.allSatisfy({ cells[$0].filter(\.isAmount).allSatisfy(isBeside) }) else { return [] }
    let heads = own.flatMap { cells[$0].filter { $0.baseline < heights[0] - Self.stray * size } }
    let others = own.flatMap { cells[$0].filter { $0.baseline > heights[0] + Self.stray * size && !isBeside($0) } }
    let isHeader = heads.allSatisfy { abs($0.baseline - heads[0].baseline) < Self.stray * size }
    guard isHeader, heads.isEmpty || row == 0, others.isEmpty else { return nil }
    let all = heads.prefix(1).map(\.baseline) + heights
    return zip(all, all.dropFirst()).map { above, below in (above + 0.2 * size + below - 0.8 * size) / 2 }
  }

  // MARK: The grid with them

  private func completed(_ columns: [Double], _ rows: [Double]) -> RuledGrid {
    let xs = (grid.xs + columns).sorted()
    let ys = (grid.ys + rows).sorted()
    var spans: [RuledGrid.Span] = []
    for (index, cell) in grid.cells.enumerated() {
      let box = grid.box(of: cell)
      // A text across a border keeps its cell whole: a head of both columns.
      let cutX = cell.columnSpan > 1 ? [] : columns.filter { $0 > box.x0 && $0 < box.x1 && !isCrossed($0, index) }
      let cutY = cell.rowSpan > 1 ? [] : rows.filter { $0 > box.y0 && $0 < box.y1 }
      let edgesX = ([box.x0] + cutX.sorted() + [box.x1]).compactMap(xs.firstIndex(of:))
      let edgesY = ([box.y0] + cutY.sorted() + [box.y1]).compactMap(ys.firstIndex(of:))
      for (top, bottom) in zip(edgesY, edgesY.dropFirst()) {
        for (left, right) in zip(edgesX, edgesX.dropFirst()) {
          spans.append(RuledGrid.Span(row: top, column: left, rowSpan: bottom - top, columnSpan: right - left))
        }
      }
    }
    return RuledGrid(xs: xs, ys: ys, cells: spans.sorted { ($0.row, $0.column) < ($1.row, $1.column) })
  }

  private func isCrossed(_ x: Double, _ cell: Int) -> Bool {
    cells[cell].contains { line in
      line.segments.contains { $0.box.x0 < x - Self.stray * line.size && $0.box.x1 > x + Self.stray * line.size }
    }
  }
}

extension AlignedLine.Segment {
  /// An amount with its decimals: the lower half of one that is broken has no point.
  fileprivate var isAmount: Bool { isNumber && Lexeme.isPlainlyAmount(text) }
}
