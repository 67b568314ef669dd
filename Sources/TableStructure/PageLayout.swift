import PageContent

/// One page cut into what stands on it: tables, and lines of text outside them, from top to bottom.
struct PageLayout: Sendable {
  enum Item: Sendable {
    case line(PrintedLine)
    case table(Table)
    case row(OpenRow)
  }

  var number: Int
  var width: Double
  var height: Double
  var items: [Item]

  init(_ page: Page) {
    number = page.number
    width = page.width
    height = page.height
    var grids = RuledGrid.grids(in: page.rulings)
    // A word belongs to the smallest grid around it: a frame around a page is not its table.
    grids.sort { $0.box.width * $0.box.height < $1.box.width * $1.box.height }
    let nearby = GridBands(grids)
    let words = LineLayout.words(of: page.glyphs) { x0, x1, y in
      nearby.grids(at: y).contains { grids[$0].parts(x0, x1, y: y) }
    }
    var inside = [[Int: [Word]]](repeating: [:], count: grids.count)
    var outside: [Word] = []
    let numbers = grids.isEmpty ? [] : PageMargin.numberWords(in: words, pageHeight: page.height)
    for (index, word) in words.enumerated() {
      if numbers.contains(index) {
        outside.append(word)
        continue
      }
      var placed = false
      for index in nearby.grids(at: word.inkY) {
        if let cell = grids[index].cell(x: word.midX, y: word.inkY) {
          inside[index][cell, default: []].append(word)
          placed = true
          break
        }
      }
      if !placed { outside.append(word) }
    }
    var tops: [(y: Double, x: Double, item: Item)] = []
    for (grid, words) in zip(grids, inside) {
      let table = Table(grid, words: words, page: page.number)
      // A few empty squares are a row of the table of the page before, or an ornament.
      let isOrnament = words.isEmpty && grid.cells.count < 4
      tops.append((grid.ys[0], grid.xs[0], isOrnament ? .row(OpenRow(table: table, lines: [])) : .table(table)))
    }
    if let found = OpenRow.first(in: page.rulings, grids: grids, words: outside, page: page.number) {
      outside = found.rest
      if let box = found.row.table.location.box { tops.append((box.y0, box.x0, .row(found.row))) }
    }
    let lines = LineLayout.lines(of: outside)
    let aligned = PageAlignment.tables(in: lines, rules: RuledGrid.rules(in: page.rulings), page: page.number)
    for (_, table) in aligned {
      if let box = table.location.box { tops.append((box.y0, box.x0, .table(table))) }
    }
    for (index, line) in lines.enumerated() where !aligned.contains(where: { $0.lines.contains(index) }) {
      tops.append((line.baseline - 0.35 * line.size, line.box.x0, .line(line)))
    }
    tops.sort { ($0.y, $0.x) < ($1.y, $1.x) }
    items = tops.map(\.item)
  }
}

extension Table {
  /// The table that a grid draws around words.
  init(_ grid: RuledGrid, words: [Int: [Word]], page: Int) {
    let cells = grid.cells.enumerated().map { index, span -> Cell in
      let words = words[index] ?? []
      let lines = words.isEmpty ? [] : LineLayout.lines(of: words)
      return Cell(
        row: span.row, column: span.column, rowSpan: span.rowSpan, columnSpan: span.columnSpan,
        text: TextJoin.joined(lines.map(\.text)), location: .page(page, grid.box(of: span)),
        isBold: !words.isEmpty && words.allSatisfy(\.isBold))
    }
    self.init(
      origin: .rulings, rowCount: grid.rowCount, columnCount: grid.columnCount, cells: cells,
      location: .page(page, grid.box), pages: [page], boundaries: grid.xs)
  }
}

/// The grids by the bands of the page that they reach into, so that no word is held against every grid.
private struct GridBands {
  private var bands: [Int: [Int]] = [:]

  init(_ grids: [RuledGrid]) {
    for (index, grid) in grids.enumerated() {
      for band in GridBands.band(grid.box.y0)...max(GridBands.band(grid.box.y0), GridBands.band(grid.box.y1)) {
        bands[band, default: []].append(index)
      }
    }
  }

  /// In the order of the grids.
  func grids(at y: Double) -> [Int] { bands[GridBands.band(y)] ?? [] }

  /// Bands are about as high as a few rows; positions far off any page count as its edge.
  private static func band(_ y: Double) -> Int { y.isFinite ? Int(min(max(y, -20_000), 20_000) / 50) : 0 }
}
