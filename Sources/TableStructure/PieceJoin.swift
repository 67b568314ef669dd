import PageContent

/// Joins the pieces of a table that page breaks left.
enum PieceJoin {
  /// How far a column boundary may stray from one page to the next, in points.
  static let stray = 5.0

  /// Appends `piece`, the first table of a page, to `table`, the last one of the page before it, or returns nil where
  /// the two are different tables. With `mustRepeatHeader` only a piece that repeats the header goes on with the table.
  /// `mostRepeated` is how many rows are repeated where that is known from the columns beside these.
  static func joined(_ table: Table, _ piece: Table, mustRepeatHeader: Bool, mostRepeated: Int? = nil) -> Table? {
    let (repeated, start) = repeatedRows(of: table, in: piece, most: mostRepeated)
    let repeatsHeader = (0..<repeated).contains { texts(of: piece, row: $0).count > 1 }
    if mustRepeatHeader, repeated == 0 { return nil }
    // A title alone, without the header below it, is that of the next form of the same kind.
    if !repeatsHeader, opensAnew(piece) { return nil }
    if repeated > 0, fillsInAnew(table, row: start + repeated, piece, row: repeated) { return nil }
    guard let columns = columnMap(from: piece, to: table, sameHeader: repeated > 0) else {
      return cutHeader(table, goingOnWith: piece) ?? headerAlone(table, repeatedBy: piece)
    }
    var result = table
    if result.breaks.last != table.rowCount { result.breaks.append(table.rowCount) }
    for cell in piece.cells where cell.row >= repeated {
      var cell = cell
      let first = columns[cell.column]
      cell.columnSpan = columns[cell.column + cell.columnSpan] - first
      cell.column = first
      cell.row += table.rowCount - repeated
      result.cells.append(cell)
    }
    result.rowCount += piece.rowCount - repeated
    result.pages += piece.pages.filter { !result.pages.contains($0) }
    return result
  }

  /// A header at the foot of a page without a row below it, in the place of which stands the piece that repeats it: the rows
  /// tell the columns better.
  private static func headerAlone(_ header: Table, repeatedBy piece: Table) -> Table? {
    // Without rows its own columns are in doubt: what touches may have become one text.
    func letters(_ texts: [String]) -> [Unicode.Scalar] { texts.joined().unicodeScalars.sorted() }
    let words = (0..<header.rowCount).flatMap { texts(of: header, row: $0) }
    guard words.count > 2, words.contains(where: { !isValue($0) }) else { return nil }
    let printed = letters(words)
    var repeated: [String] = []
    var missing = printed.count
    for row in 0..<piece.rowCount {
      if missing <= 0 { break }
      let next = texts(of: piece, row: row)
      repeated += next
      missing -= next.reduce(0) { $0 + $1.unicodeScalars.count }
    }
    guard missing == 0, letters(repeated) == printed else { return nil }
    var result = piece
    result.location = header.location
    result.pages = header.pages + piece.pages.filter { !header.pages.contains($0) }
    return result
  }

  /// A header that a page break cut in two, with the piece below it: only the lower heads have a column each.
  private static func cutHeader(_ header: Table, goingOnWith piece: Table) -> Table? {
    guard header.origin == .rulings, piece.origin == .rulings, header.rowCount < 5,
      header.columnCount < piece.columnCount, !header.cells.contains(where: { isValue($0.text) }),
      let columns = columnMap(from: header, to: piece)
    else { return nil }
    var result = piece
    result.cells = header.cells.map { cell in
      var cell = cell
      let first = columns[cell.column]
      cell.columnSpan = columns[cell.column + cell.columnSpan] - first
      cell.column = first
      return cell
    }
    result.cells += piece.cells.map { cell in
      var cell = cell
      cell.row += header.rowCount
      return cell
    }
    result.rowCount += header.rowCount
    result.breaks = [header.rowCount] + piece.breaks.map { $0 + header.rowCount }
    result.location = header.location
    result.pages = header.pages + piece.pages.filter { !header.pages.contains($0) }
    return result
  }

  /// The number of rows at the head of `piece` that stand at the head of `table` too: a repeated header, with the total
  /// row where that is repeated as well. `start` is the row of `table` where they begin.
  static func repeatedRows(of table: Table, in piece: Table, most: Int? = nil) -> (count: Int, start: Int) {
    var best = 0
    var start = 0
    // A title row of the first piece may be missing from the next.
    for offset in 0..<min(3, table.rowCount) {
      var count = 0
      while count < min(piece.rowCount, most ?? .max), offset + count < table.rowCount,
        sameText(table, row: offset + count, piece, row: count)
          || most != nil && isBlank(table, row: offset + count) && isBlank(piece, row: count)
      {
        count += 1
      }
      if count > best { (best, start) = (count, offset) }
    }
    // Figures alone are no header: those of further columns may well be alike.
    if !(0..<best).contains(where: { row in texts(of: piece, row: row).contains { !isValue($0) } }) { return (0, 0) }
    // A cell that hangs down from the repeated rows would be torn from its text.
    while best > 0, piece.cells.contains(where: { $0.row < best && $0.row + $0.rowSpan > best }) { best -= 1 }
    return (best, start)
  }

