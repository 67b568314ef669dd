import PageContent

/// Which cells of a sheet are one, as far as they are seen.
struct MergedCells {
  /// By the first cell, hidden or not.
  private var seen: [Place: CellRange] = [:]
  private var firsts: Set<Place> = []
  /// For each row that holds something, the columns that ranges take up there.
  private var byRow: [Int: [ClosedRange<Int>]] = [:]
  /// Ranges lie over each other as no program makes them.
  private(set) var isTooLarge = false

  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// Rows of all ranges together.
  private static let mostRows = 2_000_000

  init(_ sheet: SheetCells) {
    let hidden = HiddenRuns(sheet.rows.lazy.filter(\.isHidden).map(\.number))
    var taken = 0
    for range in sheet.merged {
      let first = Place(row: range.firstRow, column: range.firstColumn)
      guard firsts.insert(first).inserted else { continue }
      let columns = range.firstColumn...range.lastColumn
      var index = sheet.rows.partitionPoint { $0.number >= range.firstRow }
      while index < sheet.rows.count, sheet.rows[index].number <= range.lastRow {
        byRow[sheet.rows[index].number, default: []].append(columns)
        index += 1
        taken += 1
        if taken > MergedCells.mostRows {
          isTooLarge = true
          return
        }
      }
      let top = hidden.firstSeen(from: range.firstRow)
      let bottom = hidden.lastSeen(upTo: range.lastRow)
      if top <= bottom, let left = columns.first(where: { !sheet.isHidden(column: $0) }),
        let right = columns.last(where: { !sheet.isHidden(column: $0) })
      {
        seen[first] = CellRange(rows: top...bottom, columns: left...right)
      }
    }
  }

  /// Whether a cell is a part of another's.
  func covers(row: Int, column: Int) -> Bool {
    guard let ranges = byRow[row] else { return false }
    return !firsts.contains(Place(row: row, column: column)) && ranges.contains { $0.contains(column) }
  }

  /// What a cell that others are merged into takes up; nil for a single one, and for one that is hidden altogether.
  func range(row: Int, column: Int) -> CellRange? { seen[Place(row: row, column: column)] }
}

/// Hidden rows, in runs of rows that follow each other.
private struct HiddenRuns {
  private var runs: [ClosedRange<Int>] = []

  /// - Parameter rows: in their order.
  init(_ rows: some Sequence<Int>) {
    for row in rows {
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
  }

  private func run(with row: Int) -> ClosedRange<Int>? {
    let index = runs.partitionPoint { $0.upperBound >= row }
    return index < runs.count && runs[index].contains(row) ? runs[index] : nil
  }

  func firstSeen(from row: Int) -> Int { run(with: row).map { $0.upperBound + 1 } ?? row }
  func lastSeen(upTo row: Int) -> Int { run(with: row).map { $0.lowerBound - 1 } ?? row }
}
