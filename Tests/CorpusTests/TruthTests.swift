import Foundation
import TestSupport
import Testing

@Suite struct TruthTests {
  private static let folder = Repository.corpus.appendingPathComponent("truth")
  private static let names = Repository.files(below: folder).filter {
    $0.hasSuffix(".json") && $0 != "flaws.json"
  }

  @Test(arguments: names)
  func everyCellIsRead(name: String) throws {
    let truth = try Truth(Repository.bytes(TruthTests.folder.appendingPathComponent(name)))
    // The truths of the numbered documents hold every figure, but not what a form, a side or a role is called here.
    let isComplete = Repository.examples.contains(truth.document)
    let comparison = TruthComparison(truth, try Extraction.document(truth.document), isComplete: isComplete)
    #expect(comparison.expected > 0)
    #expect(comparison.recall == 1)
    #expect(comparison.precision == 1)
    for difference in comparison.differences { Issue.record("\(name): \(difference)") }
  }

  @Test func everyDocumentHasItsTruth() throws {
    let documents = try TruthTests.names.map {
      try Truth(Repository.bytes(TruthTests.folder.appendingPathComponent($0))).document
    }
    #expect(documents.sorted() == Repository.documents)
  }
}
