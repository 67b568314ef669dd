import Disclosure
import PageContent

extension Rule {
  /// Percentages of the narrative, reckoned anew from the amounts beside them.
  static let percentages: [Rule] = [
    Rule(
      id: "narrative.rate", title: "增减幅度与其金额相符", english: "A growth rate follows from its amounts",
      why: "增减幅度 = 增减额 ÷ 基数；允许的误差由所印各数的位数决定。",
      whyEnglish: "The rate is the change over the base.", tolerance: .quotient
    ) { Percentages(subject: $0).evaluateRates(&$1) },
    Rule(
      id: "narrative.completion", title: "完成率与决算数、预算数相符", english: "A completion rate is final over budget",
      why: "完成率 = 决算数 ÷ 预算数；允许的误差由所印各数的位数决定。",
      whyEnglish: "The rate is the final amount over the budget.", tolerance: .quotient
    ) { Percentages(subject: $0).evaluateCompletions(&$1) },
    Rule(
      id: "narrative.share", title: "占比与其金额相符", english: "A share follows from its amounts",
      why: "占比 = 部分 ÷ 总额；允许的误差由所印各数的位数决定。",
      whyEnglish: "The share is the part over the whole.", tolerance: .quotient
    ) { Percentages(subject: $0).evaluateShares(&$1) },
    Rule(
      id: "narrative.zeroBase", title: "基数为零时没有百分比", english: "There is no percentage of nothing",
      why: "基数为零而数额不为零时，增长率、完成率无从计算，不是0%。",
      whyEnglish: "Where the base is nothing there is no rate of growth or completion; it is not 0 %."
    ) { Percentages(subject: $0).evaluateZeroBases(&$1) },
  ]
}

/// The percentages of a narrative and the amounts that each is of.
struct Percentages {
  let subject: Subject
  private let comparisons = Comparisons()
  private let amounts: NamedAmounts

  init(subject: Subject) {
    self.subject = subject
    amounts = NamedAmounts(subject.narrative.currentAmounts)
  }

  var index: NarrativeIndex { subject.narrative }

  /// A percentage and what it follows from.
  private struct Reckoning {
    var fact: NarrativeFact
    /// Over the base, in per cent.
    var numerator: Interval
    var base: Interval
    /// What they were taken from.
    var sources: [NarrativeFact]
    /// 增减额56.95万元 ÷ 上年数
    var words: String
  }

  // MARK: Rates

  func evaluateRates(_ verdicts: inout Verdicts) {
    forEach(.rate) { fact, position, facts in
      let ways = rates(fact, position, facts)
      if ways.isEmpty { return verdicts.record(.notEvaluable, reason: "未见计算增减幅度所需的金额") }
      judge(ways, printed: fact.signed, &verdicts)
    }
  }

  /// The ways in which a rate may have been reckoned: from the change and the amount; from both years' amounts.
  private func rates(_ fact: NarrativeFact, _ position: Int, _ facts: [NarrativeFact]) -> [Reckoning] {
    let near = index.before(position, in: facts)
    let current = index.current(of: fact, near, facts)
    let base = index.base(of: fact, in: near, besides: current)
    let change = near.first { $0.measure == .change && $0.amount != nil && $0.sentence == fact.sentence }
    var ways: [Reckoning] = []
    // Where an item states two amounts, which is a contradiction of its own, the rate may be of either.
    let currents = current == nil ? [] : near.filter(index.isCurrentAmount)
    for current in currents {
      guard let base, let a = current.yuanInterval, let b = base.yuanInterval else { continue }
      ways.append(
        Reckoning(
          fact: fact, numerator: Interval(a.lower - b.upper, a.upper - b.lower), base: b, sources: [current, base],
          words: "由\(base.quoted)至\(current.quoted)"))
    }
    if let change, let c = change.signedYuanInterval {
      // 收入总计…，其中年初结转…，较上年增加…: what changed may be the whole.
      let others = facts[..<position].filter {
        $0.sentence == fact.sentence && $0 != current && index.isCurrentAmount($0)
      }
      for grown in [current].compactMap(\.self) + others {
        guard let a = grown.yuanInterval else { continue }
        ways.append(
          Reckoning(
            fact: fact, numerator: c, base: Interval(a.lower - c.upper, a.upper - c.lower), sources: [change, grown],
            words: "增减\(change.quoted)，本年\(grown.quoted)"))
      }
    }
    return ways.filter { $0.base.lower > 0 && $0.sources.allSatisfy { !$0.value.isZero || $0.measure == .change } }
  }

  // MARK: Completion

