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
    var blocks: [Block] = []
    var flow = ParagraphFlow()
    // The last table, which the next page may go on with, and the lines since.
    var open: OpenTable?
    var pending: [PlacedLine] = []

    func setPending() {
      for placed in pending { flow.add(placed.line, on: placed.page, measure: placed.measure) }
      blocks += flow.finish().map(Block.paragraph)
    }

    for page in pages {
      let measure = ParagraphFlow.Measure(page)
      var isBlank = true
      for item in page.items {
        switch item {
        case .line(let line):
          if PageMargin.isFurniture(line, of: page, running: running) { continue }
          isBlank = false
          pending += line.segments.map { PlacedLine(line: $0, page: page.number, measure: measure) }
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
    let repeatsCaption = head.allSatisfy { line in
      caption.contains(line.text) || line.text.unicodeScalars.contains("续") && line.text.unicodeScalars.count < 40
    }
    guard repeatsCaption,
      let joined = PieceJoin.joined(table, piece, mustRepeatHeader: !(head.isEmpty && tail.isEmpty))
    else { return nil }
    return OpenTable(table: joined, lastPage: page, caption: caption)
  }

  /// The most lines that a note repeated under every piece takes.
  private static let longestNote = 6
}
