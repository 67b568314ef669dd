import Disclosure
import PageContent

extension Rule {
  /// The scores of self-evaluation against their maxima, their total and the amounts that they come from.
  static let scores: [Rule] = [
    Rule(
      id: "performance.maximum", title: "得分不超过分值", english: "A score does not exceed its maximum",
      why: "各项得分一档最高不能超过该项的分值。",
      whyEnglish: "No score can be higher than what the item may earn."
    ) { Scores(evaluations: Evaluations(subject: $0)).evaluateMaxima(&$1) },
    Rule(
      id: "performance.total", title: "总分等于各项得分之和", english: "The total is the sum of the scores",
      why: "总分由预算执行得分与各项指标得分相加而得。",
      whyEnglish: "The total is the score of the execution and those of the indicators together.", tolerance: .rounding
    ) { Scores(evaluations: Evaluations(subject: $0)).evaluateTotals(&$1) },
    Rule(
      id: "performance.weights", title: "各项分值合计为满分", english: "The maxima add up to the full score",
      why: "预算执行与各项指标的分值合计应等于所印的总分值，未印时为100分。",
      whyEnglish: "The maxima of execution and indicators make the printed full score, or 100.", tolerance: .rounding,
      severity: .warning
    ) { Scores(evaluations: Evaluations(subject: $0)).evaluateWeights(&$1) },
    Rule(
      id: "performance.rate", title: "执行率与预算数、执行数相符", english: "A rate of execution follows from its amounts",
      why: "执行率 = 执行数 ÷ 预算数；允许的误差由所印各数的位数决定。",
      whyEnglish: "The rate is what was spent over what was budgeted.", tolerance: .quotient
    ) { Scores(evaluations: Evaluations(subject: $0)).evaluateRates(&$1) },
    Rule(
      id: "performance.executionScore", title: "预算执行得分按执行率计算",
      english: "The score of the execution follows from its rate",
      why: "表头写明得分 = 分值 × 执行率；执行率超过100%的，按满分计。",
      whyEnglish: "The head says that the score is its maximum times the rate; above 100 % it is the maximum.",
      tolerance: .quotient
    ) { Scores(evaluations: Evaluations(subject: $0)).evaluateExecution(&$1) },
    Rule(
      id: "performance.unscored", title: "每项指标都有得分", english: "Every indicator has its score",
      why: "其他指标均有得分而某项空白，不知是零分还是漏填。",
      whyEnglish: "Among scored indicators a blank one may be nothing, or left out.", severity: .warning
    ) { Scores(evaluations: Evaluations(subject: $0)).evaluateBlanks(&$1) },
    Rule(
      id: "performance.repeat", title: "同一指标在整体表与项目表中得分一致",
      english: "An indicator has one score in the department's and the project's table",
      why: "同一指标、同一完成值在两张自评表中的得分应当一致。",
      whyEnglish: "One indicator, reached alike, has one score wherever it is printed.", severity: .warning
    ) { Scores(evaluations: Evaluations(subject: $0)).evaluateRepeats(&$1) },
  ]
}

private struct Scores {
  let evaluations: Evaluations

  func evaluateMaxima(_ verdicts: inout Verdicts) {
    for evaluation in evaluations.all {
      let total = ScoredLine(
        name: "总分", maximum: evaluation.maximum, score: evaluation.score, location: evaluation.location)
      for line in evaluation.scored + [total] {
        guard let maximum = line.maximum, let score = line.score else { continue }
        if score.value <= maximum.value {
          verdicts.record(.passed)
        } else {
          verdicts.fail(
            "\(evaluation.heading)“\(line.name)”得分\(score.text)，超过分值\(maximum.text)。", expected: maximum.text,
            actual: score.text,
            evidence: [
              evaluation.evidence(score, row: line.name, column: "得分"),
              evaluation.evidence(maximum, row: line.name, column: "分值"),
            ])
        }
      }
    }
  }

  // MARK: Sums

  func evaluateTotals(_ verdicts: inout Verdicts) {
    for evaluation in evaluations.all {
      guard let total = evaluation.score else { continue }
      let lines = evaluation.scored.filter { $0.score != nil }
      guard lines.contains(where: { !$0.isExecution }) else {
        verdicts.record(.notEvaluable, reason: "未见各项得分")
        continue
      }
      if evaluation.scored.contains(where: { $0.isExecution && $0.maximum != nil && $0.score == nil }) {
        verdicts.record(.notEvaluable, reason: "未见预算执行得分")
        continue
      }
      judge(evaluation, total, lines, \.score, "得分", &verdicts)
    }
  }

