import Disclosure
import PageContent

extension Rule {
  /// One rule for every part of the catalogue: it is at most as much as its whole.
  static func parts(of catalogue: Catalogue) -> [Rule] {
    catalogue.wholes.compactMap { part in
      guard let own = part.part.first, let whole = part.whole.first else { return nil }
      return Rule(
        id: "identity.\(part.id)",
        title: catalogue.words(of: own) + " ≤ " + catalogue.words(of: whole),
        english: catalogue.english(of: own) + " ≤ " + catalogue.english(of: whole),
        why: "基本支出中的一项包含在同一项的全部支出之内，不会更多。",
        whyEnglish: "What basic expenditure holds of an item is a part of all that is spent on it.",
        tolerance: .rounding
      ) { subject, verdicts in
        PartOfWhole(subject: subject, part: part).evaluate(&verdicts)
      }
    }
  }
}

/// A part and its whole, of two tables of a document.
private struct PartOfWhole {
  let subject: Subject
  let part: Catalogue.Part

  func evaluate(_ verdicts: inout Verdicts) {
    guard let own = place(part.part), let amount = subject.amount(own), !amount.value.isZero else {
      return verdicts.record(.notApplicable, reason: "各项均无数")
    }
    guard let whole = place(part.whole) else {
      return verdicts.record(.notEvaluable, reason: "未见同一项的全部支出")
    }
    switch Balance(own, [whole]).verdict(in: subject) {
    case .passed, .rounding: verdicts.record(.passed)
    case .notApplicable: verdicts.record(.notApplicable, reason: "各项均无数")
    case .notEvaluable(let reason): verdicts.record(.notEvaluable, reason: reason)
    case .failed(let gap) where gap.difference.mantissa < 0: verdicts.record(.passed)
    case .failed(let gap):
      verdicts.fail(
        subject.statement(of: .figure(own)) + "，大于其所属的" + subject.statement(of: .figure(whole)) + "。",
        expected: "≤ \(gap.expected)", actual: gap.actual.description,
        evidence: [subject.evidence(own), subject.evidence(whole)])
    }
  }

  /// The first of the references that the document has.
  private func place(_ references: [Catalogue.Reference]) -> Place? {
    references.lazy.compactMap { reference in
      if case .place(let place) = subject.find(reference) { place } else { nil }
    }.first
  }
}
