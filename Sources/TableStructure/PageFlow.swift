import PageContent

/// Turns pages, one after the other, into the blocks of a document.
public struct PageFlow {
  /// The sheets that the pages show, numbered through.
  private var pages: [PageLayout] = []
  /// Where those sheets lie that are not just a page with the same number.
  private var places: [Int: SheetPlace] = [:]
  /// How many more sheets there are than pages, so far.
  private var further = 0
  private var leftOut: [LeftOut] = []
  private var pairs = PairedPages()

  public init() {}

  /// Adds the next page. Its glyphs are not kept. Returns what kept its sheets from being read whole.
  @discardableResult
  public mutating func add(_ page: Page) -> [PageProblem] {
    let sheets = pairs.sheets(of: page)
    for sheet in sheets { add(sheet) }
    return sheets.flatMap(\.problems)
  }

  /// Adds the next sheet.
  private mutating func add(_ sheet: Sheet) {
    // A sheet has its page's number until a page has two.
    if let last = pages.last, sheet.place.page + further <= last.number { further = last.number + 1 - sheet.place.page }
    let number = sheet.place.page + further
    if further > 0 || !sheet.place.isWholePage { places[number] = sheet.place }
    leftOut += sheet.leftOut
    pages.append(PageLayout(sheet, number: number))
  }

  /// The blocks of all pages: tables joined over page breaks, furniture left out, lines set into paragraphs.
  public func blocks() -> [Block] { content().blocks }

  /// What stands in the margin of most pages, once each: no part of the text, but it may name the report.
  private func heads(_ texts: Set<String>) -> [Paragraph] {
    var running = texts
    var heads: [Paragraph] = []
    for page in pages {
      if running.isEmpty { break }
      for case .line(let line) in page.items where PageMargin.isInMargin(line, of: page) {
        guard running.remove(TextJoin.squashed(line.text)) != nil else { continue }
        let place = places[page.number]
        heads.append(
          Paragraph(
            text: line.text, location: .page(place?.page ?? page.number, place?.onPage(line.box) ?? line.box)))
      }
    }
    return heads
  }

  /// What a document's pages hold, and what of them is left out.
  package struct Content: Sendable {
    package var blocks: [Block]
    /// Empty for a text, which has no margins.
    package var runningHeads: [Paragraph] = []
    package var leftOut: [LeftOut]
  }

  package func content() -> Content { content { _, _, _ in } }

  /// The content; hands over each sheet as it came to be read, where it lies on its page, and which of its items are
  /// furniture.
  func content(
    seeing: (_ page: PageLayout, _ place: SheetPlace, _ furniture: [LeftOut.Reason?]) -> Void
  ) -> Content {
    let running = PageMargin.runningTexts(of: pages)
    var furniture: [LeftOut] = []
    let blocks = blocks(without: running) { page, reasons in
      let place = places[page.number] ?? SheetPlace(page: page.number, width: page.width, height: page.height)
      seeing(page, place, reasons)
      for case (.line(let line), let reason?) in zip(page.items, reasons) {
        furniture.append(
          LeftOut(reason: reason, text: line.text, location: .page(place.page, place.onPage(line.box))))
      }
    }
    return Content(
      blocks: places.isEmpty ? blocks : blocks.map { $0.onPages(places) }, runningHeads: heads(running),
      leftOut: leftOut + furniture)
  }

  /// The blocks, in places on the sheets.
  private func blocks(
    without running: Set<String>, seeing: (_ page: PageLayout, _ furniture: [LeftOut.Reason?]) -> Void
  ) -> [Block] {
    let watermarks = KnownWatermarks(leftOut)
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
        watermarks.contain(line) || PageMargin.furniture(line, of: layout, running: running) != nil
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
      let furniture = page.items.enumerated().map { index, item -> LeftOut.Reason? in
        guard case .line(let line) = item else { return nil }
        if watermarks.contain(line) { return .watermark }
        return PageMargin.furniture(line, of: layout, running: running)
          ?? (index == page.items.count - 1 && numbered.contains(page.number) ? .pageNumber : nil)
      }
      seeing(page, furniture)
      for (item, reason) in zip(page.items, furniture) {
        switch item {
        case .line(let line):
          if reason != nil { continue }
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
