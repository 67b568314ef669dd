import Disclosure
import PageContent
import Testing

@testable import Audit

@Suite("Brackets by the ten thousand", .timeLimit(.minutes(5)))
struct ManyMarksTests {
  private func evidence(_ texts: String...) -> [String] {
    let paragraphs = texts.enumerated().map { index, text in
      TextParagraph(text: text, location: .line(index + 1, columns: 1...max(1, text.unicodeScalars.count)))
    }
    guard let rule = Rule.all.first(where: { $0.id == "text.brackets" }) else { return ["no such rule"] }
    var verdicts = Verdicts(rule: rule)
    BracketCheck(paragraphs: paragraphs).evaluate(&verdicts)
    return verdicts.findings.flatMap { $0.finding.evidence.map(\.text) }
  }

  private func many(_ text: String, _ count: Int = 100_000) -> String { String(repeating: text, count: count) }

  @Test func eachLoneOneIsFound() {
    #expect(evidence(many("（") + "。").count == 100_000)
    #expect(evidence(many("工作）")).count == 100_000)
    #expect(evidence(many("（《") + "。").count == 200_000)
  }

  @Test func partnersInTheNextParagraphsAreFoundInOrder() {
    #expect(evidence(many("（甲。"), many("乙）")).isEmpty)
    #expect(evidence(many("（甲。"), "丙", many("乙）") + "丁）").count == 1)
    // Too far away, and nothing after the last one ends the sentence.
    #expect(evidence("（甲。", "乙", "丙", "丁", "戊", "己）").count == 2)
    #expect(evidence("（甲。（乙").count == 1)
  }

  @Test func otherKindsBetweenLoseTheirPartner() {
    #expect(evidence("（《甲）》。").count == 2)
    #expect(evidence("甲1）乙（丙）").isEmpty)
  }
}
