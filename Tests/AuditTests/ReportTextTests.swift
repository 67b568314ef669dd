import Testing

@testable import Audit

@Suite struct ReportTextTests {
  @Test func findsWhatStandsInIt() {
    let words = "比上年预算增加（减少）12.5万元，其中：“三公”经费１.２万元。"
    let text = text(words)
    let normalised = Array(text.words.unicodeScalars)
    for start in normalised.indices {
      for end in (start + 1)...normalised.count {
        let part = Phrase(String(String.UnicodeScalarView(normalised[start..<end])))
        #expect(text.holds(part), "\(part.text)")
      }
    }
    #expect(text.range(of: "三公经费").map { text.words[$0] } == "三公经费")
  }

  @Test(arguments: ["增加(下降)", "12.5元", "加增", "经费1.2万元。。"])
  func findsNothingElse(phrase: String) {
    #expect(!text("比上年预算增加（减少）12.5万元，其中：“三公”经费１.２万元。").holds(Phrase(phrase)))
  }

  @Test func joinedTextsHoldWhatTheirSeamCutsInTwo() {
    let joined = text("项目实施").joined(with: text("周期2025年"))
    #expect(joined.holds("实施周期"))
    #expect(joined.holds("周期2025年"))
    #expect(joined.printed == "项目实施周期2025年")
    #expect(text("").joined(with: text("实施周期")).holds("实施周期"))
    #expect(text("实施周期").joined(with: text("")).holds("实施周期"))
  }

  private func text(_ printed: String) -> ReportText { ReportText(printed, .line(1, columns: 1...2)) }
}
