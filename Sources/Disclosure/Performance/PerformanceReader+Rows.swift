import PageContent
import TableStructure

extension PerformanceReader {
  // MARK: 预算执行情况

  /// 全年预算数 | 362.8 | 全年执行数 | 362.8: heads beside their figures.
  mutating func readPairs(_ cells: [Int]) -> Bool {
    var row: PerformanceExecution?
    for (index, next) in zip(cells, cells.dropFirst()) {
      guard let head = PerformanceHeads.key(of: grid.normalised[index], wording), head.isOfExecution,
        let figure = quantity(next, head == .headRate ? .rate : head.isScore ? .score : .amount)
      else { continue }
      row = row ?? PerformanceExecution(label: grid.table.cells[index].text, location: grid.table.cells[index].location)
      row?.set(figure, head)
    }
    guard let row, row.budget ?? row.initialBudget != nil || row.executed != nil else { return false }
    if let last = evaluation.execution.indices.last, evaluation.execution[last].isOpen(for: row) {
      evaluation.execution[last].merge(row)
    } else {
      evaluation.execution.append(row)
    }
    return true
  }

  /// 年度资金总额 | 362.8 | 362.8 | 100% | 20. False where the row holds no figure.
  mutating func readExecution(_ row: Int, _ cells: [Int]) -> Bool {
    let numbers = cells.filter { quantity($0, .amount) != nil }
    guard let firstNumber = numbers.first, let label = cells.last(where: { $0 < firstNumber }) else { return false }
    let labelCell = grid.table.cells[label]
    let text = PerformanceHeads.withoutBrackets(grid.normalised[label])
    let shift = shift(label: labelCell, cells)
    var line = PerformanceExecution(label: labelCell.text, location: labelCell.location)
    line.isPart =
      text.begins(with: "其中") || wording.fits(text, .labelBasicExpenditure)
      || wording.fits(text, .labelProjectExpenditure)
      || !evaluation.execution.isEmpty && wording.fits(text, .labelPart)
    for index in cells where index > label {
      let column = grid.table.cells[index].column - shift
      guard columns.indices.contains(column), let head = columns[column], head.isOfExecution else { continue }
      if let figure = quantity(index, head == .headRate ? .rate : head.isScore ? .score : .amount) {
        line.set(figure, head)
      } else {
        report(unreadable: index)
      }
    }
    guard line.budget ?? line.initialBudget != nil || line.executed != nil else { return false }
    if line.maximum == nil, !line.isPart, let stated = statedMaximum, let value = ExactNumber(published: stated) {
      line.maximum = Quantity(text: stated, unit: "分", value: value, location: line.score?.location ?? line.location)
    }
    if evaluation.execution.isEmpty, wording.fits(text, .labelWhole) { evaluation.subject = .department }
    evaluation.execution.append(line)
    return true
  }

  /// Texts have no merged cells: where the label of a row stands below the first head of figures, and a figure beyond the
  /// last one, the row stands one column further right than its heads.
  private func shift(label: Cell, _ cells: [Int]) -> Int {
    guard grid.table.origin == .tabs || grid.table.origin == .pipes, let last = cells.last,
      let lastHead = columns.lastIndex(where: { $0 != nil }), let firstHead = columns.firstIndex(where: { $0 != nil })
    else { return 0 }
    return label.column >= firstHead && grid.table.cells[last].column > lastHead ? 1 : 0
  }

  // MARK: 绩效指标

  mutating func readIndicator(_ row: Int) {
    var values: [PartWording.Key: Int] = [:]
    let shift = lostCells(row)
    for (column, head) in columns.enumerated() where column >= shift {
      guard let head, values[head] == nil else { continue }
      let index = grid.index(row, column - shift)
      guard index >= 0, !grid.normalised[index].isEmpty else { continue }
      // The level above goes on; a score merged over rows is told once.
      if grid.table.cells[index].row < row, head != .headLevel1, head != .headLevel2 { continue }
      values[head] = index
    }
    func text(_ head: PartWording.Key) -> String { values[head].map { grid.table.cells[$0].text } ?? "" }
    let begun = [text(.headLevel1), text(.headLevel2), text(.headLevel3)]
    let named = values[.headLevel3] ?? values[.headLevel2] ?? values[.headLevel1]
    let maximum = values[.headMaximum].flatMap { quantity($0, .score) }
    let score = values[.headScore].flatMap { quantity($0, .score) }
    let target = text(.headProperty) + text(.headTarget) + text(.headMeasure)
    let actual = text(.headActual)
    // A page end may cut a row in two; what is not told twice is its score.
    if isSeam(row), values[.headScore] == nil, values[.headMaximum] == nil,
      begun[2].isEmpty || target.isEmpty || actual.isEmpty
    {
      let heads: [PartWording.Key] = [.headLevel1, .headLevel2, .headLevel3]
      let rest = heads.map { head in values[head].map { grid.table.cells[$0].row == row } ?? false ? text(head) : "" }
      return goOn(with: rest, target, actual)
    }
    enter(begun)
    // The name of a group alone is none of its indicators.
    guard let named, !begun[2].isEmpty || score != nil || maximum != nil || !target.isEmpty else { return }
    for head in [PartWording.Key.headScore, .headMaximum] {
      if let index = values[head], quantity(index, .score) == nil { report(unreadable: index) }
    }
    evaluation.indicators.append(
      PerformanceIndicator(
        levels: levels.filter { !$0.isEmpty }, goal: evaluation.goals.isEmpty ? nil : evaluation.goals.count - 1,
        target: target, actual: actual, maximum: maximum, score: score,
        location: grid.table.cells[named].location))
  }

