import PageContent
import TableStructure

/// Reads a table of self-evaluation row by row. Rows of heads say what the columns below them hold; other rows are told
/// by the label at their left.
struct PerformanceReader {
  let wording: PartWording
  var evaluation: PerformanceEvaluation
  private(set) var problems: [Problem] = []
  var grid: TableGrid
  private(set) var heads: PerformanceHeads?
  /// What the columns of this piece hold under the present heads.
  private(set) var columns: [PartWording.Key?] = []
  /// 一级, 二级, 三级指标 of the row above.
  var levels = ["", "", ""]
  /// The columns of the heads 预期目标 and 实际完成情况, as long as the row below them has not come.
  var goalColumns: (expected: Int, outcome: Int?)?
  private var unit: MonetaryUnit?
  private var isNamedProject = false
  private var isFurtherPiece = false

  /// Reads the pieces of one table. nil where it states neither money nor indicators.
  static func read(
    _ pieces: [Table], title: String?, wording: PartWording = .shared
  ) -> (evaluation: PerformanceEvaluation, problems: [Problem])? {
    guard let reader = PerformanceReader(pieces, title: title, wording) else { return nil }
    guard !reader.evaluation.execution.isEmpty || !reader.evaluation.indicators.isEmpty else { return nil }
    return (reader.evaluation, reader.problems)
  }

  /// Whether a table is one by its heads, whatever its title.
  static func claims(_ table: Table, _ wording: PartWording = .shared) -> Bool {
    guard table.cells.contains(where: { $0.text.holds("指标") }),
      table.cells.contains(where: { $0.text.holds("分") })
    else { return false }
    let grid = TableGrid(table)
    var blocks: [PerformanceHeads.Block] = []
    var hasScores = false
    for row in 0..<grid.rowCount {
      guard let heads = PerformanceHeads(row: row, of: grid, wording) else { continue }
      blocks.append(heads.block)
      if heads.scoreHead != nil { hasScores = true }
    }
    return hasScores && blocks.contains(.indicators) && blocks.contains(.execution)
  }

  /// Whether a table without a title goes on with the last piece of one.
  static func goesOn(_ pieces: [Table], with next: Table, _ wording: PartWording = .shared) -> Bool {
    guard let reader = PerformanceReader(pieces, title: nil, wording) else { return false }
    let grid = TableGrid(next)
    if (0..<grid.rowCount).contains(where: { reader.isName(row: $0, of: grid) }) { return false }
    let isTail = (0..<grid.rowCount).allSatisfy { row in
      guard let first = grid.cells(beginningIn: row).first(where: { !grid.normalised[$0].isEmpty }) else { return true }
      return [.labelTotal, .labelEnd].contains(wording.key(of: grid.normalised[first], "label."))
    }
    let hasHeads = (0..<grid.rowCount).contains {
      PerformanceHeads(row: $0, of: grid, wording)?.block == .indicators
    }
    return isTail || hasHeads || reader.heads?.block == .indicators && reader.heads?.columns(in: next) != nil
  }

  private init?(_ pieces: [Table], title: String?, _ wording: PartWording) {
    guard let first = pieces.first else { return nil }
    self.wording = wording
    grid = TableGrid(first)
    let isProject = title.map { $0.holds("项目") && !wording.fits($0, .labelWhole) } ?? false
    evaluation = PerformanceEvaluation(
      subject: isProject ? .project : .department, title: title, pages: pieces.flatMap(\.pages).uniqued(),
      location: first.location)
    // Centred beside the rows that it is of, it may stand below the first.
    unit = pieces.lazy.compactMap(PerformanceReader.statedUnit).first
    for (number, piece) in pieces.enumerated() {
      if number > 0 { enter(piece) }
      for row in 0..<grid.rowCount { read(row) }
    }
  }

  private mutating func enter(_ piece: Table) {
    grid = TableGrid(piece)
    isFurtherPiece = true
    columns = heads?.columns(in: piece) ?? []
    if columns.isEmpty { heads = nil }
  }

  /// Whether a page may end above a row.
  func isSeam(_ row: Int) -> Bool { grid.table.breaks.contains(row) || row == 0 && isFurtherPiece }

  /// The printed cells that begin in a row.
  func printed(_ row: Int) -> [Int] { grid.cells(beginningIn: row).filter { !grid.normalised[$0].isEmpty } }