  func evaluateWeights(_ verdicts: inout Verdicts) {
    for evaluation in evaluations.all {
      let lines = evaluation.scored
      guard evaluation.indicators.contains(where: { $0.maximum != nil }) else { continue }
      guard lines.allSatisfy({ $0.maximum != nil }) else {
        verdicts.record(.notEvaluable, reason: "有的指标未印分值")
        continue
      }
      judge(evaluation, evaluation.maximum, lines, \.maximum, "分值", &verdicts)
    }
  }

  /// A total against its lines; one that is not printed is 100.
  private func judge(
    _ evaluation: PerformanceEvaluation, _ total: Quantity?, _ lines: [ScoredLine],
    _ figure: KeyPath<ScoredLine, Quantity?>, _ column: String, _ verdicts: inout Verdicts
  ) {
    if evaluations.hasUnreadable(evaluation) {
      return verdicts.record(.notEvaluable, reason: "表中有不能识读的\(column)")
    }
    let printed = total?.value ?? ExactNumber(mantissa: 100, scale: 0)
    func sum(_ lines: [ScoredLine]) -> ExactNumber { lines.compactMap { $0[keyPath: figure]?.value }.reduce(.zero, +) }
    let own = sum(lines)
    let gap = (own - printed).magnitude
    // Whole scores are exact; what is printed with decimals may have been rounded.
    let rounded = lines.compactMap { $0[keyPath: figure] }.filter { $0.value.scale > 0 }
    var tolerance = rounded.map(\.halfUnit).reduce(.zero, +)
    if !rounded.isEmpty, let total { tolerance = tolerance + total.halfUnit }
    if gap.isZero { return verdicts.record(.passed) }
    // Some tables list the rate of execution once more among the indicators.
    if lines.contains(where: { !$0.isExecution && $0.name.holds("执行率") }) {
      return sum(lines.filter { !$0.isExecution }) == printed
        ? verdicts.record(.passed) : verdicts.record(.notEvaluable, reason: "预算执行率兼列于指标之中")
    }
    let parts =
      lines.count > 8
      ? "所列\(lines.count)项之和" : lines.compactMap { $0[keyPath: figure]?.text }.joined(separator: "+") + "合计"
    let message =
      "\(evaluation.heading)\(total == nil ? "满分应为" : column == "分值" ? "总分值" : "总分")\(printed.trimmed)，而各项\(column)\(parts)为\(own.trimmed)"
    let evidence =
      [evaluation.evidence(total, row: "总分", column: column)]
      + lines.map { evaluation.evidence($0[keyPath: figure], row: $0.name, column: column, else: $0.location) }
    if gap <= tolerance {
      verdicts.round(
        message + "，在舍入误差以内。", expected: own.trimmed, actual: printed.trimmed, evidence: evidence)
    } else {
      verdicts.fail(
        message + "，相差\(gap.trimmed)。", expected: own.trimmed, actual: printed.trimmed, evidence: evidence)
    }
  }

  // MARK: Execution

  func evaluateRates(_ verdicts: inout Verdicts) {
    for evaluation in evaluations.all {
      for line in evaluation.execution {
        guard let rate = line.rate, let executed = line.executed else { continue }
        let bases = [line.budget, line.initialBudget].compactMap { $0 }
        guard let base = bases.first, !base.value.isZero else {
          verdicts.record(.notEvaluable, reason: "未见预算数，或预算数为零")
          continue
        }
        let ways = bases.compactMap {
          Interval.percentage(of: Interval(rounded: executed.value), in: Interval(rounded: $0.value))
        }
        // 0.98 without a sign is a rate as well.
        let printed = [rate.value.approximate] + (rate.unit == nil ? [rate.value.approximate * 100] : [])
        let unit = Interval.unit(rate.value) * (rate.unit == nil ? 100 : 1)
        if ways.contains(where: { way in printed.contains { way.widened(by: unit).contains($0) } }) {
          verdicts.record(.passed)
        } else {
          let right = (ways.first.map { ($0.lower + $0.upper) / 2 } ?? 0).rounded(to: max(2, rate.value.scale))
          verdicts.fail(
            "\(evaluation.heading)“\(line.label)”执行率\(rate.printed)，而执行数\(executed.printed)÷预算数\(base.printed)为\(right)%。",
            expected: right, actual: rate.text,
            evidence: [
              evaluation.evidence(rate, row: line.label, column: "执行率"),
              evaluation.evidence(executed, row: line.label, column: "执行数"),
              evaluation.evidence(base, row: line.label, column: "预算数"),
            ])
        }
      }
    }
  }

