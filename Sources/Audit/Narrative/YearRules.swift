import Disclosure
import PageContent

extension Rule {
  /// The years that a report names, against its fiscal year.
  static let years: [Rule] = [
    Rule(
      id: "year.heading", title: "标题中的年度为本年度", english: "Titles name the fiscal year",
      why: "标题写作上年，多为沿用上年文本所致。",
      whyEnglish: "A title with last year's date was mostly left over from last year's text.", severity: .warning
    ) { Years(subject: $0).evaluateHeadings(&$1) },
    Rule(
      id: "year.date", title: "截止日期在本年度", english: "The closing date is in the fiscal year",
      why: "资产、人员等的截止日期应为本年度末。",
      whyEnglish: "Assets and staff are counted at the end of the fiscal year.", severity: .warning
    ) { Years(subject: $0).evaluateDates(&$1) },
    Rule(
      id: "year.comparison", title: "与上年而不是与本年相比", english: "Comparisons are with the year before",
      why: "本年度的预算、决算应与上年相比；与本年自身相比是年份写错。",
      whyEnglish: "A year is compared with the one before; compared with itself it is misdated.", severity: .warning
    ) { Years(subject: $0).evaluateComparisons(&$1) },
    Rule(
      id: "year.prior", title: "上年为本年度的前一年", english: "Last year is the year before this one",
      why: "增减应与前一年相比；与更早的年度相比，多为沿用往年文本所致。",
      whyEnglish: "A change is told against the year before; an earlier one was mostly left over from an earlier text.",
      severity: .warning
    ) { PriorYears(subject: $0).evaluate(&$1) },
    Rule(
      id: "year.other", title: "金额、表注、栏目的年度为本年度", english: "Amounts, notes and heads are of the fiscal year",
      why: "本年度的金额、空表的说明、报表的栏目写作另一年度，多为沿用往年文本所致。",
      whyEnglish:
        "The year's own amounts, notes below empty forms and heads of columns that name another year were mostly left over "
        + "from an earlier report.", severity: .warning
    ) { OtherYears(subject: $0).evaluate(&$1) },
    Rule(
      id: "year.period", title: "项目实施周期在本年度", english: "A project's period is in the fiscal year",
      why: "项目的实施周期应包含本年度。",
      whyEnglish: "The period in which a project is carried out includes the fiscal year.", severity: .warning
    ) { Years(subject: $0).evaluatePeriods(&$1) },
  ]
}

private struct Years {
  let subject: Subject

  /// A title of the report or of one of its parts names another year than most do.
  func evaluateHeadings(_ verdicts: inout Verdicts) {
    guard let year = subject.document.fiscalYear else { return verdicts.record(.notEvaluable, reason: "年度不明") }
    for text in subject.texts {
      guard Years.isTitle(text, of: subject.document.kind), let named = TextYear.years(in: text.words).first else {
        continue
      }
      if named.year == year {
        verdicts.record(.passed)
      } else if (year - 3...year + 1).contains(named.year) {
        verdicts.fail(
          "标题\(Wording.quoted(text.printed))写作\(named.year)年度，本报告为\(year)年度。",
          evidence: [Evidence(location: text.location, text: text.printed)])
      }
    }
  }

  /// 某局2023年度部门决算情况说明: short, without a sentence, and of the report's own kind.
  private static func isTitle(_ text: ReportText, of kind: DisclosedDocument.Kind?) -> Bool {
    guard (kind == .budget ? budgets : accounts).contains(where: text.holds) else { return false }
    return text.words.utf8.count < 180 && text.mayBeTitle
      && ["说明", "公开", "报告", "表", kind == .budget ? "预算" : "决算", "情况"].contains(where: text.words.ends)
  }

  private static let budgets: [Phrase] = ["部门预算", "单位预算"]
  private static let accounts: [Phrase] = ["部门决算", "单位决算"]

  func evaluateDates(_ verdicts: inout Verdicts) {
    guard let year = subject.document.fiscalYear, subject.document.kind == .finalAccounts else { return }
    for date in subject.document.narrative.dates where date.role == .asOf {
      let sentence = subject.document.narrative.sentences[date.sentence]
      // Only the end of a year closes accounts.
      guard date.month == 12 || date.month == nil, date.year != year else {
        verdicts.record(.passed)
        continue
      }
      guard (year - 3...year + 1).contains(date.year) else { continue }
      let day =
        date.month == nil ? "\(date.year)年" : "\(date.year)年\(date.month ?? 12)月\(date.day.map { "\($0)日" } ?? "")"
      verdicts.fail(
        subject.heading(of: date.section) + "：截止日期写作\(day)，本报告为\(year)年度："
          + Subject.excerpt(sentence.text, around: "\(date.year)"),
        evidence: [Evidence(location: date.location, text: day)])
    }
  }

