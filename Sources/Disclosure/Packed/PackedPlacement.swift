import PageContent
import TableStructure

/// The ways in which the cells of each row may stand in the columns of a table that has lost its blank cells.
struct PackedPlacement {
  /// A way: the column of each field.
  typealias Way = [Int]

  private let rows: [[PackedField]]
  private let columns: PackedColumns
  /// For each row the ways that are left; empty where there is none, or where there are too many.
  private var ways: [[Way]]

  private static let mostWays = 600

  init(_ rows: [[PackedField]], _ columns: PackedColumns) {
    self.rows = rows
    self.columns = columns
    ways = rows.indices.map { row in
      var search = WaySearch(rows[row], row: row, columns)
      return search.ways(most: PackedPlacement.mostWays)
    }
    narrowByClass()
  }

  /// Of blocks of codes side by side, each lists its own classes: those of rows of which only one way is left.
  private mutating func narrowByClass() {
    guard columns.sections.count > 1, columns.sections.allSatisfy({ !$0.codes.isEmpty }) else { return }
    func classes(_ way: Way, _ row: Int) -> [(code: String, column: Int)] {
      zip(rows[row], way).filter { columns.isCode($1) && ClassificationCode($0.text) != nil }
        .map { (String($0.text.prefix(3)), $1) }
    }
    var known: [String: Set<Int>] = [:]
    for row in rows.indices where ways[row].count == 1 {
      for (code, column) in classes(ways[row][0], row) { known[code, default: []].insert(column) }
    }
    for row in rows.indices where ways[row].count > 1 {
      let kept = ways[row].filter { way in
        classes(way, row).allSatisfy { known[$0.code]?.contains($0.column) ?? true }
      }
      if !kept.isEmpty { ways[row] = kept }
    }
  }

  /// A row's cells whose column is sure, by column, and its figures for which there is a choice.
  func cells(_ row: Int) -> (placed: [Int: Cell], strays: [Cell]) {
    var placed: [Int: Cell] = [:]
    var strays: [Cell] = []
    let fields = rows[row]
    for (index, field) in fields.enumerated() {
      let places = Set(ways[row].map { $0[index] })
      if places.count == 1, let column = places.first {
        placed[column] = field.cell
      } else if field.isFigure {
        strays.append(field.cell)
      } else if let column = ways[row].first?[index] ?? columns.sections.first?.names.first, placed[column] == nil {
        // A label of which no figure is known: it says that the row is there.
        placed[column] = field.cell
      }
    }
    return (placed, strays)
  }

  /// Leaves out the ways of the total row that other forms' figures contradict, while others agree with them.
  mutating func apply(_ anchors: PackedAnchors) {
    guard columns.sections.count == 1, !anchors.amounts.isEmpty, let row = totalRow else { return }
    let section = columns.sections[0]
    let kept = ways[row].filter { way in
      anchors.amounts.allSatisfy { key, known in
        guard let column = section.keys.firstIndex(of: key) else { return true }
        return agree(amount(section.amounts[column], way, row: row) ?? .zero, known, count: 1)
      }
    }
    if !kept.isEmpty { ways[row] = kept }
  }

  /// The first row with figures and without a code.
  private var totalRow: Int? {
    rows.indices.first { row in
      rows[row].first.map { ClassificationCode($0.text) == nil && CodedName($0.text) == nil } ?? false
        && rows[row].contains { $0.number != nil }
    }
  }

  // MARK: Sums

  /// Leaves out ways that break the form's sums while others keep them: those over the columns of a row, and those of
  /// codes over their parts.
  mutating func applySums() {
    for row in rows.indices where ways[row].count > 1 {
      for section in columns.sections.indices {
        let kept = ways[row].filter { keepsRowSums($0, row: row, section: section) }
        if !kept.isEmpty { ways[row] = kept }
      }
    }
    let families = families()
    for _ in 0..<4 {
      let before = ways.map(\.count)
      for family in families { narrow(family) }
      if ways.map(\.count) == before { break }
    }
  }

  private func amount(_ column: Int, _ way: Way, row: Int) -> ExactNumber? {
    way.firstIndex(of: column).flatMap { rows[row][$0].number }
  }

  private func keepsRowSums(_ way: Way, row: Int, section: Int) -> Bool {
    let section = columns.sections[section]
    func value(_ key: String) -> ExactNumber? {
      section.keys.firstIndex(of: key).flatMap { amount(section.amounts[$0], way, row: row) }
    }
    return columns.form.sums.allSatisfy { sum in
      guard case .columns = sum.direction, section.keys.contains(sum.total),
        sum.parts.contains(where: { section.keys.contains($0.key) })
      else { return true }
      var expected = ExactNumber.zero
      var count = 1
      for part in sum.parts {
        guard let value = value(part.key) else { continue }
        expected = part.isSubtracted ? expected - value : expected + value
        count += 1
      }
      return agree(value(sum.total) ?? .zero, expected, count: count)
    }
  }

