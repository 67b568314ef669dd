import PageContent
import TableStructure

/// An entry of 名词解释.
public struct GlossaryEntry: Sendable, Hashable {
  /// As printed before it: （一）, 1.; nil where the glossary has no numbers.
  public var number: String?
  public var term: String
  /// Without 指: and without layout spaces; its lines joined.
  public var definition: String
  public var location: Location

  /// The names of the functional classification that the term consists of: 一般公共服务支出（类）…（款）…（项）.
  package var path: [String] {
    ClassificationPath(Array(Wording.normalised(term).unicodeScalars)[...])?.names ?? []
  }

  public init(number: String?, term: String, definition: String, location: Location) {
    self.number = number
    self.term = term
    self.definition = definition
    self.location = location
  }
}

/// Reads the glossary from the section that is headed so.
struct GlossaryReader {
  private var entries: [GlossaryEntry] = []
  /// Of the last entry of the glossary, and of a list under one that only heads others.
  private var outer: ItemMark?
  private var inner: ItemMark?
  /// Whether the last entry began without a definition.
  private var isHead = false

  /// The longest glossary: a table of contents, and parts that only mention one, have none.
  static func entries(
    _ paragraphs: [Paragraph], _ sections: [NarrativeSection], wording: NarrativeWording = .shared
  ) -> [GlossaryEntry] {
    var best: [GlossaryEntry] = []
    for section in sections where section.kind == .glossary && section.heading.count <= 30 {
      guard wording.sectionKind(Array(section.heading.unicodeScalars)[...]) == .glossary else { continue }
      var reader = GlossaryReader()
      reader.read(paragraphs[section.paragraphs].dropFirst(), within: ItemMark(section.heading))
      if reader.entries.count > best.count { best = reader.entries }
    }
    return best
  }

  private mutating func read(_ paragraphs: ArraySlice<Paragraph>, within heading: ItemMark?) {
    for paragraph in paragraphs {
      let own = ItemMark(paragraph.text)
      if let own, own.style == .part || own.style == heading?.style { break }
      if let own {
        if begin(paragraph, own) { continue }
      } else if outer == nil, let (term, definition) = Self.parts(TextJoin.squashed(paragraph.text)) {
        entries.append(GlossaryEntry(number: nil, term: term, definition: definition, location: paragraph.location))
        continue
      }
      guard let last = entries.indices.last else { continue }
      // What stands below a complete sentence and defines nothing ends the glossary.
      if own == nil, entries[last].definition.last.map(Self.ends) ?? false { break }
      goOn(last, with: TextJoin.squashed(paragraph.text))
    }
    entries.removeAll { $0.definition.isEmpty }
  }

  private static func ends(_ character: Character) -> Bool { "。；！".contains(character) }

  /// Whether a numbered paragraph begins an entry: the next of the glossary, or one of a list that an entry only heads.
  private mutating func begin(_ paragraph: Paragraph, _ own: ItemMark) -> Bool {
    let text = ItemList.text(of: paragraph, from: own.end)
    let parts = Self.parts(text)
    if outer == nil || own.follows(outer) {
      outer = own
      inner = nil
    } else if let parts, own.follows(inner) || isHead && own.value == 1, !parts.definition.isEmpty {
      if inner == nil { entries.removeLast() }
      inner = own
    } else {
      return false
    }
    isHead = parts == nil
    let (term, definition) = parts ?? (text, "")
    entries.append(GlossaryEntry(number: own.text, term: term, definition: definition, location: paragraph.location))
    return true
  }

  /// The next line of an entry; a term may be broken over two.
  private mutating func goOn(_ last: Int, with text: String) {
    if entries[last].definition.isEmpty, ItemMark(text) == nil, let parts = Self.parts(entries[last].term + text) {
      (entries[last].term, entries[last].definition) = parts
    } else {
      entries[last].definition += text
    }
  }

  /// The longest term.
  private static let longestTerm = 80

  /// 财政拨款收入：指…, 机关运行经费是指…
  private static func parts(_ text: String) -> (term: String, definition: String)? {
    for mark in ["：", ":", "是指", "，指", ",指", "指", "主要是", "主要包括", "反映"] {
      guard let found = text.range(of: mark) else { continue }
      let term = text[..<found.lowerBound]
      guard !term.isEmpty, term.count <= longestTerm, !term.contains(where: { "，。；".contains($0) }) else { continue }
      var definition = text[found.upperBound...]
      for word in ["是指", "主要是指", "指的是", "指"] where definition.begins(with: word) {
        definition = definition.dropFirst(word.count)
        break
      }
      return (String(term), String(definition))
    }
    return nil
  }
}
