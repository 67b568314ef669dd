import Disclosure

/// A sum of the three public expenses of which only one part is told.
struct UnnamedParts {
  let subject: Subject

  /// 公务用车购置及运行维护费…，其中：公务用车运行维护费…: what was bought is told as well, were it nothing.
  func evaluate(_ verdicts: inout Verdicts) {
    let index = subject.narrative
    guard subject.document.kind == .finalAccounts else { return verdicts.record(.notApplicable) }
    let own = index.currentAmounts.map(\.fact).filter { index.sectionKind(of: $0) == .threePublic }
    guard let whole = own.first(where: { $0.kind == "vehicles" && !$0.value.isZero }),
      let part = own.first(where: { $0.kind == "vehicles.operation" })
    else { return verdicts.record(.notApplicable) }
    if index.narrative.facts.contains(where: { $0.kind == "vehicles.purchase" }) || tellsPurchases() {
      return verdicts.record(.passed)
    }
    verdicts.fail(
      subject.heading(of: part.section) + "：\(whole.name)\(whole.quoted)，只列\(part.name)\(part.quoted)，未列公务用车购置费。",
      evidence: [whole.evidence, part.evidence])
  }

  /// Whether any sentence on the three public expenses speaks of what was bought.
  private func tellsPurchases() -> Bool {
    subject.document.narrative.sections.contains { section in
      section.kind == .threePublic
        && section.paragraphs.contains { paragraph in
          guard subject.texts.indices.contains(paragraph) else { return false }
          var words = subject.texts[paragraph].words
          for sum in UnnamedParts.sums { words = words.replacing(sum, with: "") }
          return UnnamedParts.purchases.contains(where: words.holds)
        }
    }
  }

  private static let sums = ["购置及运行", "购置和运行", "购置、运行", "购置与运行", "购置运行", "购置费及运行", "购置费和运行"]
  private static let purchases = ["购置", "购买", "更新", "新购"]
}
