import Disclosure
import PageContent

extension Rule {
  /// Amounts of the narrative against their parts, and against themselves elsewhere.
  static let narrativeSums: [Rule] = [
    Rule(
      id: "narrative.parts", title: "说明中的合计等于其各部分之和", english: "A total of the narrative is the sum of its parts",
      why: "政府采购、“三公”经费等的合计应等于所列各部分之和。",
      whyEnglish: "Procurement, the three public expenses and the like are the sums of the parts listed.",
      tolerance: .rounding
    ) {
      NarrativeSums(subject: $0).evaluateParts(&$1)
      NarrativeSums(subject: $0).evaluateSectionParts(&$1)
    },
    Rule(
      id: "narrative.unnamedPart", title: "公务用车购置费、运行费均有说明", english: "Both parts of the expenses on vehicles are told",
      why: "公务用车购置及运行维护费应分别公开购置费和运行费，没有的也应说明。",
      whyEnglish: "What was bought and what running vehicles cost are disclosed apart, nothing included.",
      severity: .warning
    ) { UnnamedParts(subject: $0).evaluate(&$1) },
    Rule(
      id: "narrative.carryOver", title: "说明中的结转结余前后衔接",
      english: "A closing balance of the narrative follows from the year",
      why: "年末结转和结余 = 年初结转和结余 + 本年收入 - 本年支出。",
      whyEnglish: "What is left at the end is what there was, and came, less what was spent.", tolerance: .rounding
    ) { NarrativeSums(subject: $0).evaluateCarryOver(&$1) },
    Rule(
      id: "narrative.items", title: "逐项列示的支出之和等于总额", english: "Items listed one by one add up to the total",
      why: "按科目逐项列示的支出之和应等于其总额。",
      whyEnglish: "Expenditure listed item by item adds up to its total.", tolerance: .rounding
    ) { NarrativeSums(subject: $0).evaluateItems(&$1) },
    Rule(
      id: "narrative.repeat", title: "同一金额前后一致", english: "An amount is the same wherever it is stated",
      why: "同一科目、同一年度的同一金额，在同一段说明中应当一致。",
      whyEnglish: "One item has one amount within a paragraph.", tolerance: .rounding
    ) { NarrativeSums(subject: $0).evaluateRepeats(&$1) },
  ]
}

struct NarrativeSums {
  let subject: Subject

  private var index: NarrativeIndex { subject.narrative }

  private static let parts: [(total: String, parts: [String])] = [
    ("procurement", ["procurement.goods", "procurement.works", "procurement.services"]),
    ("vehicles", ["vehicles.purchase", "vehicles.operation"]),
    ("threePublic", ["abroad", "vehicles", "receptions"]),
    ("basicExpenditure", ["personnelExpenditure", "runningExpenditure"]),
  ]

  /// Whether parts of these kinds are all that a total of a kind consists of.
  static func addsUp(_ kinds: [String], to total: String) -> Bool {
    parts.contains { $0.total == total && $0.parts.allSatisfy(kinds.contains) }
  }

  func evaluateParts(_ verdicts: inout Verdicts) {
    for group in index.byParagraph {
      for (total, parts) in NarrativeSums.parts {
        for measure in [NarrativeFact.Measure.final, .budget, .amount] {
          weigh(total, parts, measure, in: group.facts, &verdicts)
        }
      }
    }
  }

  /// 基本支出…。人员经费…。公用经费…: each in a paragraph of its own, in a section that speaks of nothing else.
  func evaluateSectionParts(_ verdicts: inout Verdicts) {
    for (number, section) in index.narrative.sections.enumerated() where section.kind == .basicExpenditure {
      let amounts = index.currentAmounts(inSection: number, upTo: .max).filter {
        $0.path.isEmpty && !index.isWithinItem($0)
      }
      func only(_ kind: String) -> NarrativeFact? {
        let own = amounts.filter { $0.kind == kind }
        return own.count == 1 ? own[0] : nil
      }
      guard let whole = only("basicExpenditure"), let personnel = only("personnelExpenditure"),
        let running = only("runningExpenditure"), whole.sentence <= min(personnel.sentence, running.sentence)
      else { continue }
      let paragraphs = Set([whole, personnel, running].map(index.paragraph))
      // What stands in one paragraph is weighed there.
      if paragraphs.count > 1 { judge(whole, [personnel, running], &verdicts) }
    }
  }

  /// 年初结转和结余…，本年收入…，本年支出…，年末结转和结余…: the four of one sentence, and nothing else.
  func evaluateCarryOver(_ verdicts: inout Verdicts) {
    for group in index.byParagraph {
      for sentence in Set(group.facts.map(\.sentence)).sorted() {
        let own = group.facts.filter { $0.sentence == sentence && index.isCurrentAmount($0) }
        guard own.count == 4, let opening = own.first(where: { $0.isBalance(of: "年初") }),
          let closing = own.first(where: { $0.isBalance(of: "年末") }),
          let income = own.first(where: { $0.subject.hasSuffix("本年收入") }),
          let expenditure = own.first(where: { $0.subject.hasSuffix("本年支出") })
        else { continue }
        weigh(closing, opening, income, expenditure, &verdicts)
      }
    }
  }

