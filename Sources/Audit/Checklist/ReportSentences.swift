import Disclosure
import PageContent

/// What a report says outside its tables, sentence by sentence, without its table of contents and its glossary: what is only
/// listed or explained there is not disclosed.
struct ReportSentences: Sendable {
  /// In printed order.
  let sentences: [ReportText]
  /// The paragraphs of the contents and the glossary, by their place among all.
  let silent: Set<Int>

  /// A shorter line without a comma is a title, a caption or a label: no sentence goes on behind it.
  private static let longestTitle = 40
  /// The lines that the last explanation of a glossary goes on over.
  private static let longestEnd = 8
  /// A cell with as much text is a part of the narrative that is set in a frame.
  private static let shortestCell = 20

  init(_ document: DisclosedDocument) {
    let silent = ReportSentences.silent(document)
    self.silent = silent
    var sentences: [ReportText] = []
    var passage = ""
    var line = ""
    var location: Location?
    func finish() {
      if let location { sentences += ReportSentences.split(passage, location) }
      passage = ""
      location = nil
    }
    for (index, paragraph) in document.paragraphs.enumerated() {
      if silent.contains(index) || location == nil || !ReportSentences.goesOn(line, with: paragraph.text) { finish() }
      if silent.contains(index) { continue }
      location = location ?? paragraph.location
      passage += paragraph.text
      line = paragraph.text
    }
    finish()
    for table in document.unrecognisedTables {
      for cell in table.cells where cell.text.count >= ReportSentences.shortestCell {
        sentences += ReportSentences.split(cell.text, cell.location)
      }
    }
    self.sentences = sentences.filter { !Statements.shared.explains($0) }
  }

  /// Whether a line is the rest of the sentence in the one before it.
  private static func goesOn(_ line: String, with next: String) -> Bool {
    guard let last = line.unicodeScalars.last, !"。；;：:！!".unicodeScalars.contains(last),
      line.holds("，") || line.unicodeScalars.count > longestTitle
    else { return false }
    let text = Wording.normalised(next)
    return Wording.withoutOrdinal(text).utf8.count == text.utf8.count && !text.begins(with: "第")
  }

  private static func split(_ passage: String, _ location: Location) -> [ReportText] {
    passage.split { "。；;！".contains($0) }.map { ReportText(String($0), location) }
  }

  private static func silent(_ document: DisclosedDocument) -> Set<Int> {
    let listed = Set(document.tableOfContents.map(\.location) + document.contents.map(\.location))
    let explained = Set(document.glossary.map(\.location))
    if listed.isEmpty, explained.isEmpty { return [] }
    var silent: Set<Int> = []
    var entries: [Int] = []
    for (index, paragraph) in document.paragraphs.enumerated() {
      if listed.contains(paragraph.location) { silent.insert(index) }
      if explained.contains(paragraph.location) { entries.append(index) }
    }
    guard let first = entries.first, var last = entries.last else { return silent }
    let end = min(last + longestEnd, document.paragraphs.count - 1)
    while last < end, goesOn(document.paragraphs[last].text, with: document.paragraphs[last + 1].text) { last += 1 }
    return silent.union(first...last)
  }
}
