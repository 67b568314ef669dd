import PageContent

/// What a report says outside its tables: 决算情况说明, 预算情况说明 and all other running text.
///
/// ```swift
/// for fact in document.narrative.facts(of: "receptions", .final) {
///   print(fact.text, fact.unit, fact.yuan, fact.location, document.narrative.sentence(of: fact).text)
/// }
/// ```
///
/// Facts, lists, statements and dates refer to `sections` and `sentences` by index. All stand in printed order.
public struct Narrative: Sendable, Hashable {
  /// The headings, in printed order; a section's subsections follow it with a greater level.
  public var sections: [NarrativeSection]
  /// The sentences that anything was read from, or should have been.
  public var sentences: [NarrativeSentence]
  /// One for each printed figure that was understood.
  public var facts: [NarrativeFact]
  /// What a sum is said to consist of, without figures.
  public var lists: [NarrativeList]
  /// Comparisons without a figure: 决算数大于预算数, 与上年持平.
  public var statements: [NarrativeStatement]
  /// Dates, and the years that headings name.
  public var dates: [NarrativeDate]
  /// Indices of the sentences that hold an amount or a percentage of which it is not known what it is.
  public var unread: [Int]

  public init(
    sections: [NarrativeSection] = [], sentences: [NarrativeSentence] = [], facts: [NarrativeFact] = [],
    lists: [NarrativeList] = [], statements: [NarrativeStatement] = [], dates: [NarrativeDate] = [], unread: [Int] = []
  ) {
    self.sections = sections
    self.sentences = sentences
    self.facts = facts
    self.lists = lists
    self.statements = statements
    self.dates = dates
    self.unread = unread
  }

  /// The facts of a kind, and of a measure if one is given, in printed order.
  public func facts(of kind: String, _ measure: NarrativeFact.Measure? = nil) -> [NarrativeFact] {
    facts.filter { $0.kind == kind && (measure == nil || $0.measure == measure) }
  }

  public func sentence(of fact: NarrativeFact) -> NarrativeSentence { sentences[fact.sentence] }

  /// The section that a fact stands in; nil before the first heading.
  public func section(of fact: NarrativeFact) -> NarrativeSection? { fact.section.map { sections[$0] } }

  /// The kind of the section that a fact stands in.
  public func sectionKind(of fact: NarrativeFact) -> NarrativeSection.Kind { section(of: fact)?.kind ?? .other }

  /// The facts of one sentence, in printed order.
  public func facts(inSentence index: Int) -> [NarrativeFact] { facts.filter { $0.sentence == index } }
}

/// A sentence, as printed but for layout spaces: from one 。 or ； to the next, or to the end of its line or list item.
public struct NarrativeSentence: Sendable, Hashable {
  public var text: String
  /// Counts the paragraphs outside tables, from 0.
  public var paragraph: Int
  /// The index of its section.
  public var section: Int?
  /// Of its first line.
  public var location: Location

  public init(text: String, paragraph: Int, section: Int?, location: Location) {
    self.text = text
    self.paragraph = paragraph
    self.section = section
    self.location = location
  }
}
