import PageContent
import TableStructure

/// The running text of a report: whether there is any, and what it says of the report where no title does.
struct Prose {
  private(set) var isThere = false
  private var paragraphs: [Paragraph] = []

  /// What is left of a cell's text is shorter, in UTF-8.
  private static let shortest = 60
  /// One mention may be of another report.
  private static let fewestMentions = 2

  /// Takes a paragraph that is no note of a table.
  mutating func take(_ paragraph: Paragraph) {
    paragraphs.append(paragraph)
    if isThere || paragraph.text.utf8.count < Prose.shortest || !paragraph.text.holds("。") { return }
    isThere = !Catalogue.shared.isNoteRow(Wording.normalised(paragraph.text), spansTable: false)
  }

  /// The kind of report that the text speaks of.
  var kind: DisclosedDocument.Kind? {
    let (final, budget) = (mentions(.kindFinal), mentions(.kindBudget))
    guard max(final, budget) >= Prose.fewestMentions else { return nil }
    return final >= budget ? .finalAccounts : .budget
  }

  private func mentions(_ key: HeadWording.Key) -> Int {
    let words = HeadWording.shared.words(key)
    return paragraphs.reduce(0) { count, paragraph in
      let text = Wording.normalised(paragraph.text)
      return count + words.count(where: text.holds)
    }
  }

  /// The year that most sentences begin with: 2024年度收入总计…
  var fiscalYear: Int? {
    paragraphs.compactMap { paragraph -> Int? in
      guard paragraph.text.holds("年") else { return nil }
      let text = Wording.withoutOrdinal(Wording.normalised(paragraph.text))
      guard let range = PrintedDate.yearRange(in: text[...]), range.lowerBound == text.startIndex,
        HeadWording.shared.words(.yearSubject).contains(where: text[range.upperBound...].begins),
        // The head of a column: 2018年预算数.
        !Catalogue.shared.isWord(String(text[range.upperBound...]), .accountHead)
      else { return nil }
      return PrintedDate.year(in: text[...])
    }.mostFrequent
  }
}
