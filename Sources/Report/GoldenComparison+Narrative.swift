import Disclosure
import PageContent

extension GoldenComparison {
  /// The narrative, fact by fact.
  static func compareNarratives(_ was: Narrative, _ now: Narrative, _ compare: Compare) {
    let form = "narrative"
    compare(sections(was), sections(now), form, "sections", nil)
    let old = keyed(was.facts) { "\($0.subject) \($0.measure.rawValue)" }
    let new = keyed(now.facts) { "\($0.subject) \($0.measure.rawValue)" }
    var moved = 0
    for (name, pair) in merged(old, new) {
      compare(pair.0.map(fact), pair.1.map(fact), form, name, nil)
      if let a = pair.0, let b = pair.1, a.text == b.text, !isSamePlace(a.location, b.location) { moved += 1 }
    }
    if moved > 0 { compare("\(moved) figures in their places", "elsewhere", form, "places", nil) }
    compare(list(was.lists.map(self.items)), list(now.lists.map(self.items)), form, "lists", nil)
    compare(list(was.statements.map(statement)), list(now.statements.map(statement)), form, "statements", nil)
    compare(list(was.dates.map(date)), list(now.dates.map(date)), form, "dates", nil)
    compare(
      list(was.unread.map { was.sentences[$0].text }), list(now.unread.map { now.sentences[$0].text }), form,
      "unreadSentences", nil)
  }

  private static func sections(_ narrative: Narrative) -> String {
    list(narrative.sections.map { "\($0.level) \($0.kind.rawValue) \($0.heading)" })
  }

  private static func fact(_ fact: NarrativeFact) -> String {
    [
      fact.text + fact.unit, fact.kind, fact.path.isEmpty ? nil : fact.path.joined(separator: "/"), fact.code,
      fact.direction?.rawValue, fact.comparedYear.map(String.init), fact.base.map { "of \($0)" },
      fact.isInReason ? "in a reason" : nil, fact.statedReason ? "with a reason" : nil,
    ]
    .compactMap { $0 }.joined(separator: " ")
  }

  private static func items(_ list: NarrativeList) -> String {
    "\(list.kind) \(list.subject): \(list.items.joined(separator: "/"))"
  }

  private static func statement(_ statement: NarrativeStatement) -> String {
    "\(statement.kind) \(statement.subject) \(statement.direction.rawValue) \(statement.basis.rawValue) "
      + (statement.comparedYear.map(String.init) ?? "-") + (statement.statedReason ? " with a reason" : "")
  }

  private static func date(_ date: NarrativeDate) -> String {
    "\(date.year)-\(date.month ?? 0)-\(date.day ?? 0) \(date.role.rawValue)"
  }
}
