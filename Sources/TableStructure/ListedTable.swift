import PageContent

/// A table copied without its columns: single spaces between cells, the label first, figures after it.
///
/// A blank cell leaves no trace in such a text. So its columns are told only where every row has all its figures or none;
/// a table below its title is handed on without them, as one that loses its blanks.
struct ListedTable {
  let table: Table
  /// Past the last line that belongs to it.
  let end: Int

  init?(_ lines: [TextLine], at start: Int, isFurniture: [Bool]) {
    var rows: [(line: TextLine, words: [Range<Int>])] = []
    var next = start
    var hasFigures = false
    while next < lines.count, !lines[next].isBlank, !isFurniture[next], Self.canBeRow(lines[next]),
      !AlignedTable.isTitle(lines[next])
    {
      let words = Self.words(lines[next])
      // A table begins with its header, and headers are short.
      if next == start ? words.count < 2 : next - start > (hasFigures ? Self.mostRows : Self.tallestHeader) {
        return nil
      }
      hasFigures = hasFigures || Self.trailingValues(lines[next], words) > 0
      if hasFigures, next == start { return nil }
      rows.append((lines[next], words))
      next += 1
    }
    let figures = rows.map { Self.trailingValues($0.line, $0.words) }
    // A title right below may be this table's as well as the next one's.
    let isTitled =
      AlignedTable.isTitled(lines, start) && !(next < lines.count && AlignedTable.isTitle(lines[next]))
    let isFew = figures.count { $0 > 0 } < 3
    guard rows.count > 1, rows[0].words.count > 1, !isFew || isTitled && Self.endsShort(rows, figures),
      let valueCount = figures.max()
    else { return nil }
    let firstBody = figures.firstIndex { $0 > 0 } ?? rows.count
    guard firstBody > 0 else { return nil }
    end = next
    // Of heads that stand over others, only the words tell which they are.
    if isTitled, firstBody > 1 || valueCount < 2 || figures.contains(where: { $0 > 0 && $0 < valueCount }) {
      table = Self.packed(rows.map { FieldRow($0.line, fields: Self.fields($0.line, $0.words)) })
      return
    }
    guard valueCount >= 2 else { return nil }
    var cells: [Cell] = []
    for (row, content) in rows.enumerated() {
      let columns =
        row < firstBody
        ? Self.headerColumns(content.line, content.words, valueCount)
        : Self.columns(content.words.count, figures[row], valueCount)
      guard let columns else {
        guard isTitled else { return nil }
        table = Self.packed(rows.map { FieldRow($0.line, fields: Self.fields($0.line, $0.words)) })
        return
      }
      cells += Self.cells(content.line, content.words, columns, row: row, columnCount: valueCount + 1)
    }
    table = Table(
      origin: .alignment, rowCount: rows.count, columnCount: valueCount + 1, cells: cells,
      location: rows[0].line.location(rows[0].line.content))
  }

  /// Whether a header stands over 合计 alone, or over one row of nothing but figures.
  private static func endsShort(_ rows: [(line: TextLine, words: [Range<Int>])], _ figures: [Int]) -> Bool {
    guard let (line, words) = rows.last, let count = figures.last else { return false }
    let letters = line.scalars[line.content].filter { !$0.isBlank }
    return PlacedWord.isTotal(letters[...]) && letters.count == 2 || count == words.count && count > 2
  }

  /// A table whose rows stand at its left, since nothing tells which of their cells are blank.
  static func packed(_ rows: [FieldRow]) -> Table {
    let columnCount = rows.reduce(1) { max($0, $1.fields.count) }
    var table = Table(
      origin: .alignment, rowCount: rows.count, columnCount: columnCount,
      cells: rows.enumerated().flatMap { $1.cells(row: $0, columnCount: columnCount) },
      location: rows[0].line.location(rows[0].line.content))
    table.losesBlanks = true
    return table
  }

