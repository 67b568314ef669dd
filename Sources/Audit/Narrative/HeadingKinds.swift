import Disclosure

/// Headings of a budget that speak of final accounts, and the reverse.
struct HeadingKinds {
  let subject: Subject

  func evaluate(_ verdicts: inout Verdicts) {
    guard let kind = subject.document.kind else { return verdicts.record(.notEvaluable, reason: "不知是决算还是预算") }
    for section in subject.document.narrative.sections {
      let text = Wording.normalised(section.heading)
      guard let word = HeadingKinds.foreignWord(in: text, of: kind), !namesOtherYear(text) else {
        verdicts.record(.passed)
        continue
      }
      verdicts.fail(
        "标题\(Wording.quoted(section.heading))写作“\(word)”，本报告为\(kind == .budget ? "预算" : "决算")。", actual: word,
        evidence: [Evidence(location: section.location, text: section.heading)])
    }
  }

  /// A budget may look back: 2024年度决算情况.
  private func namesOtherYear(_ text: String) -> Bool {
    TextYear.years(in: text).contains { $0.year != subject.document.fiscalYear } || text.holds("上年")
  }

  static func foreignWord(in text: String, of kind: DisclosedDocument.Kind) -> String? {
    if ["预决算", "决算公开", "绩效", "执行"].contains(where: text.holds) { return nil }
    return (kind == .budget ? words.final : words.budget).first(where: text.holds)
  }

  /// A fund's budget is the fund: 一般公共预算财政拨款支出 is said in final accounts too.
  private static let words = (
    final: ["部门决算", "单位决算", "收入决算", "支出决算", "收支决算", "决算情况"],
    budget: ["部门预算", "单位预算", "收入预算", "支出预算", "收支预算", "预算安排"]
  )
}
