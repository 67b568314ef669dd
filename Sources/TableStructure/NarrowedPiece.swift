import PageContent

/// A piece of a table, after a page's end, from which the converter left out columns that are blank on its page, such as
/// 款 and 项 beside codes that are printed whole.
enum NarrowedPiece {
  /// Fewer rows do not show which columns stay blank.
  private static let fewestRows = 3

  /// The rows with their fields in the columns of the table, whose last piece is `last`; nil where that does not tell
  /// them.
  static func widened(_ piece: [FieldRow], below last: [FieldRow]) -> [FieldRow]? {
    guard let count = last.last?.fields.count, let width = piece.first?.fields.count, width > 1, width < count,
      piece.allSatisfy({ $0.fields.count == width }), let columns = columns(filledIn: last, count: width),
      columns.indices.allSatisfy({ holdsFigures(piece, $0) == holdsFigures(last.suffix(fewestRows), columns[$0]) })
    else { return nil }
    return piece.map { FieldRow($0, in: columns, of: count) }
  }

  /// The columns that the last rows fill, all others being blank; nil where there are not as many.
  private static func columns(filledIn rows: [FieldRow], count: Int) -> [Int]? {
    var columns: Set<Int> = []
    var seen = 0
    for row in rows.reversed() {
      let wider = columns.union(row.filled)
      if wider.count > count { break }
      columns = wider
      seen += 1
    }
    return columns.count == count && seen >= fewestRows ? columns.sorted() : nil
  }

  /// Whether what a column holds is figures; nothing is no words. A row may be shorter than others.
  private static func holdsFigures(_ rows: some Sequence<FieldRow>, _ column: Int) -> Bool {
    rows.allSatisfy { row in
      guard column < row.fields.count else { return true }
      let content = row.content(column)
      return content.isEmpty || Lexeme(row.line.scalars[content]).isValue
    }
  }
}
