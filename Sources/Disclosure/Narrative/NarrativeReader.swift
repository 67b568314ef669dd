import PageContent
import TableStructure

/// Reads the narrative from the paragraphs outside tables.
///
/// Headings cut it into sections; what stands between them is set into passages, a passage into sentences at 。 and ；, a
/// sentence into clauses. The subject of a figure is what its clause names, or what the clauses before it named.
struct NarrativeReader {
  private let paragraphs: [Paragraph]
  /// The paragraphs before which a table stands.
  private let tables: Set<Int>
  private let wording: NarrativeWording
  private var sentences: SentenceReader
  private var sections: [NarrativeSection] = []
  /// The sections that are not ended yet, the outermost first.
  private var open: [Int] = []
  private var passage = Passage()

  init(
    _ paragraphs: [Paragraph], tablesBefore tables: Set<Int>, fiscalYear: Int?, department: String?,
    wording: NarrativeWording = .shared
  ) {
    self.paragraphs = paragraphs
    self.tables = tables
    self.wording = wording
    sentences = SentenceReader(paragraphs, fiscalYear: fiscalYear, department: department, wording)
  }

  static func narrative(
    of paragraphs: [Paragraph], tablesBefore tables: Set<Int> = [], fiscalYear: Int?, department: String? = nil
  ) -> Narrative {
    var reader = NarrativeReader(paragraphs, tablesBefore: tables, fiscalYear: fiscalYear, department: department)
    reader.read()
    var narrative = reader.sentences.narrative
    narrative.sections = reader.sections
    narrative.dropEmptySections()
    return narrative
  }

  private mutating func read() {
    for (index, paragraph) in paragraphs.enumerated() {
      var own = Passage()
      own.append(paragraph, index: index)
      if let heading = NarrativeHeading(own, in: paragraphs, wording) {
        finishPassage()
        begin(heading, own, at: index)
        if let start = heading.bodyStart { passage.append(paragraph, index: index, from: start) }
      } else {
        if !goesOn(with: index) { finishPassage() }
        if passage.isEmpty { passage = own } else { passage.append(paragraph, index: index) }
      }
    }
    finishPassage()
    close(to: 0, at: paragraphs.count)
  }

  /// Whether a paragraph is the rest of the sentence that the passage ends with.
  private func goesOn(with index: Int) -> Bool {
    guard index > 0, !tables.contains(index), let last = passage.text.last else { return false }
    let (before, paragraph) = (paragraphs[index - 1], paragraphs[index])
    guard !last.endsSentence, passage.text.count >= 12, before.isBold == paragraph.isBold,
      abs(before.fontSize - paragraph.fontSize) < 0.1 * max(before.fontSize, 1)
    else { return false }
    return !HeadingMark.begins(Array(paragraph.text.unicodeScalars.drop { $0.isLayoutSpace })[...])
  }

  private mutating func finishPassage() {
    if !passage.isEmpty { sentences.read(passage) }
    passage = Passage()
  }

  private mutating func begin(_ heading: NarrativeHeading, _ passage: Passage, at index: Int) {
    close(to: heading.level, at: index)
    let parent = open.last.map { sections[$0].kind }
    sections.append(
      NarrativeSection(
        heading: heading.text, kind: heading.kind ?? parent ?? .other, level: heading.level,
        location: paragraphs[index].location, paragraphs: index..<index + 1))
    open.append(sections.count - 1)
    sentences.begin(section: sections.count - 1, kind: heading.kind ?? parent ?? .other, heading: passage)
  }

  private mutating func close(to level: Int, at index: Int) {
    while let last = open.last, sections[last].level >= level {
      sections[last].paragraphs = sections[last].paragraphs.lowerBound..<index
      open.removeLast()
    }
    guard level == 0 else { return }
    for last in open { sections[last].paragraphs = sections[last].paragraphs.lowerBound..<index }
  }
}

extension Narrative {
  /// The entries of a table of contents look like headings, but nothing stands below them.
  fileprivate mutating func dropEmptySections() {
    var used = Set(sentences.compactMap(\.section))
    for section in sections.indices.reversed() where !used.contains(section) {
      // More than its heading: text without figures, or a subsection that has some.
      let own = sections[section].paragraphs
      let next = section + 1 < sections.count ? sections[section + 1] : nil
      let hasText = own.count > 1 && next?.paragraphs.lowerBound != own.lowerBound + 1
      let hasChild = next.map { used.contains(section + 1) && $0.level > sections[section].level } ?? false
      if hasText || hasChild { used.insert(section) }
    }
    var places = [Int?](repeating: nil, count: sections.count)
    var kept: [NarrativeSection] = []
    for section in sections.indices where used.contains(section) {
      places[section] = kept.count
      kept.append(sections[section])
    }
    sections = kept
    func moved(_ section: Int?) -> Int? { section.flatMap { places[$0] } }
    for index in sentences.indices { sentences[index].section = moved(sentences[index].section) }
    for index in facts.indices { facts[index].section = moved(facts[index].section) }
    for index in lists.indices { lists[index].section = moved(lists[index].section) }
    for index in statements.indices { statements[index].section = moved(statements[index].section) }
    for index in dates.indices { dates[index].section = moved(dates[index].section) }
  }
}
