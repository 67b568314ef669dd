/// What evaluating one rule brings to light.
struct Verdicts {
  let rule: String
  let severity: Finding.Severity
  private(set) var findings: [Draft] = []
  /// Each outcome with each reason once.
  private(set) var counts: [Tally] = []

  /// A finding, and what it weighs: two rules that weigh the same figures say the same thing.
  struct Draft {
    var finding: Finding
    var balance: Balance.Identity?
  }

  struct Tally {
    let outcome: Check.Outcome
    let reason: String?
    fileprivate(set) var count: Int
  }

  init(rule: Rule) {
    self.rule = rule.id
    severity = rule.severity
  }

  mutating func record(_ outcome: Check.Outcome, reason: String? = nil, count: Int = 1) {
    if let index = counts.firstIndex(where: { $0.outcome == outcome && $0.reason == reason }) {
      counts[index].count += count
    } else {
      counts.append(Tally(outcome: outcome, reason: reason, count: count))
    }
  }

  /// Adds a finding without recording an outcome.
  mutating func add(_ finding: Finding, of balance: Balance.Identity? = nil) {
    findings.append(Draft(finding: finding, balance: balance))
  }

  /// Records that the rule is violated, and how.
  mutating func fail(
    _ message: String, expected: String? = nil, actual: String? = nil, evidence: [Evidence],
    severity: Finding.Severity? = nil
  ) {
    record(.failed)
    add(
      Finding(
        rule: rule, severity: severity ?? self.severity, message: message, expected: expected, actual: actual,
        evidence: evidence))
  }

  /// Records a difference that rounding explains, and tells it.
  mutating func round(_ message: String, expected: String?, actual: String?, evidence: [Evidence]) {
    record(.rounding)
    add(
      Finding(
        rule: rule, severity: .info, message: message, expected: expected, actual: actual, evidence: evidence,
        isRounding: true))
  }
}
