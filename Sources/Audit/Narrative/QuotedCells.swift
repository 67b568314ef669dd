import Disclosure
import PageContent

/// The cells that a figure of a narrative may quote. The narrative and the tables may be those of two reports: what is
/// said of last year stands in last year's tables.
struct QuotedCells {
  /// Whose tables are quoted.
  let source: Subject
  /// Whose narrative quotes them.
  let speaker: Subject

  /// Of facts with rows.
  let comparisons = Comparisons()

  /// Normalised.
  private let department: Phrase?

  init(source: Subject, speaker: Subject) {
    self.source = source
    self.speaker = speaker
    department = speaker.document.department.map { Phrase(Wording.normalised($0)) }
  }

  /// The kind of the section that a fact stands in.
  private func section(of fact: NarrativeFact) -> NarrativeSection.Kind {
    speaker.narrative.sectionKind(of: fact)
  }

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
    fact.amount != nil && !QuotedCells.foreign.contains(section(of: fact))
  }

  /// The cells that a fact without a path may quote; nil where it says more, or other, than a table does.
  func cells(of fact: NarrativeFact, isBudget: Bool) -> [Cell]? {
    let words = Wording.normalised(fact.subject)
    guard QuotedWords.isPlain(words, department: department) else { return nil }
    // 事业收入支出 is what was spent out of 事业收入; 涉及…拨款 is the part of it that something takes.
    if fact.kind.hasSuffix("Income"), words.ends(with: "支出") { return nil }
    if words.begins(with: "涉及") { return nil }
    let quotes = Catalogue.shared.quotes
    let own = kinds(of: fact, words).flatMap { QuotedCells.quotesByKind[$0] ?? [] }.sorted()
      .filter { quotes[$0].isBudget == isBudget }
    if own.isEmpty { return nil }
    var found: [Cell] = []
    comparisons.add(source.names.rowCount)
    for quote in own {
      for reference in quotes[quote].references where isQuoted(reference.form, by: fact) {
        if let cell = cell(reference) { found.append(cell) }
      }
    }
    return found + namesakes(of: fact, words)
  }

  /// Whether a fact's figure is what it may mean instead of what it quotes: of another source of money, in a table that its
  /// section mostly leaves out, without what is carried over.
  func agreesOtherwise(_ fact: NarrativeFact, isBudget: Bool) -> Bool {
    guard let stated = fact.amount, let yuan = stated.yuan, !isBudget else { return false }
    let sums = otherwise(fact)
    return sums.contains { terms in
      var sum = ExactNumber.zero
      var slack = ExactNumber.halfUnit(of: stated)
      var isPrinted = false
      for term in terms {
        // A source of money without a table of its own gives nothing.
        guard let amount = cell(term.reference)?.amount, let printed = amount.yuan else { continue }
        isPrinted = true
        sum = term.isSubtracted ? sum - printed : sum + printed
        slack = slack + ExactNumber.halfUnit(of: amount)
      }
      return isPrinted && (yuan - sum).magnitude <= slack
    }
  }

  /// Whether what a fact may mean instead is printed where it could not be read.
  func mayAgreeWithUnread(_ fact: NarrativeFact, isUnread: (Cell) -> Bool) -> Bool {
    otherwise(fact).contains { terms in
      terms.contains { term in cell(term.reference).map(isUnread) ?? false }
    }
  }

  /// Whether a fact may be of all money though no table of all expenditure shows such a figure: 支出结构情况 under no heading
  /// that names a fund. What a block of a summary calls 专项业务经费 may hold more than 项目支出.
  func mayBeOfAllMoney(_ fact: NarrativeFact) -> Bool {
    guard ["basicExpenditure", "projectExpenditure"].contains(fact.kind), section(of: fact) == .generalBudgetStructure,
      !fact.subject.holds("一般公共预算"),
      !speaker.narrative.headings(above: fact).contains(where: { heading in
        heading.holds("一般公共预算") || heading.holds("财政拨款")
      })
    else { return false }
    return !otherwise(fact).contains { terms in
      terms.contains { QuotedCells.ofAllExpenditure.contains($0.reference.form) && cell($0.reference)?.amount != nil }
    }
  }

  /// The sums that a fact's figure may mean instead of what it quotes.
  private func otherwise(_ fact: NarrativeFact) -> [[Catalogue.SignedReference]] {
    let kinds = kinds(of: fact, Wording.normalised(fact.subject))
    // The sum of what a table of its own shows, 财政拨款收支总, is that table's.
    let whole = kinds.first { $0 == "appropriationTotal" }
    let quoted = kinds.flatMap { QuotedCells.quotesByKind[$0] ?? [] }.map { Catalogue.shared.quotes[$0] }
      .filter { !$0.isBudget }.flatMap(\.references)
    return (whole.map { [$0] } ?? kinds).flatMap { Catalogue.shared.agreements[$0] ?? [] }
      + quoted.map { [Catalogue.SignedReference($0)] }
  }

  /// Whether a table that a fact may quote is printed and was not read.
  func mayQuoteUnread(_ fact: NarrativeFact) -> Bool {
    if source.unreadForms.isEmpty { return false }
    let quoted = kinds(of: fact, Wording.normalised(fact.subject)).flatMap { QuotedCells.quotesByKind[$0] ?? [] }
      .flatMap { Catalogue.shared.quotes[$0].references.map(\.form) }
    return (fact.path.isEmpty ? quoted : QuotedCells.listed.map(\.form)).contains {
      source.unreadForms.contains($0) && isQuoted($0, by: fact)
    }
  }

  /// The catalogue's quotes by the kind of the fact that they are of.
  private static let quotesByKind = Dictionary(grouping: Catalogue.shared.quotes.indices) {
    Catalogue.shared.quotes[$0].fact
  }

  /// What a fact may be about: 支出总计 in a section on fiscal appropriations is their total, 本年收入 in one on a fund the
  /// fund's.
  private func kinds(of fact: NarrativeFact, _ words: String) -> [String] {
    let isTotal = ["incomeExpenditureTotal", "currentIncome", "currentExpenditure"].contains(fact.kind)
    let section = section(of: fact)
    switch section {
    case .governmentFund: return isTotal ? ["governmentFundIncome", "governmentFundExpenditure"] : own(fact)
    case .stateCapital: return isTotal ? ["stateCapitalIncome", "stateCapitalExpenditure"] : own(fact)
    default: break
    }
    guard isTotal else { return [fact.kind] }
    if words.holds("一般公共预算") {
      let own = ["generalBudgetIncome", "generalBudgetExpenditure"]
      return section == .appropriationSummary ? own + ["appropriationTotal"] : own
    }
    if words.holds("财政拨款") {
      return ["appropriationTotal", "fiscalAppropriationIncome", "fiscalAppropriationExpenditure"]
    }
    return section == .appropriationSummary ? [fact.kind, "appropriationTotal"] : [fact.kind]
  }

  /// 基本支出 of a fund is not that of the report.
  private func own(_ fact: NarrativeFact) -> [String] {
    ["basicExpenditure", "projectExpenditure"].contains(fact.kind) ? [] : [fact.kind]
  }

  /// The sections that speak of fiscal appropriations alone.
  private static let ofAppropriations: Set<NarrativeSection.Kind> = [
    .appropriationSummary, .generalBudget, .generalBudgetStructure, .generalBudgetItems, .basicExpenditure,
  ]

  /// The forms that tell what is spent from all sources of money.
  private static let ofAllMoney = ofAllExpenditure.union(["incomeExpenditureSummary", "budgetSummary"])
  private static let ofAllExpenditure: Set<String> = ["expenditure", "budgetExpenditure", "higherEducationExpenditure"]

  /// Whether a form may be quoted in the section that a fact stands in.
  private func isQuoted(_ form: String, by fact: NarrativeFact) -> Bool {
    guard ["basicExpenditure", "projectExpenditure", "itemExpenditure"].contains(fact.kind) else { return true }
    let isNamed = fact.subject.holds("一般公共预算")
    // A university's table of appropriations tells those of the general budget and of the funds in one.
    if isNamed, form == "higherEducationAppropriationExpenditure" { return false }
    let isNarrow = isNamed || QuotedCells.ofAppropriations.contains(section(of: fact))
    return !isNarrow || !QuotedCells.ofAllMoney.contains(form)
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
  private func namesakes(of fact: NarrativeFact, _ words: String) -> [Cell] {
    // What the three public expenses cost may be paid from projects too: the basic expenditure's rows of that name are less.
    guard words.utf8.count >= 12, section(of: fact) != .threePublic else { return [] }
    var found: [Cell] = []
    let places = source.names.places(of: ExactWording(words))
    comparisons.add(places.count)
    for first in places {
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
    let section = section(of: fact)
    // A class within another sum, as the basic expenditure, is a part of the table's.
    if fact.path.count < 3, section != .generalBudgetStructure { return nil }
    if section == .basicExpenditure { return nil }
    let ofFund: NarrativeSection.Kind? = section == .governmentFund || section == .stateCapital ? section : nil
    let path = fact.path.map { ExactWording(Wording.withoutOrdinal(Wording.normalised($0))) }
    var found: [Cell] = []
    for (form, only) in QuotedCells.listed where only == ofFund {
      guard isQuoted(form, by: fact), let table = source.tableIndex(form), source.tables[table].status == .present
      else { continue }
      let sections = source.tables[table].sections
      for section in sections.indices where comparisons.areLeft {
        guard let column = sections[section].column("total") else { continue }
        let rows = sections[section].rows
        comparisons.add(rows.count)
        let areNames = rows.allSatisfy { $0.code == nil }
        for row in rows.indices where comparisons.areLeft {
          let place = Place(table: table, section: section, row: row, column: column)
          guard matches(place, fact, path, areNames: areNames) else { continue }
          found.append(Cell(place: place, table: table, amount: source.figure(place)?.amount))
        }
      }
    }
    return found
  }

  /// - Parameter areNames: whether the place's section prints names alone.
  private func matches(_ place: Place, _ fact: NarrativeFact, _ path: [ExactWording], areNames: Bool) -> Bool {
    guard let name = path.last else { return false }
    let rows = source.tables[place.table].sections[place.section].rows
    guard let code = rows[place.row].classification else {
      return areNames && leads(path, to: place)
    }
    guard code.level == fact.level else { return false }
    if let stated = fact.code, stated.utf8.count == code.digits.utf8.count { return stated == code.digits }
    guard bears(name, place) else { return false }
    // 行政运行 stands under many divisions: the rows above must be those of the path.
    var level = path.count - 1
    guard level > 0 else { return true }
    comparisons.add(place.row)
    for row in (0..<place.row).reversed() {
      guard level > 0, let parent = rows[row].classification, parent.contains(code) else { continue }
      level = parent.level == .division ? 1 : 0
      var above = place
      above.row = row
      guard path.indices.contains(level), bears(path[level], above) else {
        // The class may have another name in the narrative: names are a rule of their own.
        if level == 0 { continue }
        return false
      }
    }
    return true
  }

  /// In a table that prints names alone: whether the rows above bear the names of the path, the nearest first, and none
  /// the item's own.
  private func leads(_ path: [ExactWording], to place: Place) -> Bool {
    guard let name = path.last, bears(name, place) else { return false }
    var above = path.dropLast()
    comparisons.add(place.row)
    for row in (0..<place.row).reversed() {
      guard let next = above.last else { return true }
      var place = place
      place.row = row
      if bears(next, place) {
        above.removeLast()
      } else if bears(name, place) {
        return false
      }
    }
    return above.isEmpty
  }

  private func bears(_ name: ExactWording, _ place: Place) -> Bool { source.names[place].bare == name }
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
