import PageContent

/// Tables whose columns runs of spaces hold apart, as `pdftotext -layout` prints them.
enum AlignedTable {
  enum Outcome {
    case table(Table)
    /// The lines look like a table, and their columns cannot be told surely: they are better read as lines.
    case unsure
    /// Nothing up to the end looks like a table.
    case otherText
  }

  /// Reads the table that begins at a line; `end` is past the last line it is about.
  ///
  /// It takes three lines with gaps and two rows of figures; blank lines may stand between rows. A caption, a
  /// sentence, a heading or a new page ends it.
  static func read(
    _ lines: [TextLine], from start: Int, isFurniture: [Bool]
  ) -> (outcome: Outcome, end: Int) {
    guard isGapped(lines[start]), !isCaption(lines[start]) else { return (.otherText, start + 1) }
    var rows: [Int] = []
    var gapped = 0
    var next = start
    var blanks = 0
    while next < lines.count, rows.count < mostRows {
      let line = lines[next]
      if isFurniture[next] || (next > start && line.startsPage) || line.hasTab || line.hasPipe { break }
      if line.isBlank {
        blanks += 1
        // A hole this tall parts tables.
        if blanks > 3 { break }
      } else {
        guard canBeRow(line) else { break }
        blanks = 0
        rows.append(next)
        gapped += isGapped(line) ? 1 : 0
      }
      next += 1
    }
    // What follows the last row with a gap is a wrapped word at most, or the text below the table.
    while let last = rows.last, !isGapped(lines[last]),
      rows.count < 2 || last - rows[rows.count - 2] > 1 || lines[last].content.count > 12
    {
      rows.removeLast()
    }
    guard gapped >= 3, let last = rows.last else { return (.otherText, next) }
    let candidates = PlacedWord.Pitch.allCases.map { pitch in rows.map { PlacedWord.words(of: lines[$0], pitch: pitch) }
    }
    guard let words = candidates.first, holdsFigures(words) else { return (.otherText, next) }
    // In the wrong pitch figures do not stand under each other.
    let best = candidates.dropFirst().reduce(words) { alignment($1) > alignment($0) ? $1 : $0 }
    return (table(of: rows.map { lines[$0] }, best).map(Outcome.table) ?? .unsure, last + 1)
  }

  /// How many figures begin or end where another does.
  private static func alignment(_ rows: [[PlacedWord]]) -> Int {
    let figures = rows.joined().filter(\.isValue)
    var starts: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    for figure in figures {
      starts[figure.columns.lowerBound, default: 0] += 1
      ends[figure.columns.upperBound, default: 0] += 1
    }
    return figures.count {
      starts[$0.columns.lowerBound, default: 0] > 1 || ends[$0.columns.upperBound, default: 0] > 1
    }
  }

  /// Far beyond any page, so that a hostile text costs no more than a long one.
  private static let mostRows = 1000
  private static let longestRow = 600

  static func isGapped(_ line: TextLine) -> Bool {
    guard !line.hasTab, !line.hasPipe else { return false }
    var blanks = 0
    for scalar in line.text {
      blanks = scalar.isBlank ? blanks + 1 : 0
      if blanks >= 2 { return true }
    }
    return false
  }

  /// The line above a table that names the department and the unit.
  private static func isCaption(_ line: TextLine) -> Bool {
    let text = InlineMarkup.spaced(line.text, joiningChinese: true).unicodeScalars
    return ["单位：", "单位:", "编制部门", "部门：", "部门:"].contains { mark in
      text.indices.contains { text[$0...].starts(with: mark.unicodeScalars) }
    }
  }

  /// A row, or a wrapped part of one; sentences, captions and lines with dot leaders are not.
  private static func canBeRow(_ line: TextLine) -> Bool {
    if line.heading != nil || line.content.count > longestRow || isCaption(line) { return false }
    var dots = 0
    for scalar in line.text {
      if "。；".unicodeScalars.contains(scalar) { return false }
      dots = ".…·．".unicodeScalars.contains(scalar) ? dots + 1 : 0
      if dots >= 3 { return false }
    }
    return isGapped(line) || (line.content.count <= 24 && !line.starts(with: "注") && !line.starts(with: "说明"))
  }

  private static func holdsFigures(_ words: [[PlacedWord]]) -> Bool {
    words.count { row in row.count > 1 && row.contains(where: \.isValue) } >= 2 && !isContents(words)
  }

  private static func table(of lines: [TextLine], _ words: [[PlacedWord]]) -> Table? {
    guard let layout = ColumnLayout(words) else { return nil }
    let rows = AlignedRow.joiningWrapped(zip(lines, words).map { AlignedRow($0, $1, layout: layout) })
    return Table(
      origin: .alignment, rowCount: rows.count, columnCount: layout.columns.count,
      cells: rows.enumerated().flatMap { $1.cells(row: $0, columnCount: layout.columns.count) },
      location: lines[0].location(lines[0].content))
  }

  /// A table of contents: titles with page numbers that never fall, and nothing else.
  private static func isContents(_ words: [[PlacedWord]]) -> Bool {
    var page = 0
    for row in words {
      guard row.count == 2, !row[0].isValue, let number = row[1].integer, number >= page, number < 1000 else {
        return false
      }
      page = number
    }
    return true
  }
}
