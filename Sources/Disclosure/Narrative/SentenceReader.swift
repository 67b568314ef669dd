import PageContent
import TableStructure

/// What a clause takes from those before it.
struct NarrativeContext {
  var subject: NarrativeSubject?
  /// The sum that 其中 divides.
  var whole: NarrativeSubject?
  var comparison: ComparisonPhrase?
}

/// Reads one passage after the other, sentence by sentence, and keeps what a sentence takes from those before it.
struct SentenceReader {
  private let paragraphs: [Paragraph]
  private let fiscalYear: Int?
  private let wording: NarrativeWording
  private var subjects: SubjectReader
  private(set) var narrative = Narrative()

  private var section: Int?
  private var context = NarrativeContext()
  /// Facts and statements from here on are those that a reason in the next sentence explains.
  private var explainedFacts = 0
  private var explainedStatements = 0

  init(_ paragraphs: [Paragraph], fiscalYear: Int?, department: String?, _ wording: NarrativeWording) {
    self.paragraphs = paragraphs
    self.fiscalYear = fiscalYear
    self.wording = wording
    subjects = SubjectReader(paragraphs, department: department, wording)
  }

  /// Enters a section: until something else is named, its heading says what figures are about.
  mutating func begin(section: Int, kind: NarrativeSection.Kind, heading: Passage) {
    self.section = section
    subjects.sectionKind = kind
    context = NarrativeContext()
    var range = heading.text.indices
    if let stop = heading.text.firstIndex(where: { $0 == ":" || $0 == "。" || $0 == ";" }) { range = 0..<stop }
    context.subject = subjects.subject(range, in: heading, isHeading: true)
  }

  mutating func read(_ passage: Passage) {
    let text = passage.text
    var start = 0
    explainedFacts = narrative.facts.count
    explainedStatements = narrative.statements.count
    context.comparison = nil
    // Where the bracket around several sentences closes, and what was spoken of before it.
    var outside: (close: Int, context: NarrativeContext)?
    while start < text.count {
      let open = outside == nil ? SentenceReader.bracket(in: text, from: start) : nil
      let stop = text[start...].firstIndex { $0.endsSentence } ?? text.count
      let end = open?.lowerBound ?? min(stop, outside?.close ?? stop)
      let words = text[start..<end]
      let isWorthReading = words.contains { $0.isASCIIDigit } || words.holds(anyOf: wording.remarks)
      if isWorthReading || start == 0, end > start {
        var clauses = ClauseReader(passage, start..<end, context, subjects, fiscalYear: fiscalYear)
        clauses.read(isFirst: start == 0)
        take(clauses, passage, start..<min(end + 1, text.count))
      }
      if let open { outside = (open.upperBound, context) }
      start = end + 1
      // What follows the bracket goes on about what stands before it.
      if let bracket = outside, start >= bracket.close {
        start = max(start, bracket.close + 1)
        context = bracket.context
        outside = nil
      }
    }
  }

  /// The bracket around several sentences that opens before the sentence ends: its first and its last character.
  private static func bracket(in text: [Unicode.Scalar], from start: Int) -> Range<Int>? {
    var index = start
    while let open = text[index...].firstIndex(where: { $0 == "(" || $0.endsSentence }), text[open] == "(" {
      let inside = text[(open + 1)...].prefix(longestBracket)
      guard let close = inside.firstIndex(where: { $0 == ")" || $0 == "(" }) else { return nil }
      if text[close] == ")", inside[..<close].contains(where: \.endsSentence) { return open..<close }
      index = close + (text[close] == ")" ? 1 : 0)
    }
    return nil
  }

  /// A bracket that is longer has lost its end.
  static let longestBracket = 300

  /// Takes over what the clauses of a sentence say.
  private mutating func take(_ clauses: ClauseReader, _ passage: Passage, _ range: Range<Int>) {
    context = clauses.context
    if clauses.explainsBefore {
      for index in narrative.facts.indices[min(explainedFacts, narrative.facts.count)...] {
        narrative.facts[index].statedReason = true
      }
      for index in narrative.statements.indices[min(explainedStatements, narrative.statements.count)...] {
        narrative.statements[index].statedReason = true
      }
    }
    if !clauses.facts.isEmpty || !clauses.statements.isEmpty, !clauses.explainsBefore {
      explainedFacts = narrative.facts.count
      explainedStatements = narrative.statements.count
    }
    guard clauses.saysSomething else { return }
    let sentence = narrative.sentences.count
    narrative.sentences.append(
      NarrativeSentence(
        text: passage.printed(range, in: paragraphs), paragraph: passage.paragraph(range.lowerBound), section: section,
        location: passage.location(range, in: paragraphs)))
    narrative.facts += clauses.facts.map { fact in
      var fact = fact
      fact.sentence = sentence
      fact.section = section
      return fact
    }
    narrative.statements += clauses.statements.map { statement in
      var statement = statement
      statement.sentence = sentence
      statement.section = section
      return statement
    }
    narrative.lists += clauses.lists.map { list in
      var list = list
      list.sentence = sentence
      list.section = section
      return list
    }
    narrative.dates += clauses.dates.map { date in
      var date = date
      date.sentence = sentence
      date.section = section
      return date
    }
    if clauses.hasUnread { narrative.unread.append(sentence) }
  }
}