  /// Whether two rows of labels, each with its content beside it, have the labels in common and say something else: the
  /// same form, filled in for the next project. Rows of codes and figures are no labels, and a total may well differ from
  /// page to page.
  private static func fillsInAnew(_ a: Table, row: Int, _ b: Table, row other: Int) -> Bool {
    let left = texts(of: a, row: row)
    let right = texts(of: b, row: other)
    guard left.count == right.count, left.count.isMultiple(of: 2) else { return false }
    let pairs = zip(left, right).enumerated()
    return pairs.allSatisfy { index, pair in index % 2 == 1 || (pair.0 == pair.1 && !isValue(pair.0)) }
      && pairs.contains { index, pair in
        index % 2 == 1 && pair.0 != pair.1 && !isValue(pair.0) && !isValue(pair.1)
      }
  }

  private static func isValue(_ text: String) -> Bool { Lexeme(text).isValue }

  /// The texts of the cells that begin in a row, without layout spaces; empty cells left out.
  private static func texts(of table: Table, row: Int) -> [String] {
    // Cells stand in the order of their rows.
    let first = table.cells.partitionPoint { $0.row >= row }
    return table.cells[first...].prefix { $0.row == row }.filter { !$0.text.isEmpty }
      .map { TextJoin.squashed($0.text) }
  }

  private static func isBlank(_ table: Table, row: Int) -> Bool { texts(of: table, row: row).isEmpty }

  private static func sameText(_ a: Table, row: Int, _ b: Table, row other: Int) -> Bool {
    let left = texts(of: a, row: row)
    return !left.isEmpty && a.columnCount >= b.columnCount && left == texts(of: b, row: other)
  }

  /// Whether a piece begins with a title of its own: one cell across the whole width that names a table.
  static func opensAnew(_ piece: Table) -> Bool {
    guard let first = piece.cells.first(where: { $0.row == 0 && !$0.text.isEmpty }) else { return false }
    return first.columnSpan == piece.columnCount && piece.columnCount > 1
      && TextJoin.squashed(first.text).unicodeScalars.contains("表")
  }

  /// For each column boundary of `piece` the boundary of `table` that it continues, or nil where the columns differ.
  static func columnMap(from piece: Table, to table: Table, sameHeader: Bool = false) -> [Int]? {
    let identity = Array(0...piece.columnCount)
    guard table.boundaries.count == table.columnCount + 1, piece.boundaries.count == piece.columnCount + 1 else {
      return piece.columnCount == table.columnCount ? identity : nil
    }
    if sameHeader, piece.columnCount == table.columnCount { return identity }
    // On a page of another width the table is as wide as the page lets it: compare proportions.
    let scale =
      (table.boundaries[table.columnCount] - table.boundaries[0])
      / max(1, piece.boundaries[piece.columnCount] - piece.boundaries[0])
    let candidates = [
      piece.boundaries,
      piece.boundaries.map { table.boundaries[0] + ($0 - piece.boundaries[0]) * scale },
    ]
    for boundaries in candidates {
      var map: [Int] = []
      for boundary in boundaries {
        guard
          let nearest = table.boundaries.indices.min(by: {
            abs(table.boundaries[$0] - boundary) < abs(table.boundaries[$1] - boundary)
          }), abs(table.boundaries[nearest] - boundary) <= stray, map.last.map({ $0 < nearest }) ?? true
        else { break }
        map.append(nearest)
      }
      if map.count == boundaries.count, map.first == 0, map.last == table.columnCount { return map }
    }
    return sharesEdges(piece, table) ? identity : nil
  }

  /// Whether two pieces without rules may have the same columns: between two of them the boundary is where the longest
  /// label on the page left it, but labels begin and figures end in one place on all pages.
  private static func sharesEdges(_ piece: Table, _ table: Table) -> Bool {
    guard piece.origin == .alignment, table.origin == .alignment, piece.columnCount == table.columnCount,
      texts(of: piece, row: 0).contains(where: isValue)
    else { return false }
    return abs(table.boundaries[0] - piece.boundaries[0]) <= stray
      && (0..<table.columnCount).allSatisfy { column in
        guard let left = rightOfFigures(table, column), let right = rightOfFigures(piece, column) else {
          return column == 0 || abs(table.boundaries[column] - piece.boundaries[column]) <= stray
        }
        return abs(left - right) < 1.5
      }
  }

  /// Where the figures of a column end.
  private static func rightOfFigures(_ table: Table, _ column: Int) -> Double? {
    table.cells.lazy.filter { $0.column == column && $0.columnSpan == 1 && isValue($0.text) }
      .compactMap(\.location.box?.x1).max()
  }
}
