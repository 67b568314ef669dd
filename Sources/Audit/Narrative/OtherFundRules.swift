import Disclosure
import PageContent

extension Rule {
  /// What stands under one fund's form or heading and speaks of the other.
  static let otherFunds: [Rule] = [
    Rule(
      id: "text.otherFund", title: "政府性基金、国有资本经营的说明各说其事",
      english: "What stands under a fund's form or heading is about that fund",
      why: "政府性基金的表、标题之下只提国有资本经营，或相反，多为复制未改。",
      whyEnglish: "Text under one fund's form or heading that names only the other was copied and not changed.",
      severity: .warning
    ) { OtherFunds(subject: $0).evaluate(&$1) }
  ]
}

private struct OtherFunds {
  let subject: Subject

  private struct Fund {
    /// What its forms' ids hold.
    var form: String
    var section: NarrativeSection.Kind
    var name: String
  }

  private static let funds = [
    Fund(form: "overnmentFund", section: .governmentFund, name: "政府性基金"),
    Fund(form: "tateCapital", section: .stateCapital, name: "国有资本经营"),
  ]
  /// What a statement about a form or under a heading says.
  private static let statements: [Phrase] = ["没有", "不涉及", "无此", "未安排", "未使用", "为空表", "无数据", "无政府性基金", "无国有资本"]

  func evaluate(_ verdicts: inout Verdicts) {
    for (index, table) in subject.tables.enumerated() where table.status != .present {
      guard let fund = OtherFunds.funds.first(where: { table.form.holds($0.form) }) else { continue }
      for note in table.notes {
        judge(ReportText(note.text, note.location), of: fund, under: subject.title(index), &verdicts)
      }
    }
    for section in subject.document.narrative.sections {
      let heading = Wording.normalised(section.heading)
      let named = OtherFunds.funds.filter { heading.holds($0.name) }
      // A heading that holds the figures itself is judged by them.
      guard named.count == 1, heading.unicodeScalars.count <= 40, section.paragraphs.count > 1 else { continue }
      let first = section.paragraphs.lowerBound + 1
      guard subject.texts.indices.contains(first) else { continue }
      judge(subject.texts[first], of: named[0], under: "标题\(Wording.quoted(section.heading))", &verdicts)
    }
  }

  private func judge(_ text: ReportText, of fund: Fund, under place: String, _ verdicts: inout Verdicts) {
    guard text.words.ends(with: "。") || text.words.unicodeScalars.count < 60,
      OtherFunds.statements.contains(where: text.holds)
    else { return }
    // 国有资本 alone is said as well.
    if text.words.holds(String(fund.name.prefix(4))) { return verdicts.record(.passed) }
    guard let other = OtherFunds.funds.first(where: { text.words.holds($0.name) }) else { return }
    verdicts.fail(
      "\(place)之下的说明只提“\(other.name)”：" + Subject.excerpt(text.printed, around: other.name), expected: fund.name,
      actual: other.name,
      evidence: [Evidence(location: text.location, text: Subject.excerpt(text.printed, around: other.name))])
  }
}
