import Disclosure
import Report
import Testing

struct DocumentJSONTests {
  @Test func isDeterministic() {
    #expect(DocumentJSON.encode(Sample.document) == DocumentJSON.encode(Sample.document))
    #expect(ReportJSON.encode(Sample.report) == ReportJSON.encode(Sample.report))
  }
}
