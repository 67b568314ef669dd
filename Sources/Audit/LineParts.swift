import Disclosure
import PageContent

/// The rows of a section that a sum of the catalogue is made of.
package struct LineParts {
  package struct Part {
    package var row: Int
    package var isSubtracted: Bool
  }

  package let total: Int
  package let parts: [Part]
  /// Rows among the parts whose wording is unknown: they may be parts too.
  package let unknown: [Int]
  /// A part that is subtracted or one of those beside it is not printed: the rest makes no sum.
  let lacksParts: Bool

  /// The parts where each line counts to the sum that is printed next below it: 上级补助收入 under 本年收入合计 is a part of
  /// 收入总计. nil where that makes no difference.
  let byPlace: [Part]?

  /// nil where the section has no such total.
  ///
  /// - Parameter others: the other sums of the side.
  package init?(sum: Catalogue.Sum, rows: [FormTable.Row], others: [Catalogue.Sum] = []) {
    guard let total = rows.firstIndex(where: { $0.item == sum.total && !$0.isOfWhich }) else { return nil }
    // 其中：公务用车购置费 is a part of 公务用车购置及运行费, if it is none of the sum that this line is part of.
    // And 其中 right below the total begins the list of its parts.
    var candidates: [(row: Int, item: String)] = []
    for index in rows.indices {
      guard let item = rows[index].item else { continue }
      if !rows[index].isOfWhich || index == total + 1 || item.begins(with: sum.total + ".") {
        candidates.append((index, item))
      }
    }
    let (present, _) = Nesting.resolve(sum.parts.map(\.key)) { key in
      candidates.contains { Catalogue.Term.matches(key, $0.item) }
    }
    var parts: [Part] = []
    var taken: [String] = []
    for (row, item) in candidates where row != total {
      guard let term = sum.parts.first(where: { $0.matches(item) }) else { continue }
      guard present.contains(item) || present.contains(term.key) else { continue }
      // A line that a continued page prints once more is the same line.
      if taken.contains(item) { continue }
      taken.append(item)
      parts.append(Part(row: row, isSubtracted: term.isSubtracted))
    }
    // A sum of all classes begins with the first line.
    let isOpen = sum.parts.contains { $0.isOpen && present.contains($0.key) }
    let span = [total] + parts.map(\.row) + (isOpen ? [0] : [])
    // And lines of unknown wording right below the last part.
    var end = (span.max() ?? total) + 1
    while end < rows.count, LineParts.isUnknown(rows[end]) { end += 1 }
    unknown = ((span.min() ?? total)..<end).filter { LineParts.isUnknown(rows[$0]) }
    lacksParts = sum.parts.contains(where: \.isSubtracted) && present.count < sum.parts.count
    self.parts = parts
    self.total = total
    byPlace = LineParts.parts(above: total, of: parts, rows, others)
  }

  private static func parts(
    above total: Int, of parts: [Part], _ rows: [FormTable.Row], _ others: [Catalogue.Sum]
  ) -> [Part]? {
    var placed = parts.filter { $0.row < total }
    // A sum may stand above its parts.
    if placed.isEmpty { return nil }
    if let sum = placed.lazy.map(\.row).filter({ closes(rows[..<$0], rows[$0], others) }).max() {
      let known = Set(placed.map(\.row))
      for row in (sum + 1)..<max(total, sum + 1) where !known.contains(row) {
        guard rows[row].role == .item, rows[row].item != nil, !rows[row].isOfWhich else { continue }
        placed.append(Part(row: row, isSubtracted: false))
      }
    }
    return placed.map(\.row) == parts.map(\.row) ? nil : placed
  }

  /// Whether a row is the sum of some above it.
  private static func closes(
    _ above: ArraySlice<FormTable.Row>, _ row: FormTable.Row, _ sums: [Catalogue.Sum]
  ) -> Bool {
    sums.contains { sum in
      sum.total == row.item
        && above.contains { part in part.item.map { item in sum.parts.contains { $0.matches(item) } } ?? false }
    }
  }

  private static func isUnknown(_ row: FormTable.Row) -> Bool {
    // What is known to be an item of a class is part of that.
    row.item == nil && row.impliedCode == nil && row.role == .item && !row.isOfWhich && !row.name.isEmpty
      && !row.isBlank
  }
}
