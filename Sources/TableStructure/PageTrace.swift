import PageContent

/// A page as the layout cut it up, before tables are joined and lines set into paragraphs: for a look at what was read
/// where.
package struct PageTrace: Sendable {
  /// What stands on one baseline without a wide gap, outside tables.
  package struct Line: Sendable {
    package var text: String
    package var box: Box
    /// A page number or running text: no part of the document.
    package var isFurniture: Bool

    package init(text: String, box: Box, isFurniture: Bool) {
      self.text = text
      self.box = box
      self.isFurniture = isFurniture
    }
  }

  /// From top to bottom, as they are read.
  package enum Item: Sendable {
    case line(Line)
    /// A table, or the piece of one, as this page alone gives it.
    case piece(Table)
  }

  package var number: Int
  package var width: Double
  package var height: Double
  package var rulings: [Ruling]
  package var items: [Item]

  package init(number: Int, width: Double, height: Double, rulings: [Ruling], items: [Item]) {
    self.number = number
    self.width = width
    self.height = height
    self.rulings = rulings
    self.items = items
  }

  package var pieces: [Table] { items.compactMap { if case .piece(let table) = $0 { table } else { nil } } }
}

extension PageTrace {
  /// A document's blocks, and its pages as they came to be read: what a page holds may depend on the page before.
  package static func read(_ pages: some Sequence<Page>) -> (blocks: [Block], pages: [PageTrace]) {
    var flow = PageFlow()
    var rulings: [[Ruling]] = []
    for page in pages {
      flow.add(page)
      rulings.append(page.rulings)
    }
    var traces: [PageTrace] = []
    let blocks = flow.blocks { layout, furniture in
      traces.append(
        PageTrace(
          number: layout.number, width: layout.width, height: layout.height, rulings: rulings[traces.count],
          items: zip(layout.items, furniture).flatMap { item, isFurniture -> [Item] in
            switch item {
            case .table(let table): return [.piece(table)]
            case .row(let row): return [.piece(row.table)]
            case .line(let line):
              return line.segments.map { .line(Line(text: $0.text, box: $0.box, isFurniture: isFurniture)) }
            }
          }))
    }
    return (blocks, traces)
  }
}
