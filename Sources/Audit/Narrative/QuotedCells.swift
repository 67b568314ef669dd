import Disclosure

/// The cells that a figure of a narrative may quote. The narrative and the tables may be those of two reports: what is
/// said of last year stands in last year's tables.
struct QuotedCells {
  /// Whose tables are quoted.
  let source: Subject
  /// Whose narrative quotes them.
  let speaker: Subject

  private var narrative: Narrative { speaker.document.narrative }

  /// What a cell that is quoted holds.
  struct Cell {
    var place: Place?
    var table: Int
    /// nil for a cell without a figure: nothing.
    var amount: Amount?
    /// Where the catalogue looks for it; nil for a row found by its name.
    var reference: Catalogue.Reference?
  }

  /// Sections that speak of other amounts in the same words.
  private static let foreign: Set<NarrativeSection.Kind> = [
    .performance, .procurement, .stateAssets, .glossary, .functions, .units, .personnel, .runningCosts,
  ]

  /// Whether a fact is money, and in a section that speaks of the tables.
  func mayQuote(_ fact: NarrativeFact) -> Bool {
    fact.amount != nil && !QuotedCells.foreign.contains(narrative.sectionKind(of: fact))
  }

  /// The cells that a fact without a path may quote; nil where it says more, or other, than a table does.
  func cells(of fact: NarrativeFact, isBudget: Bool) -> [Cell]? {
    guard QuotedWords.isPlain(fact.subject, department: speaker.document.department) else { return nil }
    let kinds = kinds(of: fact)
    let quotes = Catalogue.shared.quotes.filter { $0.isBudget == isBudget && kinds.contains($0.fact) }
    if quotes.isEmpty { return nil }
    return quotes.flatMap(\.references).filter { isQuoted($0.form, by: fact) }.compactMap(cell) + namesakes(of: fact)
  }

  /// What a fact may be about: 支出总计 in a section on fiscal appropriations is their total, 本年收入 in one on a fund the
  /// fund's.
  private func kinds(of fact: NarrativeFact) -> Set<String> {
    let totals: Set<String> = ["incomeExpenditureTotal", "currentIncome", "currentExpenditure"]
    let section = narrative.sectionKind(of: fact)
    let words = Wording.normalised(fact.subject)
    switch section {
    case .governmentFund:
      return totals.contains(fact.kind) ? ["governmentFundIncome", "governmentFundExpenditure"] : own(fact)
    case .stateCapital:
      return totals.contains(fact.kind) ? ["stateCapitalIncome", "stateCapitalExpenditure"] : own(fact)
    default: break
    }
    guard totals.contains(fact.kind) else { return [fact.kind] }
    let own: Set<String> =
      words.holds("一般公共预算")
      ? ["generalBudgetIncome", "generalBudgetExpenditure"]
      : words.holds("财政拨款")
        ? ["appropriationTotal", "fiscalAppropriationIncome", "fiscalAppropriationExpenditure"] : [fact.kind]
    return section == .appropriationSummary ? own.union(["appropriationTotal"]) : own
  }

  /// 基本支出 of a fund is not that of the report.
  private func own(_ fact: NarrativeFact) -> Set<String> {
    ["basicExpenditure", "projectExpenditure"].contains(fact.kind) ? [] : [fact.kind]
  }

  /// The sections that speak of the general public budget alone.
  private static let general: Set<NarrativeSection.Kind> = [
    .generalBudget, .generalBudgetStructure, .generalBudgetItems, .basicExpenditure,
  ]

  /// Whether a form may be quoted in the section that a fact stands in.
  private func isQuoted(_ form: String, by fact: NarrativeFact) -> Bool {
    let section = narrative.sectionKind(of: fact)
    let isOverall = ["expenditure", "budgetExpenditure", "incomeExpenditureSummary", "budgetSummary"].contains(form)
    return
      !(isOverall && QuotedCells.general.contains(section)
      && ["basicExpenditure", "projectExpenditure", "itemExpenditure"].contains(fact.kind))
  }

  // MARK: Cells

  private func cell(_ reference: Catalogue.Reference) -> Cell? {
    switch source.find(reference) {
    case .place(let place):
      Cell(place: place, table: place.table, amount: source.figure(place)?.amount, reference: reference)
    case .empty(let table): Cell(place: nil, table: table, amount: nil, reference: reference)
    case .missing, .absent: nil
    }
  }

