import PageContent

/// A table whose lines are set in a fixed pitch, with its columns told.
struct FixedPitchTable {
  private let lines: [TextLine]
  private let extents: [Range<Int>]
  private let heads: ColumnHeads
  /// The row that numbers the columns, and those of the body.
  private let rows: [AlignedRow]

  /// How far off the middle of their columns the words of the header stand: more in the wrong pitch.
  var cost: Int { heads.cost }

  /// nil where the columns cannot be told surely. `isExact`: columns stand where they are printed, see `ColumnHeads`.
  init?(_ lines: [TextLine], _ words: [[PlacedWord]], isExact: Bool) {
    guard let layout = AlignedRows(words).flatMap(ColumnLayout.init),
      let heads = ColumnHeads(layout.rows.header, over: layout, isExact: isExact)
    else { return nil }
    let rows = layout.rows
    let numbered = rows.numbering.isEmpty ? [] : [(lines[rows.header.count], rows.numbering)]
    let placed = (numbered + zip(lines[rows.bodyStart...], rows.body)).map { AlignedRow($0, $1, layout: layout) }
    let whole = placed.compactMap { $0 }
    guard whole.count == placed.count else { return nil }
    self.lines = lines
    extents = layout.extents
    self.heads = heads
    let body = AlignedRow.joiningWrapped(
      AlignedRow.joiningParted(AlignedRow.joiningDecimals(Array(whole.dropFirst(numbered.count))), layout))
    self.rows = whole.prefix(numbered.count) + AlignedRow.joiningSet(apart: body, layout)
  }

  var table: Table {
    let body = rows.enumerated().flatMap { index, row in
      row.cells(row: heads.rowCount + index, columnCount: extents.count)
    }
    return Table(
      origin: .alignment, rowCount: heads.rowCount + rows.count, columnCount: extents.count,
      cells: headerCells(extents.count) + body, location: lines[0].location(lines[0].content),
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
    var covered = Set(
      cells.flatMap { cell in cell.rows.flatMap { row in cell.columns.map { row * columnCount + $0 } } })
    for square in 0..<heads.rowCount * columnCount where covered.insert(square).inserted {
      let end = lines[0].content.upperBound
      cells.append(
        Cell(row: square / columnCount, column: square % columnCount, text: "", location: lines[0].location(end..<end)))
    }
    return cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
