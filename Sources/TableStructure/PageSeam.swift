import PageContent

/// A page break in a table that no vertical ruling draws. Where few rows stand above it, what columns the table has shows
/// only from those below: both sides are read in one.
struct PageSeam {
  /// The rows above the break.
  let first: Table
  /// The rows below it, in the same columns.
  let rest: Table
  /// The lines of the next page that they were.
  let lines: ClosedRange<Int>

  /// Fewer rows of figures than this need not show the columns of a table.
  static let fewestRows = 3

  /// The gap set at the break, in em: no lines of one cell stand so far apart, and the words of a header closer.
  private static let gap = (rows: 2.5, heads: 1.6)
  /// How far a row may reach beyond the others, in points.
  private static let stray = 3.0

  /// nil where the rows at the head of the next page are none of the table that ends the page above. `isPassedOver` tells
  /// the lines that may stand above them.
  init?(below page: PageLayout, above next: PageLayout, isPassedOver: (PrintedLine) -> Bool) {
    guard let upper = page.aligned.last, page.width == next.width,
      let start = next.lines.firstIndex(where: { !isPassedOver($0) }),
      let lower = Self.region(of: next, from: start, below: upper, on: page)
    else { return nil }
    let above = page.lines[upper.lines]
    let isHeader = StripRows(upper.table, .head).values.isEmpty
    let repeated = isHeader ? Self.repeatedLines(of: above, in: next.lines[lower.lines]) : 0
    let below = next.lines[lower.lines].dropFirst(repeated)
    guard let last = above.last, let head = below.first else { return nil }
    let isHeaderCut = isHeader && repeated == 0 && !AlignedLine(head).hasNumber
    let seam = last.baseline + (isHeaderCut ? Self.gap.heads : Self.gap.rows) * last.size
    let shift = seam - head.baseline
    let rules =
      Self.rules(of: page, upper.lines).filter { $0.position < seam }
      + Self.rules(of: next, lower.lines).filter { $0.position > head.baseline - head.size || repeated == 0 }
      .map { $0.moved(down: shift) }
    let texts = AlignedText.texts(of: (above + below.map { $0.moved(down: shift) })[...])
    guard let grid = UnruledTable(texts, rules: rules.sorted { $0.position < $1.position }, columns: nil),
      let whole = grid.table(page: page.number)
    else { return nil }
    let top = last.baseline + last.size
    func isBelow(_ cell: Cell) -> Bool { cell.location.box.map { $0.y0 > top } ?? false }
    // A head may reach down from one page to the next.
    var row = whole.cells.lazy.filter(isBelow).map(\.row).min() ?? whole.rowCount
    while let crossing = whole.cells.first(where: { $0.row < row && $0.row + $0.rowSpan > row }) {
      row = crossing.row + crossing.rowSpan
    }
    guard row > 0, row < whole.rowCount else { return nil }
    let cells = whole.cells.map { cell -> Cell in
      guard isBelow(cell), let box = cell.location.box else { return cell }
      var cell = cell
      cell.location = .page(next.number, box.moved(down: -shift))
      return cell
    }
    self.first = whole.piece(cells.filter { $0.row < row }, from: 0, to: row)
    self.rest = whole.piece(cells.filter { $0.row >= row }, from: row, to: whole.rowCount)
    lines = lower.lines
  }

  /// How many lines of a header, and of labels below it, the next page repeats; none where it repeats a part of the header.
  private static func repeatedLines(of header: ArraySlice<PrintedLine>, in lines: ArraySlice<PrintedLine>) -> Int {
    let count = zip(header, lines).prefix { TextJoin.squashed($0.text) == TextJoin.squashed($1.text) }.count
    return header.dropFirst(count).allSatisfy { $0.segments.count < 2 } ? count : 0
  }

  /// The rows at the head of a page, if they may go on with the table that ends the page before.
  private static func region(
    of next: PageLayout, from start: Int, below upper: (lines: ClosedRange<Int>, table: Table), on page: PageLayout
  ) -> AlignedRegion.Found? {
    var finder = AlignedRegion(rows: next.rows, rules: next.rules)
    finder.floor = start
    let isHeader = StripRows(upper.table, .head).values.isEmpty
    let (left, right) = edges(of: upper.lines, on: page, isHeader: isHeader)
    guard let region = finder.region(from: start, continuing: [left, right]), region.lines.lowerBound == start
    else { return nil }
    let rows = finder.rows[region.lines]
    guard rows.contains(where: \.hasNumber), rows.allSatisfy({ $0.left > left - stray && $0.right < right + stray })
    else { return nil }
    // Below rows of figures words over columns are the header of another table.
    return isHeader || rows.prefix { !$0.hasNumber }.allSatisfy { $0.segments.count < 3 } ? region : nil
  }

  /// How far left and right a table reaches: as far as its rows or the rules between them, and of a header, whose words
  /// are centred, as far as the page's other lines.
  private static func edges(
    of lines: ClosedRange<Int>, on page: PageLayout, isHeader: Bool
  ) -> (left: Double, right: Double) {
    let boxes = (isHeader ? page.lines[...] : page.lines[lines]).map(\.box)
    let first = page.lines[lines.lowerBound]
    let last = page.lines[lines.upperBound]
    let rules = page.rules.filter { $0.position > first.box.y0 - first.size && $0.position < last.box.y1 + last.size }
    return (
      (boxes.map(\.x0) + rules.map(\.start)).min() ?? 0, (boxes.map(\.x1) + rules.map(\.end)).max() ?? page.width
    )
  }

  private static func rules(of page: PageLayout, _ lines: ClosedRange<Int>) -> [RuledLine] {
    AlignedRegion(rows: page.rows, rules: page.rules).rules(in: lines)
  }
}

extension PrintedLine {
  fileprivate func moved(down shift: Double) -> PrintedLine {
    PrintedLine(
      words: words.map { word in
        var word = word
        word.baseline += shift
        word.box = word.box.moved(down: shift)
        return word
      })
  }
}

extension RuledLine {
  fileprivate func moved(down shift: Double) -> RuledLine {
    var line = self
    line.position += shift
    return line
  }
}

extension Box {
  fileprivate func moved(down shift: Double) -> Box { Box(x0: x0, y0: y0 + shift, x1: x1, y1: y1 + shift) }
}

extension Table {
  /// Some of its rows, as a table.
  fileprivate func piece(_ cells: [Cell], from start: Int, to end: Int) -> Table {
    let pages = Set(cells.filter { !$0.text.isEmpty }.compactMap(\.location.page)).sorted()
    let printed = cells.filter { !$0.text.isEmpty && $0.location.page == pages.first }.map(\.location)
    var place = printed.first ?? location
    for other in printed.dropFirst() { place = place.union(other) }
    return Table(
      origin: origin, rowCount: end - start, columnCount: columnCount,
      cells: cells.map { cell in
        var cell = cell
        cell.row -= start
        return cell
      }, location: place, pages: pages,
      boundaries: boundaries)
  }
}
