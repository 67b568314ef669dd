import Disclosure
import PageContent

extension Rule {
  /// Amounts that a report's text states in several places.
  static let restatements: [Rule] = [
    Rule(
      id: "narrative.restated", title: "各段说明所述的同一金额一致", english: "An amount is the same in every part of the text",
      why: "同一口径、同一年度的基本支出、机关运行经费等在各段说明中应为同一金额；报表中可查的，与报表核对。",
      whyEnglish:
        "Basic expenditure, running costs and the like are one amount for one scope and year, wherever the text states "
        + "them; what a table tells is held against the table.", tolerance: .rounding
    ) { RestatedAmounts(subject: $0).evaluate(&$1) }
  ]
}

/// The amounts of the text that no table tells: those of one scope must agree.
private struct RestatedAmounts {
  let subject: Subject
  private let cells: QuotedCells

  init(subject: Subject) {
    self.subject = subject
    cells = QuotedCells(source: subject, speaker: subject)
  }

  private var index: NarrativeIndex { subject.narrative }

  /// Of whose money an amount is.
  private enum Scope: Hashable { case generalBudget, appropriation, any }

  private struct Key: Hashable {
    var kind: String
    var scope: Scope
    /// The words and the paragraph, where only these tell that two amounts are of the same.
    var place: String?
  }

  /// Those that every report has one amount of, and whose scope is to be told.
  private static let divided: Set = ["basicExpenditure", "personnelExpenditure", "runningExpenditure"]
  /// Those that are of one scope by themselves.
  private static let whole: Set = ["runningCosts"]

  /// Those that are stated of several sources of money: what one paragraph says of one in the same words must agree.
  private static let local: Set = [
    "threePublic", "abroad", "vehicles", "vehicles.purchase", "vehicles.operation", "receptions",
  ]

  func evaluate(_ verdicts: inout Verdicts) {
    let department = subject.document.department.map { Phrase(Wording.normalised($0)) }
    var stated: [Key: [NarrativeFact]] = [:]
    var keys: [Key] = []
    for (fact, words) in index.currentAmounts where fact.path.isEmpty {
      guard let scope = scope(of: fact, words),
        QuotedWords.isPlain(words.replacing("机关", with: ""), department: department),
        !index.isWithinItem(fact), isOfTheYear(fact), isNamed(fact, words)
      else { continue }
      let isLocal = RestatedAmounts.local.contains(fact.kind)
      let key = Key(kind: fact.kind, scope: scope, place: isLocal ? "\(words) \(index.paragraph(of: fact))" : nil)
      if stated[key] == nil { keys.append(key) }
      stated[key, default: []].append(fact)
    }
    for key in keys { judge(stated[key] ?? [], &verdicts) }
  }

  private func judge(_ facts: [NarrativeFact], _ verdicts: inout Verdicts) {
    guard let first = facts.first, facts.count > 1 else { return }
    guard cells.comparisons.areLeft else { return verdicts.record(.notEvaluable, reason: Comparisons.reason) }
    // What a table tells, each of them is held against.
    if let quoted = cells.cells(of: first, isBudget: false), !quoted.isEmpty { return }
    let others = facts.filter { !agree(first, $0) }
    guard let other = others.first else { return verdicts.record(.passed) }
    // Of several units each has its own.
    guard others.allSatisfy({ agree(other, $0) }), !speaksOfUnits(facts) else {
      return verdicts.record(.notEvaluable, reason: "可能分属不同单位")
    }
    verdicts.fail(
      "\(first.name)在\(subject.heading(of: first.section))写作\(first.quoted)，在\(subject.heading(of: other.section))写作\(other.quoted)，前后不一。",
      expected: first.text, actual: other.text, evidence: [first.evidence, other.evidence])
  }

  private func agree(_ a: NarrativeFact, _ b: NarrativeFact) -> Bool {
    guard let left = a.amount, let right = b.amount else { return true }
    return left.agrees(with: right) ?? true
  }

  /// nil where nothing tells it.
  private func scope(of fact: NarrativeFact, _ words: String) -> Scope? {
    if RestatedAmounts.whole.contains(fact.kind) {
      return words.ends(with: "经费") || words.ends(with: "支出") ? .any : nil
    }
    if RestatedAmounts.local.contains(fact.kind) { return index.sectionKind(of: fact) == .threePublic ? .any : nil }
    guard RestatedAmounts.divided.contains(fact.kind) else { return nil }
    if words.holds("政府性基金") || words.holds("国有资本") { return nil }
    if words.holds("一般公共预算") { return .generalBudget }
    let section = index.sectionKind(of: fact)
    let isGeneral = [.generalBudget, .generalBudgetStructure, .basicExpenditure].contains(section)
    if isGeneral, heading(of: fact).holds("一般公共预算") { return .generalBudget }
    if words.holds("财政拨款") { return .appropriation }
    // 基本支出预算881300.39元，占一般公共预算支出的96.74%
    let share = index.facts.first { $0.measure == .share && $0.sentence == fact.sentence && $0.isAbout(fact) }
    guard let base = share?.base.map(Wording.normalised), base.begins(with: "一般公共预算") else { return nil }
    return .generalBudget
  }

  private func heading(of fact: NarrativeFact) -> String {
    fact.section.map { Wording.normalised(index.narrative.sections[$0].heading) } ?? ""
  }

  /// Whether its own clause names it: what is carried over from the clause before may be another amount.
  private func isNamed(_ fact: NarrativeFact, _ words: String) -> Bool {
    let text = index.narrative.sentences[fact.sentence].text
    guard let figure = text.range(of: fact.text) else { return false }
    let clause = text[..<figure.lowerBound].split(whereSeparator: { "，,；;：:。".contains($0) }).last ?? ""
    return Wording.normalised(String(clause)).holds(words)
  }

  /// Whether no other year is named before the figure.
  private func isOfTheYear(_ fact: NarrativeFact) -> Bool {
    let text = index.narrative.sentences[fact.sentence].text
    let before = text.range(of: fact.text).map { String(text[..<$0.lowerBound]) } ?? text
    return TextYear.years(in: before).allSatisfy { $0.year == subject.document.fiscalYear }
      && !before.holds("上年") && !before.holds("去年")
  }

  /// 局本级基本支出…, 所属单位基本支出…
  private func speaksOfUnits(_ facts: [NarrativeFact]) -> Bool {
    facts.contains { fact in
      let sentence = index.narrative.sentences[fact.sentence]
      return ["本级", "下属", "所属", "其中"].contains { word in
        sentence.text.range(of: fact.text).map { sentence.text[..<$0.lowerBound].range(of: word) != nil } ?? false
          || heading(of: fact).holds(word)
      }
    }
  }
}
