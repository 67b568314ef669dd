import Audit
import Disclosure
import PageContent
import Report
import TestSupport
import Testing

struct SchemaTests {
  @Test func documentsFollowTheirSchema() throws {
    let validator = try SchemaValidator(schema: Schema.document)
    var random = SeededGenerator(seed: 7)
    let documents = [Sample.document, Sample.text] + (0..<50).map { _ in Sample.random(using: &random) }
    for document in documents {
      #expect(try validator.errors(in: DocumentJSON.encode(document)) == [])
    }
  }

  @Test func reportsFollowTheirSchema() throws {
    let validator = try SchemaValidator(schema: Schema.report)
    let empty = AuditReport(document: Sample.text, findings: [], checks: [])
    for report in [Sample.report, empty] {
      #expect(try validator.errors(in: ReportJSON.encode(report)) == [])
    }
  }

  @Test(arguments: [
    (#""juesuan/1""#, #""juesuan/2""#),
    (#""fiscalYear": 2024"#, #""fiscalYear": "2024""#),
    (#""fiscalYear": 2024"#, #""fiscalYear": 2024.5"#),
    (#""kind": "finalAccounts""#, #""kind": "final""#),
    (#""2025-08-29""#, #""29.8.2025""#),
    (#""pageCount": 26"#, #""pageCount": -1"#),
    (#""unit": "万元""#, #""unit": "万""#),
    (#""status": "declaredEmpty""#, #""status": "empty""#),
    (#""pages": [8, 9]"#, #""pages": [0]"#),
    (#""role": "total""#, #""role": "sum""#),
    (#""ofWhich": true"#, #""ofWhich": false"#),
    (#""yuan": 15119000.00"#, #""yuan": "15119000.00""#),
    (#""yuan": 15119000.00, "#, ""),
    (#""box": [300, 140, 340.13, 152]"#, #""box": [300, 140, 340.13]"#),
    (#""page": 8, "box": [72, 140, 100, 152]"#, #""page": 8"#),
    (#""rowSpan": 1"#, #""rowSpan": 0"#),
    (#""kind": "deadline""#, #""kind": "late""#),
    (#""noteLocations""#, #""places""#),
    (#""missingTables": ["expenditure"]"#, #""missingTables": [""]"#),
  ])
  func brokenDocumentsBreakIt(_ printed: String, _ broken: String) throws {
    let validator = try SchemaValidator(schema: Schema.document)
    #expect(try !validator.errors(in: DocumentJSON.encode(Sample.document).replacing(printed, with: broken)).isEmpty)
  }

  @Test(arguments: [
    (#""severity": "error""#, #""severity": "grave""#),
    (#""outcome": "passed""#, #""outcome": "ok""#),
    (#""passed": 340"#, #""passed": null"#),
    (#""infos": 1"#, #""others": 1"#),
    (#""reason": "不是预算", "#, ""),
    (#""expected": "1511.95""#, #""expected": 1511.95"#),
    (#""line": 12"#, #""line": 0"#),
    (#""columns": [3, 8]"#, #""columns": [3]"#),
    (#""page": null, "box": null, "#, ""),
    (#""status": "declaredEmpty""#, #""status": "empty""#),
    (#""duty": "gradual""#, #""duty": "optional""#),
    (#""basis": "某规程""#, #""basis": """#),
    (#""reason": "2020年度起公开", "#, ""),
    (#""page": 8, "box": [200, 60, 400, 80], "text""#, #""page": 8, "text""#),
  ])
  func brokenReportsBreakIt(_ printed: String, _ broken: String) throws {
    let validator = try SchemaValidator(schema: Schema.report)
    #expect(try !validator.errors(in: ReportJSON.encode(Sample.report).replacing(printed, with: broken)).isEmpty)
  }

  @Test func theirWordsAreThoseOfTheTypes() throws {
    let document = try JSONParser.parse(Schema.document)
    func words(_ path: [String]) -> [String] {
      path.reduce(document) { $0?[$1] }?["enum"]?.elements?.compactMap(\.text) ?? []
    }
    #expect(words(["$defs", "unit"]) == MonetaryUnit.allCases.map(\.rawValue))
    let kinds = words(["$defs", "problem", "properties", "kind"])
    #expect(kinds.count == kinds.compactMap(Problem.Kind.init).count && !kinds.isEmpty)
    let report = try JSONParser.parse(Schema.report)
    let outcomes = report["$defs"]?["check"]?["properties"]?["outcome"]?["enum"]?.elements?.compactMap(\.text)
    #expect(outcomes == Check.Outcome.allCases.map(\.rawValue))
    let item = report["$defs"]?["disclosureItem"]?["properties"]
    #expect(
      item?["status"]?["enum"]?.elements?.compactMap(\.text) == DisclosureItem.Status.allCases.map(\.rawValue))
    #expect(item?["duty"]?["enum"]?.elements?.compactMap(\.text) == Checklist.Duty.allCases.map(\.rawValue))
  }

  @Test func endWithALineEnd() {
    #expect(Schema.document.last == 0x0A && Schema.report.last == 0x0A)
  }
}

extension [UInt8] {
  /// The text with the first occurrence of a part replaced; the part must occur.
  func replacing(_ part: String, with other: String) -> [UInt8] {
    let text = String(decoding: self, as: UTF8.self)
    #expect(text.contains(part), "the sample has no \(part)")
    return Array(text.replacing(part, with: other, maxReplacements: 1).utf8)
  }
}
