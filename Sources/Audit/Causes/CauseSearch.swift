import Disclosure
import PageContent

/// Looks for what contradictions have in common: the one correction that makes several of them vanish, and brings no new ones.
/// They are told as one finding, with the contradictions that it explains below it.
struct CauseSearch {
  private let previous: PreviousReport?
  private let rules: [Rule]
  /// The document with the corrections found so far.
  private var document: DisclosedDocument
  /// How many corrections may still be tried.
  private var budget: Int

  /// Fewer contradictions are told each for itself: two may agree by chance.
  private static let fewest = 3
  /// More are none of one clerk's slip.
  private static let most = 300
  /// Each try is an audit: the larger the document, the fewer, so that a hostile one costs no more than some of its size.
  private static let mostTries = 60
  private static let mostWork = 400_000
  private static let mostFacts = 1_500
  private static let mostCauses = 4

  init(_ document: DisclosedDocument, previous: PreviousReport?, rules: [Rule]) {
    self.document = document
    self.previous = previous
    self.rules = rules
    let figures = document.tables.reduce(0) { $0 + $1.sections.reduce(0) { $0 + $1.rows.count * $1.columns.count } }
    let facts = document.narrative.facts.count
    // Some rules hold facts against each other.
    budget = facts > Self.mostFacts ? 0 : min(Self.mostTries, Self.mostWork / (figures + 20 * facts + 1))
  }

  /// The findings with those that share a cause under it.
  mutating func grouped(_ findings: [Finding]) -> [Finding] {
    let count = findings.count { $0.severity == .error }
    guard (Self.fewest...Self.most).contains(count) else { return findings }
    var rest = findings
    var causes: [Finding] = []
    while causes.count < Self.mostCauses, let (correction, explained) = best(among: rest) {
      func isExplained(_ finding: Finding) -> Bool { finding.severity != .info && explained.contains(Key(finding)) }
      causes.append(cause(correction, explaining: rest.filter(isExplained)))
      rest.removeAll(where: isExplained)
      document = correction.document
    }
    return causes + rest
  }

  private func cause(_ correction: Correction, explaining findings: [Finding]) -> Finding {
    var cause = Finding(
      rule: findings.first?.rule ?? "", severity: .error,
      message: "\(correction.claim)：下列\(findings.count)处不符由此而来。",
      expected: correction.figure.map { "\($0.expected)" }, actual: correction.figure.map { "\($0.actual)" },
      difference: correction.figure.map { "\($0.actual - $0.expected)" },
      evidence: correction.evidence.map { [$0] } ?? [], consequences: findings)
    cause.show(findings)
    return cause
  }

  /// A contradiction, known again whatever its figures are after a correction.
  private struct Key: Hashable {
    private var rule: String
    private var places: [String]

    init(_ finding: Finding) {
      rule = finding.rule
      places = finding.evidence.prefix(2).map { evidence in
        evidence.table == nil
          ? "\(evidence.location.map { "\($0)" } ?? evidence.text)"
          : [evidence.table, evidence.row, evidence.column].map { $0 ?? "" }.joined(separator: "|")
      }
    }
  }

  /// The correction that explains most, and what it explains.
  private mutating func best(among findings: [Finding]) -> (Correction, Set<Key>)? {
    let errors = findings.filter { $0.severity == .error }
    guard errors.count >= Self.fewest, budget > 0 else { return nil }
    // What only the text says of itself no table explains.
    var tried = document
    tried.paragraphs = []
    let raised = Set(errors.map(\.rule))
    let asked = rules.filter { raised.contains($0.id) }
    let known = Keys(findings)
    let before = keys(of: tried, asked)
    var best: (correction: Correction, explained: (errors: Int, warnings: Int))?
    for make in CorrectionCandidates(tried, errors).all {
      guard budget > 0 else { break }
      guard let correction = make() else { continue }
      budget -= 1
      let after = keys(of: correction.document, asked)
      let explained = (
        errors: before.errors.intersection(known.errors).subtracting(after.errors).count,
        warnings: before.warnings.intersection(known.warnings).subtracting(after.warnings).count
      )
      guard explained.errors >= Self.fewest, after.errors.isSubset(of: known.errors),
        best.map({ $0.explained < explained }) ?? true
      else { continue }
      best = (correction, explained)
    }
    guard let best else { return nil }
    // No other rule may object.
    var correction = best.correction
    correction.document.paragraphs = document.paragraphs
    let left = keys(of: correction.document, rules)
    guard left.errors.isSubset(of: known.errors) else { return nil }
    return (correction, known.errors.union(known.warnings).subtracting(left.errors).subtracting(left.warnings))
  }

  /// What is told of a document, by severity.
  private struct Keys {
    var errors: Set<Key>
    var warnings: Set<Key>

    init(_ findings: [Finding]) {
      errors = Set(findings.lazy.filter { $0.severity == .error }.map(Key.init))
      warnings = Set(findings.lazy.filter { $0.severity == .warning }.map(Key.init))
    }
  }

  private func keys(of document: DisclosedDocument, _ rules: [Rule]) -> Keys {
    Keys(Auditor.evaluate(document, previous: previous, rules).findings)
  }
}
