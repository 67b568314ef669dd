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
    var traces: [PageTrace] = []
    var indices: [Int: Int] = [:]
    for page in pages {
      flow.add(page)
      indices[page.number] = traces.count
      traces.append(
        PageTrace(
          number: page.number, width: page.width, height: page.height, rulings: page.rulings, items: []))
    }
    let content = flow.content { layout, place, furniture in
      guard let index = indices[place.page] else { return }
      for (item, reason) in zip(layout.items, furniture) {
        switch item {
        case .table(let table): traces[index].items.append(.piece(table.onPages([layout.number: place])))
        case .row(let row): traces[index].items.append(.piece(row.table.onPages([layout.number: place])))
        case .line(let line):
          traces[index].items += line.segments.map {
            .line(Line(text: $0.text, box: place.onPage($0.box), isFurniture: reason != nil))
          }
        }
      }
    }
    return (content.blocks, traces)
  }
}
