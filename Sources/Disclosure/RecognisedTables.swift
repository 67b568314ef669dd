import PageContent
import TableStructure

/// A document's tables, recognised one after the other, and what stands between them.
package struct RecognisedTables {
  package private(set) var forms: [FormTable] = []
  package private(set) var others: [CellTable] = []
  package private(set) var unrecognised: [CellTable] = []
  package private(set) var problems: [Problem] = []
  /// Tables that are known by their title and were not read.
  private(set) var unread: [UnreadTable] = []
  private(set) var paragraphs: [Paragraph] = []
  private(set) var prose = Prose()
  /// The paragraphs before which a table stands.
  private(set) var places: Set<Int> = []
  private var parts = PartTables()
  /// Where the lines above the next table begin in `paragraphs`.
  private var captionStart = 0
  /// The form that the last table is, or is a part of.
  private var lastForm: FormTable?

  init(_ blocks: [Block], _ recogniser: FormRecogniser) {
    var index = 0
    while index < blocks.count {
      switch blocks[index] {
      case .paragraph(let paragraph):
        paragraphs.append(paragraph)
        prose.take(paragraph)
      case .table(let table):
        let below = RecognisedTables.paragraphs(after: index, in: blocks)
        let notes = Array(below.prefix(recogniser.catalogue.noteCount(in: below)))
        take(
          recogniser.recognise(table, before: paragraphs[captionStart...], after: notes, following: self), of: table,
          below, recogniser)
        places.insert(paragraphs.count)
        paragraphs += notes
        captionStart = paragraphs.count
        index += notes.count
      }
      index += 1
    }
  }

  /// What the tables and the lines between them say besides figures.
  mutating func readParts(into document: inout DisclosedDocument) { parts.read(paragraphs, into: &document) }

  /// Far enough to see whether figures follow, a line each.
  private static let mostBelow = 40

  private static func paragraphs(after index: Int, in blocks: [Block]) -> ArraySlice<Paragraph> {
    var following: [Paragraph] = []
    for block in blocks[(index + 1)...].prefix(mostBelow) {
      guard case .paragraph(let paragraph) = block else { break }
      following.append(paragraph)
    }
    return following[...]
  }

  private mutating func take(
    _ outcome: FormRecogniser.Outcome, of table: Table, _ below: ArraySlice<Paragraph>, _ recogniser: FormRecogniser
  ) {
    let formAbove = lastForm
    lastForm = nil
    switch outcome {
    case .form(let form, let problems):
      // A table is empty only where no figures stand beside it: else it was not read.
      let above = paragraphs[captionStart...].drop { $0.location != form.titleLocation }.dropFirst()
      let rest = below.prefix { recogniser.catalogue.titles.match($0.text, kind: recogniser.context.kind) == nil }
      if form.status != .present, UnreadTable.printsFigures(above) || UnreadTable.printsFigures(rest) {
        unread.append(UnreadTable(form: form.form, title: form.title, location: form.titleLocation))
        unrecognised.append(recogniser.cells(of: table, form: nil, title: form.title))
      } else {
        parts.close()
        lastForm = form
        forms.append(form)
        self.problems += problems
      }
    case .cells(let cells, let unread):
      if let unread {
        // Unless it turns out to be something else, a table without figures is that statement, and empty.
        if let blank = unread.blank {
          if keep(cells, of: table, recogniser.catalogue, isUnread: true, orAs: blank) { lastForm = blank }
          return
        }
        self.unread.append(unread)
      } else if let formAbove, cells.form == nil, cells.title == nil {
        // What has no title may be the rest of the form above it.
        lastForm = formAbove
        if isRest(table, of: formAbove) {
          self.unread.append(UnreadTable(form: formAbove.form, title: formAbove.title, location: table.location))
        }
      }
      keep(cells, of: table, recogniser.catalogue, isUnread: unread != nil)
    }
  }

  /// Whether a table without a title holds figures of the form above: one of a text stands right below it, in other columns,
  /// one of a page prints its heads again.
  private func isRest(_ table: Table, of form: FormTable) -> Bool {
    let isBelow = table.location.textLine != nil && paragraphs.count == captionStart
    return (isBelow || repeatsHeads(table, of: form)) && table.cells.contains { Lexeme($0.text).kind == .amount }
  }

  private func repeatsHeads(_ table: Table, of form: FormTable) -> Bool {
    let heads = Set(form.sections.lazy.flatMap(\.columns).flatMap(\.header).map(Wording.normalised))
    let first = table.cells.prefix { $0.row == 0 }.map { Wording.normalised($0.text) }.filter { !$0.isEmpty }
    return first.count > 1 && first.allSatisfy(heads.contains)
  }

  /// Keeps a table by its cells; `blank` is what it is where nothing claims them. Returns whether it is.
  @discardableResult
  private mutating func keep(
    _ kept: CellTable, of table: Table, _ catalogue: Catalogue, isUnread: Bool, orAs blank: FormTable? = nil
  ) -> Bool {
    var cells = kept
    parts.take(table, as: &cells, paragraph: paragraphs.count, isBare: paragraphs.count == captionStart)
    if cells.form == nil, !isUnread {
      cells.form = catalogue.kind(holding: cells.cells.map { Wording.normalised($0.text) })?.id
    }
    if cells.form == nil, let blank {
      forms.append(blank)
      return true
    }
    if cells.form == nil { unrecognised.append(cells) } else { others.append(cells) }
    return false
  }
}

extension DocumentRecogniser {
  /// The tables of a document alone. `runningHeads` stand in the margin of its pages.
  package func tables(of blocks: [Block], runningHeads: [Paragraph] = []) -> RecognisedTables {
    var context = context(of: blocks, HeadEvidence(blocks, runningHeads: runningHeads))
    return tables(of: blocks, &context)
  }

  /// Reads the tables. Where no title says the kind of report, most of its tables do: those of the other kind are read again, since
  /// both kinds share titles.
  func tables(of blocks: [Block], _ context: inout ReportContext) -> RecognisedTables {
    let read = RecognisedTables(blocks, FormRecogniser(catalogue: catalogue, context: context))
    guard context.kind == nil else { return read }
    let kinds = read.forms.compactMap { catalogue.form($0.form)?.kind }
    context.kind = kinds.mostFrequent
    return Set(kinds).count > 1
      ? RecognisedTables(blocks, FormRecogniser(catalogue: catalogue, context: context)) : read
  }

  func context(of blocks: [Block], _ evidence: HeadEvidence) -> ReportContext {
    var context = ReportContext(evidence)
    context.headYear = context.fiscalYear ?? HeadYear.mostCommon(in: blocks)
    return context
  }
}
