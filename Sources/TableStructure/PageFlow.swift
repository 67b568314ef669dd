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
  public func blocks() -> [Block] { blocks { _, _ in } }

  /// What stands in the margin of most pages, once each: no part of the text, but it may name the report.
  public func runningHeads() -> [Paragraph] {
    var running = PageMargin.runningTexts(of: pages)
    var heads: [Paragraph] = []
    for page in pages {
      if running.isEmpty { break }
      for case .line(let line) in page.items where PageMargin.isInMargin(line, of: page) {
        guard running.remove(TextJoin.squashed(line.text)) != nil else { continue }
        heads.append(Paragraph(text: line.text, location: .page(page.number, line.box)))
      }
    }
    return heads
  }

  /// The blocks; hands over each page as it came to be read, and which of its items are furniture.
  func blocks(seeing: (_ page: PageLayout, _ furniture: [Bool]) -> Void) -> [Block] {
    let running = PageMargin.runningTexts(of: pages)
    let numbered = PageMargin.footNumbers(of: pages)
    var blocks: [Block] = []
    var flow = ParagraphFlow()
    // The last table, which the next page may go on with, and the lines since.
    var open: OpenTable?
    var pending: [PlacedLine] = []
    var last: PageLayout?

    func setPending() {
      for placed in pending { flow.add(placed.line, on: placed.page, measure: placed.measure) }
      blocks += flow.finish().map(Block.paragraph)
    }

    for layout in pages {
      var page = layout
      func isFurniture(_ line: PrintedLine) -> Bool {
        PageMargin.isFurniture(line, of: layout, running: running)
      }
      // Below the title of another table this page is that one's.
      if let table = open, table.lastPage + 1 == page.number, !pending.contains(where: { AlignedLine($0.line).isTitle })
      {
        if pending.isEmpty, let last, let seam = table.seam(last, page, isPassedOver: isFurniture) {
          open?.replace(with: seam.first)
          page.take(seam.rest, in: seam.lines)
        } else {
          page.goOn(with: table.growing) { line in
            isFurniture(line) || line.segments.allSatisfy { table.repeats(TextJoin.squashed($0.text)) }
          }
        }
      }
      last = page
      let measure = ParagraphFlow.Measure(page)
      var isBlank = true
      let furniture = page.items.enumerated().map { index, item in
        guard case .line(let line) = item else { return false }
        return isFurniture(line) || index == page.items.count - 1 && numbered.contains(page.number)
      }
      seeing(page, furniture)
      for (item, isFurniture) in zip(page.items, furniture) {
        switch item {
        case .line(let line):
          if isFurniture { continue }
          isBlank = false
          pending += line.segments.map { PlacedLine(line: $0, page: page.number, measure: measure) }
        case .row(let row):
          if pending.isEmpty, let joined = open?.joined(with: row, on: page.number) {
            isBlank = false
            open = joined
          } else if !row.lines.isEmpty {
            isBlank = false
            pending += row.lines.flatMap(\.segments).map {
              PlacedLine(line: $0, page: page.number, measure: measure)
            }
          }
        case .table(let piece):
          isBlank = false
          let tail = pending.filter { $0.page < page.number }
          let head = pending.filter { $0.page == page.number }
          // A title at the foot of a page is that of the table on the next.
          if let table = open, !tail.contains(where: { AlignedLine($0.line).isTitle && !$0.text.holds("本表") }),
            let joined = table.joined(with: piece, on: page.number, tail: tail.map(\.text), head: head.map(\.line))
          {
            open = joined
            // What is new above further columns belongs to the caption.
            for line in head where !table.repeats(line.text) {
              flow.add(line.line, on: line.page, measure: line.measure)
            }
            blocks += flow.finish().map(Block.paragraph)
            // Notes under the first piece follow the whole table; the repeated caption says nothing new.
            pending = tail
            continue
          }
          if let open { blocks += open.tables.map(Block.table) }
          setPending()
          open = OpenTable(piece, lastPage: page.number, caption: Self.caption(in: head))
          pending = []
        }
      }
      if isBlank { open?.lastPage += 1 }
    }
    if let open { blocks += open.tables.map(Block.table) }
    setPending()
    return blocks
  }

  /// The lines above a table from its title on: farther up may stand the words of a table that was not read.
  private static func caption(in lines: [PlacedLine]) -> [PrintedLine] {
    guard var top = lines.lastIndex(where: { AlignedLine($0.line).isTitle }) else { return lines.map(\.line) }
    // A number, or the first half of the title.
    while top > 0, AlignedLine(lines[top - 1].line).isTitle || lines[top - 1].line.size > 0.98 * lines[top].line.size,
      lines[top].line.baseline - lines[top - 1].line.baseline < 3 * lines[top].line.size
    { top -= 1 }
    return lines[top...].map(\.line)
  }
}

/// A line, its page, and the measure of that page's text.
private struct PlacedLine {
  var line: PrintedLine
  var page: Int
  var measure: ParagraphFlow.Measure?

  var text: String { TextJoin.squashed(line.text) }
}
