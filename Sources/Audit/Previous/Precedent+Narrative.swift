import Disclosure
import PageContent

/// What the narrative and the tables say of the year before.
extension Precedent {
  private var index: NarrativeIndex { subject.narrative }
  private var own: QuotedCells { QuotedCells(source: subject, speaker: subject) }
  private var last: QuotedCells { QuotedCells(source: previous, speaker: subject) }

  // MARK: Quotes

  func evaluateQuotes(_ verdicts: inout Verdicts) {
    for fact in index.facts where fact.measure == .prior && isOfLastYear(fact) && last.mayQuote(fact) {
      guard let stated = fact.amount, let yuan = stated.yuan else { continue }
      let published = published(fact)
      if published.isEmpty {
        verdicts.record(.notEvaluable, reason: "上年报告未列所引金额")
        continue
      }
      let half = ExactNumber.halfUnit(of: stated)
      weigh(yuan, half, published, "\(fact.name)上年数写作\(fact.quoted)", fact, actual: fact.text, &verdicts)
    }
    evaluateColumns(&verdicts)
  }

  /// Columns of last year's figures in this year's tables: 上年预算数, 上年决算数.
  private func evaluateColumns(_ verdicts: inout Verdicts) {
    for (table, content) in subject.tables.enumerated() {
      guard let other = previous.tableIndex(content.form) else { continue }
      for (section, rows) in content.sections.enumerated() {
        for (column, head) in rows.columns.enumerated() {
          guard let key = head.key, let source = Precedent.column(ofPrior: key) else { continue }
          for row in rows.rows.indices {
            let place = Place(table: table, section: section, row: row, column: column)
            guard subject.figure(place) != nil else { continue }
            guard let published = self.row(rows.rows[row], column: source, in: other),
              let now = stated(place, in: subject), let then = stated(published, in: previous)
            else {
              verdicts.record(.notEvaluable, reason: "上年报告未列所引金额")
              continue
            }
            judge(
              (now.amount?.yuan ?? .zero) - (then.amount?.yuan ?? .zero), tolerance: now.halfUnit + then.halfUnit,
              message: now.words + "，而" + then.words, expected: then.amount?.value.description ?? "",
              actual: now.amount?.value.description ?? "", evidence: [now.evidence, then.evidence], &verdicts)
          }
        }
      }
    }
  }

  /// prior.receptions holds what receptions held, priorBudget what budget held.
  private static func column(ofPrior key: String) -> String? {
    if key.hasPrefix("prior.") { return String(key.dropFirst(6)) }
    return ["priorBudget": "budget", "priorFinal": "final"][key]
  }

  /// The row of last year's table that is the same as a row of this year's.
  private func row(_ row: FormTable.Row, column key: String, in table: Int) -> Place? {
    for (section, content) in previous.tables[table].sections.enumerated() {
      guard let column = content.column(key) else { continue }
      let same = content.rows.indices.filter { content.rows[$0].isSame(as: row) }
      if same.count == 1 { return Place(table: table, section: section, row: same[0], column: column) }
    }
    return nil
  }

  // MARK: Changes and rates

  func evaluateChanges(_ verdicts: inout Verdicts) {
    forEachComparison(.change) { change, current, near in
      // Both years' amounts stand there: one rule weighs the change, another last year's amount.
      guard change.amount != nil, !near.contains(where: { $0.measure == .prior && $0.amount != nil }),
        let now = current.amount, let yuan = now.yuan, let difference = change.amount,
        let changed = Amount(value: change.signed, unit: difference.unit).yuan
      else { return }
      let published = counterparts(of: current)
      if published.isEmpty { return verdicts.record(.notEvaluable, reason: "上年报告未列同一金额") }
      let base = yuan - changed
      let words = "\(current.name)\(current.quoted)，较上年\(change.direction == .decrease ? "减少" : "增加")\(change.quoted)，"
      weigh(
        base, ExactNumber.halfUnit(of: now) + ExactNumber.halfUnit(of: difference), published,
        words + "上年应为\(base.shifted(by: -(now.unit?.power ?? 0)).trimmed)\(current.unit)", change,
        actual: change.text, &verdicts)
    }
  }

  func evaluateRates(_ verdicts: inout Verdicts) {
    forEachComparison(.rate) { rate, current, near in
      guard !near.contains(where: { $0.amount != nil && [.prior, .change].contains($0.measure) }),
        let printed = rate.percentage, let now = current.amount
      else { return }
      let published = counterparts(of: current)
      // Cut off instead of rounded is near enough.
      let stated = Interval(rounded: rate.signed).widened(by: Interval.unit(printed))
      let reckoned = published.compactMap { cell in
        cell.amount.flatMap { Precedent.growth(from: $0, to: now) }.map { (cell, $0) }
      }
      guard let first = reckoned.first else { return verdicts.record(.notEvaluable, reason: "上年报告未列同一金额") }
      if reckoned.contains(where: { $0.1.lower <= stated.upper && $0.1.upper >= stated.lower }) {
        return verdicts.record(.passed)
      }
      verdicts.fail(
        subject.heading(of: rate.section) + "：\(current.name)\(current.quoted)，写作较上年"
          + "\(rate.direction == .decrease ? "下降" : "增长")\(rate.quoted)，而\(first.0.words)。",
        actual: rate.text, evidence: [rate.evidence, current.evidence, first.0.evidence])
    }
  }

  private static func growth(from last: Amount, to now: Amount) -> Interval? {
    guard let a = Interval(now), let b = Interval(last), b.lower > 0 else { return nil }
    return Interval.percentage(of: Interval(a.lower - b.upper, a.upper - b.lower), in: b)
  }

