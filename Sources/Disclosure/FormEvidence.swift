import PageContent
import TableStructure

/// Tells which form of the catalogue a table is: its title, its heads and its words are held against all of them.
struct FormEvidence {
  let catalogue: Catalogue
  let kind: DisclosedDocument.Kind?
  let header: TableHeader

  /// A form, and the table's columns as that form has them.
  struct Reading {
    var form: Catalogue.Form
    var layouts: [SectionLayout]
    private let columnCount: Int
    private let known: Int
    let hasRequired: Bool

    fileprivate init(_ header: TableHeader, as form: Catalogue.Form, _ catalogue: Catalogue) {
      self.form = form
      layouts = SectionLayout.sections(of: header, form: form, catalogue: catalogue)
      let columns = layouts.flatMap(\.columns)
      let keys = columns.compactMap(\.key)
      columnCount = columns.count
      known = keys.count
      hasRequired = form.required.allSatisfy(keys.contains)
    }

    var knowsAll: Bool { known == columnCount }
    var count: Int { columnCount }
    /// A known title needs little more: heads vary.
    var confirmsTitle: Bool { known > 0 && known * 3 >= columnCount }
    /// A title in other words needs most of the heads.
    var confirmsLikeTitle: Bool { known > 0 && known * 3 >= columnCount * 2 && hasRequired }
    var share: Int { columnCount == 0 ? 0 : known * 100 / columnCount }
  }

  /// The form that a table is read as: the one that its title names, if its heads confirm that; the one whose title is
  /// most like a title in other words; without a title the one whose heads these can only be.
  func reading(under caption: Caption) -> Reading? {
    if let match = caption.match {
      // A title that both kinds of reports print is that of the report's own kind, whichever form is known by it.
      let says = match.title.holds("决算") || match.title.holds("预算")
      if !says, !isOfKind(catalogue.forms[match.form]), let own = readingLike(match.title) { return own }
      let reading = self.reading(as: catalogue.forms[match.form])
      return reading.confirmsTitle ? reading : nil
    }
    if let title = caption.likelyTitle { return readingLike(title) }
    return readingByHeads()
  }

  private func reading(as form: Catalogue.Form) -> Reading { Reading(header, as: form, catalogue) }

  private func isOfKind(_ form: Catalogue.Form) -> Bool { form.kind == kind ?? form.kind }

  /// Whether a title, or the heads of its codes, say by which classification its table is listed, and the form is by the
  /// other.
  private func isOfOtherList(_ form: Catalogue.Form, _ title: String) -> Bool {
    var (isFunctional, isEconomic) = (title.holds("功能"), title.holds("经济"))
    if !isFunctional, !isEconomic {
      isFunctional = header.lists.contains(.functional)
      isEconomic = header.lists.contains(.departmentEconomic)
    }
    guard isFunctional != isEconomic, let classification = form.classification else { return false }
    return classification == (isFunctional ? .economic : .functional)
  }

  private func readingLike(_ title: String) -> Reading? {
    let possible = catalogue.forms.filter { !$0.keepsCells && isOfKind($0) && !isOfOtherList($0, title) }
    let found = catalogue.concepts.forms(like: TableNumber.split(title).core, among: possible).map(reading)
      .filter(\.confirmsLikeTitle)
    guard let best = found.max(by: { $0.share < $1.share }), found.count(where: { $0.share == best.share }) == 1 else {
      return nil
    }
    return best
  }

  private func readingByHeads() -> Reading? {
    let found = catalogue.forms.filter { !$0.required.isEmpty && isOfKind($0) }.map(reading)
      .filter { $0.count >= 5 && $0.knowsAll && $0.hasRequired }
    // The forms of a university have the columns of the standard ones.
    let standard = found.filter { $0.form.set == "standard" }
    return found.count == 1 ? found[0] : standard.count == 1 ? standard[0] : nil
  }

  /// The kind of table kept cell by cell that a title names: one that is no statement.
  func kept(under caption: Caption) -> Catalogue.Form? {
    guard let form = caption.match.map({ catalogue.forms[$0.form] }) else { return nil }
    return form.keepsCells ? form : form.otherwise.flatMap(catalogue.form)
  }
}

extension Catalogue {
  /// The kind of table kept cell by cell that holds such words, where no title names one: targets, an index of the tables.
  func kind(holding texts: [String]) -> Form? {
    forms.first { form in
      guard form.evidence.count >= Self.fewestWords else { return false }
      return form.evidence.lazy.filter { word in texts.contains { $0.holds(word) } }.prefix(Self.fewestWords).count
        == Self.fewestWords
    }
  }

  /// So many of its words tell a kind of table.
  private static let fewestWords = 2
}
