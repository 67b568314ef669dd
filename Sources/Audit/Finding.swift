import Disclosure
import PageContent

/// Something that a reader of the report should know: two figures that contradict each other, a table that is missing.
public struct Finding: Sendable, Hashable {
  public enum Severity: String, Sendable, Comparable {
    case error, warning, info

    private var weight: Int {
      switch self {
      case .error: 2
      case .warning: 1
      case .info: 0
      }
    }

    public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }
  }

  /// The id of the rule that it comes from.
  public var rule: String
  public var severity: Severity
  /// In Chinese, naming the places and both figures.
  public var message: String
  public var expected: String?
  public var actual: String?
  public var difference: String?
  public var tolerance: String?
  public var evidence: [Evidence]
  /// Rounding explains the difference.
  public var isRounding: Bool
  /// The contradictions that this one thing explains, each as it would be told alone; empty for most findings.
  public var consequences: [Finding]

  public init(
    rule: String, severity: Severity, message: String, expected: String? = nil, actual: String? = nil,
    difference: String? = nil, tolerance: String? = nil, evidence: [Evidence], isRounding: Bool = false,
    consequences: [Finding] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.expected = expected
    self.actual = actual
    self.difference = difference
    self.tolerance = tolerance
    self.evidence = evidence
    self.isRounding = isRounding
    self.consequences = consequences
  }
}

/// A printed place that a finding speaks of.
public struct Evidence: Sendable, Hashable {
  /// nil where what is meant is printed nowhere, as a missing table.
  public var location: Location?
  /// The table's title.
  public var table: String?
  public var row: String?
  public var column: String?
  /// As printed; empty for a blank cell.
  public var text: String

  public init(location: Location?, table: String? = nil, row: String? = nil, column: String? = nil, text: String) {
    self.location = location
    self.table = table
    self.row = row
    self.column = column
    self.text = text
  }
}

/// How often a rule was evaluated with one outcome.
public struct Check: Sendable, Hashable {
  public enum Outcome: String, Sendable, CaseIterable {
    case passed, failed, rounding, notEvaluable, notApplicable
  }

  public var rule: String
  public var outcome: Outcome
  /// Why it could not be evaluated or does not apply, else nil.
  public var reason: String?
  public var count: Int

  public init(rule: String, outcome: Outcome, reason: String? = nil, count: Int) {
    self.rule = rule
    self.outcome = outcome
    self.reason = reason
    self.count = count
  }
}

/// What an audit of a document found.
public struct AuditReport: Sendable {
  public var document: DisclosedDocument
  /// Last year's report, where it was checked against one.
  public var previous: DisclosedDocument?
  /// By severity, then by place in the document.
  public var findings: [Finding]
  /// By rule, outcome and reason.
  public var checks: [Check]
  /// What the report must disclose, in the order of the checklist; empty where it is not known to be budget or final
  /// accounts.
  public var disclosure: [DisclosureItem]

  public init(
    document: DisclosedDocument, previous: DisclosedDocument? = nil, findings: [Finding], checks: [Check],
    disclosure: [DisclosureItem] = []
  ) {
    self.document = document
    self.previous = previous
    self.findings = findings
    self.checks = checks
    self.disclosure = disclosure
  }

  public func count(of outcome: Check.Outcome) -> Int {
    checks.reduce(0) { $0 + ($1.outcome == outcome ? $1.count : 0) }
  }

  public func count(of severity: Finding.Severity) -> Int {
    findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }
}
