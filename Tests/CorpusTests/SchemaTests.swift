import Audit
import Disclosure
import Foundation
import Report
import TestSupport
import Testing

@Suite struct SchemaTests {
  @Test(arguments: Repository.documents)
  func documentAndItsReportFollowTheSchemas(name: String) throws {
    let document = try Extraction.document(name)
    #expect(try SchemaValidator(schema: Schema.document).errors(in: DocumentJSON.encode(document)) == [])
    let report = Auditor.report(on: document)
    #expect(try SchemaValidator(schema: Schema.report).errors(in: ReportJSON.encode(report)) == [])
  }
}
