import Disclosure
import PageContent

/// Items that the narrative lists with an amount and the table of the general public budget does not.
struct AbsentItems {
  let subject: Subject
  /// The table, where it lists its items by code and what it lists adds up, so that no row of it was lost.
  private let table: Int?

  private static let forms = ["generalBudgetExpenditure", "budgetGeneralBudgetExpenditure"]

  init(subject: Subject) {
    self.subject = subject
    table = AbsentItems.forms.lazy.compactMap { subject.tableIndex($0) }.first { AbsentItems.isWhole($0, subject) }
  }

  /// The table that should list an item and does not. A name that begins one of the rows' names, or is begun by one, was
  /// cut by its cell.
  func table(lacking fact: NarrativeFact, _ core: ExactWording, _ rows: [String]) -> Int? {
    guard let table, !fact.value.isZero, fact.path.count == 3,
      subject.narrative.sectionKind(of: fact) == .generalBudgetItems,
      OfficialCores.shared.codes(of: core)?.contains(where: { $0.utf8.count == 7 }) ?? false,
      !rows.contains(where: { ItemName.isAbbreviation($0, core.text) })
    else { return nil }
    return table
  }

  private static func isWhole(_ table: Int, _ subject: Subject) -> Bool {
    guard subject.tables[table].status == .present, subject.tables[table].sections.count == 1,
      let column = subject.tables[table].sections[0].column("total")
    else { return false }
    var total: ExactNumber?
    var items = ExactNumber.zero
    for (number, row) in subject.tables[table].sections[0].rows.enumerated() {
      let amount = subject.figure(Place(table: table, section: 0, row: number, column: column))?.amount?.value
      if row.role == .total { total = amount }
      if row.classification?.level == .item, let amount { items = items + amount }
    }
    return total.map { $0 == items } ?? false
  }
}
