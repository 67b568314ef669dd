import PageContent
import TableStructure

/// A table whose title is printed, with its figures below it or the statement that it has none, but whose rows and columns
/// could not be told apart.
struct UnreadTable {
  var form: String
  var title: String
  var location: Location

  /// A title counts from this many amounts below it.
  private static let fewestAmounts = 3
  /// Lines between a title and the statement that its table is empty.
  private static let mostHeads = 12

  /// The tables of a form's title that no block holds. `tables` are those that were read.
  static func tables(
    in blocks: [Block], besides tables: [FormTable], catalogue: Catalogue, kind: DisclosedDocument.Kind?
  )
    -> [UnreadTable]
  {
    let read = Set(tables.map(\.titleLocation))
    var found: [UnreadTable] = []
    var open: UnreadTable?
    var amounts = 0
    var lines = 0
    func close() {
      if let open, amounts >= fewestAmounts { found.append(open) }
      open = nil
      amounts = 0
      lines = 0
    }
    for block in blocks {
      guard case .paragraph(let paragraph) = block else {
        close()
        continue
      }
      lines += 1
      if isProse(paragraph) {
        if let empty = open, lines <= mostHeads, Note.declaresEmpty(paragraph.text) {
          found.append(empty)
          open = nil
        }
        close()
      } else if let match = catalogue.titles.match(paragraph.text, kind: kind), !read.contains(paragraph.location) {
        close()
        open = UnreadTable(form: catalogue.forms[match.form].id, title: match.title, location: paragraph.location)
      } else if open != nil {
        amounts += amountCount(in: paragraph.text)
      }
    }
    close()
    return found
  }

  private static func isProse(_ paragraph: Paragraph) -> Bool {
    paragraph.text.holds("。") || paragraph.text.holds("；") || paragraph.headingLevel != nil
  }

  /// Numbers with decimals or separators: pages and years are no amounts.
  private static func amountCount(in text: String) -> Int {
    text.utf8.split { $0 <= 0x20 }.count { word in
      let text = String(Substring(word))
      return (text.utf8.contains(0x2E) || text.utf8.contains(0x2C)) && ExactNumber(published: text) != nil
    }
  }
}
