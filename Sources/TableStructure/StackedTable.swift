import PageContent

/// A table copied with one cell a line. Blank cells have left no line, and rows begin where a label follows figures.
struct StackedTable {
  let table: Table
  /// Past the last line that belongs to it.
  let end: Int

  private static let mostCells = 6000
  private static let mostHeads = 30
  private static let longestCell = 40

  /// nil where no title or caption stands above, where a title right below may be this table's, or where the lines are no
  /// rows of figures with labels.
  init?(_ lines: [TextLine], at start: Int, isFurniture: [Bool]) {
    guard Self.canBeCell(lines[start]), !Lexeme(lines[start].text).isValue, AlignedTable.isTitled(lines, start)
    else { return nil }
    var next = start
    var firstFigure: Int?
    while next < lines.count, next - start < Self.mostCells, !lines[next].isBlank, !isFurniture[next],
      Self.canBeCell(lines[next]), !AlignedTable.isTitle(lines[next])
    {
      if firstFigure == nil {
        if Self.isFigure(lines[next]) { firstFigure = next }
        if next - start > Self.mostHeads { return nil }
      }
      next += 1
    }
    guard let firstFigure, next == lines.count || !AlignedTable.isTitle(lines[next]) else { return nil }
    let rows = Self.rows(lines[start..<next], firstFigure: firstFigure)
    let columnCount = rows.reduce(1) { max($0, $1.count) }
    // A column copied after another gives rows longer than the header.
    guard rows.count > 3, columnCount <= rows[0].count, rows[0].count > 1 else { return nil }
    var cells: [Cell] = []
    for (row, content) in rows.enumerated() {
      for column in 0..<columnCount {
        let line = content[min(column, content.count - 1)]
        let range = column < content.count ? line.content : line.content.upperBound..<line.content.upperBound
        let words = InlineMarkup(line.scalars[range], joiningChinese: true)
        cells.append(
          Cell(
            row: row, column: column, text: words.text, location: line.location(range), isBold: words.isBold))
      }
    }
    var table = Table(
      origin: .alignment, rowCount: rows.count, columnCount: columnCount, cells: cells,
      location: lines[start].location(lines[start].content))
    table.losesBlanks = true
    self.table = table
    end = next
  }

  /// The header, and the rows: each begins with the labels before its figures.
  private static func rows(_ lines: ArraySlice<TextLine>, firstFigure: Int) -> [[TextLine]] {
    // The labels of the first row stand between the header and its figures: a name, and a code before it.
    var bodyStart = firstFigure - 1
    if bodyStart > lines.startIndex, isCode(lines[bodyStart - 1]) { bodyStart -= 1 }
    guard bodyStart > lines.startIndex else { return [] }
    var rows = [Array(lines[..<bodyStart])]
    var wasFigure = true
    for index in bodyStart..<lines.endIndex {
      let line = lines[index]
      let isFollowedByName = index + 1 < lines.endIndex && !Lexeme(lines[index + 1].text).isValue
      let isLabel = !Lexeme(line.text).isValue || isCode(line) && isFollowedByName
      if isLabel, wasFigure { rows.append([line]) } else { rows[rows.count - 1].append(line) }
      wasFigure = !isLabel
    }
    return rows
  }

  private static func isCode(_ line: TextLine) -> Bool {
    line.content.count % 2 == 1 && (3...7).contains(line.content.count) && line.text.allSatisfy(\.isASCIIDigit)
  }

  /// A figure that is neither code nor line number.
  private static func isFigure(_ line: TextLine) -> Bool {
    Lexeme(line.text).isValue && line.text.contains { ",.-—，．".unicodeScalars.contains($0) }
  }

  private static func canBeCell(_ line: TextLine) -> Bool {
    line.heading == nil && !line.hasTab && !line.hasPipe && line.content.count <= longestCell
      && !line.text.contains { "。；：:".unicodeScalars.contains($0) } && !line.starts(with: "注")
      && !line.starts(with: "说明") && !line.text.contains(where: \.isBlank)
  }
}
