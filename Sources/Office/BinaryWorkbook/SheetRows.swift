/// Cells gathered into rows as records come: nearly always in the order of the sheet, but nothing says that they must.
struct SheetRows {
  private var rows: [SheetCells.Row] = []
  private var isSorted = true

  /// - Parameters:
  ///   - cell: nil for one that says no more than that its row is there.
  ///   - row: from 1.
  mutating func add(_ cell: SheetCells.Cell?, row: Int) {
    if rows.last?.number != row {
      if let last = rows.last, last.number > row { isSorted = false }
      rows.append(SheetCells.Row(number: row, isHidden: false, cells: []))
    }
    guard let cell else { return }
    let last = rows.count - 1
    if let before = rows[last].cells.last, before.column >= cell.column { isSorted = false }
    rows[last].cells.append(cell)
  }

  /// In the order of the sheet. Of two cells at one place the first counts.
  func sorted(isHidden: (Int) -> Bool) -> [SheetCells.Row] {
    var sorted = isSorted ? rows : SheetRows.merged(rows)
    for index in sorted.indices where isHidden(sorted[index].number) { sorted[index].isHidden = true }
    return sorted
  }

  private static func merged(_ rows: [SheetCells.Row]) -> [SheetCells.Row] {
    var merged: [SheetCells.Row] = []
    for row in inOrder(rows, by: \.number) {
      if merged.last?.number == row.number {
        merged[merged.count - 1].cells += row.cells
      } else {
        merged.append(row)
      }
    }
    for index in merged.indices {
      var cells: [SheetCells.Cell] = []
      for cell in inOrder(merged[index].cells, by: \.column) where cells.last?.column != cell.column {
        cells.append(cell)
      }
      merged[index].cells = cells
    }
    return merged
  }

  /// Sorted; equals keep their order.
  private static func inOrder<Element>(_ elements: [Element], by key: (Element) -> Int) -> [Element] {
    elements.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }.map(\.element)
  }
}
