import PageContent
import TableStructure

extension DocumentRecogniser {
  // MARK: Content

  /// Which parts of a report a document holds. Tables within the text that no form claims are a part of it.
  func content(of document: DisclosedDocument, prose: Prose, hasUnread: Bool) -> DisclosedDocument.Content? {
    if !document.tables.isEmpty || hasUnread { return prose.isThere ? .both : .tables }
    if prose.isThere || !document.narrative.facts.isEmpty { return .narrative }
    return (document.otherTables + document.unrecognisedTables).contains(where: \.holdsAmounts) ? .tables : nil
  }

  /// A page that lists or links reports has their titles, but neither a table nor a figure. What a scanned page holds is
  /// not known.
  func isReport(_ document: DisclosedDocument) -> Bool {
    if !document.tables.isEmpty { return true }
    guard document.kind != nil else { return false }
    switch document.content {
    case .tables, .both: return true
    case .narrative where !document.narrative.facts.isEmpty || !document.narrative.unread.isEmpty: return true
    default: return document.problems.contains { $0.kind == .scan }
    }
  }

  /// The forms of the document's standard set that it does not hold, and those that its contents list and it does not
  /// hold. The tables of a narrative alone are in another file, and so are the others of a file with one or two.
  /// - Parameter isWhole: whether a title says that it is a department's or a unit's whole report.
  func missingTables(in document: DisclosedDocument, unread: Set<String>, isWhole: Bool) -> [String] {
    let present = Set(document.tables.map(\.form)).union(document.otherTables.compactMap(\.form)).union(unread)
    let sets = Set(catalogue.forms.filter { present.contains($0.id) }.compactMap(\.set))
    if document.content == .narrative || document.hasScanAmongTables { return [] }
    let listed = Set(document.contents.map(\.form))
    let due = catalogue.forms.filter { form in
      // The sets of budgets are the provinces' own.
      guard form.kind == .finalAccounts, document.kind != .budget, let set = form.set, sets.contains(set),
        let year = document.fiscalYear
      else { return false }
      // The standard set of a university is its own.
      if set == "standard", sets.contains("higherEducation") { return false }
      return form.years.contains(year)
    }.map(\.id)
    // A file of a table or two that does not call itself a report is a part of one.
    let isPart = !isWhole && document.content == .tables && 2 * due.count(where: present.contains) < due.count
    let called = listed.union(isPart ? [] : due)
    return catalogue.forms.filter { form in
      called.contains(form.id) && !present.contains(form.id) && form.kind == document.kind ?? .finalAccounts
    }.map(\.id)
  }
}

extension CellTable {
  /// Whether one of its cells is an amount: a number with a point or commas, and no date.
  fileprivate var holdsAmounts: Bool {
    cells.contains { $0.text.utf8.count < 24 && $0.text.isPrintedAmount }
  }
}

extension DisclosedDocument {
  /// Whether a page without a text layer may hold a form: a cover before the tables does not.
  fileprivate var hasScanAmongTables: Bool {
    guard let first = tables.flatMap(\.pages).min() else { return problems.contains { $0.kind == .scan } }
    return problems.contains { $0.kind == .scan && ($0.location?.page ?? first) >= first - 1 }
  }
}
