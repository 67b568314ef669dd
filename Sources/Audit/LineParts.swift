import Disclosure

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
    func isPart(_ index: Int) -> Bool {
      let row = rows[index]
      return !row.isOfWhich || index == total + 1 || (row.item?.hasPrefix(sum.total + ".") ?? false)
    }
    let printed = Set(rows.indices.lazy.filter(isPart).compactMap { rows[$0].item })
    let keys = sum.parts.map(\.key)
    let resolved = Nesting.resolve(keys) { key in
      key.hasSuffix("*") ? printed.contains { $0.hasPrefix(key.dropLast()) } : printed.contains(key)
    }
    let present = Set(resolved.present)
    var parts: [Part] = []
    var taken: Set<String> = []
    for (index, row) in rows.enumerated() where index != total && isPart(index) {
      guard let item = row.item, let term = sum.parts.first(where: { $0.matches(item) }) else { continue }
      guard present.contains(item) || present.contains(term.key) else { continue }
      // A line that a continued page prints once more is the same line.
      guard taken.insert(item).inserted else { continue }
      parts.append(Part(row: index, isSubtracted: term.isSubtracted))
    }
    // A sum of all classes begins with the first line.
    let isOpen = sum.parts.contains { present.contains($0.key) && $0.key.hasSuffix("*") }
    let span = [total] + parts.map(\.row) + (isOpen ? [0] : [])
    // And lines of unknown wording right below the last part.
    var end = (span.max() ?? total) + 1
    while end < rows.count, LineParts.isUnknown(rows[end]) { end += 1 }
    unknown = ((span.min() ?? total)..<end).filter { LineParts.isUnknown(rows[$0]) }
    lacksParts = sum.parts.contains(where: \.isSubtracted) && present.count < keys.count
    self.parts = parts
    self.total = total
  }

  private static func isUnknown(_ row: FormTable.Row) -> Bool {
    row.item == nil && row.role == .item && !row.isOfWhich && !row.name.isEmpty && !row.isBlank
  }
}
