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
  var reasonStart: Int?
  var reasonSubject: NarrativeSubject?
  /// Where a clause begins that its comma does not end: …的，
  var unfinishedStart: Int?
  var text: [Unicode.Scalar] { passage.text }
  var wording: NarrativeWording { subjects.wording }
  var paragraphs: [Paragraph] { subjects.paragraphs }

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
    // Where the bracket around parts closes, and what they are parts of: 10万元（其中：…），比上年增加….
    var whole: (close: Int, subject: NarrativeSubject?)?
    for clause in clauses(with: numbers) {
      if let parts = whole, clause.lowerBound > parts.close {
        context.subject = parts.subject
        whole = nil
      }
      var inside: ArraySlice<PrintedNumber> = []
      let first = next
      while next < numbers.count, numbers[next].digits.lowerBound < clause.upperBound { next += 1 }
      inside = numbers[first..<next]
      if inside.isEmpty {
        readWords(of: clause, isTitle: isTitle)
      } else {
        readFigures(inside, in: clause)
      }
      if whole == nil, let close = closeOfParts(openedIn: clause) { whole = (close, context.subject) }
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

  /// Where the bracket closes that ends a clause with 其中: a list of parts stands in it.
  private func closeOfParts(openedIn clause: Range<Int>) -> Int? {
    guard let open = text[clause].lastIndex(of: "("), let length = text[(open + 1)...].leading(wording[.ofWhich]),
      open + 1 + length == clause.upperBound
    else { return nil }
    var depth = 0
    return text[open..<range.upperBound].prefix(SentenceReader.longestBracket).indices.first { index in
      depth += text[index] == "(" ? 1 : text[index] == ")" ? -1 : 0
      return depth == 0
    }
  }

  /// The parts between commas and colons; a comma within a number parts nothing, nor one between the digits of what is no
  /// figure, such as a code.
  private func clauses(with numbers: [PrintedNumber]) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = range.lowerBound
    var number = numbers.startIndex
    for index in range {
      while number < numbers.endIndex, numbers[number].end <= index { number += 1 }
      if number < numbers.endIndex, numbers[number].digits.contains(index) { continue }
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
    if words.trailing(wording[.unfinished]) != nil || words.trailing(wording[.within]) != nil {
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

  func isInReason(_ index: Int) -> Bool { reasonStart.map { index >= $0 } ?? false }

  mutating func state(_ comparison: Comparison) {
    let named = subjects.subject(comparison.subject, in: passage)
    if let named { context.subject = named }
    guard let subject = named ?? context.subject else { return }
    statements.append(
      NarrativeStatement(
        kind: subject.kind, subject: subject.words, path: subject.path, code: subject.code,
        direction: comparison.direction, basis: comparison.basis, comparedYear: comparison.year, sentence: 0,
        location: passage.location(comparison.words, in: paragraphs)))
  }
}
