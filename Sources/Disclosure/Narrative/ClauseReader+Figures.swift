import PageContent
import TableStructure

extension ClauseReader {
  mutating func readFigures(_ numbers: ArraySlice<PrintedNumber>, in clause: Range<Int>) {
    var start = clause.lowerBound
    var last: NarrativeFact.Measure?
    for number in numbers {
      if let whole = text[start..<number.digits.lowerBound].first(of: wording[.ofWhich]),
        whole.lowerBound <= start + 2, context.whole == nil || start > clause.lowerBound
      {
        context.whole = context.subject
      }
      let count = facts.count
      read(number, head: start..<number.digits.lowerBound)
      // 完成预算100万元的98%
      if facts.count > count, number.unitClass == .percent, last == .budget, number.digits.lowerBound - start <= 1 {
        facts[count].measure = .completion
        facts[count].base = planWord
      }
      // 增加89.06万元（81.26%）
      if facts.count > count, number.unitClass == .percent, last == .change, number.digits.lowerBound == start + 1,
        text[start] == "("
      {
        facts[count].measure = .rate
        facts[count].direction = facts[count - 1].direction
        facts[count].comparedYear = facts[count - 1].comparedYear
        facts[count].base = facts[count - 1].base
      }
      last = facts.count > count ? facts[count].measure : nil
      start = number.end
    }
    let rest = start..<clause.upperBound
    unfinishedStart = nil
    // 比2025年减少5万元与上年持平
    if rest.count > 3, let comparison = Comparison(rest, in: text, context.comparison, wording) { state(comparison) }
  }

  /// 预算 in 完成预算100万元的98%.
  private var planWord: String? {
    text[range].first(of: wording[.planned]).map { passage.printed($0, in: paragraphs) }
  }

  private mutating func read(_ number: PrintedNumber, head: Range<Int>) {
    let phrase = FigurePhrase(head, in: text, unitClass: number.unitClass, fiscalYear: fiscalYear, wording)
    let isReason = isInReason(number.digits.lowerBound)
    let named = subject(of: phrase, head: head)
    if let comparison = phrase.comparison { context.comparison = comparison }
    let carried = isReason ? reasonSubject ?? context.subject : context.subject
    guard let subject = named ?? carried else {
      hasUnread = hasUnread || number.unitClass != .count
      return
    }
    if named != nil {
      if isReason { reasonSubject = named } else { context.subject = subject }
    }
    var fact = NarrativeFact(
      kind: kind(of: subject, number), subject: subject.words, path: subject.path, code: subject.code,
      measure: phrase.measure, text: number.text, unit: number.unit, value: number.value,
      direction: phrase.direction, isInReason: isReason, sentence: 0,
      location: passage.location(number.digits, in: paragraphs))
    switch phrase.measure {
    case .change, .rate:
      let comparison = phrase.comparison ?? context.comparison
      fact.comparedYear = comparison?.year
      fact.base = comparison.map { passage.printed($0.base, in: paragraphs) }
    case .share:
      fact.base = phrase.base.flatMap { $0.isEmpty ? nil : passage.printed($0, in: paragraphs) } ?? context.whole?.words
    case .completion:
      fact.base = phrase.base.flatMap { $0.isEmpty ? nil : passage.printed($0, in: paragraphs) }
    case .budget, .final:
      if let year = phrase.year, let fiscalYear, year < fiscalYear {
        fact.measure = .prior
        fact.comparedYear = year
      }
    case .amount, .prior, .ratio, .count: break
    }
    facts.append(fact)
  }

  /// What the words before a figure name; nil where they name nothing new.
  private func subject(of phrase: FigurePhrase, head: Range<Int>) -> NarrativeSubject? {
    let cleaner = subjects.phrase(in: passage)
    var range = cleaner.trimmed(phrase.subject)
    let isSide = wording[.side].words.contains { text[range].elementsEqual($0.scalars) }
    if isSide, phrase.isExplicit {
      // 支出决算为 goes on with the item's subject; 支出预算 and 收入预算 are subjects of their own.
      if let subject = context.subject, !subject.path.isEmpty || facts.last?.isInReason == false { return nil }
      range = cleaner.trimmed(phrase.wideSubject)
    }
    if cleaner.namesNothing(range) { return nil }
    if head.lowerBound == phrase.subject.lowerBound, let start = unfinishedStart {
      range = start..<range.upperBound
    }
    // 收入预算 tells more than 收入.
    if phrase.isExplicit, isSide { return subjects.subject(range, in: passage) }
    guard var subject = subjects.subject(range, in: passage) else { return nil }
    if subject.kind == "other", phrase.wideSubject.upperBound > range.upperBound {
      subject.kind =
        subjects.subject(range.lowerBound..<phrase.wideSubject.upperBound, in: passage)?.kind ?? subject.kind
    }
    return subject
  }

  /// A number of things is not the kind of the money spent on them.
  private func kind(of subject: NarrativeSubject, _ number: PrintedNumber) -> String {
    if number.unitClass == .money, subject.kind == "performanceProjects" || subject.kind == "performanceScore" {
      return "performanceAmount"
    }
    guard number.unitClass == .count else { return subject.kind }
    switch (subject.kind, number.unit) {
    case ("equipment", _): return "equipmentCount"
    case ("vehicles", "辆"), ("vehicles.purchase", "辆"), ("vehicles.operation", "辆"): return "vehicleCount"
    case (_, "辆"): return "vehicleCount"
    case ("abroad", "人次"), ("abroad", "人"), ("abroad", "人数"), ("abroadGroups", "人次"), ("abroadGroups", "人"):
      return "abroadPeople"
    case ("abroad", _): return "abroadGroups"
    case ("receptions", "人次"), ("receptions", "人"), ("receptionGroups", "人次"), ("receptionGroups", "人"):
      return "receptionPeople"
    case ("receptions", _): return "receptionGroups"
    default: return subject.kind
    }
  }
}
