import Disclosure
import Report
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test(arguments: Repository.documents)
  func documentIsReadAsRecorded(name: String) throws {
    let recording = try Repository.bytes(Repository.golden.appendingPathComponent("\(name).json"))
    let recorded = try DocumentJSONReader.document(from: recording)
    let now = try Extraction.document(name)
    #expect(recorded.source == now.source)
    for difference in GoldenComparison.differences(was: recorded, is: now) {
      Issue.record("\(name): \(difference.description)")
    }
    // What the comparison does not look at.
    #expect(DocumentJSON.encode(now) == recording, "the same in every cell, but not the same bytes")
  }

  @Test func everyRecordingHasItsDocument() {
    let recordings = Repository.files(below: Repository.golden).filter { $0.hasSuffix(".json") }
    #expect(recordings == Repository.documents.map { "\($0).json" })
  }

  @Test func corpusIsThere() { #expect(Repository.documents.count >= 3) }
}
