/// Rows that blank lines part: a row's figures, codes and name may have a line each.
extension AlignedRow {
  /// Puts the lines between blank lines together where they mostly are one row. Where several rows stand there, each begins
  /// with its code.
  static func joiningParted(_ rows: [AlignedRow], _ layout: ColumnLayout) -> [AlignedRow] {
    let groups = runs(of: rows) { above, row in row.line.number > above.line.number + 1 }
    let wholes = groups.map { $0.count > 1 ? whole($0, layout) : nil }
    let wholeCount = wholes.count { $0 != nil }
    guard wholeCount >= fewestWhole, 2 * wholeCount >= groups.count(where: { $0.count > 1 }) else { return rows }
    return zip(groups, wholes).flatMap { group, whole in
      whole.map { [$0] } ?? rowsBegunByCodes(group, layout) ?? Array(group)
    }
  }

  /// One may be chance.
  private static let fewestWhole = 2

  private static func runs(
    of rows: [AlignedRow], startingWhere isStart: (AlignedRow, AlignedRow) -> Bool
  ) -> [ArraySlice<AlignedRow>] {
    let starts = rows.indices.filter { $0 == 0 || isStart(rows[$0 - 1], rows[$0]) }
    return zip(starts, starts.dropFirst() + [rows.count]).map { rows[$0..<$1] }
  }

  /// The row that some lines are; nil where a column would hold two figures or codes, or two lines of a name without a code
  /// before it.
  private static func whole(_ lines: ArraySlice<AlignedRow>, _ layout: ColumnLayout) -> AlignedRow? {
    guard var row = lines.first else { return nil }
    for line in lines.dropFirst() {
      let isDouble = line.pieces.keys.contains { row.pieces[$0] != nil && layout.columns[$0].holdsValues }
      if isDouble { return nil }
      row = row.with(line)
    }
    let isCoded = { column in layout.codes(before: column).contains { row.pieces[$0] != nil } }
    return row.pieces.allSatisfy { $1.count == 1 || isCoded($0) } ? row : nil
  }

  /// nil where lines of figures stand among the rows, which may belong to the row above or below.
  private static func rowsBegunByCodes(_ lines: ArraySlice<AlignedRow>, _ layout: ColumnLayout) -> [AlignedRow]? {
    guard let code = layout.columns.indices.first(where: layout.holdsCodes),
      lines.allSatisfy({ line in line.pieces.keys.contains { !layout.holdsAmounts($0) } })
    else { return nil }
    let rows = runs(of: Array(lines)) { _, line in line.pieces[code] != nil }.map { whole($0, layout) }
    return rows.contains { $0 == nil } ? nil : rows.compactMap { $0 }
  }
}
