import PageContent

/// The blocks of a plain text or Markdown file.
public enum TextLayout {
  /// Paragraphs and tables in the order of their lines.
  ///
  /// A line is a paragraph, but for a sentence that a page break has cut. Tables are found by tabs, by pipes, or by the
  /// columns in which runs of spaces hold words apart. Page numbers and decorative rules are left out.
  public static func blocks(of lines: [SourceLine]) -> [Block] { content(of: lines).blocks }

  /// The blocks, and what is left out.
  package static func content(of lines: [SourceLine]) -> PageFlow.Content {
    var reader = TextBlockReader(lines)
    return PageFlow.Content(blocks: RepeatedHeads.joined(reader.read()), leftOut: reader.leftOut)
  }
}

/// Walks the lines once and hands each run to the reader of its shape.
struct TextBlockReader {
  private var lines: [TextLine]
  private let isFurniture: [Bool]
  let leftOut: [LeftOut]
  private var index = 0
  private var blocks: [Block] = []
  /// The line that the last paragraph ends with, while the next may continue it.
  private var openLine: TextLine?
  /// No aligned table begins before this line.
  private var unalignedEnd = 0
  private var values = SeparatedValues()
  /// Whether some line of tabs shows a blank cell among others: what wrote the text keeps them.
  private let keepsBlanks: Bool

  init(_ lines: [SourceLine]) {
    self.lines = lines.map { TextLine($0) }
    let furniture = PageFurniture(self.lines)
    isFurniture = furniture.marks
    leftOut = furniture.leftOut
    keepsBlanks = self.lines.contains { $0.hasTab && FieldRow(tabsOf: $0).showsBlank }
  }

  mutating func read() -> [Block] {
    while index < lines.count {
      if isPassedOver(index) {
        index += 1
      } else if lines[index].heading == nil, readTable() {
        openLine = nil
      } else {
        readParagraph()
      }
    }
    return blocks
  }

  private func isPassedOver(_ index: Int) -> Bool { lines[index].isBlank || isFurniture[index] }

  private mutating func readParagraph() {
    let line = lines[index]
    let paragraph = ParagraphReader.paragraph(of: line)
    let followsGap = index > 0 && isPassedOver(index - 1)
    index += 1
    if let openLine, followsGap, ParagraphReader.continues(openLine, with: line),
      case .paragraph(var open) = blocks.last, !open.isBold, !paragraph.isBold
    {
      ParagraphReader.join(&open, with: paragraph)
      blocks[blocks.count - 1] = .paragraph(open)
    } else {
      append(paragraph)
    }
    openLine = line
  }

  private mutating func readTable() -> Bool {
    if let column = MarkupTables.start(in: lines[index]) {
      readMarkup(from: column)
      return true
    }
    if lines[index].hasTab, isTabRow(index) { return readDelimited(.tabs) }
    if lines[index].hasPipe { return readDelimited(.pipes) }
    if readValues() { return true }
    if let listed = ListedTable(lines, at: index, isFurniture: isFurniture) {
      blocks.append(.table(listed.table))
      index = listed.end
      return true
    }
    if let stacked = StackedTable(lines, at: index, isFurniture: isFurniture) {
      blocks.append(.table(stacked.table))
      index = stacked.end
      return true
    }
    guard index >= unalignedEnd else { return false }
    let aligned = AlignedTable.read(lines, from: index, isFurniture: isFurniture)
    switch aligned.outcome {
    case .otherText:
      unalignedEnd = aligned.end
      return false
    case .unsure:
      blocks += lines[index..<aligned.end].filter { !$0.isBlank }.map { .paragraph(ParagraphReader.paragraph(of: $0)) }
    case .table(let table):
      append(table)
    }
    index = aligned.end
    return true
  }

  /// How many columns the table has that stands right above, if commas part them.
  private var valueColumns: Int? {
    guard case .table(let table) = blocks.last, table.origin == .commas else { return nil }
    return table.columnCount
  }

  /// Rows parted by commas; those with one cell above the others are the lines above a table.
  private mutating func readValues() -> Bool {
    guard lines[index].hasSeparator else { return false }
    let rows = values.rows(lines, from: index, isFurniture: isFurniture, below: valueColumns)
    guard let last = rows.last else { return false }
    let above = valueColumns == nil ? rows.prefix { $0.fields.filled.count < 2 } : []
    for row in above {
      guard let field = row.fields.filled.first else { continue }
      append(ParagraphReader.paragraph(of: row.fields.line.blanked(outside: row.fields.content(field))))
    }
    var table = DelimitedTable(origin: .commas)
    if table.take(rows[above.count...].map(\.fields)) { blocks += table.blocks() }
    index = last.end
    return true
  }

