import Disclosure
import PageContent

extension Rule {
  /// 持平 against what is said beside it.
  static let flats: [Rule] = [
    Rule(
      id: "narrative.flat", title: "“持平”与所述增减不矛盾", english: "What is said to be unchanged has not changed",
      why: "同一事项既称与上年持平，又列增减额或以增减为原因，两者必有一误。",
      whyEnglish: "What is as it was last year has neither risen nor fallen, nor a reason for it.",
      tolerance: .comparison
    ) { Flats(subject: $0).evaluate(&$1) }
  ]
}

private struct Flats {
  let subject: Subject

  private var index: NarrativeIndex { subject.narrative }

  func evaluate(_ verdicts: inout Verdicts) {
    for statement in index.narrative.statements where statement.direction == .flat && statement.basis == .prior {
      let sentence = index.narrative.sentences[statement.sentence]
      if Directions.isRough(sentence.text) {
        verdicts.record(.notApplicable, reason: "称“基本持平”")
        continue
      }
      let beside = index.narrative.facts.filter { $0.sentence == statement.sentence }
      if let change = beside.first(where: { contradicts(statement, $0) }) {
        verdicts.fail(
          subject.heading(of: statement.section)
            + "：\(Wording.quoted(statement.subject))既称与上年持平，又称\(change.direction == .decrease ? "减少" : "增加")\(change.quoted)。",
          evidence: [
            Evidence(location: statement.location, row: statement.subject, text: "持平"), change.evidence,
          ])
      } else if let reason = trend(after: statement, in: sentence) {
        verdicts.fail(
          subject.heading(of: statement.section)
            + "：\(Wording.quoted(statement.subject))称与上年持平，所述原因却为“\(reason)”。",
          evidence: [Evidence(location: statement.location, row: statement.subject, text: reason)], severity: .warning)
      } else {
        verdicts.record(.passed)
      }
    }
  }

  /// A change of the same against the same year, that is more than what 持平 leaves open.
  private func contradicts(_ statement: NarrativeStatement, _ fact: NarrativeFact) -> Bool {
    guard fact.measure == .change, fact.amount != nil, !fact.value.isZero, fact.direction != nil, !fact.isInReason,
      fact.kind == statement.kind, fact.path == statement.path, isNamed(fact, by: statement),
      fact.comparedYear == statement.comparedYear, !(fact.base.map { $0.holds("预算") || $0.holds("年初") } ?? false)
    else { return false }
    let rate = index.narrative.facts.first {
      $0.sentence == fact.sentence && $0.measure == .rate && $0.isAbout(fact) && $0.percentage != nil
    }
    return rate.map { $0.value.magnitude.approximate > 1 } ?? true
  }

  private func isNamed(_ fact: NarrativeFact, by statement: NarrativeStatement) -> Bool {
    Wording.normalised(fact.subject) == Wording.normalised(statement.subject)
  }

  /// 人员减少: a reason of one clause that ends with a rise or a fall.
  private func trend(after statement: NarrativeStatement, in sentence: NarrativeSentence) -> String? {
    let text = Wording.normalised(sentence.text)
    guard let flat = text.range(of: "持平") else { return nil }
    let rest = text[flat.upperBound...]
    guard let mark = Flats.reasons.lazy.compactMap({ rest.range(of: $0) }).first,
      rest[..<mark.lowerBound].unicodeScalars.count < 4
    else { return nil }
    let reason = rest[mark.upperBound...].drop(while: { ":,是为".contains($0) }).prefix { $0 != "。" && $0 != ";" }
    let words = String(reason)
    guard Flats.trends.contains(where: words.ends),
      !["持平", "不变", "无", "未", "没有", "同时", "但", ",", "、", "均"].contains(where: words.holds)
    else { return nil }
    return words
  }

  private static let reasons = ["主要原因", "原因是", "原因为"]
  private static let trends = ["减少", "下降", "降低", "增加", "增长", "提高"]
}
