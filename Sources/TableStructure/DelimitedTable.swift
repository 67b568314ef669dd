import PageContent

/// Collects the rows of tables whose fields a delimiter parts, over the blank lines that page breaks leave.
struct DelimitedTable {
  let origin: Table.Origin
  private(set) var pieces: [[FieldRow]] = []

  var isEmpty: Bool { pieces.isEmpty }

  private var rows: [FieldRow] { pieces.flatMap { $0 } }

  /// Takes a run of lines after a gap, if it can be the table's next piece.
  ///
  /// A page break leaves the fields as many as they are; where an editor took trailing tabs away, rows differ and may
  /// be shorter.
  mutating func take(_ piece: [FieldRow]) -> Bool {
    guard let first = piece.first else { return true }
    if !pieces.isEmpty {
      if first.isTitle { return false }
      let known = Self.fieldCounts(rows)
      let new = Self.fieldCounts(piece)
      let isRagged = known.lowerBound < known.upperBound || new.lowerBound < new.upperBound
      guard new.upperBound == known.upperBound || (isRagged && new.upperBound < known.upperBound) else { return false }
    }
    pieces.append(piece)
    return true
  }

  private static func fieldCounts(_ rows: [FieldRow]) -> ClosedRange<Int> {
    var lower = Int.max
    var upper = 0
    for row in rows {
      lower = min(lower, row.fields.count)
      upper = max(upper, row.fields.count)
    }
    return min(lower, upper)...upper
  }

  /// The tables: more than one where a title row begins another without a gap.
  func blocks() -> [Block] {
    var blocks: [Block] = []
    var rows: [FieldRow] = []
    var breaks: [Int] = []
    func end() {
      blocks += Self.blocks(of: rows, breaks: breaks, origin: origin)
      rows = []
      breaks = []
    }
    for piece in pieces {
      if !rows.isEmpty { breaks.append(rows.count) }
      for row in piece {
        if row.isTitle, rows.contains(where: \.hasSeveralFields) { end() }
        rows.append(row)
      }
    }
    end()
    return blocks
  }

  private static func blocks(of rows: [FieldRow], breaks: [Int], origin: Table.Origin) -> [Block] {
    guard !rows.isEmpty else { return [] }
    guard rows.contains(where: \.hasSeveralFields), !isContents(rows), rows.count > 1 || rows[0].filled.count > 2 else {
      return rows.filter { !$0.line.isBlank }.map { .paragraph(ParagraphReader.paragraph(of: $0.line)) }
    }
    let columnCount = rows.reduce(0) { max($0, $1.fields.count) }
    var cells: [Cell] = []
    cells.reserveCapacity(rows.count * columnCount)
    for (index, row) in rows.enumerated() { cells += row.cells(row: index, columnCount: columnCount) }
    // A blank line after nearly every row is how the text is set, not where pages end.
    let isSpaced = rows.count > 4 && breaks.count * 4 >= (rows.count - 1) * 3
    let location = rows[0].line.location(rows[0].line.content)
    return [
      .table(
        Table(
          origin: origin, rowCount: rows.count, columnCount: columnCount, cells: cells, breaks: isSpaced ? [] : breaks,
          location: location))
    ]
  }

  /// Lines of a table of contents: a title, and page numbers that never fall.
  static func isContents(_ rows: [FieldRow]) -> Bool {
    var page = 0
    for row in rows {
      let filled = row.filled
      guard filled.count == 2 else { return false }
      let last = row.line.scalars[row.content(filled[1])]
      guard let number = Int(String(String.UnicodeScalarView(last))), number >= page, number < 1000 else {
        return false
      }
      page = number
    }
    return rows.count > 2 && page > 0
  }
}
