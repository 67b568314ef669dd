import Disclosure

/// Names of the classification that are printed without their codes: classes in a summary, items in a table without
/// codes. What is no official name may be local; what differs from one in a character is a slip. The list of functional
/// items is not complete: there the right name must be printed elsewhere, and the other only once.
struct UncodedNameCheck {
  let subject: Subject

  /// Shorter names are like others by chance.
  private static let shortest = 5

  func evaluate(_ verdicts: inout Verdicts) {
    var told: Set<String> = []
    let printed = printedNames()
    for (table, content) in subject.tables.enumerated() {
      guard let form = Catalogue.shared.form(content.form), let names = UncodedNameCheck.names(of: form) else {
        continue
      }
      for (section, rows) in content.sections.enumerated() {
        for (index, row) in rows.rows.enumerated()
        where row.code == nil && row.item?.hasPrefix("function.") ?? true && row.role != .total && !row.name.isEmpty {
          let core = ItemName.core(Wording.withoutOrdinal(Wording.normalised(row.name)))
          guard let meant = names.only(slippedIn: core), told.insert(core).inserted,
            form.classification != .functional || printed[core] == 1 && printed[ItemName.core(meant)] != nil
          else { continue }
          let place = Place(table: table, section: section, row: index, column: 0)
          verdicts.fail(
            "\(subject.title(table))“\(row.name)”与科目名称“\(meant)”只差一两字。", expected: meant, actual: row.name,
            evidence: [
              Evidence(location: row.location, table: content.title, row: subject.rowName(place), text: row.name)
            ])
        }
      }
    }
  }

  /// How often the tables and the narrative print each name.
  private func printedNames() -> [String: Int] {
    var printed: [String: Int] = [:]
    for (name, places) in subject.rowsByName { printed[ItemName.core(name.text), default: 0] += places.count }
    for name in subject.narrative.facts.flatMap(\.path) {
      printed[ItemName.core(Wording.normalised(name)), default: 0] += 1
    }
    return printed
  }

  /// Names by their length.
  private struct Names {
    private var byLength: [Int: [(core: [Unicode.Scalar], text: String)]] = [:]
    private var cores: Set<String> = []

    init(_ names: [String]) {
      for name in names {
        let core = ItemName.core(name)
        guard cores.insert(core).inserted else { continue }
        let scalars = Array(core.unicodeScalars)
        byLength[scalars.count, default: []].append((scalars, name))
      }
    }

    /// The only name that another, which is none, is a slip of.
    func only(slippedIn core: String) -> String? {
      if cores.contains(core) { return nil }
      let scalars = Array(core.unicodeScalars)
      guard scalars.count >= UncodedNameCheck.shortest else { return nil }
      let meant = (byLength[scalars.count] ?? []).filter { ItemName.isSlip(scalars, $0.core) }
      return meant.count == 1 ? meant[0].text : nil
    }
  }

  private static let functional = Names(officialNames { $0.hasPrefix("2") })
  private static let economic = Names(officialNames { !$0.hasPrefix("2") })
  private static let classes = Names(Catalogue.shared.classes.flatMap(\.names))

  private static func officialNames(_ isIncluded: (String) -> Bool) -> [String] {
    OfficialNames.shared.codes.filter(isIncluded).flatMap { OfficialNames.shared.names(of: $0).map(\.text) }
  }

  /// The names that a form's rows may bear; nil where they bear others.
  private static func names(of form: Catalogue.Form) -> Names? {
    switch form.classification {
    case .functional: functional
    case .economic: economic
    case nil: form.items.contains { $0.key.hasPrefix("function.") } ? classes : nil
    }
  }
}
