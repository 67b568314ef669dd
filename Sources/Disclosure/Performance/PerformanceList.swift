import PageContent
import TableStructure

/// A table that lists projects with the scores that they gave themselves: 项目名称, 预算数, 执行数, 自评得分.
enum PerformanceList {
  /// One for each project; nil where the first rows head no such table.
  static func evaluations(
    in table: Table, title: String?, _ wording: PartWording = .shared
  ) -> [PerformanceEvaluation]? {
    guard table.rowCount > 1, (2...12).contains(table.columnCount),
      table.cells.contains(where: { $0.text.holds("分") })
    else { return nil }
    let grid = TableGrid(table)
    func key(_ row: Int, _ column: Int, _ family: String) -> PartWording.Key? {
      wording.key(of: PerformanceHeads.withoutBrackets(grid.text(row, column)), family)
    }
    for head in 0..<min(2, grid.rowCount - 1) {
      let keys = (0..<grid.columnCount).map { key(head, $0, "head.") }
      guard let name = (0..<grid.columnCount).first(where: { key(head, $0, "label.") == .labelProject }),
        keys.contains(.headScore), !keys.contains(.headLevel2), !keys.contains(.headLevel3)
      else { continue }
      let unit = PerformanceReader.statedUnit(in: table)?.rawValue
      let found = (head + 1..<grid.rowCount).compactMap { row in
        evaluation(in: row, of: grid, name: name, keys: keys, unit: unit, title: title, wording)
      }
      return found.isEmpty ? nil : found
    }
    return nil
  }

  private static func evaluation(
    in row: Int, of grid: TableGrid, name: Int, keys: [PartWording.Key?], unit: String?, title: String?,
    _ wording: PartWording
  ) -> PerformanceEvaluation? {
    guard let cell = grid.cell(row, name), cell.row == row, !cell.text.isEmpty,
      wording.key(of: grid.text(row, name), "label.") != .labelTotal
    else { return nil }
    func quantity(_ key: PartWording.Key, _ unit: String? = nil) -> Quantity? {
      guard let column = keys.firstIndex(of: key), let cell = grid.cell(row, column), cell.row == row else {
        return nil
      }
      return Quantity(cell: cell.text, unit: unit, location: cell.location)
    }
    let score = quantity(.headScore)
    let line = PerformanceExecution(
      label: cell.text, initialBudget: quantity(.headInitialBudget, unit), budget: quantity(.headBudget, unit),
      executed: quantity(.headExecuted, unit), rate: quantity(.headRate), location: cell.location)
    let hasMoney = line.initialBudget != nil || line.budget != nil || line.executed != nil
    guard score != nil || hasMoney else { return nil }
    return PerformanceEvaluation(
      subject: .project, name: cell.text, title: title, execution: hasMoney ? [line] : [],
      maximum: quantity(.headMaximum), score: score, pages: grid.table.pages, location: cell.location)
  }
}
