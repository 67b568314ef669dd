import PageContent

/// Turns pages, one after the other, into the blocks of a document.
public struct PageFlow {
  private var pages: [PageLayout] = []

  public init() {}

  /// Adds the next page. Its glyphs are not kept.
  public mutating func add(_ page: Page) {
    pages.append(PageLayout(page))
  }

  /// The blocks of all pages: tables joined over page breaks, furniture left out, lines set into paragraphs.
  public func blocks() -> [Block] {
    let running = PageMargin.runningTexts(of: pages)
    let numbered = PageMargin.footNumbers(of: pages)
    var blocks: [Block] = []
    var flow = ParagraphFlow()
    // The last table, which the next page may go on with, and the lines since.
    var open: OpenTable?
    var pending: [PlacedLine] = []

    func setPending() {
      for placed in pending { flow.add(placed.line, on: placed.page, measure: placed.measure) }
      blocks += flow.finish().map(Block.paragraph)
    }

    for layout in pages {
      var page = layout
      func isFurniture(_ line: PrintedLine) -> Bool {
        PageMargin.isFurniture(line, of: layout, running: running)
      }
      if let open, open.lastPage + 1 == page.number {
        page.goOn(with: open.table) { line in
          isFurniture(line) || line.segments.allSatisfy { open.mayRepeat(TextJoin.squashed($0.text)) }
        }
      }
      let measure = ParagraphFlow.Measure(page)
      var isBlank = true
      for (index, item) in page.items.enumerated() {
        switch item {
        case .line(let line):
          if isFurniture(line) { continue }
          if index == page.items.count - 1, numbered.contains(page.number) { continue }
          isBlank = false
          pending += line.segments.map { PlacedLine(line: $0, page: page.number, measure: measure) }
        case .row(let row):
          isBlank = false
          if pending.isEmpty, let joined = open?.joined(with: row, on: page.number) {
            open = joined
          } else {
            pending += row.lines.flatMap(\.segments).map {
              PlacedLine(line: $0, page: page.number, measure: measure)
            }
          }
        case .table(let piece):
          isBlank = false
          let tail = pending.filter { $0.page < page.number }
          let head = pending.filter { $0.page == page.number }
          if let joined = open?.joined(with: piece, on: page.number, tail: tail, head: head) {
            open = joined
            // Notes under the first piece follow the whole table; the repeated caption says nothing new.
            pending = tail
            continue
          }
          if let open { blocks.append(.table(open.table)) }
          setPending()
          open = OpenTable(table: piece, lastPage: page.number, caption: Set(head.map(\.text)))
          pending = []
        }
      }
      if isBlank { open?.lastPage += 1 }
    }
    if let open { blocks.append(.table(open.table)) }
    setPending()
    return blocks
  }
}

/// A line, its page, and the measure of that page's text.
private struct PlacedLine {
  var line: PrintedLine
  var page: Int
  var measure: ParagraphFlow.Measure?

  var text: String { TextJoin.squashed(line.text) }
}

/// A table that may go on on the next page.
private struct OpenTable {
  var table: Table
  var lastPage: Int
  /// The lines above the table on its first page.
  var caption: Set<String>

  /// The table with its next piece, or nil where the piece is a table of its own. `tail` are the lines between the two
  /// on earlier pages, `head` those on the piece's own page.
  func joined(with piece: Table, on page: Int, tail: [PlacedLine], head: [PlacedLine]) -> OpenTable? {
    guard page == lastPage + 1, tail.count <= OpenTable.longestNote else { return nil }
    guard head.allSatisfy({ mayRepeat($0.text) }),
      let joined = PieceJoin.joined(table, piece, mustRepeatHeader: !(head.isEmpty && tail.isEmpty))
    else { return nil }
    return OpenTable(table: joined, lastPage: page, caption: caption)
  }

  /// The table with a row that a page break has left alone, or nil where the row is none of its.
  func joined(with row: OpenRow, on page: Int) -> OpenTable? {
    guard page == lastPage + 1, let piece = row.fitted(to: table),
      let joined = PieceJoin.joined(table, piece, mustRepeatHeader: false)
    else { return nil }
    return OpenTable(table: joined, lastPage: page, caption: caption)
  }

  /// Whether a line above a further piece may stand there: the caption again, or 续表.
  func mayRepeat(_ line: String) -> Bool {
    caption.contains(line) || line.unicodeScalars.contains("续") && line.unicodeScalars.count < 40
  }

  /// The most lines that a note repeated under every piece takes.
  private static let longestNote = 6
}