  /// The amounts tell the rate, where they are printed; a rate that contradicts them is another rule's.
  func evaluateExecution(_ verdicts: inout Verdicts) {
    for evaluation in evaluations.all {
      guard let line = evaluation.spending, let maximum = line.maximum, let score = line.score else { continue }
      guard evaluation.scoresByRate else {
        verdicts.record(.notApplicable, reason: "表头未写明按执行率计分")
        continue
      }
      guard score.value <= maximum.value else {
        verdicts.record(.notApplicable, reason: "得分已超过分值")
        continue
      }
      guard let rate = line.rate?.percentage ?? rate(of: line) else {
        verdicts.record(.notEvaluable, reason: "未见执行率")
        continue
      }
      let share = Interval(min(rate.lower, 100), min(rate.upper, 100))
      let right = Interval(
        share.lower * maximum.value.approximate / 100, share.upper * maximum.value.approximate / 100)
      if right.widened(by: Interval.unit(score.value)).contains(score.value.approximate) {
        verdicts.record(.passed)
      } else {
        let expected = ((right.lower + right.upper) / 2).rounded(to: 2)
        verdicts.fail(
          "\(evaluation.heading)“\(line.label)”得分\(score.text)，而分值\(maximum.text)×执行率\(line.rate?.printed ?? "")为\(expected)。",
          expected: expected, actual: score.text,
          evidence: [
            evaluation.evidence(score, row: line.label, column: "得分"),
            evaluation.evidence(line.rate, row: line.label, column: "执行率", else: line.location),
          ])
      }
    }
  }

  private func rate(of line: PerformanceExecution) -> Interval? {
    guard let executed = line.executed, let base = line.budget ?? line.initialBudget else { return nil }
    return Interval.percentage(of: Interval(rounded: executed.value), in: Interval(rounded: base.value))
  }

  // MARK: Blanks and repeats

  func evaluateBlanks(_ verdicts: inout Verdicts) {
    for evaluation in evaluations.all where !evaluations.hasUnreadable(evaluation) {
      let blank = evaluation.indicators.filter { $0.score == nil }
      // A table without a column of scores, or one score for a group of indicators.
      guard evaluation.indicators.count > blank.count, blank.count * 2 <= evaluation.indicators.count else { continue }
      verdicts.record(.passed, count: evaluation.indicators.count - blank.count)
      for indicator in blank {
        verdicts.fail(
          "\(evaluation.heading)指标“\(indicator.name)”未填得分。",
          evidence: [evaluation.evidence(nil, row: indicator.name, column: "得分", else: indicator.location)])
      }
    }
  }

  func evaluateRepeats(_ verdicts: inout Verdicts) {
    for whole in evaluations.all where whole.subject == .department {
      for project in evaluations.projects {
        var differing: [(own: PerformanceIndicator, other: PerformanceIndicator)] = []
        for indicator in project.indicators {
          guard let other = whole.indicators.first(where: { $0.isSame(as: indicator) }), let a = indicator.score,
            let b = other.score
          else { continue }
          if a.value == b.value { verdicts.record(.passed) } else { differing.append((indicator, other)) }
        }
        guard !differing.isEmpty else { continue }
        let words = differing.map { "“\($0.own.name)”\($0.own.score?.text ?? "")与\($0.other.score?.text ?? "")" }
        verdicts.fail(
          "\(project.heading)与\(whole.heading)所列同一指标得分不一：\(words.joined(separator: "，"))。",
          evidence: differing.flatMap {
            [
              project.evidence($0.own.score, row: $0.own.name, column: "得分"),
              whole.evidence($0.other.score, row: $0.other.name, column: "得分"),
            ]
          })
      }
    }
  }
}

extension PerformanceIndicator {
  /// The same thing measured, with the same outcome and the same maximum.
  fileprivate func isSame(as other: PerformanceIndicator) -> Bool {
    func core(_ text: String) -> String { Wording.normalised(text) }
    return core(name) == core(other.name) && core(target) == core(other.target) && core(actual) == core(other.actual)
      && maximum?.value == other.maximum?.value && name.count >= 4
  }
}

extension Quantity {
  /// A printed percentage, or a rate without a sign.
  fileprivate var percentage: Interval {
    let own = Interval(rounded: value)
    return unit == nil && own.upper <= 2 ? Interval(own.lower * 100, own.upper * 100) : own
  }
}

extension Double {
  /// Decimal digits, so many after the point, without trailing zeros.
  func rounded(to places: Int) -> String {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    return ExactNumber(mantissa: Int128((self * factor).rounded()), scale: places).trimmed.description
  }
}
