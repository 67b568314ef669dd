import Disclosure

/// What a rule reads: a document, with what the rules look up again and again.
final class Subject: Sendable {
  let document: DisclosedDocument
  /// The paragraphs of the document, and the cells of each table that is no form.
  let texts: [ReportText]
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

  init(_ document: DisclosedDocument, previous: PreviousReport? = nil) {
    self.document = document
    self.previous = previous.map { Subject($0.document) }
    texts = document.paragraphs.map { ReportText($0.text, $0.location) }
    cells = (document.otherTables + document.unrecognisedTables).map { table in
      table.cells.map { ReportText($0.text, $0.location) }
    }
    narrative = NarrativeIndex(document)
    unpaddedScales = document.tables.map(Subject.unpaddedScale)
    classifications = document.tables.map { Catalogue.shared.form($0.form)?.classification }
    trees = document.tables.map { $0.status == .present ? CodeTree.trees(of: $0) : [] }
    names = RowNames(document.tables)
    formulas = document.tables.map { table in
      table.notes.flatMap { note in
        FormulaParser.formulas(in: note.text).map { PrintedFormula(formula: $0, location: note.location) }
      }
    }
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
    return place.column < row.figures.count ? row.figures[place.column]?.value : nil
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
  /// zero. Whole numbers alone do not tell: 2,453 may be rounded.
  private static func unpaddedScale(of table: FormTable) -> Int? {
    var finest = 0
    var atFinest = 0
    var isMixed = false
    for section in table.sections {
      for row in section.rows {
        for case .amount(let amount)? in row.figures.lazy.map({ $0?.value }) where !amount.value.isZero {
          let scale = amount.value.scale
          guard scale > 0 else { continue }
          if amount.value.mantissa % 10 == 0 { return nil }
          if finest > 0, scale != finest { isMixed = true }
          if scale > finest { (finest, atFinest) = (scale, 0) }
          if scale == finest { atFinest += 1 }
        }
      }
    }
    return isMixed && atFinest >= tellingCount ? finest : nil
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
