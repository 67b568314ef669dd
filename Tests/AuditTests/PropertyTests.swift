import Audit
import Disclosure
import Testing

@Suite struct PropertyTests {
  @Test(arguments: 0..<60)
  func consistentAccountsHaveNoError(seed: Int) {
    let report = Auditor.report(on: Accounts(seed: UInt64(seed)).document)
    let contradictions = report.findings.filter { $0.severity > .info }
    #expect(contradictions.isEmpty, "\(contradictions.map(\.message))")
    #expect(report.count(of: Check.Outcome.passed) > 50)
    let open = report.checks.filter { $0.outcome == .notEvaluable }
    #expect(open.isEmpty, "\(open)")
  }

  @Test(arguments: 0..<40)
  func aWrongFigureIsAnError(seed: Int) {
    let accounts = Accounts(seed: UInt64(seed))
    let damaged = Accounts(seed: UInt64(seed), damage: 1)
    let figures = { (document: DisclosedDocument) in
      document.tables.flatMap(\.sections).flatMap(\.rows).flatMap(\.figures)
    }
    // Blank cells are left as they are.
    guard figures(accounts.document) != figures(damaged.document) else { return }
    #expect(Auditor.report(on: damaged.document).count(of: Finding.Severity.error) > 0)
  }
}
