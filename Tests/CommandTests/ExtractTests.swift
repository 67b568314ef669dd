import Report
import TestSupport
import Testing

@Suite struct ExtractTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Repository.examples)
  func givesTheSameBytesFromAnywhere(name: String) throws {
    let path = Corpus.path(name)
    let first = try Command.run("extract", path)
    #expect(first.exitCode == 0)
    #expect(first.errors == "")
    #expect(String(validating: first.output, as: UTF8.self) != nil)
    #expect(first.output.last == 0x0A)
    #expect(try JSONParser.parse(first.output)["format"]?.text == "juesuan/1")
    #expect(try JSONParser.parse(first.output)["source"]?["name"]?.text == name)

    #expect(try Command.run("extract", path).output == first.output)
    #expect(try Command.run("extract", path, folder: folder.path).output == first.output)
    try folder.write(Corpus.bytes(path), name)
    #expect(try Command.run("extract", name, folder: folder.path).output == first.output)
    #expect(
      try Command.run(
        "extract", "./../\(folder.path.split(separator: "/").last ?? "")/\(name)",
        folder: folder.path
      ).output == first.output)
  }

  @Test(arguments: Repository.examples)
  func readsStandardInput(name: String) throws {
    let path = Corpus.path(name)
    let fromFile = try Command.run("extract", path).text
    let expected = fromFile.replacing(#""name": "\#(name)""#, with: #""name": "standard input""#, maxReplacements: 1)
    for input in [Command.Input.pipe(try Corpus.bytes(path)), .file(path)] {
      let outcome = try Command.run("extract", "-", input: input)
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors == "")
      #expect(outcome.text == expected)
    }
  }

  @Test func standardInputWithoutAnything() throws {
    let outcome = try Command.run("extract", "-")
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "juesuan: standard input: the file is empty\n")
  }

  @Test func extractedJSONComesBackAsItIs() throws {
    let json = try Command.run("extract", Corpus.pdf).output
    let again = try Command.run("extract", folder.write(json, "a.json"))
    #expect(again.exitCode == 0)
    #expect(again.output == json)
    let marked = try Command.run("extract", folder.write([0xEF, 0xBB, 0xBF, 0x0D, 0x0A] + json, "b.json"))
    #expect(marked.output == json)
  }

  /// The number stands at the right edge, with the department below it at the left: two lines, not one paragraph.
  @Test func numberAtTheRightEdge() throws {
    let outcome = try Command.run("extract", folder.write(TinyReport.bytes([.cover, .income, .expenditure]), "a.pdf"))
    let tables = try #require(JSONParser.parse(outcome.output)["tables"]?.elements)
    let numbers = tables.map { if case .number(let number)? = $0["number"]?.content { number } else { "none" } }
    #expect(numbers == ["2", "3"])
    #expect(tables.map { $0["department"]?.text } == ["云台市档案馆", "云台市档案馆"])
    #expect(tables.map { $0["unit"]?.text } == ["万元", "万元"])
  }
}
