import Disclosure
import PageContent

/// Percentages of nothing.
extension Percentages {
  func evaluateZeroBases(_ verdicts: inout Verdicts) {
    var conventions: [Finding] = []
    forEach(.rate) { fact, position, facts in
      let near = index.before(position, in: facts)
      guard let current = near.first(where: index.isCurrentAmount) ?? amountBefore(fact), !current.value.isZero,
        let change = near.first(where: { $0.measure == .change && $0.amount != nil && $0.sentence == fact.sentence })
      else { return verdicts.record(.notApplicable) }
      let grewFromNothing = change.signed == current.value && change.unit == current.unit
      let deniesBase = change.value.isZero && saysThereWasNone(fact)
      guard grewFromNothing || deniesBase else { return verdicts.record(.passed) }
      // Many write 100 % where something came of nothing: said once, and no contradiction. 0 % is one.
      let isConvention = grewFromNothing && fact.value == ExactNumber(mantissa: 100, scale: 0)
      verdicts.record(.failed)
      let finding = Finding(
        rule: verdicts.rule, severity: isConvention ? .warning : verdicts.severity,
        message: subject.heading(of: fact.section)
          + (grewFromNothing
            ? "：\(current.name)\(current.quoted)，增加\(change.quoted)，即基数为零，增长率无从计算，却写“\(fact.quoted)”。"
            : "：\(current.name)\(current.quoted)，称上年无数，却写变化\(change.quoted)、增长\(fact.quoted)。"),
        evidence: [fact.evidence, current.evidence, change.evidence])
      if isConvention { conventions.append(finding) } else { verdicts.add(finding) }
    }
    verdicts.addOnce(conventions)
    forEach(.completion) { fact, position, facts in
      let near = index.before(position, in: facts)
      guard let final = near.first(where: { $0.isFinal && $0.amount != nil }), !final.value.isZero,
        let budget = near.first(where: { $0.measure == .budget && $0.amount != nil }), budget.value.isZero
      else { return verdicts.record(.notApplicable) }
      verdicts.fail(
        subject.heading(of: fact.section)
          + "：\(final.name)决算数\(final.quoted)，预算数\(budget.quoted)，完成率无从计算，却写“\(fact.quoted)”。",
        evidence: [fact.evidence, final.evidence, budget.evidence])
    }
  }

  /// The amount that an earlier paragraph of the section gives of the same.
  private func amountBefore(_ fact: NarrativeFact) -> NarrativeFact? {
    index.currentAmounts(inSection: fact.section, upTo: fact.sentence).last { $0.isAbout(fact) }
  }

  /// 无2018年决算数, 不存在上年…, 新成立单位: in the sentence or the reason that follows it.
  private func saysThereWasNone(_ fact: NarrativeFact) -> Bool {
    let sentences = index.narrative.sentences[fact.sentence...].prefix(2)
    return sentences.contains { sentence in
      sentence.paragraph == index.paragraph(of: fact)
        && (sentence.text.holds("不存在") || sentence.text.holds("新成立") || sentence.text.holds("无上年"))
    }
  }
}
