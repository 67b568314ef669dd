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

  /// nil where the section has no such total.
  package init?(sum: Catalogue.Sum, rows: [FormTable.Row]) {
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
  }

  private static func isUnknown(_ row: FormTable.Row) -> Bool {
    row.item == nil && row.role == .item && !row.isOfWhich && !row.name.isEmpty && !row.isBlank
  }
}
