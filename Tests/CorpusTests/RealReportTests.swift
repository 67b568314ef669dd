import Audit
import Disclosure
import Foundation
import Report
import TestSupport
import Testing

/// Reports as published, kept beside the repository where somebody has them: they are others' works, and no part of it.
/// Elsewhere these tests are skipped.
@Suite(.enabled(if: !RealReports.names.isEmpty, "no published reports beside the repository"))
struct RealReportTests {
  @Test(arguments: RealReports.names)
  func isReadAndChecked(name: String) throws {
    let document = try Extraction.document(name, in: RealReports.folder)
    let json = DocumentJSON.encode(document)
    #expect(try DocumentJSON.encode(DocumentJSONReader.document(from: json)) == json)
    #expect(try SchemaValidator(schema: Schema.document).errors(in: json) == [])
    let report = ReportJSON.encode(Auditor.report(on: document))
    #expect(try SchemaValidator(schema: Schema.report).errors(in: report) == [])
  }

  @Test(arguments: RealReports.truths)
  func everyCellIsRead(truth: String) throws {
    let truth = try Truth(Repository.bytes(RealReports.truthFolder.appendingPathComponent(truth)))
    let document = try Extraction.document(truth.document, in: RealReports.folder)
    let comparison = TruthComparison(truth, document, isComplete: false)
    #expect(comparison.expected > 0)
    #expect(comparison.recall == 1)
    #expect(comparison.precision == 1)
    for difference in comparison.differences { Issue.record("\(truth.document): \(difference)") }
  }
}

enum RealReports {
  private static let shared = Repository.root.deletingLastPathComponent().appendingPathComponent("shared")
  static let folder = shared.appendingPathComponent("real")
  static let truthFolder = shared.appendingPathComponent("truth")

  static let names = Repository.files(below: folder).filter { $0.hasSuffix(".pdf") || $0.hasSuffix(".txt") }

  /// The truths of those reports that are there.
  static let truths = Repository.files(below: truthFolder).filter { name in
    guard name.hasSuffix(".json"), let bytes = try? Repository.bytes(truthFolder.appendingPathComponent(name)),
      let truth = try? Truth(bytes)
    else { return false }
    return names.contains(truth.document)
  }
}
