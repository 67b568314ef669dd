import Disclosure

/// How sentences say that there is nothing of something, and what they say besides. The words are data:
/// `checklist.catalogue`.
struct Statements: Sendable {
  private let none: PhraseSet
  private let noneBut: [Phrase]
  private let noneAfter: [String]
  private let noneAlone: [SentencePattern]
  private let whoever: [String]
  private let definitions: PhraseSet
  private let withheld: [SentencePattern]
  private let institution: PhraseSet

  static let shared = Statements(.shared)

  init(_ checklist: Checklist) {
    none = PhraseSet(checklist.words(.none).map { Phrase($0) })
    noneBut = checklist.words(.noneBut).map { Phrase($0) }
    noneAfter = checklist.words(.noneAfter)
    noneAlone = checklist.words(.noneAlone).map(SentencePattern.init)
    whoever = checklist.words(.whoever)
    definitions = PhraseSet(checklist.words(.definition).map { Phrase($0) })
    withheld = checklist.words(.withheld).map(SentencePattern.init)
    institution = PhraseSet(checklist.words(.institution).map { Phrase($0) })
  }

  /// Whether a sentence explains a term.
  func explains(_ sentence: ReportText) -> Bool { !definitions.indices(in: sentence).isEmpty }

  /// Whether it says that something is kept secret.
  func withholds(_ sentence: ReportText) -> Bool { withheld.contains { $0.matches(sentence) } }

  /// Whether it says of the publisher that it is an institution (事业单位).
  func speaksOfInstitution(_ sentence: ReportText) -> Bool { !institution.indices(in: sentence).isEmpty }

  /// In UTF-8: what stands further behind 无 is not what there is none of.
  private static let reach = 100
  /// In UTF-8: a longer sentence says more than that there is nothing.
  private static let longestAlone = 120

  /// Whether the text under a heading says that there is nothing of what the heading names.
  func deniesAlone(_ text: ReportText) -> Bool {
    text.words.utf8.count <= Statements.longestAlone && noneAlone.contains { $0.matches(text) }
  }

  /// The subject that a sentence says there is nothing of.
  func denied(_ subjects: PhraseSet, in sentence: ReportText) -> Phrase? {
    let named = subjects.indices(in: sentence)
    if named.isEmpty { return nil }
    for clause in sentence.words.split(separator: ",") {
      for index in named where clause.holds(subjects[index].text) {
        if denies(String(clause), subjects[index].text) { return subjects[index] }
      }
    }
    return nil
  }

  private func denies(_ clause: String, _ subject: String) -> Bool {
    if whoever.contains(where: clause.ends) { return false }
    if noneAfter.contains(where: clause.ends) { return true }
    var clause = clause
    for but in noneBut {
      while let found = clause.range(of: but.text) { clause.replaceSubrange(found, with: "…") }
    }
    let text = ReportText(clause, .line(1, columns: 1...1))
    for index in none.indices(in: text) {
      guard let found = clause.range(of: none[index].text) else { continue }
      if let distance = clause[found.upperBound...].offset(of: subject), distance <= Statements.reach { return true }
    }
    return false
  }
}
