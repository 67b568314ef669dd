import PageContent

/// Lines whose cells commas or semicolons part, as a spreadsheet saves them: `206,科学技术支出,"1,150.20",450.20`.
struct SeparatedValues {
  private static let separators: [Unicode.Scalar] = [",", ";"]
  /// A quoted cell may hold line ends; more of them than this are no cell.
  private static let mostLinesOfRow = 12

  /// A row, and the line after it.
  struct Row {
    var fields: FieldRow
    var end: Int
  }

  /// For each separator the line before which no rows begin.
  private var ends: [Unicode.Scalar: Int] = [:]

  /// The rows that begin at a line, if they are a table: two at least, each with as many cells, of which one row shows
  /// that the separators part cells and not the digits of figures.
  ///
  /// `columnCount` is that of a table right above, which a single row may go on with.
  mutating func rows(_ lines: [TextLine], from start: Int, isFurniture: [Bool], below columnCount: Int?) -> [Row] {
    for separator in Self.separators where start >= ends[separator] ?? 0 {
      var rows: [Row] = []
      var next = start
      while next < lines.count, !isFurniture[next], let row = Self.row(lines, at: next, separator),
        // A remark in a cell may be a sentence; one alone with a comma in it is none.
        !rows.isEmpty || !Self.isProse(row.fields),
        row.fields.fields.count == rows.first?.fields.fields.count ?? row.fields.fields.count
      {
        rows.append(row)
        next = row.end
      }
      ends[separator] = next
      guard let count = rows.first?.fields.fields.count, count > 1 else { continue }
      if count == columnCount || rows.count > 1 && rows.contains(where: { Self.partsCells($0.fields) }) { return rows }
    }
    return []
  }

  /// nil where the line is none: no separator outside quotes, or a quote that is not closed.
  private static func row(_ lines: [TextLine], at start: Int, _ separator: Unicode.Scalar) -> Row? {
    guard lines[start].hasSeparator, lines[start].heading == nil, !lines[start].hasTab, !lines[start].hasPipe else {
      return nil
    }
    var line = lines[start]
    var next = start + 1
    while isQuoteOpen(line, separator), next < lines.count, next - start < mostLinesOfRow {
      line = TextLine(line, continuedBy: lines[next])
      next += 1
    }
    guard !isQuoteOpen(line, separator) else { return nil }
    let row = FieldRow(valuesOf: line, separator: separator)
    return row.fields.count > 1 ? Row(fields: row, end: next) : nil
  }

  private static func isProse(_ row: FieldRow) -> Bool {
    row.line.text.contains { "。；".unicodeScalars.contains($0) }
  }

  private static func isQuoteOpen(_ line: TextLine, _ separator: Unicode.Scalar) -> Bool {
    var isOpen = false
    var isAtStart = true
    for scalar in line.scalars {
      if scalar == "\"", isOpen || isAtStart { isOpen.toggle() }
      isAtStart = scalar == separator || isAtStart && scalar.isBlank || isOpen
    }
    return isOpen
  }

  /// Whether cells of words stand beside each other, or figures in quotes: what 合 计 1,274.30 450.20 has not.
  private static func partsCells(_ row: FieldRow) -> Bool {
    let filled = row.filled
    guard filled.count > 1 else { return false }
    if row.isQuoted.contains(true) { return true }
    let words = filled.map { row.line.scalars[row.content($0)] }.filter { !Lexeme($0).isValue }
    // Where figures stand beside each other in a line, a comma of theirs leaves pieces that are no values either.
    return !row.line.text.contains(where: \.isBlank) && words.count > 1
      || words.count(where: isName) > 1
  }

  /// 合 计, but neither what may be a piece of a figure nor words of a sentence.
  private static func isName(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    !word.contains { $0.isASCIIDigit }
      && !(word.contains { $0.isBlank } && word.contains { $0.isASCIILetter })
  }
}

extension FieldRow {
  /// A quoted field is what stands between its quotes; two of them inside are one.
  init(valuesOf line: TextLine, separator: Unicode.Scalar) {
    self.line = line
    var fields: [Range<Int>] = []
    var isQuoted: [Bool] = []
    var index = 0
    let scalars = line.scalars
    while index <= scalars.count {
      var start = index
      while start < scalars.count, scalars[start].isBlank { start += 1 }
      if start < scalars.count, scalars[start] == "\"" {
        var end = start + 1
        while end < scalars.count {
          if scalars[end] == "\"" {
            guard end + 1 < scalars.count, scalars[end + 1] == "\"" else { break }
            end += 1
          }
          end += 1
        }
        fields.append(start + 1..<min(end, scalars.count))
        isQuoted.append(true)
        index = min(end + 1, scalars.count)
        while index < scalars.count, scalars[index] != separator { index += 1 }
      } else {
        let end = scalars[index...].firstIndex(of: separator) ?? scalars.count
        fields.append(index..<end)
        isQuoted.append(false)
        index = end
      }
      index += 1
    }
    self.fields = fields
    self.isQuoted = isQuoted
  }
}
