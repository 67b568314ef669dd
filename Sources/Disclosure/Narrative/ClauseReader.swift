import PageContent
import TableStructure

/// Reads a sentence clause by clause: what stands between commas and colons.
struct ClauseReader {
  let passage: Passage
  let range: Range<Int>
  let subjects: SubjectReader
  let fiscalYear: Int?
  var context: NarrativeContext
  var facts: [NarrativeFact] = []
  var statements: [NarrativeStatement] = []
  var lists: [NarrativeList] = []
  var dates: [NarrativeDate] = []
  var hasUnread = false
  /// It begins with the reason for what the sentences before it say.
  var explainsBefore = false
  /// From here on the sentence gives a reason.
  private var reasonStart: Int?
  private var reasonSubject: NarrativeSubject?
  /// Where a clause begins that its comma does not end: …的，
  private var unfinishedStart: Int?
  private var text: [Unicode.Scalar] { passage.text }
  private var wording: NarrativeWording { subjects.wording }
  private var paragraphs: [Paragraph] { subjects.paragraphs }

  init(
    _ passage: Passage, _ range: Range<Int>, _ context: NarrativeContext, _ subjects: SubjectReader, fiscalYear: Int?
  ) {
    self.passage = passage
    self.range = range
    self.context = context
    self.subjects = subjects
    self.fiscalYear = fiscalYear
  }

  var saysSomething: Bool {
    hasUnread || !facts.isEmpty || !statements.isEmpty || !lists.isEmpty || !dates.isEmpty
  }

  /// - Parameter isFirst: it begins its passage, where the title of an item may stand.
  mutating func read(isFirst: Bool) {
    dates = NarrativeDate.all(in: passage, range, wording, paragraphs)
    let numbers = PrintedNumber.all(in: text, range, wording)
    if let reason = text[range].first(of: wording[.reason]) {
      reasonStart = reason.lowerBound
      explainsBefore = !numbers.contains { $0.digits.lowerBound < reason.lowerBound }
    }
    var next = 0
    var isTitle = isFirst
    for clause in clauses() {
      var inside: ArraySlice<PrintedNumber> = []
      let first = next
      while next < numbers.count, numbers[next].digits.lowerBound < clause.upperBound { next += 1 }
      inside = numbers[first..<next]
      if inside.isEmpty {
        readWords(of: clause, isTitle: isTitle)
      } else {
        readFigures(inside, in: clause)
      }
      isTitle = false
    }
    if let reasonStart {
      let places = facts.indices.filter { !facts[$0].isInReason }
      for index in places { facts[index].statedReason = true }
      if !explainsBefore || text[reasonStart..<range.upperBound].count > 6 {
        for index in statements.indices { statements[index].statedReason = true }
      }
    }
  }

  /// The parts between commas and colons; a comma within a number parts nothing.
  private func clauses() -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = range.lowerBound
    for index in range {
      let scalar = text[index]
      guard scalar == "，" || scalar == "," || scalar == ":" else { continue }
      let isWithinNumber =
        scalar == "," && index > range.lowerBound && text[index - 1].isASCIIDigit && index + 1 < range.upperBound
        && text[index + 1].isASCIIDigit
      if isWithinNumber { continue }
      if index > start { clauses.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { clauses.append(start..<range.upperBound) }
    return clauses
  }

  // MARK: Clauses without figures

  private mutating func readWords(of clause: Range<Int>, isTitle: Bool) {
    let words = text[clause]
    let comparison = ComparisonPhrase(in: text, clause, fiscalYear: fiscalYear, wording)
    if let comparison { context.comparison = comparison }
    if let statement = Comparison(clause, in: text, comparison ?? context.comparison, wording) {
      // What a reason compares belongs to the reason.
      if !isInReason(statement.words.lowerBound) { state(statement) }
      return
    }
    if let list = words.first(of: wording[.list]), list.upperBound >= clause.upperBound - 2 || !isTitle,
      readList(after: list, in: clause)
    {
      return
    }
    if words.first(of: wording[.ofWhich]) != nil, words.count <= 14 {
      context.whole = context.subject
      return
    }
    if isInReason(clause.lowerBound) || words.first(of: wording[.purpose]) != nil || comparison != nil {
      unfinishedStart = nil
      return
    }
    if words.trailing(wording[.within]) != nil, words.first != "在", words.count <= 40,
      let subject = subjects.subject(clause.lowerBound..<clause.upperBound - 1, in: passage)
    {
      context.whole = subject
      return
    }
    if words.trailing(wording[.unfinished] + wording[.within]) != nil {
      unfinishedStart = unfinishedStart ?? clause.lowerBound
      if ClassificationPath(words) == nil { return }
    }
    let isFollowedByColon = clause.upperBound < range.upperBound && text[clause.upperBound] == ":"
    let isItem = isTitle && subjects.phrase(in: passage).ordinalEnd(clause) != nil
    guard isItem || isFollowedByColon || ClassificationPath(words) != nil, words.count <= 60 else { return }
    if let subject = subjects.subject(unfinished(clause), in: passage) {
      context.subject = subject
      context.whole = nil
    }
  }

  private func unfinished(_ range: Range<Int>) -> Range<Int> {
    (unfinishedStart ?? range.lowerBound)..<range.upperBound
  }

  private func isInReason(_ index: Int) -> Bool { reasonStart.map { index >= $0 } ?? false }

  private mutating func state(_ comparison: Comparison) {
    let named = subjects.subject(comparison.subject, in: passage)
    if let named { context.subject = named }
    guard let subject = named ?? context.subject else { return }
    statements.append(
      NarrativeStatement(
        kind: subject.kind, subject: subject.words, path: subject.path, code: subject.code,
        direction: comparison.direction, basis: comparison.basis, comparedYear: comparison.year, sentence: 0,
        location: passage.location(comparison.words, in: paragraphs)))
  }

  // MARK: Figures

  private mutating func readFigures(_ numbers: ArraySlice<PrintedNumber>, in clause: Range<Int>) {
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
    let isSide = wording[.side].contains { text[range].elementsEqual($0.scalars) }
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

  // MARK: Lists

  /// 主要包括：办公费、印刷费、邮电费
  private mutating func readList(after marker: Range<Int>, in clause: Range<Int>) -> Bool {
    var start = marker.upperBound
    while start < range.upperBound, text[start].isClausePunctuation { start += 1 }
    var end = start
    while end < range.upperBound, text[end] != "，", text[end] != ",", text[end] != ":" { end += 1 }
    guard start < end, lists.last?.items.isEmpty ?? true,
      !PrintedNumber.all(in: text, start..<end, wording).contains(where: { $0.unitClass == .money })
    else { return false }
    if let tail = text[start..<end].trailing(wording[.listEnd]), tail < end - start { end -= tail }
    var items: [Range<Int>] = []
    var itemStart = start
    var depth = 0
    for index in start...end {
      if index < end, text[index] == "(" { depth += 1 }
      if index < end, text[index] == ")" { depth -= 1 }
      guard index == end || text[index] == "、" && depth <= 0 else { continue }
      if index > itemStart { items.append(itemStart..<index) }
      itemStart = index + 1
    }
    let named = subjects.subject(clause.lowerBound..<max(clause.lowerBound, marker.lowerBound), in: passage)
    guard items.count > 1, let subject = named ?? context.subject, subject.kind != "other" else { return false }
    lists.append(
      NarrativeList(
        kind: subject.kind, subject: subject.words, items: items.map { passage.printed($0, in: paragraphs) },
        section: nil, sentence: 0, location: passage.location(items[0], in: paragraphs)))
    return true
  }
}
