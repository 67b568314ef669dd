import PageContent

/// A row of an aligned table while it is put together: for each filled column the pieces of its lines.
struct AlignedRow {
  struct Piece {
    let line: TextLine
    let range: Range<Int>
  }

  let line: TextLine
  var hasValues: Bool
  var pieces: [Int: [Piece]] = [:]
  /// How many columns a total's label is centred over, by its first.
  var spans: [Int: Int] = [:]

  /// nil where a figure would share its cell.
  init?(_ line: TextLine, _ words: [PlacedWord], layout: ColumnLayout) {
    self.line = line
    hasValues = words.contains(where: \.isValue)
    // Words that may be centred over several columns, and what else stands in no column alone.
    let isCentred = words.map { $0.isTotal || $0.isColumnMark || layout.columns(of: $0).count != 1 }
    let taken = zip(words, isCentred).filter { !$1 }.flatMap { layout.columns(of: $0.0) }
    var centred = Self.spans(
      of: zip(words, isCentred).filter(\.1).map(\.0), layout: layout, taken: Set(taken)
    ).makeIterator()
    var ranges: [Int: Range<Int>] = [:]
    var values: Set<Int> = []
    for (word, isCentred) in zip(words, isCentred) {
      let span = isCentred ? centred.next() ?? 0..<1 : layout.columns(of: word)
      let column = min(span.lowerBound, layout.columns.count - 1)
      guard ranges[column] == nil || !word.isValue && !values.contains(column) else { return nil }
      if word.isValue { values.insert(column) }
      // Two words in one column are one cell's words set wide.
      ranges[column] = (ranges[column]?.lowerBound ?? word.range.lowerBound)..<word.range.upperBound
      if span.count > 1 { spans[column] = span.count }
    }
    pieces = ranges.mapValues { [Piece(line: line, range: $0)] }
  }

  /// The label of a total stands in the middle of blank columns, the first of which is one of labels.
  private static func spans(of words: [PlacedWord], layout: ColumnLayout, taken: Set<Int>) -> [Range<Int>] {
    let chosen = ColumnSpans(extents: layout.extents).spans(of: words) { word, span in
      taken.isDisjoint(with: span) && (word.isValue || !layout.holdsAmounts(span.lowerBound)) ? span.count : nil
    }
    return chosen?.spans ?? words.map { layout.columns(of: $0) }
  }

  /// Puts wrapped names back: their first line stands above the row's figures and the second below, so the row itself
  /// has none.
  static func joiningWrapped(_ rows: [AlignedRow]) -> [AlignedRow] {
    var joined: [AlignedRow] = []
    var index = 0
    while index < rows.count {
      if index + 2 < rows.count, rows[index + 1].isWrapped(between: rows[index], and: rows[index + 2]) {
        var row = rows[index + 1]
        for (column, pieces) in rows[index].pieces {
          row.pieces[column] = pieces + (rows[index + 2].pieces[column] ?? [])
        }
        joined.append(row)
        index += 3
      } else {
        joined.append(rows[index])
        index += 1
      }
    }
    return joined
  }

  private func isWrapped(between above: AlignedRow, and below: AlignedRow) -> Bool {
    hasValues && !above.hasValues && !below.hasValues && above.line.number + 1 == line.number
      && line.number + 1 == below.line.number && Set(above.pieces.keys) == Set(below.pieces.keys)
      && above.pieces.keys.allSatisfy { pieces[$0] == nil }
  }

  func cells(row: Int, columnCount: Int) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    while column < columnCount {
      let end = pieces.keys.filter { $0 > column }.min() ?? columnCount
      let span = pieces[column] == nil ? 1 : min(spans[column] ?? 1, end - column)
      cells.append(cell(row, column, span: span))
      column += span
    }
    return cells
  }

  private func cell(_ row: Int, _ column: Int, span: Int) -> Cell {
    guard let pieces = pieces[column], let first = pieces.first else {
      return Cell(row: row, column: column, text: "", location: line.location(emptyPlace(column)))
    }
    let scalars = pieces.map { Array($0.line.scalars[$0.range]) }.joined(separator: [" "])
    let words = InlineMarkup(Array(scalars)[...], joiningChinese: true)
    return Cell(
      row: row, column: column, columnSpan: span, text: words.text, location: first.line.location(first.range),
      isBold: words.isBold)
  }

  /// The blank before the line's next word, or its end.
  private func emptyPlace(_ column: Int) -> Range<Int> {
    let next = pieces.filter { $0.key > column }.values.compactMap { pieces in
      pieces.first { $0.line.number == line.number }?.range.lowerBound
    }.min()
    let place = max(0, (next ?? line.scalars.count + 1) - 1)
    return place..<place
  }
}
