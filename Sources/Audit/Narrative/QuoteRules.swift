import Disclosure

extension Rule {
  /// Amounts of the narrative against the cells of the tables that they quote.
  static let quotes: [Rule] = [
    Rule(
      id: "narrative.quote", title: "说明所引金额与报表一致", english: "An amount that the narrative quotes is the table's",
      why: "说明中的金额引自报表，四舍五入后应当一致。",
      whyEnglish: "The amounts of the narrative are taken from the tables and agree with them once rounded.",
      tolerance: .rounding
    ) { Quotes(subject: $0).evaluate(&$1) },
    Rule(
      id: "narrative.item", title: "说明所列各项支出与报表该项一致", english: "An item of the narrative is the table's",
      why: "说明按科目逐项列示的金额应与报表该科目的金额一致。",
      whyEnglish: "What is listed item by item is the amount of that item in the tables.", tolerance: .rounding
    ) { Quotes(subject: $0).evaluateItems(&$1) },
  ]
}

/// The amounts of a narrative and what the tables say of them.
private struct Quotes {
  let subject: Subject

  private var index: NarrativeIndex { subject.narrative }

  /// What a cell that is quoted holds.
  private struct Quoted {
    var place: Place?
    var table: Int
    /// nil for a cell without a figure: nothing.
    var amount: Amount?
  }

  func evaluate(_ verdicts: inout Verdicts) {
    for fact in facts
    where fact.path.isEmpty && QuotedWords.isPlain(fact.subject, department: subject.document.department) {
      let isBudget = fact.measure == .budget && subject.document.kind != .budget
      let kinds = kinds(of: fact)
      let quotes = Catalogue.shared.quotes.filter { $0.isBudget == isBudget && kinds.contains($0.fact) }
      if quotes.isEmpty { continue }
      let cells =
        quotes.flatMap(\.references).filter { isQuoted($0.form, by: fact) }.compactMap(cell) + namesakes(of: fact)
      judge(fact, cells, &verdicts)
    }
  }

  func evaluateItems(_ verdicts: inout Verdicts) {
    for fact in facts where !fact.path.isEmpty && index.isCurrentAmount(fact) {
      // A class within another sum, as the basic expenditure, is a part of the table's.
      let section = index.narrative.sectionKind(of: fact)
      if fact.path.count < 3, section != .generalBudgetStructure { continue }
      if section == .basicExpenditure { continue }
      let rows = items(of: fact)
      if rows.isEmpty {
        verdicts.record(.notEvaluable, reason: "报表未列\(fact.name)")
      } else {
        judge(fact, rows, &verdicts)
      }
    }
  }

  /// What a fact may be about: 支出总计 in a section on fiscal appropriations is their total, 本年收入 in one on a fund the
  /// fund's.
  private func kinds(of fact: NarrativeFact) -> Set<String> {
    let totals: Set<String> = ["incomeExpenditureTotal", "currentIncome", "currentExpenditure"]
    let section = index.narrative.sectionKind(of: fact)
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
    let section = index.narrative.sectionKind(of: fact)
    let isOverall = ["expenditure", "budgetExpenditure", "incomeExpenditureSummary", "budgetSummary"].contains(form)
    return
      !(isOverall && Quotes.general.contains(section)
      && ["basicExpenditure", "projectExpenditure", "itemExpenditure"].contains(fact.kind))
  }

  /// Sections that speak of other amounts in the same words.
  private static let foreign: Set<NarrativeSection.Kind> = [
    .performance, .procurement, .stateAssets, .glossary, .functions, .units, .personnel, .runningCosts,
  ]

  private var facts: [NarrativeFact] {
    index.facts.filter { fact in
      fact.amount != nil && !Quotes.foreign.contains(index.narrative.sectionKind(of: fact))
        && (index.isCurrentAmount(fact) || fact.measure == .budget)
    }
  }

  // MARK: Cells

  private func cell(_ reference: Catalogue.Reference) -> Quoted? {
    switch subject.find(reference) {
    case .place(let place): Quoted(place: place, table: place.table, amount: subject.figure(place)?.amount)
    case .empty(let table): Quoted(place: nil, table: table, amount: nil)
    case .missing, .absent: nil
    }
  }

