import Audit
import Disclosure
import Report
import TestSupport
import Testing

@Suite struct CheckTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Repository.examples)
  func documentAndItsExtractedJSONGiveTheSameReport(name: String) throws {
    let json = try folder.write(Command.run("extract", Corpus.path(name)).output, "a.json")
    for format in ["text", "json"] {
      let outcome = try Command.run("check", "--format", format, Corpus.path(name))
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors == "")
      #expect(String(validating: outcome.output, as: UTF8.self) != nil)
      #expect(outcome.output.last == 0x0A)
      let ofJSON = try Command.run("check", "--format", format, json)
      #expect(ofJSON.exitCode == 0)
      #expect(ofJSON.errors == "")
      #expect(ofJSON.output == outcome.output)
      #expect(
        try Command.run("check", "--format", format, Corpus.path(name), folder: folder.path).output == outcome.output)
    }
  }

  @Test func jsonNamesTheRules() throws {
    let report = try JSONParser.parse(Command.run("check", "--format", "json", Corpus.pdf).output)
    #expect(report["format"]?.text == "juesuan-report/1")
    #expect(report["document"]?["department"]?.text == "岭海市水务局")
    let rules = Set((report["checks"]?.elements ?? []).compactMap { $0["rule"]?.text })
    #expect(rules.isSubset(of: Rule.all.map(\.id)))
    #expect(rules.isSuperset(of: ["tables.missing", "hierarchy.functional", "identity.income.currentTotal"]))
  }

  @Test func standardInput() throws {
    let outcome = try Command.run("check", "-", input: .pipe(Corpus.bytes(Corpus.text)))
    #expect(outcome.exitCode == 0)
    #expect(outcome.text.contains("临岳市望川区科学技术局"))
    #expect(outcome.text.contains("standard input"))
  }

  @Test func toAFile() throws {
    for format in ["text", "json"] {
      let outcome = try Command.run("check", Corpus.text, "--format", format, "-o", folder("findings"))
      #expect(outcome.exitCode == 0)
      #expect(outcome.output.isEmpty)
      #expect(try folder.bytes("findings") == Command.run("check", Corpus.text, "--format", format).output)
      #expect(folder.names == ["findings"])
    }
  }

  /// 本年收入合计 of the summary, where it is printed as 2,784.21.
  @Test func changedFigure() throws {
    let text = String(decoding: try Corpus.bytes(Corpus.text), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.contains("本年收入合计") && $0.contains("2,784.21") })
    let changed = text.replacing(line, with: line.replacing("2,784.21", with: "2,784.91"), maxReplacements: 1)
    let path = try folder.write(changed, "a.txt")

    let shown = try Command.run("check", path)
    #expect(shown.exitCode == 1)
    #expect(shown.errors == "")
    // As printed here, and as the other form prints it.
    #expect(shown.text.contains("2,784.91"))
    #expect(shown.text.contains("2,784.21"))

    let json = try Command.run("check", "--format", "json", path)
    #expect(json.exitCode == 1)
    let findings = try #require(JSONParser.parse(json.output)["findings"]?.elements)
    let identity = try #require(
      findings.first { $0["rule"]?.text?.hasPrefix("identity.") == true && $0["severity"]?.text == "error" })
    let evidence = (identity["evidence"]?.elements ?? []).compactMap { $0["text"]?.text }
    #expect(Set(evidence).isSuperset(of: ["2,784.91", "2,784.21"]))
    #expect(identity["difference"]?.text?.hasSuffix("0.70") == true)

    // The same from its extracted JSON.
    let extracted = try folder.write(Command.run("extract", path).output, "a.json")
    #expect(try Command.run("check", extracted).output == shown.output)
    #expect(try Command.run("check", extracted).exitCode == 1)
    // An error found leaves the report where it was asked for.
    #expect(try Command.run("check", path, "-o", folder("findings")).exitCode == 1)
    #expect(try folder.bytes("findings") == shown.output)
  }

  /// Whoever changes a figure of an extracted document must change its value in yuan too.
  @Test func tamperedJSON() throws {
    let json = try Command.run("extract", Corpus.text).text
    let path = try folder.write(json.replacing(#""text": "2,784.21""#, with: #""text": "2,784.91""#), "a.json")
    let outcome = try Command.run("check", path)
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("juesuan: \(path): not an extracted document: "))
  }
}
