import PageContent

/// A row that no rule closes. Of a table without outer borders a page break may leave one row alone, and of that row only
/// the rules between its cells. Where its outer cells end, and whether it is a row at all, only the table that it goes on
/// with can tell.
struct OpenRow: Sendable {
  /// One row; its outer boundaries are infinite.
  var table: Table
  /// The same words as text, for where it is no row.
  var lines: [PrintedLine]

  /// No row of text is higher.
  static let highest = 60.0

  /// The open row among the words that stand outside a page's grids, the topmost if there are several, and the words
  /// that are left.
  static func first(in rulings: [Ruling], grids: [RuledGrid], words: [Word], page: Int) -> (row: OpenRow, rest: [Word])?
  {
    // The heights that grids take, merged, so that no ruling is held against every grid.
    var taken: [ClosedRange<Double>] = []
    for grid in grids.sorted(by: { $0.box.y0 < $1.box.y0 }) {
      let range = (grid.box.y0 - RuledGrid.reach)...(grid.box.y1 + RuledGrid.reach)
      if let last = taken.last, range.lowerBound <= last.upperBound {
        taken[taken.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        taken.append(range)
      }
    }
    let loose = rulings.filter { ruling in
      guard ruling.axis == .vertical, ruling.end - ruling.start <= highest else { return false }
      let above = taken.partitionPoint { $0.upperBound > ruling.start }
      return above == taken.count || taken[above].lowerBound >= ruling.end
    }
    guard loose.count >= 2 else { return nil }
    let bars = RulingMerge.lines(of: loose, along: .vertical)
    guard let top = bars.min(by: { $0.start < $1.start }) else { return nil }
    let xs = bars.filter { abs($0.start - top.start) < RuledGrid.reach && abs($0.end - top.end) < RuledGrid.reach }
      .map(\.position)
    guard xs.count >= 2, zip(xs, xs.dropFirst()).allSatisfy({ $1 - $0 > RuledGrid.narrowestColumn }) else { return nil }
    var own = [[Word]](repeating: [], count: xs.count + 1)
    var rest: [Word] = []
    for word in words {
      if (top.start...top.end).contains(word.inkY) {
        own[xs.partitionPoint { $0 > word.midX }].append(word)
      } else {
        rest.append(word)
      }
    }
    let inside = own.flatMap { $0 }
    // A row without a word is one too.
    let box = inside.reduce(Box(x0: xs[0], y0: top.start, x1: xs[xs.count - 1], y1: top.end)) { $0.union($1.box) }
    let edges = [min(box.x0, xs[0])] + xs + [max(box.x1, xs[xs.count - 1])]
    let cells = own.enumerated().map { column, words in
      Cell(
        row: 0, column: column, text: TextJoin.joined(words.isEmpty ? [] : LineLayout.lines(of: words).map(\.text)),
        location: .page(page, Box(x0: edges[column], y0: top.start, x1: edges[column + 1], y1: top.end)),
        isBold: !words.isEmpty && words.allSatisfy(\.isBold))
    }
    let table = Table(
      origin: .rulings, rowCount: 1, columnCount: cells.count, cells: cells,
      location: .page(page, Box(x0: edges[0], y0: top.start, x1: edges[edges.count - 1], y1: top.end)), pages: [page],
      boundaries: [-.infinity] + xs + [.infinity])
    return (OpenRow(table: table, lines: inside.isEmpty ? [] : LineLayout.lines(of: inside)), rest)
  }

  /// The row in the columns of the table that it goes on with, or nil where its rules are not those of the table.
  func fitted(to table: Table) -> Table? {
    guard table.boundaries.count == table.columnCount + 1 else { return nil }
    var places: [Int] = []
    for x in self.table.boundaries.dropFirst().dropLast() {
      guard
        let nearest = table.boundaries.indices.min(by: {
          abs(table.boundaries[$0] - x) < abs(table.boundaries[$1] - x)
        }), abs(table.boundaries[nearest] - x) <= PieceJoin.stray, places.last.map({ $0 < nearest }) ?? true
      else { return nil }
      places.append(nearest)
    }
    places = [0] + places + [table.columnCount]
    var row = self.table
    row.cells = []
    for cell in self.table.cells {
      let span = places[cell.column + cell.columnSpan] - places[cell.column]
      // A rule on the table's own edge: there is no column beyond it.
      if span == 0, cell.text.isEmpty { continue }
      guard span > 0 else { return nil }
      var cell = cell
      cell.column = places[cell.column]
      cell.columnSpan = span
      row.cells.append(cell)
    }
    row.columnCount = table.columnCount
    row.boundaries = table.boundaries
    return row
  }
}
