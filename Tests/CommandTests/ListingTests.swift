import Audit
import Disclosure
import Foundation
import Report
import TestSupport
import Testing

/// The commands that list what the catalogues hold.
@Suite struct ListingTests {
  private func rows(_ command: String) throws -> [[String]] {
    let outcome = try Command.run(command)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.last == 0x0A)
    return outcome.text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func forms() throws {
    let rows = try rows("forms")
    #expect(rows == Catalogue.shared.forms.map { [$0.id, $0.kind.rawValue, $0.title, $0.english] })
    #expect(Set(rows.map { $0[0] }).count == rows.count)
    #expect(rows.allSatisfy { !$0.contains("") })
    #expect(rows.contains { $0.starts(with: ["income", "finalAccounts", "收入决算表"]) })
  }

  @Test func rules() throws {
    let rows = try rows("rules")
    #expect(
      rows == Rule.all.map { [$0.id, $0.severity.rawValue, $0.title, $0.english, $0.tolerance.english, $0.why] })
    #expect(Set(rows.map { $0[0] }).count == rows.count)
    #expect(rows.allSatisfy { !$0.contains("") })
  }

  @Test func pageOfRules() throws {
    let outcome = try Command.run("rules", "--format", "markdown")
    #expect(outcome.exitCode == 0)
    let committed = try Repository.bytes(Repository.root.appendingPathComponent("RULES.md"))
    #expect(
      outcome.output == committed,
      "RULES.md is not what the rules are; run: juesuan rules --format markdown -o RULES.md")
    for rule in Rule.all { #expect(outcome.text.contains("`\(rule.id)`"), "\(rule.id)") }
  }

  @Test func schemas() throws {
    #expect(try Command.run("schema", "document").output == Schema.document)
    #expect(try Command.run("schema", "report").output == Schema.report)
    let folder = try TemporaryFolder()
    #expect(try Command.run("schema", "report", "-o", folder("schema.json")).exitCode == 0)
    #expect(try folder.bytes("schema.json") == Schema.report)
  }

  @Test func version() throws {
    let outcome = try Command.run("--version")
    #expect(outcome.exitCode == 0)
    #expect(outcome.text == "0.1.0\n")
    #expect(outcome.errors == "")
  }
}
