import PageContent

/// Tables that a document sets as paragraphs, with tabs or blanks between the columns: a text pasted into it.
///
/// Where rows of figures stand among the paragraphs between two tables, these are read as the lines of a text.
package struct ParagraphTables {
  /// A paragraph as it is set, with its tabs, empty ones too.
  package struct Line {
    package var place: Location
    package var text: String

    package init(place: Location, text: String) {
      self.place = place
      self.text = text
    }
  }

  private let lines: [Line]
  package private(set) var leftOut: [LeftOut] = []

  package init(_ lines: [Line]) { self.lines = lines }

  /// The blocks, with what was read as lines in place of the paragraphs.
  package mutating func blocks(_ blocks: [Block]) -> [Block] {
    guard lines.count(where: { ParagraphTables.isRow($0.text) }) >= ParagraphTables.fewestRows else { return blocks }
    var result: [Block] = []
    var run: [Paragraph] = []
    // The last block before the run.
    var after = 0
    for block in blocks {
      switch block {
      // One that stands in a table's rows is no line of its own.
      case .paragraph(let paragraph) where paragraph.location.cells == nil: run.append(paragraph)
      case .paragraph, .table:
        let number = block.location.block ?? after
        result += read(run, between: after, and: number)
        result.append(block)
        run = []
        after = number
      }
    }
    return result + read(run, between: after, and: .max)
  }

  private static let fewestRows = 2

  /// Whether a paragraph is set as a row: texts apart with a figure among them, or figures apart. A sentence has no blanks.
  private static func isRow(_ text: String) -> Bool {
    let fields = fields(of: text)
    if fields.count > 1, fields.contains(where: { Lexeme.isPlainlyAmount($0) }) { return true }
    let words = text.split { $0.isWhitespace || $0 == "|" }
    return words.count { Lexeme.isPlainlyAmount(String($0)) } > 1
  }

  /// What tabs, wide blanks or more than one blank hold apart.
  private static func fields(of text: String) -> [String] {
    var fields: [String.UnicodeScalarView] = [.init()]
    var blanks = 0
    for scalar in text.unicodeScalars {
      if scalar == "\t" || scalar == "\u{3000}" {
        blanks += 2
      } else if scalar == " " {
        blanks += 1
      } else {
        if blanks > 1 { fields.append(.init()) } else if blanks == 1 { fields[fields.count - 1].append(" ") }
        blanks = 0
        fields[fields.count - 1].append(scalar)
      }
    }
    return fields.map { String($0) }.filter { !$0.isEmpty }
  }

  private mutating func read(_ paragraphs: [Paragraph], between first: Int, and last: Int) -> [Block] {
    let lines = lines.filter { ($0.place.block ?? 0) > first && ($0.place.block ?? 0) < last }
    guard lines.count(where: { ParagraphTables.isRow($0.text) }) >= ParagraphTables.fewestRows else {
      return paragraphs.map(Block.paragraph)
    }
    let content = TextLayout.content(
      of: lines.enumerated().map { SourceLine(number: $0.offset + 1, text: $0.element.text) })
    func place(_ location: Location) -> Location {
      guard case .line(let number, let columns) = location, lines.indices.contains(number - 1) else { return location }
      return lines[number - 1].place.characters(columns)
    }
    leftOut += content.leftOut.map { LeftOut(reason: $0.reason, text: $0.text, location: place($0.location)) }
    // How a paragraph looks, a line does not say.
    var looks: [Int: Paragraph] = [:]
    for paragraph in paragraphs { if let block = paragraph.location.block { looks[block] = paragraph } }
    return content.blocks.map { block in
      switch block {
      case .paragraph(var paragraph):
        paragraph.location = place(paragraph.location)
        for index in paragraph.runs.indices { paragraph.runs[index].location = place(paragraph.runs[index].location) }
        if let own = paragraph.location.block.flatMap({ looks[$0] }) {
          paragraph.isBold = own.isBold
          paragraph.fontSize = own.fontSize
          paragraph.headingLevel = own.headingLevel
        }
        return .paragraph(paragraph)
      case .table(var table):
        table.location = place(table.location)
        for index in table.cells.indices { table.cells[index].location = place(table.cells[index].location) }
        return .table(table)
      }
    }
  }
}