  func evaluateComparisons(_ verdicts: inout Verdicts) {
    guard let year = subject.document.fiscalYear else { return }
    let dates = subject.document.narrative.dates.filter { $0.role == .comparison }
    verdicts.record(.passed, count: dates.count { $0.year != year })
    let wrong = dates.filter { $0.year == year && comparesOwnYear($0) }
    guard let first = wrong.first else { return }
    let sentence = subject.document.narrative.sentences[first.sentence]
    verdicts.fail(
      subject.heading(of: first.section) + "：与\(year)年度自身相比，应与\(year - 1)年度相比"
        + (wrong.count > 1 ? "，共\(wrong.count)处" : "") + "：" + Subject.excerpt(sentence.text, around: "\(year)年"),
      evidence: wrong.prefix(20).map { date in
        Evidence(
          location: date.location,
          text: Subject.excerpt(subject.document.narrative.sentences[date.sentence].text, around: "\(year)年"))
      })
  }

  /// 比2026年预算增加, but not 2026年决算数比2026年预算数: final accounts are held against the year's own budget.
  private func comparesOwnYear(_ date: NarrativeDate) -> Bool {
    if isInTitle(date) { return false }
    guard subject.document.kind == .finalAccounts else { return true }
    let text = subject.document.narrative.sentences[date.sentence].text
    return !text.holds("\(date.year)年预算") && !text.holds("\(date.year)年度预算") && !text.holds("\(date.year)年年初")
      && !text.holds("\(date.year)年初")
  }

  /// 《2023年计划执行情况与2024年计划草案的报告》 compares nothing.
  private func isInTitle(_ date: NarrativeDate) -> Bool {
    let text = subject.document.narrative.sentences[date.sentence].text
    var isOpen = false
    var found = false
    var rest = Substring(text)
    while let first = rest.first {
      if first == "《" { isOpen = true }
      if first == "》" { isOpen = false }
      if rest.hasPrefix("与\(date.year)年") || rest.hasPrefix("较\(date.year)年") || rest.hasPrefix("比\(date.year)年")
        || rest.hasPrefix("同\(date.year)年")
      {
        if !isOpen { return false }
        found = true
      }
      rest = rest.dropFirst()
    }
    return found
  }

  /// 实施周期：2025年1月1日至2025年12月31日 in a budget of 2026.
  func evaluatePeriods(_ verdicts: inout Verdicts) {
    guard let year = subject.document.fiscalYear else { return }
    func judge(_ text: ReportText) {
      guard let mark = Years.periods.first(where: text.holds), let start = text.range(of: mark) else { return }
      let words = String(text.words[start.lowerBound...].prefix(60))
      let years = TextYear.beginnings(in: words) + TextYear.years(in: words).map(\.year)
      guard let first = years.first, let last = years.last else { return }
      if (min(first, last)...max(first, last)).contains(year) {
        verdicts.record(.passed)
      } else if (year - 3...year + 3).contains(first) {
        verdicts.fail(
          "\(mark.text)写作\(first)年" + (last == first ? "" : "至\(last)年") + "，不含本年度\(year)年："
            + Subject.excerpt(text.printed, around: "\(first)年"),
          evidence: [
            Evidence(location: text.location, text: Subject.excerpt(text.printed, around: "\(first)年"))
          ])
      }
    }
    let texts = subject.texts
    for index in texts.indices {
      // The heading may stand above its content.
      let isHeading = texts[index].printed.utf8.count < 40 && index + 1 < texts.count
      judge(isHeading ? texts[index].joined(with: texts[index + 1]) : texts[index])
    }
    for cells in subject.cells {
      for (cell, next) in zip(cells, cells.dropFirst()) {
        judge(cell.printed.utf8.count < 30 ? cell.joined(with: next) : cell)
      }
    }
  }

  private static let periods: [Phrase] = ["实施周期", "项目周期", "实施期限", "实施时间", "起止时间"]
}

/// Years in a text: 2024年, 2024年度.
enum TextYear {
  /// The first years of periods: 2022 of 2022-2024年.
  static func beginnings(in text: String) -> [Int] {
    let scalars = Array(text.unicodeScalars)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= scalars.count else { return nil }
      return Int(String(String.UnicodeScalarView(scalars[range])))
    }
    return scalars.indices.compactMap { index in
      guard index >= 4, "-—–~至到".unicodeScalars.contains(scalars[index]), let first = number(index - 4..<index),
        let last = number(index + 1..<index + 5), (1990...2099).contains(first), first <= last, last < 2100
      else { return nil }
      return first
    }
  }

  static func years(in text: String) -> [(year: Int, isFiscal: Bool)] {
    let scalars = Array(text.unicodeScalars)
    var found: [(Int, Bool)] = []
    for (index, scalar) in scalars.enumerated() where scalar == "年" && index >= 4 {
      let digits = scalars[(index - 4)..<index]
      guard digits.allSatisfy({ ("0"..."9").contains($0) }), index == 4 || !("0"..."9").contains(scalars[index - 5])
      else { continue }
      let year = digits.reduce(0) { $0 * 10 + Int($1.value) - 48 }
      if (1990...2099).contains(year) { found.append((year, index + 1 < scalars.count && scalars[index + 1] == "度")) }
    }
    return found
  }
}
