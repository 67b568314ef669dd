import Disclosure
import PageContent

/// Checks whether the statements of a report agree with each other.
///
/// ```swift
/// let report = Auditor.report(on: document)
/// for finding in report.findings where finding.severity == .error { … }
/// ```
public enum Auditor {
  /// Evaluates the rules on a document, and on what it says of the year before where that year's report is given. A pure
  /// function: the same documents give the same report.
  public static func report(
    on document: DisclosedDocument, previous: PreviousReport? = nil, rules: [Rule] = Rule.all
  ) -> AuditReport {
    let (subject, findings, checks) = evaluate(document, previous: previous, rules)
    var search = CauseSearch(document, previous: previous, rules: rules)
    return AuditReport(
      document: document, previous: previous?.document,
      findings: RepeatedFindings.merged(search.grouped(findings.sorted(by: precedes)).sorted(by: precedes)),
      checks: checks.sorted(by: precedes), disclosure: ChecklistAudit(subject).items())
  }

  /// What some rules find, in no order.
  static func evaluate(
    _ document: DisclosedDocument, previous: PreviousReport?, _ rules: [Rule]
  ) -> (subject: Subject, findings: [Finding], checks: [Check]) {
    let subject = Subject(document, previous: previous)
    var findings: [Finding] = []
    var checks: [Check] = []
    var told: Set<Balance.Identity> = []
    for index in rules.indices {
      var verdicts = Verdicts(rule: rules[index])
      rules[index].evaluate(subject, &verdicts)
      for draft in verdicts.findings {
        // A printed formula repeats what the form itself demands; one contradiction is told once.
        if let balance = draft.balance, !told.insert(balance).inserted { continue }
        findings.append(draft.finding)
      }
      checks += verdicts.counts.map {
        Check(rule: verdicts.rule, outcome: $0.outcome, reason: $0.reason, count: $0.count)
      }
    }
    return (subject, findings, checks)
  }

  private static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    if a.severity != b.severity { return a.severity > b.severity }
    let (here, there) = (Position(a.evidence.first?.location), Position(b.evidence.first?.location))
    if here != there { return here < there }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.message < b.message
  }

  private static func precedes(_ a: Check, _ b: Check) -> Bool {
    if a.rule != b.rule { return a.rule < b.rule }
    if a.outcome != b.outcome { return a.outcome.order < b.outcome.order }
    return (a.reason ?? "") < (b.reason ?? "")
  }
}

extension Check.Outcome {
  fileprivate var order: Int { Check.Outcome.allCases.firstIndex(of: self) ?? 0 }
}

/// Where a location comes in reading order; what is printed nowhere comes last.
private struct Position: Comparable {
  private let sheet: Int
  private let down: Double
  private let across: Double

  init(_ location: Location?) {
    (sheet, down, across) = location?.order ?? (.max, 0, 0)
  }

  static func < (a: Position, b: Position) -> Bool { (a.sheet, a.down, a.across) < (b.sheet, b.down, b.across) }
}
