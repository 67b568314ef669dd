import PageContent
import TableStructure

/// A document together with the pages it was read from, laid open: what the layout saw, and what became of it.
package struct DocumentTrace: Sendable {
  package var document: DisclosedDocument
  package var pages: [PageTrace]
  /// In the document's order, each joined from its pieces.
  package var tables: [TableTrace]
  /// Where each cell of the pages went: its table and its index there. A piece's cell without an entry was a repeated
  /// row, dropped when the pieces were joined.
  package var cells: [Location: CellIndex]

  package struct CellIndex: Hashable, Sendable {
    package var table: Int
    package var cell: Int
  }

  package struct TableTrace: Sendable {
    package enum Reading: Sendable {
      case form(FormTable, FormTrace)
      /// Kept cell by cell.
      case cells(CellTable)
      /// In no part of the document: a mistake of this program.
      case lost
    }

    package var table: Table
    package var reading: Reading
  }

  /// What a line outside tables was taken for.
  package enum LineRole: Hashable, Sendable {
    case title, unit, department, number, note, contents, paragraph, furniture
    /// Above a piece that goes on with a table: said before, and left out.
    case repeated
    /// A figure that stands alone and in no table.
    case looseNumber
  }

  package init(document: DisclosedDocument, blocks: [Block], pages: [PageTrace]) {
    self.document = document
    self.pages = pages
    tables = []
    cells = [:]
    var forms = document.tables[...]
    var kept = (document.otherTables + document.unrecognisedTables)[...]
    for case .table(let table) in blocks {
      let reading: TableTrace.Reading
      if let form = forms.first, form.location == table.location {
        reading = .form(
          form, FormTrace(of: table, readAs: form, fiscalYear: document.fiscalYear ?? HeadYear.mostCommon(in: blocks)))
        forms.removeFirst()
      } else if let index = kept.firstIndex(where: { $0.location == table.location }) {
        reading = .cells(kept[index])
        kept.remove(at: index)
      } else {
        reading = .lost
      }
      for (index, cell) in table.cells.enumerated() {
        cells[cell.location] = CellIndex(table: tables.count, cell: index)
      }
      tables.append(TableTrace(table: table, reading: reading))
    }
  }

  /// The table that a piece of a page became a part of.
  package func table(of piece: Table) -> Int? {
    piece.cells.lazy.compactMap { cells[$0.location]?.table }.first
  }
}

extension DocumentTrace {
  /// The roles of a page's lines, in the order of its items; nil for a table.
  package func lineRoles(on page: PageTrace) -> [LineRole?] {
    let titles = document.tables.map(\.titleLocation)
    let keptTitles = Set((document.otherTables + document.unrecognisedTables).compactMap(\.title))
    let notes = document.tables.flatMap(\.notes).map(\.location)
    let contents = document.contents.map(\.location)
    return page.items.enumerated().map { index, item in
      guard case .line(let line) = item else { return nil }
      func isIn(_ locations: [Location]) -> Bool {
        locations.contains { location in
          guard case .page(page.number, let box) = location else { return false }
          return box.contains(x: line.box.midX, y: line.box.midY)
        }
      }
      if line.isFurniture { return .furniture }
      let squashed = TextJoin.squashed(line.text)
      // A table without a title has its own place for the title's.
      if isIn(titles) { return .title }
      if isIn(notes) { return .note }
      if isIn(contents) { return .contents }
      let nearby = page.items[(index + 1)...].prefix(Caption.reach)
      if let piece = nearby.lazy.compactMap({ if case .piece(let piece) = $0 { piece } else { nil } }).first {
        if goesOn(piece, on: page), !page.items[..<index].contains(where: \.isPiece) { return .repeated }
        if keptTitles.contains(where: squashed.hasSuffix) { return .title }
        if let role = DocumentTrace.captionRole(squashed) { return role }
      }
      return isLoose(squashed, line, page) ? .looseNumber : .paragraph
    }
  }

  private func goesOn(_ piece: Table, on page: PageTrace) -> Bool {
    table(of: piece).map { tables[$0].table.pages.first != page.number } ?? true
  }

  /// Whether a line is a figure that no sentence holds: a table that was not seen may stand here.
  private func isLoose(_ text: String, _ line: PageTrace.Line, _ page: PageTrace) -> Bool {
    guard ExactNumber(published: text) != nil, text.holds(".") || text.holds(",") else { return false }
    return !page.items.contains { item in
      guard case .line(let other) = item else { return false }
      let isLevel = abs(other.box.midY - line.box.midY) < line.box.height / 2
      return isLevel && other.text.contains { "，。；、".contains($0) }
    }
  }

  /// Number, department or unit, where a caption's text without layout spaces is one.
  static func captionRole(_ text: String) -> LineRole? {
    if TableNumber.alone(text) != nil { return .number }
    if Caption.department(in: text) != nil { return .department }
    let normalised = Wording.normalised(text)
    return normalised.count < 30 && MonetaryUnit(stated: normalised) != nil ? .unit : nil
  }
}

extension PageTrace.Item {
  fileprivate var isPiece: Bool { if case .piece = self { true } else { false } }
}

extension DocumentReader {
  /// Reads a PDF's pages once more, for a look at how `document` came to be what it is.
  ///
  /// - Returns: the trace, and the file to take pictures of its pages from; nil for a text.
  package func trace(
    of source: FileContent, readAs document: DisclosedDocument
  ) throws(InputError) -> (trace: DocumentTrace, file: PDFFile)? {
    guard DocumentReader.isPDF(source) else { return nil }
    let file = try PDFFile(source, password: password)
    let content = PageTrace.read((1...file.pageCount).lazy.map { file.page($0, limits: limits) })
    return (DocumentTrace(document: document, blocks: content.blocks, pages: content.pages), file)
  }
}
