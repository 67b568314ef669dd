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
  /// What stands outside ruled grids, and the rules there: read again where the page goes on with a table without grid.
  let lines: [PrintedLine]
  /// The same lines as the search for tables sees them.
  let rows: [AlignedLine]
  let rules: [RuledLine]
  /// The tables among them.
  private(set) var aligned: [(lines: ClosedRange<Int>, table: Table)] = []
  private let ruled: [(y: Double, x: Double, item: Item)]
  private let openRow: OpenRow?

  /// - Parameter number: that of the sheet among those of the document.
  init(_ page: Sheet, number: Int) {
    self.number = number
    width = page.width
    height = page.height
    let horizontal = RulingMerge.lines(of: page.rulings, along: .horizontal)
    let grids = RuledGrid.grids(horizontal, RulingMerge.lines(of: page.rulings, along: .vertical))
    let words = RuledWords(
      TouchingFigures.parted(LineLayout.words(of: page.glyphs)), in: grids, pageHeight: page.height)
    var ruled: [(y: Double, x: Double, item: Item)] = []
    for (grid, words) in words.tables {
      let table = Table(grid, words: words, page: number)
      // A few empty squares are a row of the table of the page before, or an ornament.
      let isOrnament = grid.cells.count < 4 && words.allSatisfy(\.isEmpty)
      ruled.append((grid.ys[0], grid.xs[0], isOrnament ? .row(OpenRow(table: table, lines: [])) : .table(table)))
    }
    var outside = words.outside
    let open = OpenRow.first(in: page.rulings, grids: grids, words: outside, page: number)
    if let open { outside = open.rest }
    openRow = open?.row
    self.ruled = ruled
    lines = LineLayout.lines(of: outside)
    rows = AlignedLine.rows(of: lines)
    rules = RuledGrid.rules(among: horizontal)
    items = []
    read(continuing: nil)
  }

  /// Reads the rows at the head of the page as rows of the table that the page before ended with. `isPassedOver` tells
  /// the lines that may stand above them.
  mutating func goOn(with table: Table, isPassedOver: (PrintedLine) -> Bool) {
    guard table.origin == .alignment, let head = lines.firstIndex(where: { !isPassedOver($0) }) else { return }
    let heights = table.cells.suffix(10 * table.columnCount).filter { !$0.text.isEmpty }
      .compactMap { $0.location.box?.height }
    guard let height = heights.min() else { return }
    let pitch = Self.pitch(of: table)
    var figures = [Int](repeating: 0, count: table.columnCount)
    var words = figures
    var ends = [Double](repeating: 0, count: table.columnCount)
    for cell in table.cells.suffix(Self.mostRows * table.columnCount) where cell.columnSpan == 1 && !cell.text.isEmpty {
      let isAmount = Lexeme(cell.text).isFigure && !cell.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      figures[cell.column] += isAmount ? 1 : -1
      if !isAmount { ends[cell.column] = max(ends[cell.column], cell.location.box?.x1 ?? 0) }
      words[cell.column] += cell.text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ? 1 : 0
    }
    read(
      continuing: .init(
        boundaries: table.boundaries, holdsFigures: figures.map { $0 > 0 },
        holdsLabels: zip(words, figures).map { $0 > Self.mostHeaderRows && $1 < 0 },
        labelEnds: zip(words, ends).map { $0 > Self.fewestLabels ? $1 : nil }, height: height,
        pitch: pitch, leading: Self.leading(heights, height: height, pitch: pitch), heads: Self.heads(of: table),
        head: head))
  }

  /// The last rows, of several pages, show what columns hold: of a table over hundreds of pages no more is looked at.
  private static let mostRows = 400
  /// A column with more words than this has some in its body.
  private static let mostHeaderRows = 4
  /// Fewer labels than this need not show how wide their column is.
  private static let fewestLabels = 8

  /// What stands above the body.
  private static func heads(of table: Table) -> [String] {
    let rows = StripRows(table, .head)
    guard let body = rows.numberRow ?? rows.firstBody else { return [] }
    return table.cells.prefix { $0.row < body }.map { TextJoin.squashed($0.text) }
  }

  /// How far the lines of cells of two stand apart, told by how high these are.
  private static func leading(_ heights: [Double], height: Double, pitch: Double) -> Double? {
    let gaps = heights.map { $0 - height }.filter { (0.7 * height...1.9 * height).contains($0) }.sorted()
    guard gaps.count >= fewestPairs else { return nil }
    let leading = gaps[gaps.count / 2]
    return abs(pitch - leading) > 0.14 * leading ? leading : nil
  }

  private static let fewestPairs = 3

  /// How far the figures of the last rows stand apart at least.
  private static func pitch(of table: Table) -> Double {
    var last: [Int: (row: Int, top: Double)] = [:]
    var pitch = Double.infinity
    for cell in table.cells.suffix(40 * table.columnCount) where Lexeme(cell.text).isFigure {
      guard let top = cell.location.box?.y0 else { continue }
      if let above = last[cell.column], above.row + 1 == cell.row, top > above.top {
        pitch = min(pitch, top - above.top)
      }
      last[cell.column] = (cell.row, top)
    }
    return pitch
  }

  /// Takes some lines at the head of the page for rows that were read together with the page before.
  mutating func take(_ rows: Table, in lines: ClosedRange<Int>) {
    read(continuing: nil, below: (lines, rows))
  }

  private mutating func read(
    continuing: PageAlignment.Continuation?, below head: (lines: ClosedRange<Int>, table: Table)? = nil
  ) {
    aligned =
      (head.map { [$0] } ?? [])
      + PageAlignment.tables(
        in: lines, rows, from: head.map { $0.lines.upperBound + 1 } ?? 0, rules: rules, page: number,
        continuing: continuing)
    var tops: [(y: Double, x: Double, item: Item)] = ruled
    if let openRow, let box = openRow.table.location.box { tops.append((box.y0, box.x0, .row(openRow))) }
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
  /// The table that a grid draws around words, given for each of its cells.
  init(_ grid: RuledGrid, words: [[Word]], page: Int) {
    let cells = zip(grid.cells, words).map { span, words in
      Cell(
        row: span.row, column: span.column, rowSpan: span.rowSpan, columnSpan: span.columnSpan,
        text: words.isEmpty ? "" : TextJoin.joined(LineLayout.lines(of: words).map(\.text)),
        location: .page(page, grid.box(of: span)), isBold: !words.isEmpty && words.allSatisfy(\.isBold))
    }
    self.init(
      origin: .rulings, rowCount: grid.rowCount, columnCount: grid.columnCount, cells: cells,
      location: .page(page, grid.box), pages: [page], boundaries: grid.xs)
  }
}