  func evaluateCompletions(_ verdicts: inout Verdicts) {
    forEach(.completion) { fact, position, facts in
      let near = amountsOfProject(fact, position, facts) ?? index.before(position, in: facts)
      guard let final = near.first(where: { $0.isFinal && $0.amount != nil }),
        let budget = near.first(where: { $0.measure == .budget && $0.amount != nil })
          ?? afterwards(fact, position, facts),
        let a = final.yuanInterval, let b = budget.yuanInterval
      else { return verdicts.record(.notEvaluable, reason: "未见计算完成率所需的金额") }
      if b.lower <= 0 { return verdicts.record(.notApplicable, reason: "预算数为零") }
      judge(
        [
          Reckoning(
            fact: fact, numerator: a, base: b, sources: [final, budget],
            words: "决算数\(final.quoted)，预算数\(budget.quoted)")
        ], printed: fact.value, &verdicts)
    }
  }

  /// 项目全年预算数为…，执行数为…，执行率为…: in a section on performance the percentage is of the amounts before it, which are
  /// a project's, though their words are those of projects. nil elsewhere.
  private func amountsOfProject(_ fact: NarrativeFact, _ position: Int, _ facts: [NarrativeFact]) -> [NarrativeFact]? {
    guard fact.kind.hasPrefix("performance"), fact.kind != "performanceAmount" else { return nil }
    let near = facts[..<position].reversed().prefix { $0.sentence == fact.sentence && $0.percentage == nil }
      .filter { $0.amount != nil }
    let isPair =
      near.count == 2 && near.allSatisfy { $0.kind == "performanceAmount" && $0.subject == fact.subject }
      && Set(near.map(\.measure)) == [.final, .budget]
    return isPair ? near : []
  }

  private func afterwards(_ fact: NarrativeFact, _ position: Int, _ facts: [NarrativeFact]) -> NarrativeFact? {
    facts[(position + 1)...].prefix { $0.sentence == fact.sentence }
      .first { $0.isAbout(fact) && $0.measure == .budget && $0.amount != nil }
  }

  // MARK: Shares

  func evaluateShares(_ verdicts: inout Verdicts) {
    forEach(.share) { fact, position, facts in
      guard let part = index.before(position, in: facts).first(where: index.isCurrentAmount),
        let a = part.yuanInterval
      else { return verdicts.record(.notEvaluable, reason: "未见计算占比所需的金额") }
      guard comparisons.areLeft else { return verdicts.record(.notEvaluable, reason: Comparisons.reason) }
      var wholes = wholes(of: fact, part: part, before: position, in: facts)
      if wholes.isEmpty, let whole = wholeOfOthers(beside: fact, part, in: facts) { wholes = [whole] }
      let ways = wholes.compactMap { whole -> Reckoning? in
        guard let b = whole.yuanInterval, b.lower > 0 else { return nil }
        return Reckoning(
          fact: fact, numerator: a, base: b, sources: [part, whole], words: "\(part.quoted)占\(whole.quoted)")
      }
      if ways.isEmpty { return verdicts.record(.notEvaluable, reason: "未见计算占比所需的总额") }
      judge(ways + others(of: fact, part: part, a), printed: fact.value, &verdicts)
    }
  }

  /// The whole that the other shares of a list are of, where its own amount exceeds every one: then that is wrong.
  private func wholeOfOthers(
    beside fact: NarrativeFact, _ part: NarrativeFact, in facts: [NarrativeFact]
  ) -> NarrativeFact? {
    guard fact.path.count == 1, fact.base?.isEmpty ?? true else { return nil }
    let others = facts.indices.lazy.filter {
      facts[$0].measure == .share && facts[$0].path.count == 1 && facts[$0] != fact
    }
    let parts = others.prefix(Percentages.mostWholes).compactMap { position in
      index.before(position, in: facts).first(where: index.isCurrentAmount).map { (share: facts[position], part: $0) }
    }
    comparisons.add(amounts.expenditureAsAWhole.count * (parts.count + 1))
    return amounts.expenditureAsAWhole.first { whole in
      whole.unit == part.unit && !whole.value.isZero
        && parts.count { other in
          guard let a = other.part.yuanInterval, let b = whole.yuanInterval, b.lower > 0,
            let value = Interval.percentage(of: a, in: b)
          else { return false }
          return value.widened(by: Interval.unit(other.share.value)).contains(other.share.value.approximate)
        } >= Percentages.fewestOthers
    }
  }

  /// A whole of one share may be of it by chance.
  private static let fewestOthers = 2