  /// Changes and rates against last year, with this year's amount and the facts near them.
  private func forEachComparison(
    _ measure: NarrativeFact.Measure, _ body: (NarrativeFact, NarrativeFact, [NarrativeFact]) -> Void
  ) {
    for group in index.byParagraph {
      for (position, fact) in group.facts.enumerated() where fact.measure == measure && isOfLastYear(fact) {
        let near = index.before(position, in: group.facts)
        guard let current = near.first(where: index.isCurrentAmount),
          current.sentence == fact.sentence
            || near.count(where: index.isCurrentAmount) == 1
        else { continue }
        let sentence = index.narrative.sentences[fact.sentence].text
        // Another scope makes another base.
        if sentence.holds("同口径") || sentence.holds("可比口径") { continue }
        body(fact, current, near)
      }
    }
  }

  // MARK: What last year's report says

  /// Whether a figure is of last year's final accounts in final accounts, of its budget in a budget.
  private func isOfLastYear(_ fact: NarrativeFact) -> Bool {
    guard fact.comparedYear == year else { return false }
    let words = fact.measure == .prior ? wordsBefore(fact) : fact.base ?? ""
    return subject.document.kind == .budget
      ? !["执行", "决算", "完成", "实际"].contains(where: words.holds) : !words.holds("预算")
  }

  /// The words before a figure, which say what it is: 2023年决算数.
  private func wordsBefore(_ fact: NarrativeFact) -> String {
    let sentence = index.narrative.sentences[fact.sentence].text
    guard let figure = sentence.range(of: fact.text) else { return "" }
    return String(sentence[..<figure.lowerBound].suffix(12))
  }

  /// What last year's report publishes of what a fact says of it: in its tables, or else in its narrative.
  private func published(_ fact: NarrativeFact) -> [Stated] {
    let cells = fact.path.isEmpty ? last.cells(of: fact, isBudget: false) : last.items(of: fact)
    let stated = (cells ?? []).compactMap(stated)
    return stated.isEmpty ? told(fact) : stated
  }

  /// What last year's report publishes of a figure of this year: in the same cell that it is quoted from here, or else in
  /// its narrative.
  private func counterparts(of fact: NarrativeFact) -> [Stated] {
    guard own.mayQuote(fact) else { return told(fact) }
    if !fact.path.isEmpty { return (last.items(of: fact) ?? []).compactMap(stated) }
    let here = (own.cells(of: fact, isBudget: false) ?? []).filter { agrees($0.amount, fact.amount) }
    let references = here.compactMap(\.reference)
    let there = last.cells(of: fact, isBudget: false) ?? []
    let stated = there.filter { cell in cell.reference.map(references.contains) ?? false }.compactMap(stated)
    return stated.isEmpty && here.isEmpty ? told(fact) : stated
  }

  private func agrees(_ cell: Amount?, _ stated: Amount?) -> Bool {
    guard let stated, let cell else { return false }
    return cell.agrees(with: stated) ?? false
  }

  /// Figures that stand in no table, as 机关运行经费: what last year's narrative says of its own year.
  private func told(_ fact: NarrativeFact) -> [Stated] {
    guard fact.kind != "other" else { return [] }
    let section = index.narrative.sectionKind(of: fact)
    return previous.narrative.facts.filter {
      $0.kind == fact.kind && $0.path == fact.path && previous.narrative.isCurrentAmount($0)
        && previous.narrative.narrative.sectionKind(of: $0) == section
    }.map { fact in
      var evidence = fact.evidence
      evidence.location = nil
      evidence.table = "上年报告说明"
      return Stated(
        amount: fact.amount, words: "上年报告\(previous.heading(of: fact.section))：\(fact.name)\(fact.quoted)",
        evidence: evidence)
    }
  }

  private func stated(_ cell: QuotedCells.Cell) -> Stated? {
    if let place = cell.place { return stated(place, in: previous) }
    return Stated(
      amount: nil, words: "上年报告\(previous.title(cell.table))为空白",
      evidence: Evidence(location: nil, table: "上年报告\(previous.tables[cell.table].title)", text: ""))
  }

  /// An amount of last year against what its report publishes: any of the places that may be meant.
  private func weigh(
    _ yuan: ExactNumber, _ tolerance: ExactNumber, _ published: [Stated], _ words: String, _ fact: NarrativeFact,
    actual: String, _ verdicts: inout Verdicts
  ) {
    func gap(_ cell: Stated) -> ExactNumber { yuan - (cell.amount?.yuan ?? .zero) }
    let nearest = published.filter { gap($0).magnitude <= tolerance + $0.halfUnit }
      .min { gap($0).magnitude < gap($1).magnitude }
    guard let cell = nearest ?? published.first(where: { $0.amount != nil }) ?? published.first else { return }
    judge(
      gap(cell), tolerance: tolerance + cell.halfUnit,
      message: subject.heading(of: fact.section) + "：" + words + "，而" + cell.words,
      expected: cell.amount?.value.description ?? "", actual: actual, evidence: [fact.evidence, cell.evidence],
      &verdicts)
  }
}

extension FormTable.Row {
  /// Whether two rows of two years' tables are the same.
  fileprivate func isSame(as other: FormTable.Row) -> Bool {
    if let code, let otherCode = other.code { return code == otherCode }
    if let item, let otherItem = other.item { return item == otherItem }
    return role == other.role && (role == .total || Wording.normalised(name) == Wording.normalised(other.name))
  }
}
