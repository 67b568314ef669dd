import Disclosure
import PageContent
import Report
import Testing

struct DocumentJSONReaderTests {
  @Test func readsBackWhatWasWritten() throws {
    var random = SeededGenerator(seed: 4)
    let documents = [Sample.document, Sample.text] + (0..<300).map { _ in Sample.random(using: &random) }
    for document in documents {
      let bytes = DocumentJSON.encode(document)
      let read = try DocumentJSONReader.document(from: bytes)
      #expect(DocumentJSON.encode(read) == bytes)
    }
  }

  @Test func keepsWhatTheFiguresSay() throws {
    let read = try DocumentJSONReader.document(from: DocumentJSON.encode(Sample.document))
    let rows = try #require(read.tables.first?.sections.first?.rows)
    let expected = Sample.income.sections[0].rows
    #expect(rows.map { $0.figures.map { $0?.value } } == expected.map { $0.figures.map { $0?.value } })
    #expect(rows[2].figures[0]?.amount?.yuan == ExactNumber(mantissa: 1_511_950_001, scale: 2))
    #expect(rows[0].figures[1]?.value == .dash && rows[2].figures[1]?.value == .unreadable)
    #expect(rows[0].figures[2]?.amount?.unit == nil && rows[0].figures[0]?.amount?.unit == .tenThousandYuan)
    #expect(rows[2].isOfWhich && rows[2].location.page == 9)
    #expect(read.problems == Sample.document.problems && read.contents == Sample.document.contents)
    #expect(read.tables[0].notes == Sample.income.notes)
  }

