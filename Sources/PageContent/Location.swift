/// Where a piece of a document is printed.
public enum Location: Hashable, Sendable {
  /// A box on a page; pages count from 1.
  case page(Int, Box)
  /// Columns of a line of text; lines and columns count from 1, columns in Unicode scalars.
  case line(Int, columns: ClosedRange<Int>)
  /// Cells of a sheet of a workbook.
  case sheet(WorkbookPlace)
  /// A paragraph, or cells of a table, of a document that flows.
  case part(PartPlace)
  /// A paragraph, or cells of a table, of a web page.
  case element(ElementPlace)

  /// The page, for a paged document.
  public var page: Int? {
    if case .page(let number, _) = self { number } else { nil }
  }

  public var box: Box? {
    if case .page(_, let box) = self { box } else { nil }
  }

  /// The line, for a text.
  public var line: Int? {
    if case .line(let number, _) = self { number } else { nil }
  }

  /// The sheet, for a workbook.
  public var workbook: WorkbookPlace? {
    if case .sheet(let place) = self { place } else { nil }
  }

  /// The paragraph or table, for a document that flows.
  public var partPlace: PartPlace? {
    if case .part(let place) = self { place } else { nil }
  }

  /// The element, for a web page.
  public var elementPlace: ElementPlace? {
    if case .element(let place) = self { place } else { nil }
  }

  /// The cells, of a sheet or of a table.
  public var cells: CellRange? { workbook?.cells ?? partPlace?.cells ?? elementPlace?.cells }

  /// The smallest location that holds both; the earlier one where they lie on different pages, lines or sheets, or in
  /// different tables.
  public func union(_ other: Location) -> Location {
    switch self {
    case .page(let page, let box):
      guard let otherBox = other.box, other.page == page else { return self }
      return .page(page, box.union(otherBox))
    case .line(let line, let columns):
      guard case .line(line, let more) = other else { return self }
      return .line(line, columns: columns.union(more))
    case .sheet(let place): return other.workbook.map { .sheet(place.union($0)) } ?? self
    case .part(let place): return other.partPlace.map { .part(place.union($0)) } ?? self
    case .element(let place): return other.elementPlace.map { .element(place.union($0)) } ?? self
    }
  }
}

extension Location {
  /// The page or the sheet, where the document has such.
  package var leaf: Int? {
    switch self {
    case .page(let number, _): number
    case .sheet(let place): place.sheet
    case .line, .part, .element: nil
    }
  }

  /// The line of a text, or the paragraph that is one; nil on pages and in cells.
  package var textLine: Int? {
    switch self {
    case .line(let number, _): number
    case .part(let place): place.cells == nil ? place.block : nil
    case .element(let place): place.cells == nil ? place.block : nil
    case .page, .sheet: nil
    }
  }

  /// Which of the paragraphs and tables it is, where the document flows.
  package var block: Int? { partPlace?.block ?? elementPlace?.block }

  /// The place of some characters of a paragraph of a document that flows.
  package func characters(_ columns: ClosedRange<Int>) -> Location {
    switch self {
    case .part(var place):
      place.columns = columns
      return .part(place)
    case .element(var place):
      place.columns = columns
      return .element(place)
    case .page, .line, .sheet: return self
    }
  }

  /// The first and the last character, of a line of a text or of a paragraph.
  package var characters: ClosedRange<Int>? {
    switch self {
    case .line(_, let columns): columns
    case .part(let place): place.columns
    case .element(let place): place.columns
    case .page, .sheet: nil
    }
  }

  /// Where it comes in reading order: its page, sheet or block, then down, then across.
  package var order: (leaf: Int, down: Double, across: Double) {
    switch self {
    case .page(let page, let box): (page, box.y0, box.x0)
    case .line(let line, let columns): (line, 0, Double(columns.lowerBound))
    case .sheet(let place): (place.sheet, Double(place.cells.firstRow), Double(place.cells.firstColumn))
    case .part(let place):
      (
        place.part.order << 32 + place.block, Double(place.cells?.firstRow ?? 0),
        Double(place.cells?.firstColumn ?? place.columns?.lowerBound ?? 0)
      )
    case .element(let place):
      (
        place.block, Double(place.cells?.firstRow ?? 0),
        Double(place.cells?.firstColumn ?? place.columns?.lowerBound ?? 0)
      )
    }
  }

  /// What the places of one line, or of one row of cells, have in common; of a page, the page.
  package var band: Int {
    switch self {
    case .page(let page, _): page
    case .line(let line, _): line
    case .sheet(let place): place.sheet << 32 + place.cells.firstRow
    case .part(let place): (place.part.order << 24 + place.block) << 32 + (place.cells?.firstRow ?? 0)
    case .element(let place): place.block << 32 + (place.cells?.firstRow ?? 0)
    }
  }

  /// Whether two places share a line of a text, of a page or of a table.
  package func isBeside(_ other: Location) -> Bool {
    switch (self, other) {
    case (.line(let a, _), .line(let b, _)): a == b
    case (.page(let a, let box), .page(let b, let row)): a == b && box.midY > row.y0 && box.midY < row.y1
    case (.sheet(let a), .sheet(let b)): a.sheet == b.sheet && a.cells.sharesRow(with: b.cells)
    case (.part(let a), .part(let b)):
      a.part == b.part && a.block == b.block && (a.cells.map { b.cells?.sharesRow(with: $0) ?? true } ?? true)
    case (.element(let a), .element(let b)):
      a.block == b.block && (a.cells.map { b.cells?.sharesRow(with: $0) ?? true } ?? true)
    default: false
    }
  }
}
