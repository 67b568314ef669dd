import TableStructure

/// Finds the ways of one row.
struct WaySearch {
  private let fields: [PackedField]
  private let row: Int
  private let columns: PackedColumns
  private var found: [(way: [Int], rank: Int)] = []
  private var isTooMany = false
  private var steps = 0

  init(_ fields: [PackedField], row: Int, _ columns: PackedColumns) {
    self.fields = fields
    self.row = row
    self.columns = columns
  }

  private static let mostSteps = 100_000

  mutating func ways(most: Int) -> [[Int]] {
    guard !fields.isEmpty, fields.count <= columns.count else { return [] }
    place(0, from: 0, [], rank: 0, most: most * 8)
    guard !isTooMany, let best = found.map(\.rank).max() else { return [] }
    let ways = found.filter { $0.rank == best }.map(\.way)
    return ways.count <= most ? ways : []
  }

  /// Whether the row's cells can stand in the columns at all.
  mutating func hasWay() -> Bool {
    guard fields.count <= columns.count else { return false }
    place(0, from: 0, [], rank: 0, most: 1)
    return !found.isEmpty
  }

  private mutating func place(_ index: Int, from column: Int, _ way: [Int], rank: Int, most: Int) {
    steps += 1
    if found.count > most || steps > WaySearch.mostSteps { isTooMany = true }
    guard !isTooMany else { return }
    if index == fields.count {
      if isLabelled(way) { found.append((way, rank)) }
      return
    }
    guard columns.count - column >= fields.count - index else { return }
    for next in column..<columns.count {
      if let worth = worth(of: fields[index], in: next) {
        place(index + 1, from: next + 1, way + [next], rank: rank + worth, most: most)
      }
    }
  }

  /// nil where a field cannot stand in a column; more than 0 where it says that it does.
  private func worth(of field: PackedField, in column: Int) -> Int? {
    for (index, section) in columns.sections.enumerated() {
      // A full row may say in words that there is no figure.
      if section.amounts.contains(column) { return field.isFigure || fields.count == columns.count ? 0 : nil }
      if section.lineNumber == column {
        guard let number = field.integer else { return nil }
        guard let offset = section.offset else { return 0 }
        return number == row + offset ? 1 : nil
      }
      if section.codes.contains(column) {
        if ClassificationCode(field.text) != nil { return 1 }
        return CodedName(field.text) != nil ? 0 : nil
      }
      if section.names.contains(column) {
        return !field.isFigure && columns.allows(field.text, in: index) ? 0 : nil
      }
    }
    return field.isFigure ? nil : 0
  }

  /// Figures have a label, where the table has labels.
  private func isLabelled(_ way: [Int]) -> Bool {
    columns.sections.allSatisfy { section in
      section.labels.isEmpty || !way.contains { section.amounts.contains($0) }
        || way.contains { section.labels.contains($0) }
    }
  }
}