  /// Whether two sums of so many rounded figures may be the same.
  private func agree(_ a: ExactNumber, _ b: ExactNumber, count: Int) -> Bool {
    let scale = max(a.scale, b.scale)
    return (a - b).magnitude <= ExactNumber(mantissa: Int128(count) * 5, scale: scale + 1)
  }

  /// A row of a code, or of a total, with the rows that make it up in a section.
  private struct Family {
    var section: Int
    var total: Int
    var parts: [Int]
  }

  private func families() -> [Family] { codeFamilies() + columns.sections.indices.flatMap(lineFamilies) }

  /// The line items that the form adds up on a side. A sum with subtractions is no family.
  private func lineFamilies(_ index: Int) -> [Family] {
    let section = columns.sections[index]
    var rowOf: [String: Int] = [:]
    for row in rows.indices {
      guard let first = ways[row].first else { continue }
      let label = first.indices.first { field in
        section.names.contains(first[field]) && ways[row].allSatisfy { $0[field] == first[field] }
      }
      if let label, let key = columns.item(of: rows[row][label].text, in: index), rowOf[key] == nil { rowOf[key] = row }
    }
    return columns.form.sums.compactMap { sum -> Family? in
      guard case .lines(let side) = sum.direction, side == nil || side == section.side, let total = rowOf[sum.total],
        !sum.parts.contains(where: \.isSubtracted)
      else { return nil }
      let parts = rowOf.filter { key, row in row != total && sum.parts.contains { $0.stands(for: key) } }.map(\.value)
      return parts.isEmpty ? nil : Family(section: index, total: total, parts: parts.sorted())
    }
  }

  private func codeFamilies() -> [Family] {
    guard columns.sections.count == 1, !columns.sections[0].codes.isEmpty else { return [] }
    let codes = rows.map { $0.first.flatMap { ClassificationCode($0.text) } }
    var parts: [Int: [Int]] = [:]
    let total = totalRow
    for (row, code) in codes.enumerated() {
      guard let code else { continue }
      let above = codes[..<row].lastIndex { $0.map { $0.contains(code) } ?? false } ?? total
      if let above { parts[above, default: []].append(row) }
    }
    return parts.sorted { $0.key < $1.key }.map { Family(section: 0, total: $0.key, parts: $0.value) }
  }

  private static let mostSums = 3000
  /// Additions for one family.
  private static let mostWork = 300_000

  /// Keeps the ways of a family's rows that add up with some ways of the others. Where none do, or there are too many, all
  /// stay.
  private mutating func narrow(_ family: Family) {
    let members = family.parts
    guard !ways[family.total].isEmpty, members.allSatisfy({ !ways[$0].isEmpty }),
      ways[family.total].count > 1 || members.contains(where: { ways[$0].count > 1 })
    else { return }
    let amounts = columns.sections[family.section].amounts
    func vector(_ way: Way, _ row: Int) -> [ExactNumber] {
      amounts.map { amount($0, way, row: row) ?? .zero }
    }
    func add(_ a: [ExactNumber], _ b: [ExactNumber]) -> [ExactNumber] { zip(a, b).map { $0 + $1 } }
    let count = members.count + 1
    func agrees(_ a: [ExactNumber], _ b: [ExactNumber]) -> Bool {
      zip(a, b).allSatisfy { agree($0, $1, count: count) }
    }
    let totals = Set(ways[family.total].map { vector($0, family.total) })
    let vectors = members.map { row in Set(ways[row].map { vector($0, row) }) }
    // Without negative figures, no sum of some parts is more than the total.
    let areAdded = vectors.joined().joined().allSatisfy { $0.mantissa >= 0 }
    let limits = amounts.indices.map { column in totals.map { $0[column] }.max() ?? .zero }
    func isTooMuch(_ sum: [ExactNumber]) -> Bool {
      areAdded && zip(sum, limits).contains { $0 > $1 && !agree($0, $1, count: count) }
    }
    // Sums that can be reached by the rows up to each, and from each on.
    var before: [Set<[ExactNumber]>] = [[amounts.map { _ in .zero }]]
    var work = 0
    for options in vectors {
      var next: Set<[ExactNumber]> = []
      for sum in before[before.count - 1] {
        work += options.count
        if work > PackedPlacement.mostWork { return }
        for option in options {
          let longer = add(sum, option)
          if !isTooMuch(longer) { next.insert(longer) }
        }
        if next.count > PackedPlacement.mostSums { return }
      }
      before.append(next)
    }
    var wanted = before[members.count].filter { sum in totals.contains { agrees($0, sum) } }
    guard !wanted.isEmpty else { return }
    ways[family.total] = ways[family.total].filter { way in
      let own = vector(way, family.total)
      return wanted.contains { agrees(own, $0) }
    }
    for (index, row) in members.enumerated().reversed() {
      var reached: Set<[ExactNumber]> = []
      var kept: Set<[ExactNumber]> = []
      for sum in before[index] {
        for option in vectors[index] where wanted.contains(add(sum, option)) {
          reached.insert(sum)
          kept.insert(option)
        }
      }
      ways[row] = ways[row].filter { kept.contains(vector($0, row)) }
      wanted = reached
    }
  }
}