  /// Further wholes that a share may be of, where words name none surely: an amount that its section states before it, and
  /// the sum of the parts that are listed there with shares of their own.
  private func others(of fact: NarrativeFact, part: NarrativeFact, _ numerator: Interval) -> [Reckoning] {
    func way(_ base: Interval, _ sources: [NarrativeFact], _ words: String) -> Reckoning? {
      guard base.lower > 0, base.upper >= numerator.lower else { return nil }
      return Reckoning(fact: fact, numerator: numerator, base: base, sources: sources, words: words)
    }
    let inSection = index.currentAmounts(inSection: fact.section, upTo: fact.sentence)
    let stated = inSection.suffix(Percentages.mostWholes)
      .compactMap { whole in
        whole == part || whole.unit != part.unit
          ? nil : whole.yuanInterval.flatMap { way($0, [part, whole], "\(part.quoted)占\(whole.quoted)") }
      }
    let parts = index.partsWithShares(inSection: fact.section).prefix(Percentages.mostWholes + 1)
    let sum = parts.compactMap(\.yuanInterval).reduce(Interval(0, 0)) {
      Interval($0.lower + $1.lower, $0.upper + $1.upper)
    }
    return stated
      + (2...Percentages.mostWholes ~= parts.count
        ? [way(sum, [part], "\(part.quoted)占所列各项之和")].compactMap(\.self) : [])
  }

  /// More amounts of one section than these are not tried.
  private static let mostWholes = 40

  /// What a share may be of: what its base names; without one, the amount that heads the paragraph.
  private func wholes(
    of fact: NarrativeFact, part: NarrativeFact, before position: Int, in facts: [NarrativeFact]
  ) -> [NarrativeFact] {
    func isWhole(_ other: NarrativeFact) -> Bool {
      other.unit == part.unit && other.value >= part.value && other != part
    }
    let first = facts[..<position].first { $0.path.isEmpty && index.isCurrentAmount($0) && isWhole($0) }
    let head = first.map { [$0] } ?? []
    guard let base = fact.base, !base.isEmpty, let kind = fact.baseKind else {
      return head.isEmpty && fact.path.count == 1 ? classesWhole(of: fact, where: isWhole) : head
    }
    let meant = amounts.meant(by: Wording.normalised(base), kind: kind, comparisons)
    comparisons.add(meant.count)
    let named = meant.filter(isWhole)
    // The nearest says what is meant; the same words may stand for other amounts elsewhere.
    let near = named.filter { $0.section == fact.section }
    if !near.isEmpty { return near + head }
    return named.isEmpty ? [] : head + named
  }

  /// What the classes are shares of where no total heads their list: the expenditure that the report states as a whole.
  private func classesWhole(of fact: NarrativeFact, where isWhole: (NarrativeFact) -> Bool) -> [NarrativeFact] {
    comparisons.add(amounts.expenditureAsAWhole.count)
    return amounts.expenditureAsAWhole.filter(isWhole)
  }

  // MARK: Judging

  func forEach(
    _ measure: NarrativeFact.Measure, _ body: (NarrativeFact, Int, [NarrativeFact]) -> Void
  ) {
    for group in index.byParagraph {
      for (position, fact) in group.facts.enumerated() where fact.measure == measure && fact.percentage != nil {
        body(fact, position, group.facts)
      }
    }
  }

  /// A printed percentage must follow from one of the ways in which it may have been reckoned.
  private func judge(_ ways: [Reckoning], printed: ExactNumber, _ verdicts: inout Verdicts) {
    var isNear = false
    var first: (way: Reckoning, value: Interval)?
    for way in ways {
      guard let value = Interval.percentage(of: way.numerator, in: way.base) else { continue }
      first = first ?? (way, value)
      let unit = Interval.unit(printed)
      if value.widened(by: 0.5 * unit + 1e-9).contains(printed.approximate) { return verdicts.record(.passed) }
      // Cut off instead of rounded, or reckoned from figures with more digits.
      if value.widened(by: 1.5 * unit).contains(printed.approximate) { isNear = true }
    }
    guard let (way, value) = first else { return verdicts.record(.notApplicable) }
    if isNear { return verdicts.record(.rounding) }
    // The quotient of the printed amounts themselves: theirs are the middles of both intervals.
    let middle = Percentages.text(
      way.base.middle == 0 ? (value.lower + value.upper) / 2 : 100 * way.numerator.middle / way.base.middle,
      decimals: max(2, printed.scale))
    let fact = way.fact
    verdicts.fail(
      subject.heading(of: fact.section)
        + "：\(fact.name)\(fact.measureWord)写作\(fact.quoted)，按\(way.words)计算应为\(middle)%。",
      expected: middle, actual: printed.description, evidence: [fact.evidence] + way.sources.map(\.evidence))
  }

  /// A percentage with a fixed number of decimals.
  private static func text(_ value: Double, decimals: Int) -> String {
    var scaled = value
    for _ in 0..<decimals { scaled *= 10 }
    guard scaled.magnitude < 1e15 else { return "0" }
    return ExactNumber(mantissa: Int128(scaled.rounded()), scale: decimals).description
  }
}
