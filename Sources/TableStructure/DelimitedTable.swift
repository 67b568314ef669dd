import PageContent

/// Collects the rows of tables whose fields a delimiter parts, over the blank lines that page breaks leave.
struct DelimitedTable {
  let origin: Table.Origin
  private(set) var pieces: [[FieldRow]] = []

  var isEmpty: Bool { pieces.isEmpty }

  /// The fewest and most fields of a row so far.
  private var fewest = Int.max
  private var most = 0

  /// Blank cells leave no delimiter.
  private let losesBlanks: Bool

  init(origin: Table.Origin, losesBlanks: Bool = false) {
    self.origin = origin
    self.losesBlanks = losesBlanks
  }

  /// Takes a run of lines after a gap, if it can be the table's next piece.
  ///
  /// A page break leaves the fields as many as they are; where an editor took trailing tabs away, rows differ and may
  /// be shorter.
  mutating func take(_ run: [FieldRow]) -> Bool {
    let piece = pieces.last.flatMap { NarrowedPiece.widened(run, below: $0) } ?? run
    guard let first = piece.first else { return true }
    let counts = piece.map(\.fields.count)
    let (low, high) = (counts.min() ?? 0, counts.max() ?? 0)
    if !pieces.isEmpty {
      let isRagged = fewest < most || low < high
      guard !first.isTitle, high == most || (isRagged && high < most) else { return false }
    }
    fewest = min(fewest, low)
    most = max(most, high)
    pieces.append(piece)
    return true
  }

  /// The tables: more than one where a title row begins another without a gap.
  func blocks() -> [Block] {
    var blocks: [Block] = []
    var rows: [FieldRow] = []
    var breaks: [Int] = []
    func end() {
      blocks += Self.blocks(of: rows, breaks: breaks, origin: origin, losesBlanks: losesBlanks)
      rows = []
      breaks = []
    }
    for (index, piece) in pieces.enumerated() {
      if !rows.isEmpty { breaks.append(rows.count) }
      for row in index == 0 ? piece[...] : withoutHead(piece) {
        if row.isTitle, rows.contains(where: \.hasSeveralFields) { end() }
        rows.append(row)
      }
    }
    end()
    return blocks
  }

  /// A further piece without the rows at its head that stand at the head of the first piece too: words side by side.
  private func withoutHead(_ piece: [FieldRow]) -> ArraySlice<FieldRow> {
    let first = pieces[0]
    // A title row of the first piece may be missing from the next.
    for start in first.indices.prefix(3) {
      let count = zip(first[start...], piece).prefix { $0.texts == $1.texts }.count
      if count < piece.count, piece[..<count].contains(where: \.isHead) { return piece[count...] }
    }
    return piece[...]
  }

  private static func blocks(
    of rows: [FieldRow], breaks: [Int], origin: Table.Origin, losesBlanks: Bool
  ) -> [Block] {
    guard !rows.isEmpty else { return [] }
    let columnCount = rows.reduce(0) { max($0, $1.fields.count) }
    guard rows.contains(where: \.hasSeveralFields), origin != .tabs || !isContents(rows),
      rows.count > 1 || rows[0].filled.count > 2,
      columnCount * rows.count <= mostCells
    else {
      return rows.filter { !$0.line.isBlank }.map { .paragraph(ParagraphReader.paragraph(of: $0.line)) }
    }
    var cells: [Cell] = []
    cells.reserveCapacity(rows.count * columnCount)
    for (index, row) in rows.enumerated() { cells += row.cells(row: index, columnCount: columnCount) }
    let isPacked = losesBlanks && Set(rows.drop { !$0.hasSeveralFields }.map(\.filled.count)).count > 1
    if !isPacked { FlattenedHeader.restore(&cells, columnCount: columnCount) }
    // A blank line after nearly every row is how the text is set, not where pages end.
    let isSpaced = rows.count > 4 && breaks.count * 4 >= (rows.count - 1) * 3
    let location = rows[0].line.location(rows[0].line.content)
    var table = Table(
      origin: origin, rowCount: rows.count, columnCount: columnCount, cells: cells, breaks: isSpaced ? [] : breaks,
      location: location)
    table.losesBlanks = isPacked
    return [.table(table)]
  }

  /// Far beyond any report: a line of nothing but tabs must not make every row as wide.
  static let mostCells = 2_000_000

  /// Lines of a table of contents: a title, and page numbers that never fall.
  static func isContents(_ rows: [FieldRow]) -> Bool {
    var page = 0
    for row in rows {
      let filled = row.filled
      guard filled.count == 2 else { return false }
      let last = row.line.scalars[row.content(filled[1])]
      guard let number = Lexeme(last).smallInteger, number >= page, number < 1000 else { return false }
      page = number
    }
    return rows.count > 2 && page > 0
  }
}