  /// Rows that bear the fact's own words, in whatever table: 一、基本支出 in a list of expenditure by use.
  private func namesakes(of fact: NarrativeFact) -> [Quoted] {
    let words = Wording.normalised(fact.subject)
    guard words.utf8.count >= 12 else { return [] }
    var found: [Quoted] = []
    subject.forEachRow { first, row in
      guard Wording.withoutOrdinal(Wording.normalised(row.name)) == words else { return }
      for column in row.figures.indices {
        var place = first
        place.column = column
        guard let amount = subject.figure(place)?.amount else { continue }
        found.append(Quoted(place: place, table: place.table, amount: amount))
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

  /// The rows that a path of names, or a code, leads to, in the tables that the section may speak of.
  private func items(of fact: NarrativeFact) -> [Quoted] {
    let section = index.narrative.sectionKind(of: fact)
    let ofFund: NarrativeSection.Kind? = section == .governmentFund || section == .stateCapital ? section : nil
    var found: [Quoted] = []
    for (form, only) in Quotes.listed where only == ofFund {
      guard isQuoted(form, by: fact), let table = subject.tableIndex(form), subject.tables[table].status == .present
      else { continue }
      for (number, content) in subject.tables[table].sections.enumerated() {
        guard let column = content.column("total") else { continue }
        for row in content.rows.indices where matches(content.rows[row], in: table, section: number, row: row, fact) {
          let place = Place(table: table, section: number, row: row, column: column)
          found.append(Quoted(place: place, table: table, amount: subject.figure(place)?.amount))
        }
      }
    }
    return found
  }

  private func matches(_ row: FormTable.Row, in table: Int, section: Int, row number: Int, _ fact: NarrativeFact)
    -> Bool
  {
    guard let name = fact.path.last, row.classification?.level == fact.level else { return false }
    if let code = fact.code, let own = row.code, code.utf8.count == own.utf8.count { return code == own }
    guard Quotes.isSame(row.name, name) else { return false }
    // 行政运行 stands under many divisions: the rows above must be those of the path.
    let rows = subject.tables[table].sections[section].rows
    var level = fact.path.count - 1
    guard let code = row.classification, level > 0 else { return true }
    for above in rows[..<number].reversed() {
      guard level > 0, let parent = above.classification, parent.contains(code) else { continue }
      level = parent.level == .division ? 1 : 0
      guard fact.path.indices.contains(level), Quotes.isSame(above.name, fact.path[level]) else {
        // The class may have another name in the narrative: names are a rule of their own.
        if level == 0 { continue }
        return false
      }
    }
    return true
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    func core(_ text: String) -> String { Wording.withoutOrdinal(Wording.normalised(text)) }
    return core(a) == core(b)
  }

  // MARK: Judging

  /// A quoted amount must agree with one of the cells that it may quote.
  private func judge(_ fact: NarrativeFact, _ cells: [Quoted], _ verdicts: inout Verdicts) {
    guard let stated = fact.amount, let yuan = stated.yuan else { return }
    var isNear = false
    // The first that prints a figure says what was meant; a blank form of the three public expenses says that too.
    // One that is almost the same, a figure misread or misprinted, says it better.
    func isAlmost(_ cell: Quoted) -> Bool {
      guard let printed = cell.amount?.yuan, !printed.isZero else { return false }
      return (yuan - printed).magnitude.approximate < 0.001 * printed.magnitude.approximate
    }
    let meant = cells.first(where: isAlmost) ?? cells.first { $0.amount != nil } ?? cells.first
    for cell in cells {
      if let amount = cell.amount, amount.yuan == nil { continue }
      let printed = cell.amount?.yuan ?? .zero
      let gap = (yuan - printed).magnitude
      let own = ExactNumber.halfUnit(of: stated)
      if gap <= own { return verdicts.record(.passed) }
      if gap <= own + (cell.amount.map(ExactNumber.halfUnit) ?? .zero) { isNear = true }
    }
    guard let cell = meant else { return verdicts.record(.notEvaluable, reason: "报表未列所引金额") }
    let sentence = subject.heading(of: fact.section) + "：\(fact.name)写作\(fact.quoted)"
    let table = cell.place.map {
      subject.describe($0) + "为" + (subject.figure($0).map { "\($0.text)\(cell.amount?.unit?.rawValue ?? "")" } ?? "空白")
    }
    let held = table ?? "\(subject.title(cell.table))为空白"
    let evidence = [fact.evidence, cell.place.map(subject.evidence) ?? subject.evidence(ofTable: cell.table)]
    let expected = cell.amount?.value.description
    if isNear {
      verdicts.round(sentence + "，\(held)，在舍入误差以内。", expected: expected, actual: fact.text, evidence: evidence)
    } else {
      verdicts.fail(sentence + "，而\(held)。", expected: expected ?? "", actual: fact.text, evidence: evidence)
    }
  }
}

extension ExactNumber {
  /// Half of what the last printed digit is worth, in yuan.
  static func halfUnit(of amount: Amount) -> ExactNumber {
    ExactNumber(mantissa: 5, scale: amount.value.scale + 1).shifted(by: amount.unit?.power ?? 0)
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
