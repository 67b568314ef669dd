import PageContent
import TableStructure

/// Amounts that stand alone among a page's text: no sentence says them, and no table has them.
enum LooseFigures {
  /// Each as a problem, but for those below the title of a table that is reported as a whole.
  static func problems(in paragraphs: [Paragraph], unread: [UnreadTable]) -> [Problem] {
    let told = Set(unread.compactMap(\.location.page).flatMap { [$0, $0 + 1] })
    return paragraphs.compactMap { paragraph in
      guard let page = paragraph.location.page, !told.contains(page), areAmounts(paragraph.text) else { return nil }
      return Problem(kind: .strayFigure, detail: paragraph.text, location: paragraph.location)
    }
  }

  /// Numbers with decimals or separators: a page's number is no amount, and a share may belong to a picture.
  private static func areAmounts(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return !words.isEmpty
      && words.allSatisfy { word in
        (word.utf8.contains(UInt8(ascii: ".")) || word.utf8.contains(UInt8(ascii: ",")))
          && ExactNumber(published: String(word)) != nil
      }
  }
}
