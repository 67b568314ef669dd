import PageContent
import TableStructure

/// A table whose title is printed, with its figures below it, its heads or the statement that it has none, but whose rows
/// and columns could not be told apart.
struct UnreadTable {
  var form: String
  var title: String
  var location: Location
  /// The table as one without figures, where none is printed below its title: then nothing was lost.
  var blank: FormTable?
  /// How many tables of the document stand above it.
  var position = 0

  /// A title counts from this many amounts below it.
  private static let fewestAmounts = 3
  /// Or from this many heads.
  static let fewestHeads = 3
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
    let places = Set(tables.map(\.location))
    var above = ""
    var position = 0
    // The amounts above a line, since the last title: in a text each title may stand below its table.
    var amountsAbove = 0
    func close() {
      let isKnown = open.map { $0.isFound || $0.amounts < fewestAmounts && forms.contains($0.table.form) } ?? true
      if let open, !isKnown, open.amounts >= fewestAmounts || open.heads >= fewestHeads {
        found.append(open.table(at: position))
      }
      open = nil
    }
    for block in blocks {
      guard case .paragraph(let paragraph) = block else {
        // The body of a table whose heads were read as lines: no table without figures.
        if case .table(let table) = block, !places.contains(table.location) {
          open?.isBodyPrinted = table.cells.contains { amountCount(in: $0.text) > 0 }
        }
        close()
        if case .table(let table) = block, places.contains(table.location) { position += 1 }
        if case .table(let table) = block, table.location.textLine != nil, !places.contains(table.location) {
          amountsAbove += table.cells.reduce(0) { $0 + amountCount(in: $1.text) }
        } else {
          amountsAbove = 0
        }
        continue
      }
      open?.lines += 1
      // A long title is broken over two lines.
      defer { above = paragraph.text }
      let isHeading = paragraph.headingLevel != nil
      let isProse = isProse(paragraph)
      let title =
        isProse
        ? nil
        : catalogue.titles.match(paragraph.text, kind: kind)
          ?? (isHeading ? nil : catalogue.titles.match(above + paragraph.text, kind: kind))
      // Targets are sentences: what stands below them may still tell a table of targets.
      if isProse, open?.goesOnBelowProse() ?? false { continue }
      if isProse || isHeading && title == nil {
        if let empty = open, !forms.contains(empty.table.form), empty.lines <= mostHeads,
          catalogue.declaresEmpty(paragraph.text)
        {
          if !empty.isFound {
            found.append(
              empty.table(at: position, statement: .init(text: paragraph.text, location: paragraph.location)))
          }
          open = nil
        }
        close()
        amountsAbove = 0
      } else if let match = title, !read.contains(paragraph.location) {
        // What stands below a title is that title's, unless the titles stand below their tables.
        let isFree = open?.isFound ?? true
        close()
        let form = catalogue.forms[match.form]
        let table = UnreadTable(form: form.id, title: match.title, location: paragraph.location)
        let isBelow =
          isFree && paragraph.location.textLine != nil && amountsAbove >= fewestAmounts && !forms.contains(table.form)
        if isBelow { found.append(table) }
        open = Candidate(table: table, isFound: isBelow, words: form.keepsCells ? form.evidence : nil)
        amountsAbove = 0
      } else {
        open?.take(paragraph.text, catalogue)
        amountsAbove += amountCount(in: paragraph.text)
      }
    }
    close()
    return found
  }

  /// A title and what was met below it.
  private struct Candidate {
    var table: UnreadTable
    /// It was found by the figures above its title.
    var isFound = false
    /// A table without a title stands right below its heads.
    var isBodyPrinted = false
    /// Those that tell a form whose tables are kept cell by cell.
    let words: [String]?
    private var isBelowProse = false
    var lines = 0
    var amounts = 0
    var heads = 0
    private var unit: MonetaryUnit?
    private var figures = FigureCensus()

    init(table: UnreadTable, isFound: Bool, words: [String]?) {
      self.table = table
      self.isFound = isFound
      self.words = words
    }

    func table(at position: Int, statement: Paragraph? = nil) -> UnreadTable {
      var table = table
      table.position = position
      if figures.isEmpty, !isBodyPrinted {
        table.blank = table.blank(unit: unit, notes: statement.map { [$0] } ?? [], isDeclared: statement != nil)
      }
      return table
    }

    /// Whether the words of its form may stand below a sentence of its own; nothing else there counts.
    mutating func goesOnBelowProse() -> Bool {
      isBelowProse = words != nil && lines <= mostHeads
      return isBelowProse
    }

    mutating func take(_ text: String, _ catalogue: Catalogue) {
      let normalised = Wording.normalised(text)
      if let words, lines <= mostHeads, words.contains(normalised) { heads += 1 }
      if isBelowProse { return }
      amounts += amountCount(in: text)
      figures.take(text)
      unit = unit ?? MonetaryUnit(stated: normalised)
      guard lines <= mostHeads else { return }
      // Blanks may part the heads of a line, and stand within one.
      let parts = text.split(whereSeparator: \.isWhitespace).count {
        catalogue.isHeadAlone(Wording.normalised(String($0)))
      }
      heads += max(parts, catalogue.isHeadAlone(normalised) ? 1 : 0)
    }
  }

  private static func isProse(_ paragraph: Paragraph) -> Bool {
    paragraph.text.holds("。") || paragraph.text.holds("；")
  }

  /// Numbers with decimals or separators: pages and years are no amounts. Commas may part them instead of blanks.
  private static func amountCount(in text: String) -> Int {
    withNarrowForms(text).utf8.split { !isOfNumber($0) }.reduce(0) { count, run in
      let isWhole = ExactNumber(published: String(Substring(run))) != nil
      if isWhole { return count + (run.contains { $0 == point || $0 == comma } ? 1 : 0) }
      return count
        + run.split(separator: comma).count {
          $0.contains(point) && ExactNumber(published: String(Substring($0))) != nil
        }
    }
  }

  /// The text with full-width digits and signs as ASCII; blanks stay, which part its figures.
  private static func withNarrowForms(_ text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(\.narrowForm)))
  }

  private static let point: UInt8 = 0x2E
  private static let comma: UInt8 = 0x2C

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || byte == point || byte == comma || byte == 0x2D
  }

  /// Whether the lines beside a table are rows of figures, up to the next sentence or heading. Each figure may have a line.
  static func printsFigures(_ paragraphs: ArraySlice<Paragraph>) -> Bool {
    var figures = 0
    for paragraph in paragraphs.prefix(while: { !isProse($0) && $0.headingLevel == nil }) {
      let words = withNarrowForms(paragraph.text).utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
      let numbers = words.count { ExactNumber(published: $0) != nil }
      figures += numbers > 1 ? numbers : amountCount(in: paragraph.text)
    }
    return figures >= fewestAmounts
  }
}

extension UnreadTable {
  /// The table as one without figures, that no block holds where `table` is nil.
  func blank(
    _ table: Table? = nil, _ caption: Caption? = nil, unit: MonetaryUnit?, notes: [Paragraph], isDeclared: Bool
  ) -> FormTable {
    FormTable(
      form: form, number: caption?.number, title: title, titleLocation: location, unit: unit,
      status: isDeclared ? .declaredEmpty : .blank, department: caption?.department,
      pages: table?.pages ?? location.page.map { [$0] } ?? [],
      notes: notes.map { FormTable.Note(printed: $0.text, at: $0.location) }, sections: [],
      location: table?.location ?? location)
  }
}

extension Catalogue {
  /// Whether a line is a head and nothing else, as in the header of an empty table.
  fileprivate func isHeadAlone(_ text: String) -> Bool {
    isHead(text) || isWord(text, .descriptionHead) || totals.contains(text)
      || words(.columnNumbers).texts.contains(where: text.begins)
  }
}
