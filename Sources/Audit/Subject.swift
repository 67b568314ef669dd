import Disclosure
import PageContent

/// What a rule reads: a document, with what the rules look up again and again.
final class Subject: Sendable {
  let document: DisclosedDocument
  /// The paragraphs of the document, and the cells of each table that is no form.
  let texts: [ReportText]
  let sentences: ReportSentences
  let cells: [[ReportText]]
  /// For each table, how many decimals its figures have though trailing zeros are left out (1.5 beside 2.25), else nil.
  let unpaddedScales: [Int?]
  /// The formulas printed below each table.
  let formulas: [[PrintedFormula]]
  /// The facts of the narrative.
  let narrative: NarrativeIndex
  /// For each table, the classification whose codes its form lists, else nil.
  let classifications: [ClassificationCode.Classification?]
  /// The coded rows of each table that holds figures.
  let trees: [[CodeTree]]
  /// The names that rows bear.
  let names: RowNames
  /// Last year's report, where one was given.
  let previous: Subject?
  private let tablesByForm: [String: [Int]]
  /// The rows beside which figures stand that belong to no column: each may be what a blank cell lacks.
  private let unsureRows: Set<Place>
  /// The forms whose table is printed and was not read.
  let unreadForms: Set<String>

  init(_ document: DisclosedDocument, previous: PreviousReport? = nil) {
    var document = document
    document.tables = ImpliedCodes.added(to: document)
    self.document = document
    self.previous = previous.map { Subject($0.document) }
    texts = document.paragraphs.map { ReportText($0.text, $0.location) }
    cells = (document.otherTables + document.unrecognisedTables).map { table in
      table.cells.map { ReportText($0.text, $0.location) }
    }
    sentences = ReportSentences(document)
    narrative = NarrativeIndex(document)
    unpaddedScales = Subject.unpaddedScales(document.tables)
    classifications = document.tables.map { Catalogue.shared.form($0.form)?.classification }
    trees = document.tables.map { $0.status == .present ? CodeTree.trees(of: $0) : [] }
    names = RowNames(document.tables)
    formulas = document.tables.map { table in
      table.notes.flatMap { note in
        FormulaParser.formulas(in: note.text).map { PrintedFormula(formula: $0, location: note.location) }
      }
    }
    let unread = document.problems.filter { $0.kind == .unreadTable }.map(\.detail)
    unreadForms = Set(
      (unread + document.unrecognisedTables.compactMap(\.title)).compactMap {
        Catalogue.shared.form(titled: $0, kind: document.kind)?.id
      })
    unsureRows = Subject.rowsBesideStrays(document)
    tablesByForm = Dictionary(grouping: document.tables.indices) { document.tables[$0].form }
  }

  var tables: [FormTable] { document.tables }

  func section(_ place: Place) -> FormTable.Section { document.tables[place.table].sections[place.section] }

  func row(_ place: Place) -> FormTable.Row { section(place).rows[place.row] }

  func figure(_ place: Place) -> Figure? {
    let figures = document.tables[place.table].sections[place.section].rows[place.row].figures
    return place.column < figures.count ? figures[place.column] : nil
  }

  /// What a figure says, without its text.
  func value(_ place: Place) -> Figure.Value? {
    let row = document.tables[place.table].sections[place.section].rows[place.row]
    let value = place.column < row.figures.count ? row.figures[place.column]?.value : nil
    return value == nil && isUnsure(place) ? .unreadable : value
  }

  /// Whether a figure of the place's row could not be told its column.
  func isUnsure(_ place: Place) -> Bool {
    var row = place
    row.column = 0
    return unsureRows.contains(row)
  }

  /// Whether a section may lack a row: beside rows of another, figures belong to no column and no row of its own stands there.
  func mayLackRow(table: Int, section: Int) -> Bool {
    if unsureRows.isEmpty { return false }
    let sections = tables[table].sections
    return unsureRows.contains { place in
      guard place.table == table, place.section != section else { return false }
      let other = sections[place.section].rows[place.row].location
      return !sections[section].rows.contains { $0.location.isBeside(other) }
    }
  }

  /// Whether an item of a table with figures, or beside stray ones, is of no known code: it lost it, or prints a name alone
  /// that is no official one. Then what is known to be listed may not be all.
  func lacksItem(table: Int) -> Bool {
    let sections = tables[table].sections
    let isImplied = sections.contains { $0.rows.contains { $0.impliedCode != nil } }
    for section in sections.indices {
      for (index, row) in sections[section].rows.enumerated() where row.mayBeCoded && row.classification == nil {
        if isImplied && !row.isBlank || isUnsure(Place(table: table, section: section, row: index, column: 0)) {
          return true
        }
      }
    }
    return false
  }

  private static func rowsBesideStrays(_ document: DisclosedDocument) -> Set<Place> {
    let strays = document.problems.filter { $0.kind == .strayFigure }.compactMap(\.location)
    if strays.isEmpty { return [] }
    var rows: Set<Place> = []
    for (table, content) in document.tables.enumerated() {
      for (section, content) in content.sections.enumerated() {
        for (row, content) in content.rows.enumerated()
        where strays.contains(where: { $0.isBeside(content.location) }) {
          rows.insert(Place(table: table, section: section, row: row, column: 0))
        }
      }
    }
    return rows
  }

  func amount(_ place: Place) -> Amount? {
    if case .amount(let amount) = value(place) { amount } else { nil }
  }

  /// The tables of a form.
  func tables(of form: String) -> [Int] { tablesByForm[form] ?? [] }

  /// The first table of a form.
  func tableIndex(_ form: String) -> Int? { tablesByForm[form]?.first }

  /// So many figures of which none ends in zero are no accident.
  private static let tellingCount = 8

  /// Trailing zeros are left out where figures with fewer decimals stand beside figures with more of which none ends in
  /// zero. Whole numbers alone do not tell: 2,453 may be rounded. What some tables of a report show holds for those that
  /// are too short to show it.
  private static func unpaddedScales(_ tables: [FormTable]) -> [Int?] {
    let decimals = tables.map(Decimals.init)
    let telling = decimals.filter { !$0.isPadded && $0.isMixed }.reduce(0) { $0 + $1.atFinest }
    guard telling >= tellingCount else { return tables.map { _ in nil } }
    return decimals.map { $0.isPadded || $0.finest == 0 ? nil : $0.finest }
  }

  /// What the figures of a table show of how decimals are printed.
  private struct Decimals {
    private(set) var finest = 0
    /// How many figures have that many.
    private(set) var atFinest = 0
    private(set) var isMixed = false
    private(set) var isPadded = false

    init(_ table: FormTable) {
      for figure in table.sections.lazy.flatMap(\.rows).flatMap(\.figures) {
        guard case .amount(let amount)? = figure?.value, !amount.value.isZero, amount.value.scale > 0 else { continue }
        let scale = amount.value.scale
        if amount.value.mantissa % 10 == 0 { isPadded = true }
        if finest > 0, scale != finest { isMixed = true }
        if scale > finest { (finest, atFinest) = (scale, 0) }
        if scale == finest { atFinest += 1 }
      }
    }
  }
}

extension FormTable.Column {
  /// Whether its figures are amounts that add up, and not rates or numbers of things.
  package var isAdditive: Bool {
    if key != nil { return true }
    let words = header.joined()
    return !["%", "％", "比", "率", "幅", "平均", "人数", "数量", "批次", "备注"].contains { words.range(of: $0) != nil }
  }
}
