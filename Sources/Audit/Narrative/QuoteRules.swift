import Disclosure
import PageContent

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

  private let cells: QuotedCells

  init(subject: Subject) {
    self.subject = subject
    cells = QuotedCells(source: subject, speaker: subject)
  }

  private var index: NarrativeIndex { subject.narrative }

  func evaluate(_ verdicts: inout Verdicts) {
    var tails: [Finding] = []
    for fact in index.facts where fact.path.isEmpty && isAmount(fact) && cells.mayQuote(fact) {
      guard cells.comparisons.areLeft else {
        verdicts.record(.notEvaluable, reason: Comparisons.reason)
        continue
      }
      if index.isWithinItem(fact) {
        verdicts.record(.notEvaluable, reason: "所引金额仅为某一科目的")
        continue
      }
      if let quoted = cells.cells(of: fact, isBudget: isBudget(fact)) {
        if index.isOfOneUnit(fact) {
          verdicts.record(.notEvaluable, reason: "所引金额仅为某一单位的")
        } else {
          judge(fact, quoted, &verdicts, &tails)
        }
      }
    }
    verdicts.addOnce(tails)
  }

  func evaluateItems(_ verdicts: inout Verdicts) {
    var tails: [Finding] = []
    for fact in index.facts where !fact.path.isEmpty && index.isCurrentAmount(fact) && cells.mayQuote(fact) {
      guard let rows = cells.items(of: fact) else { continue }
      if !cells.comparisons.areLeft {
        verdicts.record(.notEvaluable, reason: Comparisons.reason)
      } else if rows.isEmpty {
        verdicts.record(.notEvaluable, reason: "报表未列\(fact.name)")
      } else {
        judge(fact, rows, &verdicts, &tails)
      }
    }
    verdicts.addOnce(tails)
  }

  private func isBudget(_ fact: NarrativeFact) -> Bool { fact.measure == .budget && subject.document.kind != .budget }

  private func isAmount(_ fact: NarrativeFact) -> Bool { fact.measure == .budget || index.isCurrentAmount(fact) }

  /// Whether the amounts that follow in its sentence add up to an amount: 收入10.02万元，其中：…5.01万元、…5.01万元.
  private func isSum(_ fact: NarrativeFact) -> Bool {
    let facts = index.facts(upTo: fact.sentence)
    guard let start = facts.firstIndex(of: fact) else { return false }
    var sum = ExactNumber.zero
    for part in facts[(start + 1)...] where part.sentence == fact.sentence && index.isCurrentAmount(part) {
      guard part.unit == fact.unit else { return false }
      sum = sum + part.value
      if sum == fact.value { return true }
    }
    return false
  }

  /// Whether a cell prints what is no number, or is blank beside a figure that belongs to no column.
  private func isUnread(_ cell: QuotedCells.Cell) -> Bool {
    guard cell.amount == nil, let place = cell.place else { return false }
    return subject.isUnsure(place) || subject.figure(place)?.value == .unreadable
  }

  /// A quoted amount must agree with one of the cells that it may quote.
  private func judge(
    _ fact: NarrativeFact, _ cells: [QuotedCells.Cell], _ verdicts: inout Verdicts, _ tails: inout [Finding]
  ) {
    guard let stated = fact.amount, let yuan = stated.yuan else { return }
    var isNear = false
    var isTail = false
    // The first that prints a figure says what was meant; a blank form of the three public expenses says that too.
    // One that is almost the same, a figure misread or misprinted, says it better.
    func isAlmost(_ cell: QuotedCells.Cell) -> Bool {
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
      let ofCell = cell.amount.map(ExactNumber.halfUnit) ?? .zero
      if gap <= own + ofCell { isNear = true }
      // Cut off instead of rounded, or the sum of rounded parts.
      if stated.value.scale >= 2, gap <= own + own + ofCell, yuan.magnitude < printed.magnitude || isSum(fact) {
        isTail = true
      }
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
    } else if self.cells.agreesOtherwise(fact, isBudget: isBudget(fact)) {
      verdicts.record(.passed)
    } else if self.cells.mayQuoteUnread(fact) || cells.contains(where: isUnread)
      || self.cells.mayAgreeWithUnread(fact, isUnread: isUnread)
    {
      verdicts.record(.notEvaluable, reason: "可能引用的报表或数字未能识读")
    } else if self.cells.mayBeOfAllMoney(fact) {
      verdicts.record(.notEvaluable, reason: "所引为全部资金还是一般公共预算不明")
    } else {
      let message = sentence + "，而\(held)。"
      if isTail {
        // A habit of the writer, no contradiction.
        verdicts.record(.failed)
        tails.append(
          Finding(
            rule: verdicts.rule, severity: .warning, message: message + "末位相差1，或为截尾所致。", expected: expected,
            actual: fact.text, evidence: evidence))
      } else {
        verdicts.fail(message, expected: expected ?? "", actual: fact.text, evidence: evidence)
      }
    }
  }
}
