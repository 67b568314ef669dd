import PageContent
import TableStructure

/// A table whose title is printed, with its figures below it, its heads or the statement that it has none, but whose rows
/// and columns could not be told apart.
struct UnreadTable {
  var form: String
  var title: String
  var location: Location

  /// A title counts from this many amounts below it.
  private static let fewestAmounts = 3
  /// Or from this many heads.
  private static let fewestHeads = 3
  /// Lines between a title and the statement that its table is empty, or its last head.
  private static let mostHeads = 16

  /// The tables of a form's title that no block holds. `tables` are those that were read,
  /// `read` the places of titles that are accounted for.
  static func tables(
    in blocks: [Block], besides tables: [FormTable], at read: Set<Location>, catalogue: Catalogue,
    kind: DisclosedDocument.Kind?
  ) -> [UnreadTable] {
    // A form that was read is not empty besides.
    let forms = Set(tables.map(\.form))
    var found: [UnreadTable] = []
    var open: Candidate?
    var above = ""
    func close() {
      if let open, open.amounts >= fewestAmounts || open.heads >= fewestHeads && !forms.contains(open.table.form) {
        found.append(open.table)
      }
      open = nil
    }
    for block in blocks {
      guard case .paragraph(let paragraph) = block else {
        close()
        continue
      }
      open?.lines += 1
      // A long title is broken over two lines.
      defer { above = paragraph.text }
      if isProse(paragraph) {
        if let empty = open, !forms.contains(empty.table.form), empty.lines <= mostHeads,
          catalogue.declaresEmpty(paragraph.text)
        {
          found.append(empty.table)
          open = nil
        }
        close()
      } else if let match = catalogue.titles.match(paragraph.text, kind: kind)
        ?? catalogue.titles.match(above + paragraph.text, kind: kind), !read.contains(paragraph.location)
      {
        close()
        open = Candidate(
          table: UnreadTable(form: catalogue.forms[match.form].id, title: match.title, location: paragraph.location))
      } else {
        open?.take(paragraph.text, catalogue)
      }
    }
    close()
    return found
  }

  /// A title and what was met below it.
  private struct Candidate {
    var table: UnreadTable
    var lines = 0
    var amounts = 0
    var heads = 0

    mutating func take(_ text: String, _ catalogue: Catalogue) {
      amounts += amountCount(in: text)
      if lines <= mostHeads, catalogue.isHeadAlone(Wording.normalised(text)) { heads += 1 }
    }
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

  /// Whether the lines beside a table are rows of figures, up to the next sentence or heading.
  static func printsFigures(_ paragraphs: ArraySlice<Paragraph>) -> Bool {
    var figures = 0
    for paragraph in paragraphs.prefix(while: { !isProse($0) }) {
      let words = paragraph.text.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
      let numbers = words.count { ExactNumber(published: $0) != nil }
      if numbers > 1 { figures += numbers }
    }
    return figures >= fewestAmounts
  }
}

extension Catalogue {
  /// Whether a line is a head and nothing else, as in the header of an empty table.
  fileprivate func isHeadAlone(_ text: String) -> Bool {
    isHead(text) || totals.contains(text) || words(.columnNumbers).texts.contains(where: text.begins)
  }
}