  private mutating func read(_ row: Int) {
    let cells = printed(row)
    guard let first = cells.first else { return }
    if let heads = PerformanceHeads(row: row, of: grid, wording) {
      begin(heads, cells)
    } else if readPairs(cells) {
      return
    } else {
      let label = wording.key(of: PerformanceHeads.withoutBrackets(grid.normalised[first]), "label.")
      if label == .labelTotal, heads?.block != .execution || !evaluation.execution.isEmpty {
        readTotal(cells)
      } else if label == .labelEnd {
        heads = nil
        goalColumns = nil
      } else if label == .labelGoal, cells.allSatisfy({ quantity($0, .score) == nil }), readGoal(cells) {
        // 年度目标2 ends the indicators of the goal above it.
        heads = nil
      } else if let columns = goalColumns {
        readGoal(below: columns, row)
      } else if heads?.block == .execution, readExecution(row, cells) {
        return
      } else if heads?.block == .indicators {
        readIndicator(row)
      } else {
        readNames(cells)
      }
    }
  }

  private mutating func begin(_ heads: PerformanceHeads, _ cells: [Int]) {
    self.heads = heads
    columns = heads.columns(in: grid.table) ?? []
    levels = ["", "", ""]
    goalColumns = nil
    guard heads.block == .execution else { return }
    statedMaximum = nil
    for text in [heads.scoreHead ?? ""] + cells.map({ grid.normalised[$0] }) where statedMaximum == nil {
      statedMaximum = PerformanceReader.points(in: text)
    }
    evaluation.scoresByRate = heads.scoreHead?.holds("执行率") ?? false
  }

  /// 得分(20分*执行率), 预算执行情况(20分): what can be reached.
  private(set) var statedMaximum: String?

  private static func points(in text: String) -> String? {
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let inside = rest[rest.index(after: open)...]
      let digits = inside.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      if !digits.isEmpty, inside[digits.endIndex...].begins(with: "分") { return String(digits) }
      rest = inside
    }
    return nil
  }

  /// 项目资金(万元)
  static func statedUnit(in piece: Table) -> MonetaryUnit? {
    for cell in piece.cells where cell.text.holds("元") {
      let text = Wording.normalised(cell.text)
      for unit in MonetaryUnit.allCases
      where text.holds("(\(unit.rawValue))") || text.holds("单位:\(unit.rawValue)") { return unit }
    }
    return nil
  }

  // MARK: Names

  private func isName(row: Int, of grid: TableGrid) -> Bool {
    grid.cells(beginningIn: row).contains { index in
      [.labelProject, .labelDepartment].contains(wording.key(of: grid.normalised[index], "label."))
    }
  }

  /// 项目名称 | 某项目, 基本支出总额 | 385.13万元: a label and what it labels.
  private mutating func readNames(_ cells: [Int]) {
    for (index, next) in zip(cells, cells.dropFirst()) {
      let key = wording.key(of: PerformanceHeads.withoutBrackets(grid.normalised[index]), "label.")
      guard let key, wording.key(of: grid.normalised[next], "label.").map({ !$0.isLabelOfField }) ?? true else {
        continue
      }
      let cell = grid.table.cells[next]
      switch key {
      case .labelProject where !isNamedProject:
        evaluation.name = cell.text
        evaluation.subject = .project
        isNamedProject = true
      case .labelDepartment where evaluation.name == nil:
        evaluation.name = cell.text
      case .labelBasicExpenditure: evaluation.basicExpenditure = quantity(next, .amount)
      case .labelProjectExpenditure: evaluation.projectExpenditure = quantity(next, .amount)
      default: break
      }
    }
  }

  // MARK: Figures

  enum Measure { case amount, score, rate }

  /// The number in a cell; one that holds something else is reported where figures stand.
  func quantity(_ index: Int, _ measure: Measure) -> Quantity? {
    let cell = grid.table.cells[index]
    let unit = measure == .amount ? self.unit?.rawValue : nil
    return Quantity(cell: cell.text, unit: unit, location: cell.location)
  }

  mutating func report(unreadable index: Int) {
    let cell = grid.table.cells[index]
    guard grid.normalised[index].unicodeScalars.contains(where: { !"-—–－−/\\".unicodeScalars.contains($0) }) else {
      return
    }
    problems.append(Problem(kind: .unreadableCell, detail: cell.text, location: cell.location))
  }
}

extension PartWording.Key {
  /// A label whose value stands beside it, not in its place.
  fileprivate var isLabelOfField: Bool {
    switch self {
    case .labelProject, .labelDepartment, .labelOtherName, .labelBasicExpenditure, .labelProjectExpenditure: true
    default: false
    }
  }
}

extension [Int] {
  /// Each number once, in the order in which it first stands.
  fileprivate func uniqued() -> [Int] {
    var seen: Set<Int> = []
    return filter { seen.insert($0).inserted }
  }
}