  private func weigh(
    _ closing: NarrativeFact, _ opening: NarrativeFact, _ income: NarrativeFact, _ expenditure: NarrativeFact,
    _ verdicts: inout Verdicts
  ) {
    let amounts = [closing, opening, income, expenditure].compactMap(\.amount)
    let yuan = amounts.compactMap(\.yuan)
    guard yuan.count == 4 else { return }
    let follows = yuan[1] + yuan[2] - yuan[3]
    let gap = (follows - yuan[0]).magnitude
    let tolerance = amounts.map(ExactNumber.halfUnit).reduce(.zero, +)
    if gap.isZero { return verdicts.record(.passed) }
    if gap <= tolerance { return verdicts.record(.rounding) }
    let inUnit = follows.shifted(by: -(closing.amount?.unit?.power ?? 0)).trimmed
    verdicts.fail(
      subject.heading(of: closing.section)
        + "：年初\(opening.quoted)加本年收入\(income.quoted)减本年支出\(expenditure.quoted)为\(inUnit)\(closing.unit)，\(closing.name)写作\(closing.quoted)。",
      expected: "\(inUnit)", actual: closing.text, evidence: [closing, opening, income, expenditure].map(\.evidence))
  }

  private func weigh(
    _ total: String, _ parts: [String], _ measure: NarrativeFact.Measure, in facts: [NarrativeFact],
    _ verdicts: inout Verdicts
  ) {
    guard let position = facts.firstIndex(where: { $0.kind == total && $0.measure == measure && $0.amount != nil })
    else {
      return
    }
    let whole = facts[position]
    // The parts of the year's amount may be told without a word: 其中：公务用车购置费17.36万元.
    let mayBeBare = index.isCurrentAmount(whole)
    // Those that follow it, each kind once, and none of a further total.
    let rest = facts[(position + 1)...].filter {
      $0.amount != nil && ($0.measure == measure || mayBeBare && $0.measure == .amount)
    }.prefix { $0.kind != total }
    let found = parts.compactMap { kind in rest.first { $0.kind == kind && $0.section == whole.section } }
    guard found.count == parts.count else { return verdicts.record(.notApplicable, reason: "未列全各部分") }
    judge(whole, found, &verdicts)
  }

  /// The items of one section, under the total that heads it.
  func evaluateItems(_ verdicts: inout Verdicts) {
    let facts = Dictionary(grouping: index.facts.lazy.filter { $0.amount != nil }, by: \.section)
    for (number, section) in index.narrative.sections.enumerated() where section.kind == .generalBudgetItems {
      for measure in [NarrativeFact.Measure.final, .budget] {
        let own = (facts[number] ?? []).filter { $0.measure == measure }
        let items = own.filter { $0.path.count == 3 }
        guard items.count > 1, let whole = own.first, whole.path.isEmpty,
          ["generalBudgetExpenditure", "fiscalAppropriationExpenditure"].contains(whole.kind)
        else { continue }
        judge(whole, items, &verdicts, isComplete: false)
      }
    }
  }

  private func judge(
    _ whole: NarrativeFact, _ parts: [NarrativeFact], _ verdicts: inout Verdicts, isComplete: Bool = true
  ) {
    guard let total = whole.amount, let printed = total.yuan else { return }
    let amounts = parts.compactMap(\.amount)
    let sum = amounts.compactMap(\.yuan).reduce(.zero, +)
    let tolerance = ([total] + amounts).filter { !$0.value.isZero }.map(ExactNumber.halfUnit).reduce(.zero, +)
    let gap = (sum - printed).magnitude
    if gap.isZero { return verdicts.record(.passed) }
    let inUnit = sum.shifted(by: -(total.unit?.power ?? 0)).trimmed
    let words =
      parts.count > 6 ? "所列\(parts.count)项之和" : parts.map { "\($0.subject)\($0.quoted)" }.joined(separator: "、") + "合计"
    let isRounding = gap <= tolerance
    // A list may leave items out; none of it may exceed the whole.
    if !isRounding, !isComplete, sum < printed { return verdicts.record(.notEvaluable, reason: "所列各项可能不全") }
    let message =
      subject.heading(of: whole.section)
      + "：\(whole.name)\(whole.measureWord)\(whole.quoted)，而\(words)为\(inUnit)\(whole.unit)"
    let evidence = [whole.evidence] + parts.prefix(40).map(\.evidence)
    if isRounding {
      verdicts.round(message + "，在舍入误差以内。", expected: inUnit, actual: whole.text, evidence: evidence)
    } else {
      verdicts.fail(message + "。", expected: inUnit, actual: whole.text, evidence: evidence)
    }
  }

  // MARK: Repeats

  /// The same amount of the same item within one paragraph: in its heading and in its sentence.
  func evaluateRepeats(_ verdicts: inout Verdicts) {
    for group in index.byParagraph {
      let amounts = group.facts.filter { $0.path.count == 3 && index.isCurrentAmount($0) }
      for (position, fact) in amounts.enumerated() {
        guard let other = amounts[..<position].first(where: { $0.isAbout(fact) }), let a = fact.amount,
          let b = other.amount,
          let left = a.yuan, let right = b.yuan
        else { continue }
        let gap = (left - right).magnitude
        let tolerance = max(ExactNumber.halfUnit(of: a), ExactNumber.halfUnit(of: b))
        if gap <= tolerance {
          verdicts.record(.passed)
        } else {
          verdicts.fail(
            subject.heading(of: fact.section) + "：\(fact.name)先写\(other.quoted)，后写\(fact.quoted)，前后不一。",
            evidence: [fact.evidence, other.evidence])
        }
      }
    }
  }
}

extension NarrativeFact {
  /// 年初结转和结余, 年末财政拨款结转和结余.
  fileprivate func isBalance(of time: String) -> Bool { subject.holds(time) && subject.holds("结转") }
}
