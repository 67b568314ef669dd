import Disclosure
import PageContent

extension Rule {
  /// Amounts of the narrative that are said to be parts of others.
  static let ofWhich: [Rule] = [
    Rule(
      id: "narrative.ofWhich", title: "“其中”所列不超过总额", english: "What is said to be part of an amount does not exceed it",
      why: "“其中”所列的每一项、授予中小企业和小微企业的金额都含在总额之内。",
      whyEnglish: "What is listed as part of an amount, and what small enterprises were awarded, is within it.",
      tolerance: .rounding
    ) { OfWhich(subject: $0).evaluate(&$1) }
  ]
}

private struct OfWhich {
  let subject: Subject

  private var index: NarrativeIndex { subject.narrative }

  func evaluate(_ verdicts: inout Verdicts) {
    for group in index.byParagraph {
      let figures = SentenceFigures.all(group.facts, in: index.narrative)
      for (position, figure) in figures.enumerated()
      where index.isCurrentAmount(figure.fact) && !figure.fact.value.isZero {
        let parts = parts(of: figure, in: figures[(position + 1)...])
        // Parts that a rule adds up are told there.
        if NarrativeSums.addsUp(parts.map(\.kind), to: figure.fact.kind) { continue }
        for part in parts {
          // 采购100万元：货物20万元、服务30万元；其中财政拨款60万元: what was named first may be the whole.
          let isOfAnother = figures[..<position].contains { other in
            index.isCurrentAmount(other.fact) && other.fact.unit == part.unit && other.fact.value >= part.value
          }
          if isOfAnother || isOfTheList(part, after: figure.fact) {
            verdicts.record(.notEvaluable, reason: "“其中”所指的总额不明")
          } else {
            judge(part, in: figure.fact, &verdicts)
          }
        }
      }
    }
    evaluateEnterprises(&verdicts)
  }

  /// The amounts after 其中, which follows the whole at once, up to the next 其中 or the end of the sentence.
  private func parts(of whole: SentenceFigures.Figure, in rest: ArraySlice<SentenceFigures.Figure>) -> [NarrativeFact] {
    var parts: [NarrativeFact] = []
    var before = whole
    for figure in rest {
      let gap = SentenceFigures.words(between: before, and: figure, in: index.narrative)
      if before.fact == whole.fact {
        guard gap.drop(while: { ",，:：;；。(（".contains($0) }).hasPrefix("其中"),
          figure.fact.sentence <= whole.fact.sentence + 1
        else { return [] }
      } else if gap.holds("其中") || gap.holds("。") || gap.holds("另") || figure.fact.sentence != before.fact.sentence {
        break
      }
      before = figure
      // 其中：…较上年…, 完成预算…: other figures of the part.
      if index.isCurrentAmount(figure.fact), figure.fact.unit == whole.fact.unit { parts.append(figure.fact) }
    }
    return parts
  }

  /// 10.购房补贴（2210203），具体为：人员经费5万元。其中住房保障支出（类）…: a sentence that names an item, after one on another,
  /// speaks of the list.
  private func isOfTheList(_ part: NarrativeFact, after whole: NarrativeFact) -> Bool {
    part.sentence > whole.sentence && !part.path.isEmpty && (!whole.path.isEmpty || index.isWithinItem(whole))
  }

  private static let enterprises = [
    ("procurement", "procurement.smallAndMedium"), ("procurement", "procurement.smallAndMicro"),
    ("procurement.smallAndMedium", "procurement.smallAndMicro"),
  ]

  /// What small enterprises were awarded, where its section states one amount of each.
  private func evaluateEnterprises(_ verdicts: inout Verdicts) {
    let procurement = index.currentAmounts.map(\.fact).filter { index.sectionKind(of: $0) == .procurement }
    let sections = Dictionary(grouping: procurement, by: \.section).sorted { ($0.key ?? -1) < ($1.key ?? -1) }
    for (_, facts) in sections {
      func only(_ kind: String) -> NarrativeFact? {
        let own = facts.filter { $0.kind == kind && $0.path.isEmpty }
        return own.count == 1 ? own[0] : nil
      }
      // 其中 may have told it already.
      var told = Set(facts.filter { isTold($0, verdicts) })
      for (whole, part) in OfWhich.enterprises {
        guard let whole = only(whole), let part = only(part), whole.unit == part.unit, whole.sentence <= part.sentence,
          !told.contains(part)
        else { continue }
        judge(part, in: whole, &verdicts)
        if isTold(part, verdicts) { told.insert(part) }
      }
    }
  }

  private func isTold(_ fact: NarrativeFact, _ verdicts: Verdicts) -> Bool {
    verdicts.findings.contains { $0.finding.evidence.first == fact.evidence }
  }

  private func judge(_ part: NarrativeFact, in whole: NarrativeFact, _ verdicts: inout Verdicts) {
    guard let a = part.amount, let b = whole.amount, let left = a.yuan, let right = b.yuan else { return }
    if left - right <= ExactNumber.halfUnit(of: a) + ExactNumber.halfUnit(of: b) { return verdicts.record(.passed) }
    verdicts.fail(
      subject.heading(of: part.section)
        + "：\(whole.name)\(whole.quoted)，而含在其中的\(part.name)为\(part.quoted)，大于总额。",
      expected: "≤ \(whole.text)", actual: part.text, evidence: [part.evidence, whole.evidence])
  }
}

/// The figures of a paragraph with their places in their sentences.
enum SentenceFigures {
  struct Figure {
    var fact: NarrativeFact
    var range: Range<String.Index>
  }

  static func all(_ facts: [NarrativeFact], in narrative: Narrative) -> [Figure] {
    var figures: [Figure] = []
    for fact in facts {
      let text = narrative.sentences[fact.sentence].text
      let last = figures.last.flatMap { $0.fact.sentence == fact.sentence ? $0.range.upperBound : nil }
      let words = fact.text + fact.unit
      guard let start = text[(last ?? text.startIndex)...].range(of: words) else { continue }
      figures.append(Figure(fact: fact, range: start))
    }
    return figures
  }

  /// What stands between a figure and one after it, in its sentence or the next.
  static func words(between figure: Figure, and next: Figure, in narrative: Narrative) -> String {
    let text = narrative.sentences[figure.fact.sentence].text
    if figure.fact.sentence == next.fact.sentence {
      return figure.range.upperBound <= next.range.lowerBound
        ? String(text[figure.range.upperBound..<next.range.lowerBound]) : ""
    }
    let after = narrative.sentences[next.fact.sentence].text
    return String(text[figure.range.upperBound...] + after[..<next.range.lowerBound])
  }
}
