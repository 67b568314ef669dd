import Disclosure
import PageContent

/// What a report's text shows of the items of the checklist.
struct NarrativeEvidence {
  private typealias Shown = ShownEvidence.Shown

  let subject: Subject

  private var document: DisclosedDocument { subject.document }
  private var narrative: Narrative { subject.document.narrative }

  /// The year's own amounts and numbers before all that is said of them.
  func facts(_ keys: [Checklist.FactKey]) -> ShownEvidence {
    let facts = narrative.facts.filter { fact in
      !subject.isSilent(fact)
        && keys.contains { key in
          fact.kind == key.kind && (key.section == nil || narrative.sectionKind(of: fact) == key.section)
        }
    }
    let own = facts.filter { $0.isOwn(of: document.kind) }
    guard let fact = own.first ?? facts.first else { return .nothing }
    var shown = Shown(fact, in: narrative)
    shown.isZero = !own.isEmpty && own.allSatisfy(\.value.isZero)
    return .found(shown)
  }

  /// What is said of a change, in figures or in words.
  func changes(_ kinds: [String]) -> ShownEvidence {
    let fact = narrative.facts.first { fact in
      (fact.measure == .change || fact.measure == .rate) && kinds.contains(fact.kind) && !subject.isSilent(fact)
    }
    if let fact { return .found(Shown(fact, in: narrative)) }
    guard let statement = narrative.statements.first(where: { kinds.contains($0.kind) }) else { return .nothing }
    return .found(
      Shown(
        statement.location,
        Shown.quotation(of: narrative.sentences[statement.sentence].text, from: statement.subject)))
  }

  // MARK: Parts

  func profile(_ part: Checklist.ProfilePart) -> ShownEvidence {
    let found: (location: Location, text: String)? =
      switch part {
      case .functions: document.profile.functions.first.map { ($0.location, $0.text) }
      case .units: document.profile.units.first.map { ($0.location, $0.text) }
      case .personnel: document.profile.personnel.first.map { ($0.count.location, $0.label + $0.count.text) }
      }
    guard let found else { return .nothing }
    if Statements.shared.withholds(ReportText(found.text, found.location)) {
      return .empty(Shown(found.location, Shown.quotation(of: found.text)))
    }
    return .found(Shown(found.location, Shown.quotation(of: found.text)))
  }

  func glossary() -> ShownEvidence {
    guard let entry = document.glossary.first else { return .nothing }
    return .found(Shown(entry.location, Shown.quotation(of: "\(entry.term)：\(entry.definition)")))
  }

  /// Text under a heading. Where it says alone that there is nothing, there is nothing of what the heading names.
  /// - Parameter mayBeEmpty: whether there may be none of the item.
  func sections(_ kinds: [NarrativeSection.Kind], mayBeEmpty: Bool) -> ShownEvidence {
    for (index, section) in narrative.sections.enumerated() where kinds.contains(section.kind) {
      guard !subject.sentences.silent.contains(section.paragraphs.lowerBound),
        let text = subject.firstText(underHeading: index)
      else { continue }
      let isEmpty = mayBeEmpty && Statements.shared.deniesAlone(text) || Statements.shared.withholds(text)
      let shown = Shown(section.location, Shown.quotation(of: "\(section.heading)：\(text.printed)"))
      return isEmpty ? .empty(shown) : .found(shown)
    }
    return .nothing
  }

  func words(_ patterns: [SentencePattern]) -> ShownEvidence {
    for sentence in subject.sentences.sentences {
      if let pattern = patterns.first(where: { $0.matches(sentence) }) {
        return .found(Shown(sentence, from: pattern.lead))
      }
    }
    return .nothing
  }
}
