import PageContent
import TableStructure

/// A row of heads in a table of self-evaluation, which holds more than one block of columns.
struct PerformanceHeads {
  enum Block {
    /// 预算执行情况
    case execution
    /// 绩效指标
    case indicators
  }

  let block: Block
  /// What each column of its own piece holds.
  private let columns: [PartWording.Key?]
  /// What its printed cells say from left to right.
  private let printed: [PartWording.Key?]
  private let boundaries: [Double]
  /// The head of the scores, which may state their maximum.
  private(set) var scoreHead: String?

  /// Longer texts are no heads.
  private static let longest = 24

  /// The heads in a row; nil where it holds none, or figures.
  init?(row: Int, of grid: TableGrid, _ wording: PartWording) {
    var columns = [PartWording.Key?](repeating: nil, count: grid.columnCount)
    var printed: [PartWording.Key?] = []
    // A head may reach up into the row of names above it, which prints nothing there.
    for index in grid.cells(in: row) where !grid.normalised[index].isEmpty {
      let text = grid.normalised[index]
      if ExactNumber(published: text) != nil { return nil }
      let key = text.count > PerformanceHeads.longest ? nil : PerformanceHeads.key(of: text, wording)
      for column in grid.table.cells[index].columns { columns[column] = key }
      printed.append(key)
      if key == .headScore, scoreHead == nil { scoreHead = text }
    }
    let keys = Set(printed.compactMap { $0 })
    guard keys.count >= 2 else { return nil }
    if keys.contains(.headLevel3) || keys.contains(.headLevel2) || keys.contains(.headLevel1) {
      guard !keys.isDisjoint(with: [.headScore, .headMaximum, .headTarget, .headActual]) else { return nil }
      block = .indicators
    } else if keys.contains(.headExecuted) || keys.contains(.headRate) && keys.contains(.headBudget) {
      block = .execution
    } else {
      return nil
    }
    self.columns = columns
    self.printed = printed
    boundaries = grid.table.boundaries
  }

  /// What a head says without what stands in brackets at its end: 执行率(B/A).
  static func key(of head: String, _ wording: PartWording) -> PartWording.Key? {
    wording.key(of: withoutBrackets(head), "head.")
  }

  static func withoutBrackets(_ text: String) -> String {
    var rest = text[...]
    while rest.ends(with: ")"), let open = rest.lastIndex(of: "("), open > rest.startIndex { rest = rest[..<open] }
    return rest.ends(with: ":") ? String(rest.dropLast()) : String(rest)
  }

  /// What the columns of a piece of the same table hold: its own, those at the same place of the page, or as many as
  /// there are heads. nil where that cannot be told.
  func columns(in table: Table) -> [PartWording.Key?]? {
    if boundaries.count > 1, table.boundaries.count > 1 {
      return (0..<table.columnCount).map { column in
        let middle = (table.boundaries[column] + table.boundaries[column + 1]) / 2
        guard let own = boundaries.indices.dropLast().first(where: { middle < boundaries[$0 + 1] }),
          middle > boundaries[own]
        else { return nil }
        return columns[own]
      }
    }
    if table.columnCount == columns.count { return columns }
    return table.columnCount == printed.count ? printed : nil
  }
}
