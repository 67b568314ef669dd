import Disclosure

/// What the numbers of a table's printed formulas stand for.
struct FormulaScope {
  let subject: Subject
  let table: Int
  private let lines: [[Int?]]

  init(subject: Subject, table: Int) {
    self.subject = subject
    self.table = table
    lines = LineNumbering(subject.tables[table]).meant
  }

  /// A row or a column, as a formula's axis says.
  struct Slot: Hashable {
    var section: Int
    var index: Int
  }

  enum Resolution {
    case slot(Slot)
    /// Within the range of printed numbers, but its own row is not there: rows without a word may be left out.
    case unprinted
    /// Beyond all printed numbers.
    case none
    /// Printed more than once.
    case ambiguous
  }

  /// Whether any number of that kind is printed.
  func isNumbered(_ axis: Formula.Axis) -> Bool { bounds(axis) != nil }

  func slot(_ number: Int, _ axis: Formula.Axis, in section: Int? = nil) -> Resolution {
    var found: Slot?
    for (index, numbers) in numbers(axis).enumerated() where section == nil || section == index {
      for (position, other) in numbers.enumerated() where other == number {
        if found != nil { return .ambiguous }
        found = Slot(section: index, index: position)
      }
    }
    if let found { return .slot(found) }
    return bounds(axis)?.contains(number) ?? false ? .unprinted : .none
  }

  /// A section that holds both numbers where several print them: each side may count from one.
  func sections(holding number: Int, _ axis: Formula.Axis) -> [Int] {
    numbers(axis).indices.filter { numbers(axis)[$0].contains(number) }
  }

  private func numbers(_ axis: Formula.Axis) -> [[Int?]] {
    axis == .lines ? lines : subject.tables[table].sections.map { $0.columns.map(\.number) }
  }

  private func bounds(_ axis: Formula.Axis) -> ClosedRange<Int>? {
    let all = numbers(axis).joined().compactMap { $0 }
    guard let low = all.min(), let high = all.max() else { return nil }
    return min(1, low)...high
  }

  /// The balances that a total and its parts demand: one for each column, or for each row.
  func balances(_ axis: Formula.Axis, section: Int, total: Int, parts: [(index: Int, isSubtracted: Bool)]) -> [Balance]
  {
    let content = subject.tables[table].sections[section]
    func place(_ index: Int, _ across: Int) -> Place {
      axis == .lines
        ? Place(table: table, section: section, row: index, column: across)
        : Place(table: table, section: section, row: across, column: index)
    }
    let across =
      axis == .lines ? content.columns.indices.filter { content.columns[$0].isAdditive } : Array(content.rows.indices)
    return across.map { other in
      Balance(
        total: .figure(place(total, other)),
        parts: parts.map { Balance.Part(place: place($0.index, other), isSubtracted: $0.isSubtracted) })
    }
  }

  /// How many rows or columns a section has.
  func count(_ axis: Formula.Axis, section: Int) -> Int {
    let content = subject.tables[table].sections[section]
    return axis == .lines ? content.rows.count : content.columns.count
  }

  func number(_ axis: Formula.Axis, _ slot: Slot) -> Int? { numbers(axis)[slot.section][slot.index] }

  func name(_ axis: Formula.Axis, _ slot: Slot) -> String {
    let content = subject.tables[table].sections[slot.section]
    return axis == .lines ? Subject.name(of: content.rows[slot.index]) : Subject.name(of: content.columns[slot.index])
  }

  /// Whether the row or column is called a sum.
  func isSum(_ axis: Formula.Axis, _ slot: Slot) -> Bool {
    let content = subject.tables[table].sections[slot.section]
    if axis == .lines, content.rows[slot.index].role != .item { return true }
    if axis == .columns, let key = content.columns[slot.index].key, key == "total" || key.hasSuffix(".total") {
      return true
    }
    let name = name(axis, slot)
    return ["合计", "总计", "小计"].contains { name.range(of: $0) != nil }
  }
}
