import PageContent

/// A table whose lines are set in a fixed pitch, with its columns told.
struct FixedPitchTable {
  private let lines: [TextLine]
  private let rows: AlignedRows
  private let layout: ColumnLayout
  private let heads: ColumnHeads

  /// How far off the middle of their columns the words of the header stand: more in the wrong pitch.
  var cost: Int { heads.cost }

  /// nil where the columns cannot be told surely.
  init?(_ lines: [TextLine], pitch: PlacedWord.Pitch) {
    let words = lines.map { PlacedWord.words(of: $0, pitch: pitch) }
    guard let rows = AlignedRows(words), let layout = ColumnLayout(rows),
      let heads = ColumnHeads(rows.header, over: layout, isExact: pitch != .characters)
    else { return nil }
    self.lines = lines
    self.rows = rows
    self.layout = layout
    self.heads = heads
  }

  var table: Table {
    let columnCount = layout.columns.count
    var cells = headerCells(columnCount)
    var rowCount = heads.rowCount
    if !rows.numbering.isEmpty {
      cells += AlignedRow(lines[rows.header.count], rows.numbering, layout: layout)
        .cells(row: rowCount, columnCount: columnCount)
      rowCount += 1
    }
    let body = AlignedRow.joiningWrapped(
      zip(lines[rows.bodyStart...], rows.body).map { AlignedRow($0, $1, layout: layout) })
    for (index, row) in body.enumerated() { cells += row.cells(row: rowCount + index, columnCount: columnCount) }
    let extents = layout.extents
    return Table(
      origin: .alignment, rowCount: rowCount + body.count, columnCount: columnCount, cells: cells,
      location: lines[0].location(lines[0].content),
      boundaries: extents.map { Double($0.lowerBound) } + extents.suffix(1).map { Double($0.upperBound) })
  }

  private func headerCells(_ columnCount: Int) -> [Cell] {
    var cells = heads.heads.map { head in
      let line = lines[head.line]
      let words = InlineMarkup(line.scalars[head.word.range], joiningChinese: true)
      return Cell(
        row: head.rows.lowerBound, column: head.span.lowerBound, rowSpan: head.rows.count, columnSpan: head.span.count,
        text: words.text, location: line.location(head.word.range), isBold: words.isBold)
    }
    var covered = Set(cells.flatMap { cell in cell.rows.flatMap { row in cell.columns.map { row * columnCount + $0 } } })
    for square in 0..<heads.rowCount * columnCount where covered.insert(square).inserted {
      let end = lines[0].content.upperBound
      cells.append(
        Cell(row: square / columnCount, column: square % columnCount, text: "", location: lines[0].location(end..<end)))
    }
    return cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
