/// What evaluating one rule brings to light.
struct Verdicts {
  let rule: Rule
  private(set) var findings: [Draft] = []
  private(set) var counts: [Tally: Int] = [:]

  /// A finding, and what it weighs: two rules that weigh the same figures say the same thing.
  struct Draft {
    var finding: Finding
    var balance: Balance.Identity?
  }

  struct Tally: Hashable {
    var outcome: Check.Outcome
    var reason: String?
  }

  init(rule: Rule) {
    self.rule = rule
  }

  mutating func record(_ outcome: Check.Outcome, reason: String? = nil, count: Int = 1) {
    counts[Tally(outcome: outcome, reason: reason), default: 0] += count
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
        rule: rule.id, severity: severity ?? rule.severity, message: message, expected: expected, actual: actual,
        evidence: evidence))
  }

  /// Records a difference that rounding explains, and tells it.
  mutating func round(_ message: String, expected: String?, actual: String?, evidence: [Evidence]) {
    record(.rounding)
    add(
      Finding(
        rule: rule.id, severity: .info, message: message, expected: expected, actual: actual, evidence: evidence,
        isRounding: true))
  }
}
