import TableStructure

extension Catalogue.Term {
  /// Whether it is an item's key, or ends in `*` and stands for all that begin so.
  func stands(for other: String) -> Bool {
    key.utf8.last == UInt8(ascii: "*") ? other.utf8.starts(with: key.utf8.dropLast()) : key == other
  }
}

/// What the columns of a packed table hold.
struct PackedColumns {
  struct Section {
    var codes: [Int]
    var names: [Int]
    var lineNumber: Int?
    var amounts: [Int]
    var side: String?
    var keys: [String?]
    /// By how much a row's line number is larger than the row's index in the body.
    var offset: Int?

    var labels: [Int] { codes + names + (lineNumber.map { [$0] } ?? []) }
  }

  let form: Catalogue.Form
  private let catalogue: Catalogue
  private(set) var sections: [Section]
  let count: Int
  /// All columns of figures.
  let amounts: Set<Int>

  init(
    _ layouts: [SectionLayout], count: Int, body: [[PackedField]], form: Catalogue.Form, catalogue: Catalogue
  ) {
    self.form = form
    self.catalogue = catalogue
    self.count = count
    sections = layouts.map { layout in
      Section(
        codes: layout.codeColumns, names: (layout.furtherLabels + [layout.nameColumn].compactMap { $0 }).sorted(),
        lineNumber: layout.lineNumberColumn, amounts: layout.amountColumns, side: layout.side,
        keys: layout.columns.map(\.key))
    }
    amounts = Set(sections.flatMap(\.amounts))
    for index in sections.indices {
      guard let column = sections[index].lineNumber else { continue }
      // Full rows tell how lines are numbered.
      let offsets = body.enumerated().compactMap { row, fields in
        fields.count == count ? fields[column].integer.map { $0 - row } : nil
      }
      sections[index].offset = offsets.first.flatMap { first in offsets.allSatisfy { $0 == first } ? first : nil }
    }
  }

  func isCode(_ column: Int) -> Bool { sections.contains { $0.codes.contains(column) } }

  /// Whether a label may stand in a section: not where the form has it on another side only.
  func allows(_ label: String, in section: Int) -> Bool {
    guard let side = sections[section].side else { return true }
    let items = items(named: label)
    return items.isEmpty || items.contains { $0.side == nil || $0.side == side }
  }

  /// The key of the line item that a label names in a section.
  func item(of label: String, in section: Int) -> String? {
    items(named: label).first { $0.side == nil || $0.side == sections[section].side }?.key
  }

  private func items(named label: String) -> [Catalogue.Item] {
    let core = Wording.withoutOrdinal(label)
    let words = [core, catalogue.meaning(of: core)]
    return form.items.filter { item in words.contains { item.labels.holdsWording($0) } }
  }
}
