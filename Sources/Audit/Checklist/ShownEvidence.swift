import Disclosure
import PageContent

/// What was found of an item of the checklist.
enum ShownEvidence {
  /// It is disclosed.
  case found(Shown)
  /// There is said to be none of it.
  case empty(Shown)
  /// What should hold it was read, and this place lacks it.
  case lacking(Shown)
  /// What should hold it could not be read, for this reason.
  case unread(String)
  /// The item is none of this report, for this reason.
  case notDue(String)
  case nothing

  /// A place, and what is printed there.
  struct Shown {
    var location: Location?
    var text: String
    /// It is an amount or a number of nothing.
    var isZero = false
    var isOfTables = false
    /// A row or a column is printed for it, and nothing in it.
    var isBlank = false

    init(_ location: Location?, _ text: String, isZero: Bool = false, isOfTables: Bool = false) {
      self.location = location
      self.text = text
      self.isZero = isZero
      self.isOfTables = isOfTables
    }

    /// A sentence, from the clause on in which some words stand.
    init(_ sentence: ReportText, from words: String) {
      self.init(sentence.location, Shown.quotation(of: sentence.printed, from: words))
    }

    /// A figure of the narrative, with the sentence around it.
    init(_ fact: NarrativeFact, in narrative: Narrative) {
      self.init(
        fact.location, Shown.quotation(of: narrative.sentence(of: fact).text, from: fact.subject + fact.text),
        isZero: fact.value.isZero)
    }

    /// In characters: as much as fits a line beside its place.
    private static let longest = 60

    /// A text without layout spaces, cut to a line, from the clause on in which some words stand.
    static func quotation(of text: String, from words: String = "") -> String {
      let text = TextJoin.squashed(text)
      guard text.count > longest else { return text }
      var start = text.startIndex
      if let found = text.range(of: words)?.lowerBound {
        let mark = text[..<found].lastIndex { "，。；：,;:".contains($0) }
        start = mark.map { text.index(after: $0) } ?? start
      }
      let rest = text[start...]
      return String(rest.prefix(longest)) + (rest.count > longest ? "…" : "")
    }
  }
}
