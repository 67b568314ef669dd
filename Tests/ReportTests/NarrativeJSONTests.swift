import Disclosure
import PageContent
import Report
import Testing

struct NarrativeJSONTests {
  private static var document: DisclosedDocument {
    var document = Sample.document
    let place = Location.page(21, Box(x0: 72, y0: 100, x1: 120.5, y1: 112))
    document.narrative = Narrative(
      sections: [
        NarrativeSection(heading: "七、“三公”经费情况说明", kind: .threePublic, level: 2, location: place, paragraphs: 4..<6)
      ],
      sentences: [
        NarrativeSentence(text: "公务接待费决算1.50万元，比2023年度减少25%。", paragraph: 5, section: 0, location: place),
        NarrativeSentence(text: "为3万元。", paragraph: 5, section: nil, location: place),
      ],
      facts: [
        NarrativeFact(
          kind: "receptions", subject: "公务接待费", measure: .final, text: "1.50", unit: "万元",
          value: ExactNumber(mantissa: 150, scale: 2), section: 0, sentence: 0, location: place),
        NarrativeFact(
          kind: "receptions", subject: "公务接待费", path: ["教育支出"], code: "205", measure: .rate, text: "25", unit: "%",
          value: ExactNumber(mantissa: 25, scale: 0), direction: .decrease, comparedYear: 2023, base: "2023年度",
          isInReason: true, statedReason: true, section: 0, sentence: 0, location: place),
      ],
      lists: [
        NarrativeList(
          kind: "runningExpenditure", subject: "公用经费", items: ["办公费", "印刷费"], section: 0, sentence: 0, location: place)
      ],
      statements: [
        NarrativeStatement(
          kind: "receptions", subject: "公务接待费", direction: .flat, basis: .prior, comparedYear: 2023, section: 0,
          sentence: 0, location: place)
      ],
      dates: [NarrativeDate(year: 2023, month: 12, day: 31, role: .asOf, section: 0, sentence: 0, location: place)],
      unread: [1])
    return document
  }

  @Test func isReadBackExactly() throws {
    let document = Self.document
    let bytes = DocumentJSON.encode(document)
    let read = try DocumentJSONReader.document(from: bytes)
    #expect(read.narrative == document.narrative)
    #expect(DocumentJSON.encode(read) == bytes)
    #expect(GoldenComparison.differences(was: document, is: read).isEmpty)
  }

  @Test(arguments: [
    (#""yuan": 15000.00"#, #""yuan": 15000.01"#), (#""section": 0"#, #""section": 1"#),
    (#""unreadSentences": [1]"#, #""unreadSentences": [2]"#), (#""measure": "rate""#, #""measure": "speed""#),
    (#""paragraphs": [4, 6]"#, #""paragraphs": [6, 4]"#),
  ])
  func refuses(_ printed: String, _ tampered: String) {
    let text = String(decoding: DocumentJSON.encode(Self.document), as: UTF8.self)
    #expect(text.contains(printed))
    let bytes = Array(text.replacing(printed, with: tampered).utf8)
    #expect(throws: InputError.self) { try DocumentJSONReader.document(from: bytes) }
  }

  @Test func aChangedFactIsADifference() {
    var changed = Self.document
    changed.narrative.facts[0].subject = "招待费"
    #expect(!GoldenComparison.differences(was: Self.document, is: changed).isEmpty)
  }
}
