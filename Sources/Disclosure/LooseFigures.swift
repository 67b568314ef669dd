import PageContent
import TableStructure

/// Amounts that no column has and no sentence says: alone among a page's text, in a row on a line of a text, or before a name.
struct LooseFigures {
  /// The titles of tables that are reported as a whole, and of those that were read: what follows is theirs.
  private let titles: [(line: Int, isUnread: Bool)]
  private let unreadPages: Set<Int>

  init(besides tables: [FormTable], unread: [UnreadTable]) {
    unreadPages = Set(unread.compactMap(\.location.page).flatMap { [$0, $0 + 1] })
    titles =
      (tables.compactMap(\.titleLocation.textLine).map { ($0, false) }
      + unread.compactMap(\.location.textLine).map { ($0, true) }).sorted { $0.line < $1.line }
  }

  func problems(in paragraphs: [Paragraph]) -> [Problem] {
    paragraphs.filter(isLoose).map { Problem(kind: .strayFigure, detail: $0.text, location: $0.location) }
  }

  /// Figures that ran into the names of rows: 4,450.75一、本年支出, —（二）外交支出. The row is told as a whole.
  static func problems(inNamesOf tables: [FormTable]) -> [Problem] {
    tables.lazy.flatMap(\.sections).flatMap(\.rows).filter { beginsWithFigure($0.name) }
      .map { Problem(kind: .strayFigure, detail: $0.name, location: $0.location) }
  }

  /// A name with its place in a list behind a figure of the next column.
  private static func beginsWithFigure(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    let figure = scalars.prefix { $0.isASCIIDigit || $0 == "," || $0 == "." || $0.isDash }
    guard let first = figure.first, figure.endIndex < scalars.endIndex else { return false }
    let isFigure = first.isDash && figure.count == 1 || Substring(figure).isPrintedAmount
    return isFigure && Wording.hasOrdinal(Wording.normalised(String(scalars[figure.endIndex...])))
  }

  private func isLoose(_ paragraph: Paragraph) -> Bool {
    if let page = paragraph.location.page { return !unreadPages.contains(page) && areAmounts(paragraph.text) }
    guard let line = paragraph.location.textLine, isRow(paragraph.text) else { return false }
    return titles.last { $0.line < line }.map { !$0.isUnread } ?? true
  }

  private func areAmounts(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return !words.isEmpty && words.allSatisfy(\.isPrintedAmount)
  }

  /// A name, and at its end amounts.
  private func isRow(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.reversed().prefix(while: \.isPrintedAmount).count >= LooseFigures.fewestOfRow
  }

  private static let fewestOfRow = 2
}
