import PageContent
import TableStructure

/// Turns the blocks of a document into what it says.
public struct DocumentRecogniser: Sendable {
  let catalogue: Catalogue

  public init(catalogue: Catalogue = .shared) {
    self.catalogue = catalogue
  }

  /// Parses the catalogues, which otherwise are when first asked.
  package static func prepare() {
    _ = (Catalogue.shared, HeadWording.shared, NarrativeWording.shared, PartWording.shared)
  }

  /// Recognises a document. `runningHeads` stand in the margin of its pages; `problems` were met while they were read.
  public func document(
    of blocks: [Block], runningHeads: [Paragraph] = [], source: SourceDocument.Identity, problems: [Problem] = []
  ) -> DisclosedDocument {
    var document = DisclosedDocument(source: source, problems: problems)
    let evidence = HeadEvidence(blocks, runningHeads: runningHeads)
    var context = context(of: blocks, evidence)
    var read = RecognisedTables(blocks, FormRecogniser(catalogue: catalogue, context: context))
    if context.kind == nil, let kind = read.forms.first.flatMap({ catalogue.form($0.form)?.kind }),
      read.forms.contains(where: { catalogue.form($0.form)?.kind != kind })
    {
      // Titles that final accounts and budgets share mean what the first table shows.
      context.kind = kind
      read = RecognisedTables(blocks, FormRecogniser(catalogue: catalogue, context: context))
    }
    let paragraphs = read.paragraphs
    let prose = read.prose
    document.tables = read.forms
    document.otherTables = read.others
    document.unrecognisedTables = read.unrecognised
    document.problems += read.problems
    if context.kind == nil {
      context.kind = document.tables.first.flatMap { catalogue.form($0.form)?.kind } ?? prose.kind
    }
    let places = Set(document.tables.map(\.titleLocation) + read.unread.map(\.location))
    let untold = UnreadTable.tables(
      in: blocks, besides: document.tables, at: places, catalogue: catalogue, kind: context.kind)
    let unread = read.unread + insertEmpty(untold, into: &document.tables)
    inferUnits(&document)
    let publisher = Publisher(
      evidence, captions: document.tables.compactMap(\.department), paragraphs: paragraphs)
    document.department = publisher.department
    document.fiscalYear = context.fiscalYear ?? (context.kind == nil ? nil : prose.fiscalYear)
    document.kind = context.kind
    document.scope = context.kind == nil ? nil : publisher.scope ?? .department
    document.publishedOn = publisher.publishedOn
    document.problems += context.problems + publisher.problems
    if let department = document.department { document.dropFromTitles(department) }
    document.paragraphs = paragraphs.map { TextParagraph(text: $0.text, location: $0.location) }
    document.narrative = NarrativeReader.narrative(
      of: paragraphs, tablesBefore: read.places, fiscalYear: document.fiscalYear, department: document.department)
    document.contents = contents(of: blocks, kind: context.kind)
    read.readParts(into: &document)
    document.problems += unread.map { Problem(kind: .unreadTable, detail: $0.title, location: $0.location) }
    document.problems += LooseFigures(besides: document.tables, unread: unread).problems(in: paragraphs)
    document.problems += LooseFigures.problems(inNamesOf: document.tables)
    // Targets are published beside the statements, or without them.
    let hasUnread = unread.contains { catalogue.form($0.form)?.keepsCells == false }
    document.content = content(of: document, prose: prose, hasUnread: hasUnread)
    document.missingTables = missingTables(
      in: document, unread: Set(unread.map(\.form)), isWhole: evidence.titles.contains { $0.scope != nil })
    if !isReport(document) {
      document.problems.append(Problem(kind: .notAReport, detail: "neither tables nor figures of a report"))
    }
    return document
  }

  /// Tables without figures are read though their columns are not: nothing is printed in them. Returns the others.
  private func insertEmpty(_ tables: [UnreadTable], into read: inout [FormTable]) -> [UnreadTable] {
    // Later ones first, so that positions stay what they are. What is kept cell by cell has no empty form.
    for table in tables.reversed() {
      guard let blank = table.blank, catalogue.form(table.form)?.keepsCells == false else { continue }
      read.insert(blank, at: table.position)
    }
    return tables.filter { $0.blank == nil || catalogue.form($0.form)?.keepsCells != false }
  }

  // MARK: Units

  /// Where a table prints no unit and all others of the report agree on one, theirs is taken, and said to be.
  private func inferUnits(_ document: inout DisclosedDocument) {
    let units = document.tables.compactMap(\.unit)
    guard units.count > 1, let unit = units.first, units.allSatisfy({ $0 == unit }) else { return }
    for index in document.tables.indices where document.tables[index].unit == nil {
      document.tables[index].setUnit(unit)
      let title = document.tables[index].title
      document.problems = document.problems.map {
        $0.kind == .missingUnit && $0.location == document.tables[index].location
          ? Problem(kind: .inferredUnit, detail: title, location: $0.location) : $0
      }
    }
  }

  // MARK: Contents

  /// In UTF-8, with its dots.
  private static let longestEntry = 400

  /// The forms that the table of contents lists: at least three titles one after the other, before any table.
  private func contents(of blocks: [Block], kind: DisclosedDocument.Kind?) -> [ContentsEntry] {
    var entries: [ContentsEntry] = []
    for block in blocks {
      guard case .paragraph(let paragraph) = block else { break }
      // The text of the report may stand before its tables.
      guard paragraph.text.utf8.count < Self.longestEntry,
        let match = catalogue.titles.match(withoutLeader(paragraph.text), kind: kind)
      else { continue }
      let form = catalogue.forms[match.form].id
      if !entries.contains(where: { $0.form == form }) {
        entries.append(ContentsEntry(form: form, text: paragraph.text, location: paragraph.location))
      }
    }
    return entries.count >= 3 ? entries : []
  }

  /// An entry without its dots and page number.
  private func withoutLeader(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.unicodeScalars.last,
      last.isASCIIDigit || last.isLayoutSpace || ".·…-—．".unicodeScalars.contains(last)
    {
      text.unicodeScalars.removeLast()
    }
    return String(text)
  }
}

extension DisclosedDocument {
  /// The department is told once: 某局2024年度收入决算表 is titled 2024年度收入决算表.
  fileprivate mutating func dropFromTitles(_ department: String) {
    for index in tables.indices {
      guard let found = tables[index].title.range(of: department) else { continue }
      tables[index].title.removeSubrange(found)
    }
  }
}

extension FormTable {
  /// Gives the figures that have none a unit.
  mutating func setUnit(_ unit: MonetaryUnit) {
    self.unit = unit
    for section in sections.indices {
      for row in sections[section].rows.indices {
        for index in sections[section].rows[row].figures.indices {
          guard let figure = sections[section].rows[row].figures[index], var amount = figure.amount, amount.unit == nil
          else { continue }
          amount.unit = unit
          sections[section].rows[row].figures[index]?.value = .amount(amount)
        }
      }
    }
  }
}
