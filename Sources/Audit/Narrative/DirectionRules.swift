import Disclosure
import PageContent

extension Rule {
  /// Words that compare two amounts, against the amounts.
  static let directions: [Rule] = [
    Rule(
      id: "narrative.direction", title: "“大于”“小于”“持平”与所列金额相符",
      english: "Words that compare two amounts agree with them",
      why: "决算数与预算数孰大孰小，应以所列金额为准。",
      whyEnglish: "Which of the two is greater is for the printed amounts to say.", tolerance: .comparison
    ) { Directions(subject: $0).evaluateStatements(&$1) },
    Rule(
      id: "narrative.change", title: "增减额等于两数之差", english: "A change is the difference of its two amounts",
      why: "增减额应等于本年数与基数之差。",
      whyEnglish: "A change is this year's amount less the base.", tolerance: .rounding
    ) { Directions(subject: $0).evaluateChanges(&$1) },
  ]
}

/// What the words of a narrative say of which amount is greater, and the amounts.
struct Directions {
  let subject: Subject

  private var index: NarrativeIndex { subject.narrative }

  // MARK: Statements

  func evaluateStatements(_ verdicts: inout Verdicts) {
    let narrative = index.narrative
    for statement in narrative.statements where statement.basis == .budget {
      // The item's own figures: those before the words, the nearest last.
      let own = index.facts(upTo: statement.sentence).filter {
        $0.kind == statement.kind && $0.path == statement.path && $0.amount != nil
      }
      guard let final = own.last(where: \.isFinal), let budget = own.last(where: { $0.measure == .budget }),
        let a = final.yuan, let b = budget.yuan
      else {
        verdicts.record(.notEvaluable, reason: "未见所比较的金额")
        continue
      }
      let text = narrative.sentences[statement.sentence].text
      if agrees(statement.direction, a, b, isRough: Directions.isRough(text)) {
        verdicts.record(.passed)
        continue
      }
      let word = a == b ? "等于" : a < b ? "小于" : "大于"
      verdicts.fail(
        subject.heading(of: statement.section)
          + "：\(final.name)决算数\(final.quoted)，预算数\(budget.quoted)，决算数\(word)预算数，文中却称\(Directions.word(statement.direction))。",
        evidence: [
          Evidence(location: statement.location, row: statement.subject, text: Directions.clause(text)), final.evidence,
          budget.evidence,
        ])
    }
  }

  static func isRough(_ text: String) -> Bool {
    ["基本持平", "基本一致", "基本相同", "基本相等", "基本相当", "大体持平", "大致持平", "大体一致"].contains(where: text.holds)
  }

  /// 基本持平 is said of what differs a little.
  private func agrees(_ direction: NarrativeFact.Direction, _ a: ExactNumber, _ b: ExactNumber, isRough: Bool) -> Bool {
    switch direction {
    // Amounts that are equal as printed may differ in what was rounded off.
    case .increase: return a >= b
    case .decrease: return a <= b
    case .flat:
      if a == b { return true }
      let allowed = isRough ? 0.1 : 0.01
      return (a - b).magnitude.approximate <= allowed * b.magnitude.approximate
    }
  }

  private static func word(_ direction: NarrativeFact.Direction) -> String {
    switch direction {
    case .increase: "大于"
    case .decrease: "小于"
    case .flat: "等于或持平"
    }
  }

  private static func clause(_ text: String) -> String { text.count > 40 ? String(text.prefix(40)) + "…" : text }

  // MARK: Changes

  /// Whether a change may be that of a whole which is named before the part: 收入…，其中：…、其他收入…；较上年增加….
  private func isOfWhole(
    _ change: NarrativeFact, besides part: NarrativeFact, _ before: ArraySlice<NarrativeFact>
  ) -> Bool {
    before.contains { whole in
      whole != part && whole.sentence >= change.sentence - 1 && index.isCurrentAmount(whole) && whole.unit == part.unit
        && whole.value >= part.value
    }
  }

  func evaluateChanges(_ verdicts: inout Verdicts) {
    for group in index.byParagraph {
      for (position, change) in group.facts.enumerated() where change.measure == .change && change.amount != nil {
        let near = index.before(position, in: group.facts)
        guard let current = near.first(where: index.isCurrentAmount), let a = current.amount, let c = change.amount,
          let left = a.yuan, let printed = Amount(value: change.signed, unit: c.unit).yuan
        else {
          verdicts.record(.notEvaluable, reason: "未见计算增减额所需的金额")
          continue
        }
        guard let base = index.base(of: change, in: near, besides: current), let b = base.amount, let right = b.yuan
        else {
          // A rise by more than the amount itself, from less than nothing.
          if index.current(of: change, near, group.facts) != nil, change.direction == .increase, left.mantissa >= 0,
            !isOfWhole(change, besides: current, group.facts[..<position]),
            printed - left > ExactNumber.halfUnit(of: a) + ExactNumber.halfUnit(of: c)
          {
            verdicts.fail(
              subject.heading(of: change.section)
                + "：\(current.name)\(current.quoted)，却称增加\(change.quoted)，增加额大于本年数。",
              evidence: [change.evidence, current.evidence])
          } else {
            verdicts.record(.notEvaluable, reason: "未见计算增减额所需的金额")
          }
          continue
        }
        let difference = left - right
        let tolerance = [a, b, c].map(ExactNumber.halfUnit).reduce(.zero, +)
        let gap = (difference - printed).magnitude
        if gap.isZero {
          verdicts.record(.passed)
        } else if gap <= tolerance {
          verdicts.record(.rounding)
        } else if change.direction == nil, difference.magnitude == printed.magnitude {
          verdicts.record(.passed)
        } else {
          verdicts.fail(
            subject.heading(of: change.section)
              + "：\(change.name)由\(base.quoted)至\(current.quoted)，相差\(difference.shifted(by: -(c.unit?.power ?? 0)).trimmed)\(change.unit)，文中却称\(change.direction == .decrease ? "减少" : "增加")\(change.quoted)。",
            evidence: [change.evidence, current.evidence, base.evidence])
        }
      }
    }
  }
}
