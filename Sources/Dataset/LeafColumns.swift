import Audit
import Disclosure

/// Which columns of a section are of the finest level that adds up to the column of their total.
enum LeafColumns {
  /// By column; nil where it cannot be told, and for what is no amount that adds up.
  static func flags(of section: FormTable.Section, form: String) -> [Bool?] {
    let columns = section.columns
    let additive = columns.indices.filter { columns[$0].isAdditive }
    if additive.count == 1 { return columns.indices.map { $0 == additive[0] ? true : nil } }
    var sums: [Sum] = []
    var isNamed: Set<String> = []
    for sum in Catalogue.shared.form(form)?.sums ?? [] {
      guard case .columns = sum.direction else { continue }
      // Balances of what was carried over are no parts of a whole: each stands for itself.
      if sum.parts.contains(where: \.isSubtracted) {
        isNamed.formUnion([sum.total] + sum.parts.map(\.key))
      } else if let sum = Sum(sum, in: section) {
        sums.append(sum)
      }
    }
    let totals = Set(sums.map(\.total))
    let parts = Set(sums.flatMap(\.parts))
    return columns.indices.map { index in
      let column = columns[index]
      guard column.isAdditive, let key = column.key else {
        return column.isAdditive && column.header.contains { $0.hasPrefix("其中") } ? false : nil
      }
      if totals.contains(index) { return false }
      if parts.contains(index) { return true }
      if isNested(key, among: columns) { return false }
      if key == "total" || key.hasSuffix(".total") { return false }
      // A form whose columns are measures of one thing, such as 年初预算数 and 决算数, has no sums over them.
      let hasTotal = columns.contains { $0.key == "total" } || !sums.isEmpty
      return isNamed.contains(key) || !hasTotal ? true : nil
    }
  }

  private struct Sum {
    var total: Int
    var parts: [Int]

    /// nil where the section states no part of it, or, of a sum that is itself a part, not all.
    init?(_ sum: Catalogue.Sum, in section: FormTable.Section) {
      func column(_ key: String) -> Int? { section.columns.firstIndex { $0.key == key } }
      guard let total = column(sum.total) else { return nil }
      let (present, missing) = Nesting.resolve(sum.parts.map(\.key)) { column($0) != nil }
      parts = present.compactMap(column)
      self.total = total
      let isWhole = sum.total == "total" || sum.total.hasSuffix(".total")
      let isStated = parts.contains { part in section.rows.contains { $0.figures[part]?.amount != nil } }
      if parts.isEmpty || !isStated || !isWhole && !missing.isEmpty { return nil }
    }
  }

  private static func isNested(_ key: String, among columns: [FormTable.Column]) -> Bool {
    columns.contains { column in
      guard let other = column.key, other != key else { return false }
      return key.hasPrefix(other + ".") || (Nesting.parts[other]?.contains(key) ?? false)
    }
  }
}
