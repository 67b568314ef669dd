import Disclosure

/// The years that a report calls the year before, or tells its changes against.
struct PriorYears {
  let subject: Subject

  func evaluate(_ verdicts: inout Verdicts) {
    guard let year = subject.document.fiscalYear else { return verdicts.record(.notEvaluable, reason: "年度不明") }
    var told: Set<Int> = []
    for fact in subject.narrative.facts where [.change, .rate].contains(fact.measure) {
      guard let compared = fact.comparedYear, compared != year else { continue }
      let sentence = subject.document.narrative.sentences[fact.sentence].text
      if compared == year - 1 || PriorYears.spansYears(sentence) || !(year - 4...year + 1).contains(compared) {
        verdicts.record(.passed)
      } else if told.insert(fact.sentence).inserted {
        verdicts.fail(
          subject.heading(of: fact.section) + "：与\(compared)年相比，本报告为\(year)年度，上年应为\(year - 1)年："
            + Subject.excerpt(sentence, around: "\(compared)年"),
          expected: "\(year - 1)", actual: "\(compared)", evidence: [fact.evidence])
      }
    }
    for text in subject.texts {
      for (named, words) in PriorYears.named(in: text) {
        if named == year - 1 {
          verdicts.record(.passed)
        } else {
          verdicts.fail(
            "“\(words)”所写的上年不是\(year - 1)年：" + Subject.excerpt(text.printed, around: "\(named)"),
            expected: "\(year - 1)", actual: "\(named)",
            evidence: [
              Evidence(location: text.location, text: Subject.excerpt(text.printed, around: "\(named)"))
            ])
        }
      }
    }
  }

  /// 近三年, 连续五年: a sentence that looks further back on purpose.
  private static func spansYears(_ sentence: String) -> Bool {
    ["三年", "五年", "多年", "连续", "近年", "历年", "前年", "以来", "同期"].contains(where: sentence.holds)
  }

  /// Years that stand beside the word: 上年（2023年）.
  static func named(in text: ReportText) -> [(year: Int, words: String)] {
    var found: [(Int, String)] = []
    for mark in marks where text.holds(mark) {
      var rest = Substring(text.words)
      while let range = rest.range(of: mark.text) {
        rest = rest[range.upperBound...]
        let digits = rest.prefix(4)
        guard digits.count == 4, let year = Int(digits), (1990...2099).contains(year),
          rest.dropFirst(4).first.map({ "年)".contains($0) }) ?? false
        else { continue }
        found.append((year, "\(mark.text.dropLast())（\(year)年）"))
      }
    }
    return found
  }

  private static let marks: [Phrase] = ["上年(", "上年度(", "去年(", "上一年度("]
}
