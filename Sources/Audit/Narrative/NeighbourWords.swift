import Disclosure
import PageContent

/// Text on one kind of income that names only another.
struct NeighbourWords {
  let subject: Subject

  private static let siblings: Set<String> = [
    "generalBudgetIncome", "governmentFundIncome", "stateCapitalIncome", "superiorSubsidyIncome", "publicServiceIncome",
    "businessOperationIncome", "affiliatedRemittance", "otherIncome",
  ]
  private static let names = [
    "governmentFundIncome": "政府性基金", "stateCapitalIncome": "国有资本", "superiorSubsidyIncome": "上级补助收入",
    "publicServiceIncome": "事业收入", "businessOperationIncome": "经营收入", "affiliatedRemittance": "附属单位",
    "otherIncome": "其他收入", "generalBudgetIncome": "一般公共预算",
  ]

  func evaluate(_ verdicts: inout Verdicts) {
    for group in subject.narrative.byParagraph {
      guard let fact = group.facts.first, NeighbourWords.siblings.contains(fact.kind),
        group.facts.allSatisfy({ $0.kind == fact.kind }),
        subject.texts.indices.contains(group.paragraph), let own = NeighbourWords.names[fact.kind]
      else { continue }
      let text = subject.texts[group.paragraph].words
      guard let named = text.range(of: own) else { continue }
      let rest = NeighbourWords.withoutReason(text[named.upperBound...])
      let other = NeighbourWords.names.filter { $0.key != fact.kind && rest.holds($0.value) }.keys.sorted().first
      guard let other, !rest.holds(own), let word = NeighbourWords.names[other] else {
        verdicts.record(.passed)
        continue
      }
      verdicts.fail(
        subject.heading(of: fact.section) + "：\(fact.name)的说明只提“\(word)”，疑为误用相邻项目的文字。",
        evidence: [
          Evidence(
            location: fact.location, row: fact.subject,
            text: Subject.excerpt(subject.texts[group.paragraph].printed, around: word))
        ])
    }
  }

  /// A reason may name what it likes.
  private static func withoutReason(_ text: Substring) -> String {
    let marks = ["主要是", "主要原因", "原因是", "原因为", "由于"].compactMap { text.range(of: $0)?.lowerBound }
    return String(text[..<(marks.min() ?? text.endIndex)])
  }

}
