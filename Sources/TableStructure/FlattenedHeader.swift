import PageContent

/// A header of two rows in a text that has lost the spans of its cells: the words of the second row have moved to the
/// left, where a cell hung down from the first.
///
///     项目 | 上年决算数 | 本年决算数 | 增减情况 |
///     金额 | 幅度 | | |
enum FlattenedHeader {
  private static let mostHeaderRows = 5

  /// Puts the words of the second row back under the groups of the first. `cells` are those of a table, row by row,
  /// `columnCount` in each.
  static func restore(_ cells: inout [Cell], columnCount: Int) {
    guard columnCount > 2 else { return }
    let rowCount = cells.count / columnCount
    for row in 0..<max(0, min(rowCount - 2, mostHeaderRows)) {
      let start = row * columnCount
      let below = start + columnCount
      let groups = columnsOfGroups(cells[start..<below])
      let moved = cells[below..<below + columnCount].filter { !$0.text.isEmpty }
      // As many words as the groups have columns, from the first column on, and a full row of the body below them.
      guard moved.count > 1, moved.count == groups.count, moved.last?.column == moved.count - 1, groups.first != 0,
        !moved.contains(where: isValue),
        cells[(below + columnCount)...].prefix(columnCount).allSatisfy({ !$0.text.isEmpty })
      else { continue }
      var restored = Array(cells[below..<below + columnCount])
      for column in restored.indices { restored[column].text = "" }
      for (column, cell) in zip(groups, moved) {
        restored[column].text = cell.text
        restored[column].location = cell.location
        restored[column].isBold = cell.isBold
      }
      cells.replaceSubrange(below..<below + columnCount, with: restored)
      return
    }
  }

  /// The columns that a word and the blank cells on its right head together.
  private static func columnsOfGroups(_ row: ArraySlice<Cell>) -> [Int] {
    guard row.count(where: { !$0.text.isEmpty }) > 2, !row.contains(where: isValue) else { return [] }
    var columns: [Int] = []
    for (cell, next) in zip(row, row.dropFirst()) {
      if next.text.isEmpty {
        if !cell.text.isEmpty { columns.append(cell.column) }
        columns.append(next.column)
      }
    }
    return columns
  }

  private static func isValue(_ cell: Cell) -> Bool { Lexeme(cell.text).isValue }
}