  /// Rows that bear the fact's own words, in whatever table: 一、基本支出 in a list of expenditure by use.
  private func namesakes(of fact: NarrativeFact) -> [Cell] {
    let words = Wording.normalised(fact.subject)
    // What the three public expenses cost may be paid from projects too: the basic expenditure's rows of that name are less.
    guard words.utf8.count >= 12, narrative.sectionKind(of: fact) != .threePublic else { return [] }
    var found: [Cell] = []
    for first in source.rowsByName[ExactWording(words)] ?? [] {
      for column in source.row(first).figures.indices {
        var place = first
        place.column = column
        guard let amount = source.figure(place)?.amount else { continue }
        found.append(Cell(place: place, table: place.table, amount: amount))
      }
    }
    return found
  }

  /// The forms that list expenditure by function, with the section that alone speaks of them; nil for those that all
  /// others do.
  private static let listed: [(form: String, section: NarrativeSection.Kind?)] = [
    ("governmentFund", .governmentFund), ("stateCapital", .stateCapital), ("budgetGovernmentFund", .governmentFund),
    ("budgetStateCapital", .stateCapital), ("generalBudgetExpenditure", nil), ("budgetGeneralBudgetExpenditure", nil),
    ("budgetAppropriationExpenditure", nil), ("expenditure", nil), ("budgetExpenditure", nil),
  ]

  /// The rows that a path of names, or a code, leads to, in the tables that the section may speak of; nil for a fact that
  /// is no row's.
  func items(of fact: NarrativeFact) -> [Cell]? {
    let section = narrative.sectionKind(of: fact)
    // A class within another sum, as the basic expenditure, is a part of the table's.
    if fact.path.count < 3, section != .generalBudgetStructure { return nil }
    if section == .basicExpenditure { return nil }
    let ofFund: NarrativeSection.Kind? = section == .governmentFund || section == .stateCapital ? section : nil
    var found: [Cell] = []
    for (form, only) in QuotedCells.listed where only == ofFund {
      guard isQuoted(form, by: fact), let table = source.tableIndex(form), source.tables[table].status == .present
      else { continue }
      for (number, content) in source.tables[table].sections.enumerated() {
        guard let column = content.column("total") else { continue }
        for row in content.rows.indices where matches(content.rows[row], in: table, section: number, row: row, fact) {
          let place = Place(table: table, section: number, row: row, column: column)
          found.append(Cell(place: place, table: table, amount: source.figure(place)?.amount))
        }
      }
    }
    return found
  }

  private func matches(_ row: FormTable.Row, in table: Int, section: Int, row number: Int, _ fact: NarrativeFact)
    -> Bool
  {
    let rows = source.tables[table].sections[section].rows
    guard let name = fact.path.last else { return false }
    if row.classification == nil, rows.allSatisfy({ $0.code == nil }) { return leads(fact.path, to: number, in: rows) }
    guard row.classification?.level == fact.level else { return false }
    if let code = fact.code, let own = row.code, code.utf8.count == own.utf8.count { return code == own }
    guard QuotedCells.isSame(row.name, name) else { return false }
    // 行政运行 stands under many divisions: the rows above must be those of the path.
    var level = fact.path.count - 1
    guard let code = row.classification, level > 0 else { return true }
    for above in rows[..<number].reversed() {
      guard level > 0, let parent = above.classification, parent.contains(code) else { continue }
      level = parent.level == .division ? 1 : 0
      guard fact.path.indices.contains(level), QuotedCells.isSame(above.name, fact.path[level]) else {
        // The class may have another name in the narrative: names are a rule of their own.
        if level == 0 { continue }
        return false
      }
    }
    return true
  }

  /// In a table that prints names alone: whether the rows above bear the names of the path, the nearest first, and none
  /// the item's own.
  private func leads(_ path: [String], to number: Int, in rows: [FormTable.Row]) -> Bool {
    guard let name = path.last, QuotedCells.isSame(rows[number].name, name) else { return false }
    var above = path.dropLast()
    for row in rows[..<number].reversed() {
      guard let next = above.last else { return true }
      if QuotedCells.isSame(row.name, next) {
        above.removeLast()
      } else if QuotedCells.isSame(row.name, name) {
        return false
      }
    }
    return above.isEmpty
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    func core(_ text: String) -> String { Wording.withoutOrdinal(Wording.normalised(text)) }
    return core(a) == core(b)
  }
}

extension NarrativeFact {
  /// The level of the classification that its path reaches.
  fileprivate var level: ClassificationCode.Level {
    switch path.count {
    case 1: .class
    case 2: .division
    default: .item
    }
  }
}
