import Disclosure
import Report
import TestSupport
import Testing

/// The parts beside statements and narrative, where a truth holds them.
@Suite struct PartsTruthTests {
  private static let name = "final-self-evaluation"
  private let truth: JSONValue
  private let document: DisclosedDocument

  init() throws {
    truth = try JSONParser.parse(
      Repository.bytes(Repository.corpus.appendingPathComponent("truth/\(PartsTruthTests.name).json")))
    document = try Extraction.document("\(PartsTruthTests.name).md")
  }

  private func elements(_ name: String) throws -> [JSONValue] { try #require(truth[name]?.elements) }

  @Test func theFirstPart() throws {
    #expect(document.profile.functions.map(\.text) == (try elements("functions").compactMap(\.text)))
    #expect(document.profile.units.map(\.text) == (try elements("units").compactMap(\.text)))
    let staff = try elements("personnel")
    #expect(document.profile.personnel.map(\.status.rawValue) == staff.map { $0["status"]?.text })
    #expect(document.profile.personnel.map(\.kind?.rawValue) == staff.map { $0["kind"]?.text })
    #expect(document.profile.personnel.map(\.label) == staff.map { $0["label"]?.text })
    #expect(document.profile.personnel.map(\.count.text) == staff.map { $0["count"]?.text })
    #expect(document.profile.personnel.map(\.whole) == staff.map { $0["whole"]?.double.map(Int.init) })
  }

  @Test func contentsTasksAndGlossary() throws {
    let contents = document.tableOfContents.map { line in
      let number = line.number ?? ""
      return number + (number.hasPrefix("第") ? " " : "、") + line.text
    }
    #expect(contents == (try elements("contents").compactMap(\.text)))
    let tasks = document.tasks.map { [$0.number, $0.name, $0.content, $0.outcome] }
    #expect(tasks == (try elements("tasks").map { $0.elements?.map(\.text) ?? [] }))
    let glossary = document.glossary.map { [$0.term, $0.definition] }
    #expect(glossary == (try elements("glossary").map { $0.elements?.compactMap(\.text) ?? [] }))
  }

  @Test func selfEvaluation() throws {
    let evaluations = try elements("performance")
    #expect(document.performance.map(\.name) == evaluations.map { $0["name"]?.text })
    for (read, truth) in zip(document.performance, evaluations) {
      #expect(read.subject.rawValue == truth["subject"]?.text)
      #expect(read.basicExpenditure?.text == truth["basic"]?.text)
      #expect(read.projectExpenditure?.text == truth["projects"]?.text)
      #expect(read.maximum?.text == truth["maximum"]?.text && read.score?.text == truth["score"]?.text)
      let (line, execution) = (try #require(read.spending), try #require(truth["execution"]))
      #expect(line.initialBudget?.text == execution["initialBudget"]?.text)
      #expect(line.budget?.text == execution["budget"]?.text && line.executed?.text == execution["executed"]?.text)
      #expect(line.rate?.text == execution["rate"]?.text && line.maximum?.text == execution["maximum"]?.text)
      #expect(line.score?.text == execution["score"]?.text)
      let indicators = try #require(truth["indicators"]?.elements).map { $0.elements?.map(\.text) ?? [] }
      #expect(read.indicators.map(\.name) == indicators.map { $0[2] })
      #expect(read.indicators.map(\.target) == indicators.map { $0[3] })
      #expect(read.indicators.map(\.actual) == indicators.map { $0[4] })
      #expect(read.indicators.map(\.maximum?.text) == indicators.map { $0[5] })
      #expect(read.indicators.map(\.score?.text) == indicators.map { $0[6] })
    }
  }
}
