import Disclosure

/// Titles of a unit's report that speak of a department's, and the reverse.
struct ScopeNames {
  let subject: Subject

  private static let department: [Phrase] = ["部门决算", "部门预算"]
  private static let unit: [Phrase] = ["单位决算", "单位预算"]

  func evaluate(_ verdicts: inout Verdicts) {
    guard let scope = subject.document.scope else {
      return verdicts.record(.notEvaluable, reason: "不知是部门还是单位")
    }
    let isUnit = scope == .unit
    let (own, foreign) =
      isUnit ? (ScopeNames.unit, ScopeNames.department) : (ScopeNames.department, ScopeNames.unit)
    let titles = subject.texts.filter(ScopeNames.isTitle)
    let sound = titles.filter { title in own.contains(where: title.holds) }
    let wrong = titles.filter { title in
      foreign.contains(where: title.holds) && !own.contains(where: title.holds)
    }
    if !sound.isEmpty { verdicts.record(.passed, count: sound.count) }
    evaluateSelf(isUnit, &verdicts)
    // Where as many speak of one as of the other, the publisher makes no difference.
    guard let first = wrong.first, wrong.count < sound.count else { return }
    let word = foreign.first(where: first.holds)?.text ?? ""
    verdicts.fail(
      "标题\(Wording.quoted(first.printed))写作“\(word)”，本报告为\(isUnit ? "单位" : "部门")的报告"
        + (wrong.count > 1 ? "，共\(wrong.count)处" : "") + "。", actual: word,
      evidence: wrong.prefix(20).map { Evidence(location: $0.location, text: $0.printed) })
  }

  /// 本部门 in a report that calls itself 本单位 everywhere else, and the reverse.
  private func evaluateSelf(_ isUnit: Bool, _ verdicts: inout Verdicts) {
    let (own, foreign) = isUnit ? (ScopeNames.thisUnit, ScopeNames.this) : (ScopeNames.this, ScopeNames.thisUnit)
    // A glossary speaks of units in general.
    let glossary = subject.document.narrative.sections.filter { $0.kind == .glossary }.map(\.paragraphs)
    let texts = subject.texts.enumerated().filter { index, _ in !glossary.contains { $0.contains(index) } }.map(
      \.element)
    let wrong = texts.filter { $0.holds(foreign) }
    let sound = texts.count { $0.holds(own) && !$0.holds(foreign) }
    guard let first = wrong.first, wrong.count <= ScopeNames.mostSlips, sound >= ScopeNames.fewestOwn else { return }
    verdicts.fail(
      "文中\(sound)处自称“\(own.text)”，\(wrong.count)处写作“\(foreign.text)”："
        + Subject.excerpt(first.printed, around: foreign.text),
      expected: own.text, actual: foreign.text,
      evidence: wrong.map { Evidence(location: $0.location, text: Subject.excerpt($0.printed, around: foreign.text)) })
  }

  private static let this: Phrase = "本部门"
  private static let thisUnit: Phrase = "本单位"
  private static let mostSlips = 2
  private static let fewestOwn = 6

  /// 第三部分 某单位2024年度部门决算情况说明: short, without a sentence, and no table's.
  private static func isTitle(_ text: ReportText) -> Bool {
    text.words.utf8.count < 150 && text.mayBeTitle && !text.words.ends(with: "表")
      && ["情况说明", "概况", "基本情况", "公开", "说明", "决算", "预算"].contains(where: text.words.ends)
      && !["各单位", "所属", "下属", "二级"].contains(where: text.words.holds)
  }
}
