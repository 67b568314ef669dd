import Disclosure

/// Something that must hold in a report: evaluated, it yields findings and counts of outcomes; it prints nothing.
public struct Rule: Sendable, Identifiable {
  /// Dotted and stable: `sum.income.columns`.
  public let id: String
  /// In Chinese, as the readers of these reports are.
  public let title: String
  public let english: String
  /// What a violation means, or why it must hold; in Chinese.
  public let why: String
  public let whyEnglish: String
  /// What is still taken for agreement.
  public let tolerance: Tolerance
  /// The severity of a violation; what rounding explains is never more than `info`.
  public let severity: Finding.Severity
  /// What a report may mean by it instead, as title and English: it is violated only where none of them holds either.
  public let readings: [Reading]
  let evaluate: @Sendable (Subject, inout Verdicts) -> Void

  public struct Reading: Sendable {
    /// In Chinese.
    public let title: String
    public let english: String
  }

  init(
    id: String, title: String, english: String, why: String, whyEnglish: String, tolerance: Tolerance = .exact,
    severity: Finding.Severity = .error, readings: [Reading] = [],
    evaluate: @escaping @Sendable (Subject, inout Verdicts) -> Void
  ) {
    self.id = id
    self.title = title
    self.english = english
    self.why = why
    self.whyEnglish = whyEnglish
    self.tolerance = tolerance
    self.severity = severity
    self.readings = readings
    self.evaluate = evaluate
  }

  /// All rules, in the order in which they are evaluated: of two rules that find the same figures at odds, the earlier
  /// one speaks.
  public static let all: [Rule] =
    columnSums(of: .shared) + lineSums(of: .shared) + hierarchy + economicTotals + identities(of: .shared)
    + parts(of: .shared)
    + printedFormulas + numberSequences + tables + codes + officialNames + departmentNames + quotes + percentages
    + directions + flats + narrativeSums + ofWhich + restatements + narrativeNames + years + texts + otherFunds + scores
    + performanceAmounts + profile + previousYear
}
