import Audit
import Testing

/// Every rule with its example, in a report that is sound but for it.
@Suite struct RuleExampleTests {
  @Test func theSoundReportBreaksNoRule() throws {
    let report = try SoundReport.report(on: SoundReport.text)
    #expect(report.findings.map(\.message) == [])
  }

  @Test func everyRuleThatIsNotGeneratedHasAnExample() {
    for rule in Rule.all { #expect((rule.example == nil) == (rule.group?.isGenerated ?? false), "\(rule.id)") }
  }

  @Test(arguments: Rule.all.filter { $0.example != nil }.map(\.id))
  func exampleThatPasses(id: String) throws {
    let example = try #require(Rule.all.first { $0.id == id }?.example)
    #expect(SoundReport.text.contains(example.passing))
    let report = try SoundReport.report(on: SoundReport.text)
    #expect(report.count(id, .passed) > 0)
    #expect(report.findings(id).isEmpty)
  }

  @Test(arguments: Rule.all.filter { $0.example != nil }.map(\.id))
  func exampleThatFails(id: String) throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    let example = try #require(rule.example)
    let changed = SoundReport.text.replacing(example.passing, with: example.failing, maxReplacements: 1)
    let report = try SoundReport.report(on: changed)
    let finding = try #require(report.findings(id).first, "\(report.findings.map(\.message))")
    #expect(report.count(id, .failed) > 0)
    #expect(finding.severity <= rule.severity)
    #expect(id == "tables.missing" || finding.evidence.contains { $0.location != nil })
  }
}
