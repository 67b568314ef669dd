import Foundation
import TestSupport
import Testing

@Suite struct TruthTests {
  private static let folder = Repository.corpus.appendingPathComponent("truth")
  private static let names = Repository.files(below: folder).filter { $0.hasSuffix(".json") }

  @Test(arguments: names)
  func everyCellIsRead(name: String) throws {
    let truth = try Truth(Repository.bytes(TruthTests.folder.appendingPathComponent(name)))
    let comparison = TruthComparison(truth, try Extraction.document(truth.document), isComplete: true)
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
