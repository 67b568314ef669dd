import PageContent

/// A grid that rulings draw on a page: its lines, and which cell every square of it belongs to.
struct RuledGrid: Sendable {
  /// Boundaries of the columns and of the rows, ascending; one more than there are columns or rows.
  var xs: [Double]
  var ys: [Double]
  /// The cell of each square, row by row: an index into `cells`.
  var owner: [Int]
  var cells: [Span]

  /// A rectangle of squares.
  struct Span: Sendable {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  var columnCount: Int { xs.count - 1 }
  var rowCount: Int { ys.count - 1 }
  var box: Box { Box(x0: xs[0], y0: ys[0], x1: xs[xs.count - 1], y1: ys[ys.count - 1]) }

  func box(of span: Span) -> Box {
    Box(
      x0: xs[span.column], y0: ys[span.row], x1: xs[span.column + span.columnSpan], y1: ys[span.row + span.rowSpan])
  }

  /// The cell at a point, or nil outside.
  func cell(x: Double, y: Double) -> Int? {
    guard let column = RuledGrid.interval(x, in: xs), let row = RuledGrid.interval(y, in: ys) else { return nil }
    return owner[row * columnCount + column]
  }

  static func interval(_ value: Double, in boundaries: [Double]) -> Int? {
    guard let first = boundaries.first, let last = boundaries.last, value >= first, value <= last else { return nil }
    var low = 0
    var high = boundaries.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if boundaries[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}

extension RuledGrid {
  /// How far a line may miss the one it meets.
  static let reach = 3.0
  /// No column is narrower than a character: boundaries closer than this are one, drawn askew.
  static let narrowestColumn = 5.5
  static let lowestRow = 4.0
  /// Far more than a page can print legibly: a mesh of hostile rulings must not become millions of cells.
  static let mostSquares = 200_000

  /// Horizontal rules wide enough to part the rows of a table without columns of its own.
  static func rules(among lines: [RuledLine]) -> [RuledLine] { lines.filter { $0.end - $0.start > 100 } }

  /// The grids that a page's rulings draw, from top to bottom.
  static func grids(in rulings: [Ruling]) -> [RuledGrid] {
    grids(
      RulingMerge.lines(of: rulings, along: .horizontal), RulingMerge.lines(of: rulings, along: .vertical))
  }

  /// The grids that lines draw.
  static func grids(_ horizontal: [RuledLine], _ vertical: [RuledLine]) -> [RuledGrid] {
    if horizontal.isEmpty || vertical.isEmpty { return [] }
    var groups = DisjointSets(count: horizontal.count + vertical.count)
    let crossing = LineIndex(vertical)
    for (i, h) in horizontal.enumerated() {
      crossing.forEach(meeting: h, within: reach) { j in groups.join(i, horizontal.count + j) }
    }
    var members = [(h: [RuledLine], v: [RuledLine])](
      repeating: ([], []), count: horizontal.count + vertical.count)
    for (i, h) in horizontal.enumerated() { members[groups.root(i)].h.append(h) }
    for (j, v) in vertical.enumerated() { members[groups.root(horizontal.count + j)].v.append(v) }
    return
      members
      .compactMap { RuledGrid(horizontal: $0.h, vertical: $0.v) }
      .sorted { ($0.ys[0], $0.xs[0]) < ($1.ys[0], $1.xs[0]) }
  }

  /// The grid of lines that touch each other, or nil where they enclose fewer than two cells.
  init?(horizontal: [RuledLine], vertical: [RuledLine]) {
    guard !horizontal.isEmpty, !vertical.isEmpty, horizontal.count + vertical.count > 2 else { return nil }
    // Where an outer border is missing, the ends of the lines that would meet it stand for it.
    let left = min(horizontal.map(\.start).min() ?? 0, vertical.map(\.position).min() ?? 0)
    let right = max(horizontal.map(\.end).max() ?? 0, vertical.map(\.position).max() ?? 0)
    let top = min(vertical.map(\.start).min() ?? 0, horizontal.map(\.position).min() ?? 0)
    let bottom = max(vertical.map(\.end).max() ?? 0, horizontal.map(\.position).max() ?? 0)
    xs = RuledGrid.boundaries(vertical.map(\.position) + [left, right], closest: RuledGrid.narrowestColumn)
    ys = RuledGrid.boundaries(horizontal.map(\.position) + [top, bottom], closest: RuledGrid.lowestRow)
    let squares = (xs.count - 1) * (ys.count - 1)
    guard xs.count > 1, ys.count > 1, squares > 1, squares <= RuledGrid.mostSquares else { return nil }

    let columns = xs.count - 1
    let rows = ys.count - 1
    // For each inner boundary, whether a line is drawn between two neighbouring squares.
    var wallRight = [Bool](repeating: false, count: rows * columns)
    for line in vertical {
      guard let boundary = RuledGrid.nearest(line.position, in: xs), boundary > 0, boundary < columns else { continue }
      for row in RuledGrid.intervals(along: line, in: ys) where line.covers(ys[row], ys[row + 1]) {
        wallRight[row * columns + boundary - 1] = true
      }
    }
    var wallBelow = [Bool](repeating: false, count: rows * columns)
    for line in horizontal {
      guard let boundary = RuledGrid.nearest(line.position, in: ys), boundary > 0, boundary < rows else { continue }
      for column in RuledGrid.intervals(along: line, in: xs) where line.covers(xs[column], xs[column + 1]) {
        wallBelow[(boundary - 1) * columns + column] = true
      }
    }
    owner = [Int](repeating: -1, count: rows * columns)
    cells = []
    for row in 0..<rows {
      for column in 0..<columns where owner[row * columns + column] < 0 {
        var columnSpan = 1
        while column + columnSpan < columns, !wallRight[row * columns + column + columnSpan - 1],
          owner[row * columns + column + columnSpan] < 0
        {
          columnSpan += 1
        }
        var rowSpan = 1
        grow: while row + rowSpan < rows {
          for c in column..<column + columnSpan {
            if wallBelow[(row + rowSpan - 1) * columns + c] || owner[(row + rowSpan) * columns + c] >= 0 { break grow }
            if c + 1 < column + columnSpan, wallRight[(row + rowSpan) * columns + c] { break grow }
          }
          // The lower square must end where the upper one does: a cell is a rectangle.
          let edge = column + columnSpan - 1
          if edge + 1 < columns, !wallRight[(row + rowSpan) * columns + edge] { break grow }
          if column > 0, !wallRight[(row + rowSpan) * columns + column - 1] { break grow }
          rowSpan += 1
        }
        for r in row..<row + rowSpan {
          for c in column..<column + columnSpan { owner[r * columns + c] = cells.count }
        }
        cells.append(Span(row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan))
      }
    }
    if cells.count < 2 { return nil }
  }

  /// A grid of cells that cover it.
  init(xs: [Double], ys: [Double], cells: [Span]) {
    (self.xs, self.ys, self.cells) = (xs, ys, cells)
    owner = [Int](repeating: 0, count: (xs.count - 1) * (ys.count - 1))
    for (index, cell) in cells.enumerated() {
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan { owner[row * (xs.count - 1) + column] = index }
      }
    }
  }

  private static func boundaries(_ positions: [Double], closest: Double) -> [Double] {
    var result: [Double] = []
    var groupStart = -Double.infinity
    var groupEnd = -Double.infinity
    for position in positions.sorted() {
      if position - groupStart <= closest {
        groupEnd = position
        result[result.count - 1] = (groupStart + groupEnd) / 2
      } else {
        groupStart = position
        groupEnd = position
        result.append(position)
      }
    }
    return result
  }

  private static func nearest(_ value: Double, in boundaries: [Double]) -> Int? {
    let next = boundaries.partitionPoint { $0 >= value }
    guard next > 0 else { return boundaries.isEmpty ? nil : 0 }
    return next < boundaries.count && boundaries[next] - value < value - boundaries[next - 1] ? next : next - 1
  }

  /// The intervals between boundaries that a line reaches into.
  private static func intervals(along line: RuledLine, in boundaries: [Double]) -> Range<Int> {
    let first = max(0, boundaries.partitionPoint { $0 > line.start } - 1)
    let end = min(boundaries.count - 1, boundaries.partitionPoint { $0 >= line.end })
    return first..<max(first, end)
  }
}

/// Which things hang together.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(_ element: Int) -> Int {
    var element = element
    while parent[element] != element {
      parent[element] = parent[parent[element]]
      element = parent[element]
    }
    return element
  }

  mutating func join(_ a: Int, _ b: Int) {
    let a = root(a)
    let b = root(b)
    if a != b { parent[max(a, b)] = min(a, b) }
  }
}
