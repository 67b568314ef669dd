import Audit
import Disclosure
import Testing

@Suite struct RuleTests {
  @Test func idsAreUniqueAndDotted() {
    let ids = Rule.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.contains("."))
      #expect(id.unicodeScalars.allSatisfy { $0.isASCII && $0 != " " }, "\(id)")
    }
  }

  @Test func titlesAreThereInBothLanguages() {
    for rule in Rule.all {
      #expect(rule.title.unicodeScalars.contains { $0.properties.isIdeographic }, "\(rule.id)")
      #expect(!rule.english.isEmpty, "\(rule.id)")
      #expect(rule.english.unicodeScalars.allSatisfy { !$0.properties.isIdeographic }, "\(rule.id)")
      #expect(!rule.why.isEmpty)
      #expect(!rule.whyEnglish.isEmpty)
      #expect(rule.group != nil, "\(rule.id)")
    }
  }

  @Test func stableIdsAreThere() {
    let ids = Set(Rule.all.map(\.id))
    for id in [
      "sum.income.columns", "lines.incomeExpenditureSummary.incomeSum", "hierarchy.functional",
      "identity.income.currentTotal", "formula.line", "formula.column", "formula.misprint", "lineNumbers.sequence",
      "columnNumbers.sequence", "tables.missing", "tables.blank", "names.code",
    ] { #expect(ids.contains(id), "\(id)") }
  }

  @Test func emptyDocumentHasNoFinding() {
    let report = AuditReport()
    #expect(report.findings.isEmpty)
    #expect(report.count(of: .failed) == 0)
  }

  @Test func everyFindingNamesARule() {
    let ids = Set(Rule.all.map(\.id))
    let report = Auditor.report(on: Accounts(seed: 3, damage: 20).document)
    #expect(!report.findings.isEmpty)
    for finding in report.findings { #expect(ids.contains(finding.rule)) }
    for check in report.checks { #expect(ids.contains(check.rule)) }
  }

  @Test func reportIsSortedAndDeterministic() {
    let document = Accounts(seed: 7, damage: 12).document
    let first = Auditor.report(on: document)
    let second = Auditor.report(on: document)
    #expect(first.findings == second.findings)
    #expect(first.checks == second.checks)
    let severities = first.findings.map(\.severity)
    #expect(severities == severities.sorted(by: >))
    #expect(first.checks.map(\.rule) == first.checks.map(\.rule).sorted())
  }
}