  /// How many cells a row lacks at its left: text may lose the merged cell beside the rows (绩效指标), which heads the first
  /// column.
  private func lostCells(_ row: Int) -> Int {
    guard grid.table.origin == .tabs || grid.table.origin == .pipes,
      let first = columns.firstIndex(where: { $0 != nil }),
      first > 0, let last = columns.lastIndex(where: { $0 != nil })
    else { return 0 }
    let cells = printed(row)
    guard cells.count == last - first + 1, cells.enumerated().allSatisfy({ grid.table.cells[$1].column == $0 }) else {
      return 0
    }
    return first
  }

  /// Names of groups go on until others begin; an indicator's own name does not.
  private mutating func enter(_ begun: [String]) {
    for level in 0..<2 where !begun[level].isEmpty {
      if begun[level] != levels[level] { levels[level + 1] = "" }
      levels[level] = begun[level]
    }
    levels[2] = begun[2]
  }

  /// The rest of a row that a page end cut.
  private mutating func goOn(with rest: [String], _ target: String, _ actual: String) {
    guard let last = evaluation.indicators.indices.last else { return }
    for level in 0..<3 { levels[level] += rest[level] }
    evaluation.indicators[last].levels = levels.filter { !$0.isEmpty }
    evaluation.indicators[last].target += target
    evaluation.indicators[last].actual += actual
  }

  // MARK: 总分

  /// 总分 | 100 | 95, 总分 | 95.
  mutating func readTotal(_ cells: [Int]) {
    let numbers = cells.dropFirst().filter { quantity($0, .score) != nil }
    if numbers.count > 1 {
      evaluation.maximum = quantity(numbers[0], .score)
      evaluation.score = quantity(numbers[1], .score)
    } else if let only = numbers.first {
      let head = columns.indices.contains(grid.table.cells[only].column) ? columns[grid.table.cells[only].column] : nil
      if head == .headMaximum {
        evaluation.maximum = quantity(only, .score)
      } else {
        evaluation.score = quantity(only, .score)
      }
    }
  }

  // MARK: 年度目标

  /// 年度目标1 | …, or 年度总体目标 | 预期目标 | 实际完成情况 over the row that says them.
  mutating func readGoal(_ cells: [Int]) -> Bool {
    let further = cells.dropFirst()
    func key(_ index: Int) -> PartWording.Key? { wording.key(of: grid.normalised[index], "label.") }
    let outcome = further.first { key($0) == .labelGoalOutcome }
    if let outcome {
      let expected = further.first { $0 < outcome } ?? cells[0]
      goalColumns = (grid.table.cells[expected].column, grid.table.cells[outcome].column)
      return true
    }
    if let expected = further.first(where: { key($0) == .labelGoalExpected }) {
      goalColumns = (grid.table.cells[expected].column, nil)
      return true
    }
    guard let value = further.first else { return false }
    evaluation.goals.append(
      PerformanceGoal(text: grid.table.cells[value].text, location: grid.table.cells[value].location))
    return true
  }

  mutating func readGoal(below columns: (expected: Int, outcome: Int?), _ row: Int) {
    goalColumns = nil
    let expected = grid.index(row, columns.expected)
    guard expected >= 0, !grid.normalised[expected].isEmpty else { return }
    let cell = grid.table.cells[expected]
    let outcome = columns.outcome.map { grid.index(row, $0) }.flatMap { $0 >= 0 ? grid.table.cells[$0].text : nil }
    evaluation.goals.append(
      PerformanceGoal(text: cell.text, outcome: outcome.flatMap { $0.isEmpty ? nil : $0 }, location: cell.location))
  }
}

extension PartWording.Key {
  fileprivate var isOfExecution: Bool {
    switch self {
    case .headInitialBudget, .headBudget, .headExecuted, .headRate, .headMaximum, .headScore: true
    default: false
    }
  }

  fileprivate var isScore: Bool { self == .headMaximum || self == .headScore }
}

extension PerformanceExecution {
  fileprivate mutating func set(_ figure: Quantity, _ head: PartWording.Key) {
    switch head {
    case .headInitialBudget: initialBudget = initialBudget ?? figure
    case .headBudget: budget = budget ?? figure
    case .headExecuted: executed = executed ?? figure
    case .headRate: rate = rate ?? figure
    case .headMaximum: maximum = maximum ?? figure
    case .headScore: score = score ?? figure
    default: break
    }
  }

  /// Whether another line says only what this one does not: a row of pairs may be broken in two.
  fileprivate func isOpen(for other: PerformanceExecution) -> Bool {
    (budget == nil || other.budget == nil) && (executed == nil || other.executed == nil)
      && (initialBudget == nil || other.initialBudget == nil)
  }

  fileprivate mutating func merge(_ other: PerformanceExecution) {
    initialBudget = initialBudget ?? other.initialBudget
    budget = budget ?? other.budget
    executed = executed ?? other.executed
    rate = rate ?? other.rate
    maximum = maximum ?? other.maximum
    score = score ?? other.score
  }
}