  /// Reads a table's markup; what stands before and after it on its lines is text.
  private mutating func readMarkup(from column: Int) {
    let before = lines[index].blanked(outside: 0..<column)
    if !before.isBlank { append(ParagraphReader.paragraph(of: before)) }
    let markup = MarkupTables(lines[index...], from: column)
    blocks += markup.tables.map { .table($0) }
    index = markup.end.line
    lines[index] = lines[index].blanked(outside: markup.end.column..<lines[index].scalars.count)
  }

  private mutating func append(_ paragraph: Paragraph) {
    if !paragraph.text.isEmpty { blocks.append(.paragraph(paragraph)) }
  }

  /// A table that only a page's end parts from the one before, with as many columns, is its next piece.
  private mutating func append(_ table: Table) {
    guard index > 0, isPassedOver(index - 1) || lines[index].startsPage, case .table(var whole) = blocks.last,
      whole.origin == .alignment, whole.columnCount == table.columnCount
    else {
      blocks.append(.table(table))
      return
    }
    whole.breaks.append(whole.rowCount)
    whole.cells += table.cells.map { cell in
      var moved = cell
      moved.row += whole.rowCount
      return moved
    }
    whole.rowCount += table.rowCount
    blocks[blocks.count - 1] = .table(whole)
  }

  /// Gathers runs of rows; a run after blank lines or a page number is a further piece of the table.
  private mutating func readDelimited(_ origin: Table.Origin) -> Bool {
    var table = DelimitedTable(origin: origin, losesBlanks: origin == .tabs && !keepsBlanks)
    let start = index
    var next = start
    while next < lines.count {
      let run = origin == .tabs ? tabRun(from: next) : pipeRun(from: next)
      guard !run.isEmpty, !table.isEmpty || origin == .tabs || run.count > 1 else { break }
      guard table.take(run.filter { origin == .tabs || !$0.isSeparator }) else { break }
      next += run.count
      index = next
      while next < lines.count, isPassedOver(next) { next += 1 }
    }
    blocks += table.blocks()
    return index > start
  }

  private func tabRun(from start: Int) -> [FieldRow] {
    var run: [FieldRow] = []
    for index in start..<lines.count {
      guard lines[index].heading == nil, lines[index].hasTab ? isTabRow(index) : isLoneCell(index) else { break }
      run.append(FieldRow(tabsOf: lines[index]))
    }
    while let last = run.last, last.line.isBlank { run.removeLast() }
    return run
  }

  /// A row of which only one cell is printed, where blank cells leave no tab: a label between rows.
  private func isLoneCell(_ index: Int) -> Bool {
    guard !keepsBlanks, index > 0, lines[index - 1].hasTab || isFewWords(index - 1), isFewWords(index),
      let next = lines[index...].prefix(Self.mostLoneCells).firstIndex(where: \.hasTab)
    else { return false }
    return lines[index..<next].indices.allSatisfy(isFewWords) && isTabRow(next)
  }

  private static let mostLoneCells = 40

  private func isFewWords(_ index: Int) -> Bool {
    let line = lines[index]
    return !line.hasTab && !line.isBlank && !isFurniture[index] && line.heading == nil && line.content.count <= 30
      && !line.text.contains { "。；：:".unicodeScalars.contains($0) } && !FieldRow(tabsOf: line).isTitle
  }

  /// A lone tab before a line's text indents it, unless the lines beside it have as many.
  private func isTabRow(_ index: Int) -> Bool {
    let row = FieldRow(tabsOf: lines[index])
    guard !row.hasSeveralFields, !lines[index].isBlank, row.content(0).isEmpty else { return true }
    return [index - 1, index + 1].contains { other in
      lines.indices.contains(other) && lines[other].hasTab
        && FieldRow(tabsOf: lines[other]).fields.count == row.fields.count
    }
  }

  /// With a separator under its first row it is Markdown, where rows may differ; without one only equal rows are sure to
  /// be a table.
  private func pipeRun(from start: Int) -> [FieldRow] {
    var run: [FieldRow] = []
    for index in start..<lines.count {
      guard lines[index].hasPipe, lines[index].heading == nil else { break }
      let row = FieldRow(pipesOf: lines[index])
      let isMarkdown = row.isSeparator || run.prefix(2).contains(where: \.isSeparator)
      guard isMarkdown || run.isEmpty || row.fields.count == run[0].fields.count else { break }
      run.append(row)
    }
    return run
  }
}