  @Test func skipsWhatItDoesNotKnow() throws {
    let bytes = DocumentJSON.encode(Sample.document)
    let more = bytes.replacing(
      #""kind": "finalAccounts","#, with: #""kind": "finalAccounts", "later": [{ "x": 1.5e3 }],"#
    )
    .replacing(#""text": "1,511.90""#, with: #""note": null, "text": "1,511.90""#)
    #expect(try DocumentJSON.encode(DocumentJSONReader.document(from: more)) == bytes)
  }

  /// Other tools write numbers their own way: the value counts.
  @Test func takesOtherWordingsOfTheSameNumbers() throws {
    let bytes = DocumentJSON.encode(Sample.document)
    for yuan in ["15119000", "15119000.0", "15119000.0000"] {
      let other = bytes.replacing("15119000.00", with: yuan).replacing("340.13,", with: "340.130,")
      #expect(try DocumentJSON.encode(DocumentJSONReader.document(from: other)) == bytes)
    }
    #expect(throws: Never.self) { try DocumentJSONReader.document(from: [0xEF, 0xBB, 0xBF] + bytes) }
  }

  @Test(arguments: [
    (#""juesuan/1""#, #""juesuan-report/1""#, "its format is “juesuan-report/1”, not “juesuan/1”"),
    (
      "15119000.00", "15119000.01",
      "tables[0].sections[0].rows[0].cells[0]: “yuan” is 15119000.01, but the text “1,511.90” makes 15119000.00"
    ),
    ("1,511.90", "1,511.91", "“yuan” is 15119000.00, but the text “1,511.91” makes 15119100.00"),
    (#""unit": "万元""#, #""unit": "元""#, "“yuan” is 15119000.00, but the text “1,511.90” makes 1511.90"),
    ("15119000.00", "1.5119e7", "“yuan” is 1.5119e7"),
    ("15119000.00", "15119000.0000000000000000000000000000000000000001", "“yuan” is 15119000.0"),
    ("15119000.00", "null", "“yuan” is null"),
    ("15119000.00", "\"15119000.00\"", "“yuan” is a string"),
    (#""text": "-", "yuan": null"#, #""text": "-", "yuan": 0"#, "but the text “-” is no amount"),
    (#""text": "12", "yuan": null"#, #""text": "12", "yuan": 12.00"#, "no unit is known"),
    (#""text": "12", "yuan": null, "unit": null"#, #""text": "12", "yuan": null"#, "“yuan” is null"),
    (#""text": "-""#, #""text": """#, "“text” is empty"),
    (#""fiscalYear": 2024,"#, "", "“fiscalYear” is missing"),
    (#""fiscalYear": 2024"#, #""fiscalYear": 2024, "fiscalYear": 2023"#, "“fiscalYear” stands twice"),
    (#""fiscalYear": 2024"#, #""fiscalYear": 2024.5"#, "fiscalYear: 2024.5 is not an integer"),
    (
      #""fiscalYear": 2024"#, #""fiscalYear": 99999999999999999999"#,
      "fiscalYear: 99999999999999999999 is not an integer"
    ),
    (#""kind": "finalAccounts""#, #""kind": "final""#, "kind: “final” is not a word"),
    (#""source": {"#, #""source": [{"#, "not JSON: unexpected “:” in line 4"),
    (#""tables": ["#, #""tables": [ 5,"#, "tables[0]: is a number, not an object"),
    (
      #""missingTables": ["expenditure"]"#, #""missingTables": "expenditure""#,
      "missingTables: is a string, not an array"
    ),
    (#""box": [72, 140, 100, 152]"#, #""box": [72, 140, 100]"#, "rows[0]: “box” has 3 numbers"),
    (#""box": [72, 140, 100, 152]"#, #""box": [72, 140, 100, 1e999]"#, "rows[0].box[3]: 1e999 lies beyond any page"),
    (
      #""page": 8, "box": [72, 140, 100, 152]"#, #""page": 0, "box": [72, 140, 100, 152]"#,
      "rows[0].page: 0 is not positive"
    ),
    (#""page": 8, "box": [72, 140, 100, 152]"#, #""line": 3, "columns": [9, 2]"#, "rows[0]: “columns” of a place"),
    (#""page": 8, "box": [72, 140, 100, 152]"#, #""page": null, "box": null"#, "rows[0]: “page” is null"),
    (#""rowSpan": 1"#, #""rowSpan": 1000000000"#, "unrecognisedTables[0]: the cell in row 0, column 0 lies outside"),
    (#"{ "page": 9, "box": [72, 500, 420, 512] },"#, "", "“notes” has 2 elements, “noteLocations” 1"),
    (
      #"{ "key": null, "header": ["其他", "利息"], "number": null },"#, "",
      "“cells” has 3 elements; the section has 2 columns"
    ),
  ])
  func refuses(_ printed: String, _ tampered: String, _ reason: String) {
    let bytes = DocumentJSON.encode(Sample.document).replacing(printed, with: tampered)
    let error = #expect(throws: InputError.self) { try DocumentJSONReader.document(from: bytes) }
    guard case .malformedJSON(let found)? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(found.contains(reason), "\(found)")
  }

  /// Every member that the format names is needed, but for those that say nothing when absent and those added later.
  @Test func refusesWithoutAnyOfItsMembers() throws {
    let text = String(decoding: DocumentJSON.encode(Sample.document), as: UTF8.self)
    let names = Set(text.matches(of: #/"([A-Za-z0-9]+)": /#).map { String($0.1) }).subtracting([
      "ofWhich", "unit", "content", "otherTables", "narrative", "paragraphs", "performance", "profile",
      "tableOfContents", "tasks", "glossary",
    ])
    #expect(names.count > 30)
    for name in names.sorted() {
      let without = Array(text.replacing("\"\(name)\": ", with: "\"x\": ", maxReplacements: 1).utf8)
      #expect(throws: InputError.self, "\(name)") { try DocumentJSONReader.document(from: without) }
    }
  }

  @Test func survivesMutilation() {
    var random = SeededGenerator(seed: 5)
    let bytes = DocumentJSON.encode(Sample.text)
    for _ in 0..<3000 {
      var mutant = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        mutant[Int.random(in: 0..<mutant.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
      }
      if let document = try? DocumentJSONReader.document(from: mutant) { _ = DocumentJSON.encode(document) }
    }
  }
}
