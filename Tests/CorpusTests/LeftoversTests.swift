import Disclosure
import Foundation
import PageContent
import TestSupport
import Testing

/// Nothing that a table prints is lost on the way from its grid to the document: what its form holds nowhere is reported.
@Suite struct LeftoversTests {
  @Test(arguments: Repository.documents)
  func everyNumberIsInTheDocument(name: String) throws {
    let left = try leftovers(Repository.corpus.appendingPathComponent(name))
    #expect(left == [])
  }

  @Test(.enabled(if: !RealReports.names.isEmpty), arguments: RealReports.names)
  func everyNumberOfARealReportIsInTheDocument(name: String) throws {
    let left = try leftovers(RealReports.folder.appendingPathComponent(name))
    #expect(left == [])
  }

  private func leftovers(_ url: URL) throws -> [String] {
    let bytes = try Repository.bytes(url)
    let reader = DocumentReader()
    let document = try reader.document(from: bytes, name: url.lastPathComponent)
    let left = Leftovers.cells(of: try reader.blocks(of: FileContent(bytes)).blocks, readAs: document)
    return left.map { "\($0.text) \($0.location)" }
  }
}
