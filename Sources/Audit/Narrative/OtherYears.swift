import Disclosure
import PageContent

/// Years that do not belong: the year's own amounts under an earlier one, empty forms of another one, heads of columns.
struct OtherYears {
  let subject: Subject

  func evaluate(_ verdicts: inout Verdicts) {
    guard let year = subject.document.fiscalYear else { return verdicts.record(.notEvaluable, reason: "年度不明") }
    judgeSentences(year, &verdicts)
    for (index, table) in subject.tables.enumerated() {
      if table.status != .present {
        for note in table.notes { judge(note, of: index, year, &verdicts) }
      }
      judgeHeads(of: index, year, &verdicts)
    }
  }

  // MARK: Sentences

  /// The sections that state the year's own amounts.
  private static let own: Set<NarrativeSection.Kind> = [
    .incomeExpenditureSummary, .income, .expenditure, .appropriationSummary, .generalBudget, .generalBudgetStructure,
    .basicExpenditure, .threePublic, .governmentFund, .stateCapital, .runningCosts, .procurement,
  ]
  private static let besides = [
    "结转", "专项", "下达", "立项", "以来", "计划", "批复", "文件", "项目资金", "同期", "相比", "比较", "对比", "增加", "减少", "至", "—",
    "决算公开", "上年",
  ]
  private static let measures = ["预算", "决算", "支出", "收入", "经费", "总额", "执行数"]

  /// Sentences with amounts of a year that does not belong: one finding for each such year.
  private func judgeSentences(_ year: Int, _ verdicts: inout Verdicts) {
    var wrong: [Int: [NarrativeSentence]] = [:]
    for sentence in subject.document.narrative.sentences {
      guard let named = otherYear(of: sentence, year, &verdicts) else { continue }
      wrong[named, default: []].append(sentence)
    }
    for (named, sentences) in wrong.sorted(by: { $0.key < $1.key }) {
      verdicts.fail(
        subject.heading(of: sentences[0].section) + "：所述金额写作\(named)年，本报告为\(year)年度"
          + (sentences.count > 1 ? "，共\(sentences.count)处：" : "：")
          + Subject.excerpt(sentences[0].text, around: "\(named)"),
        expected: "\(year)", actual: "\(named)",
        evidence: sentences.prefix(20).map {
          Evidence(location: $0.location, text: Subject.excerpt($0.text, around: "\(named)"))
        })
    }
  }

  /// 2022年度机关运行经费支出20万元 in the final accounts of 2024: a sentence that begins with a year farther back than
  /// the one before, and does not name the report's own.
  private func otherYear(of sentence: NarrativeSentence, _ year: Int, _ verdicts: inout Verdicts) -> Int? {
    let sections = subject.document.narrative.sections
    guard let section = sentence.section, OtherYears.own.contains(sections[section].kind) else { return nil }
    let text = Wording.withoutOrdinal(Wording.normalised(sentence.text))
    let years = TextYear.years(in: text).map(\.year)
    guard !years.contains(year) else {
      if OtherYears.leadingYear(text) == year { verdicts.record(.passed) }
      return nil
    }
    return yearOfAmount(text, year) ?? yearOfMeasure(text, years, year)
  }

  /// The year that begins a sentence with an amount of its own.
  private func yearOfAmount(_ text: String, _ year: Int) -> Int? {
    guard let named = OtherYears.leadingYear(text), isForeign(named, year),
      let first = text.split(whereSeparator: { ",;:。".contains($0) }).first.map(String.init),
      OtherYears.measures.contains(where: first.holds), !OtherYears.besides.contains(where: first.holds),
      first.holds("元")
    else { return nil }
    // The final accounts may tell what is planned next.
    return named > year && (first.holds("预算") || subject.document.kind != .finalAccounts) ? nil : named
  }

  /// 2022年决算数为4万元: an amount of a year before the last, where the last is not told of.
  private func yearOfMeasure(_ text: String, _ years: [Int], _ year: Int) -> Int? {
    guard !years.contains(year - 1), Set(years).count < 3 else { return nil }
    return years.first { named in
      (year - 4..<year - 1).contains(named)
        && OtherYears.amounts.contains { text.holds("\(named)年\($0)") || text.holds("\(named)年度\($0)") }
    }
  }

  private static let amounts = ["决算数为", "预算数为", "执行数为", "预算执行数", "当年预算执行数", "支出决算数", "收入决算数"]

  private func isForeign(_ named: Int, _ year: Int) -> Bool {
    (year - 4...year - 2).contains(named) || named == year + 1
  }

  /// The year that a text begins with: 2022年….
  private static func leadingYear(_ text: String) -> Int? {
    let digits = text.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), text.dropFirst(4).first == "年" else {
      return nil
    }
    return Int(digits)
  }

  // MARK: Tables

  /// 本部门2023年度没有政府性基金…，故本表无数据 below a form of another year.
  private func judge(_ note: FormTable.Note, of table: Int, _ year: Int, _ verdicts: inout Verdicts) {
    let words = Wording.normalised(note.text)
    guard OtherYears.denials.contains(where: words.holds) else { return }
    let years = Set(TextYear.years(in: words).map(\.year))
    guard years.count == 1, let named = years.first else { return }
    if named == year { return verdicts.record(.passed) }
    guard (year - 4...year + 1).contains(named) else { return }
    verdicts.fail(
      "\(subject.title(table))的说明写作\(named)年，本报告为\(year)年度：" + Subject.excerpt(note.text, around: "\(named)"),
      expected: "\(year)", actual: "\(named)",
      evidence: [Evidence(location: note.location, table: subject.tables[table].title, text: note.text)])
  }

  private static let denials = ["没有", "不涉及", "无数据", "空表", "未安排", "无政府性基金", "无国有资本"]

  /// A form's columns are of the year and of the one before; one that goes further back on purpose names three.
  private func judgeHeads(of table: Int, _ year: Int, _ verdicts: inout Verdicts) {
    let heads = subject.tables[table].sections.flatMap(\.columns).flatMap(\.header)
    let years = Set(heads.flatMap { TextYear.years(in: Wording.normalised($0)).map(\.year) })
    guard !years.isEmpty, years.count < 3 else { return }
    guard let other = years.sorted().first(where: { $0 < year - 1 && $0 >= year - 4 || $0 == year + 1 }),
      let head = heads.first(where: { Wording.normalised($0).holds("\(other)年") })
    else { return verdicts.record(.passed) }
    verdicts.fail(
      "\(subject.title(table))的栏目“\(head)”写作\(other)年，本报告为\(year)年度。", actual: "\(other)",
      evidence: [subject.evidence(ofTable: table, text: head)])
  }
}