  /// The words of a row, those made one of which a label among figures is made up: a code, or a place in a list behind
  /// another, begins the next.
  private static func fields(_ line: TextLine, _ words: [Range<Int>]) -> [Range<Int>] {
    guard words.contains(where: { Lexeme(line.scalars[$0]).isValue }) else { return words }
    var fields: [Range<Int>] = []
    var isLabelOpen = false
    for word in words {
      let isValue = Lexeme(line.scalars[word]).isValue
      if isLabelOpen, !isValue, let last = fields.last, !isBorder(line.scalars[last], line.scalars[word]) {
        fields[fields.count - 1] = last.lowerBound..<word.upperBound
      } else {
        fields.append(word)
      }
      isLabelOpen = !isValue
    }
    return fields
  }

  private static func isBorder(_ label: ArraySlice<Unicode.Scalar>, _ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let areListed = label.count > shortestLabel && HeadingMark.begins(label) && HeadingMark.begins(word)
    return areListed || CellBorder.parts(label, word)
  }

  /// With its place in a list.
  private static let shortestLabel = 4
  private static let tallestHeader = 6
  private static let mostRows = 300

  private static func canBeRow(_ line: TextLine) -> Bool {
    guard line.heading == nil, !line.hasTab, !line.hasPipe, line.content.count <= 200,
      !AlignedTable.isGapped(withoutCode(line))
    else {
      return false
    }
    return !line.text.contains { "。；，;".unicodeScalars.contains($0) } && !line.starts(with: "注")
      && !line.starts(with: "说明")
  }

  /// A line after its code: blanks there indent the name.
  private static func withoutCode(_ line: TextLine) -> TextLine {
    guard let rest = CellBorder.behindCode(line.scalars[line.content]), rest.first?.isBlank ?? false else {
      return line
    }
    let name = rest.drop(while: \.isBlank)
    return name.first?.isChinese ?? false ? line.blanked(outside: name.startIndex..<name.endIndex) : line
  }

  private static func words(_ line: TextLine) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for index in line.content {
      if line.scalars[index].isBlank {
        if let begin = start { words.append(begin..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let start { words.append(start..<line.content.upperBound) }
    return words
  }

  private static func trailingValues(_ line: TextLine, _ words: [Range<Int>]) -> Int {
    words.reversed().prefix { Lexeme(line.scalars[$0]).isValue }.count
  }

  /// How many words are the label, or nil where that cannot be told.
  private static func columns(_ wordCount: Int, _ figures: Int, _ valueCount: Int) -> Int? {
    if figures == valueCount, wordCount > figures { return wordCount - figures }
    // Words instead of figures, or a label without any.
    return figures == 0 && (wordCount == valueCount + 1 || wordCount == 1) ? 1 : nil
  }

  /// A header row names the label's column or begins after it.
  private static func headerColumns(_ line: TextLine, _ words: [Range<Int>], _ valueCount: Int) -> Int? {
    if words.count == valueCount + 1 { return 1 }
    guard words.count <= valueCount, let first = words.first else { return nil }
    let namesLabel = ["项目", "科目", "单位", "名称", "序号", "编码", "功能", "经济"].contains {
      line.scalars[first].starts(with: $0.unicodeScalars)
    }
    return namesLabel ? 1 : words.count == valueCount ? 0 : nil
  }

  private static func cells(
    _ line: TextLine, _ words: [Range<Int>], _ label: Int, row: Int, columnCount: Int
  ) -> [Cell] {
    var ranges = [Range<Int>?](repeating: nil, count: columnCount)
    if label > 0 { ranges[0] = words[0].lowerBound..<words[label - 1].upperBound }
    for (offset, word) in words.dropFirst(label).enumerated() { ranges[1 + offset] = word }
    return ranges.enumerated().map { column, range in
      let place = range ?? (column == 0 ? 0..<0 : line.scalars.count..<line.scalars.count)
      let content = InlineMarkup(line.scalars[place], joiningChinese: true)
      return Cell(
        row: row, column: column, text: content.text, location: line.location(place), isBold: content.isBold)
    }
  }
}
