import Disclosure
import PageContent

/// Names of the classification that are printed without their codes: classes in a summary, items in a table without
/// codes. What is no official name may be local; what differs from one in a character is a slip. The list of functional
/// items is not complete: there the right name must be printed elsewhere, and the other only once.
struct UncodedNameCheck {
  let subject: Subject

  /// Shorter names are like others by chance.
  private static let shortest = 5

  func evaluate(_ verdicts: inout Verdicts) {
    var told: Set<ExactWording> = []
    lazy var printed = printedNames()
    for (table, content) in subject.tables.enumerated() {
      guard let form = Catalogue.shared.form(content.form), let names = UncodedNameCheck.names(of: form) else {
        continue
      }
      for section in content.sections.indices {
        for (index, row) in content.sections[section].rows.enumerated()
        where row.code == nil && row.item?.begins(with: "function.") ?? true && row.role != .total && !row.name.isEmpty
        {
          let place = Place(table: table, section: section, row: index, column: 0)
          let core = subject.names[place].bareCore
          guard let meant = names.only(slippedIn: core), told.insert(core).inserted,
            form.classification != .functional || printed[core] == 1 && printed[meant.core] != nil
          else { continue }
          verdicts.fail(
            "\(subject.title(table))“\(row.name)”与科目名称“\(meant.text)”只差一两字。", expected: meant.text,
            actual: row.name,
            evidence: [
              Evidence(location: row.location, table: content.title, row: subject.rowName(place), text: row.name)
            ])
        }
      }
    }
  }

  /// How often the tables and the narrative print each name.
  private func printedNames() -> [ExactWording: Int] {
    var printed: [ExactWording: Int] = [:]
    for name in subject.names.all { printed[name.bareCore, default: 0] += name.count }
    for name in subject.narrative.facts.flatMap(\.path) { printed[ExactWording(ItemName.core(name)), default: 0] += 1 }
    return printed
  }

  /// Names by their length.
  private struct Names {
    struct Name {
      let text: String
      let core: ExactWording
      let scalars: [Unicode.Scalar]
    }

    private var byLength: [Int: [Name]] = [:]
    private var cores: Set<ExactWording> = []

    init(_ names: some Sequence<(String, ExactWording)>) {
      for (text, core) in names where cores.insert(core).inserted {
        let name = Name(text: text, core: core, scalars: Array(core.text.unicodeScalars))
        byLength[name.scalars.count, default: []].append(name)
      }
    }

    /// The only name that another, which is none, is a slip of.
    func only(slippedIn core: ExactWording) -> Name? {
      if cores.contains(core) { return nil }
      let scalars = Array(core.text.unicodeScalars)
      guard scalars.count >= UncodedNameCheck.shortest else { return nil }
      let meant = (byLength[scalars.count] ?? []).filter { ItemName.isSlip(scalars, $0.scalars) }
      return meant.count == 1 ? meant[0] : nil
    }
  }

  private static let functional = Names(official { $0.hasPrefix("2") })
  private static let economic = Names(official { !$0.hasPrefix("2") })
  private static let classes = Names(
    Catalogue.shared.classes.lazy.flatMap(\.names).map { ($0, ExactWording(ItemName.core($0))) })

  private static func official(_ isIncluded: (String) -> Bool) -> [(String, ExactWording)] {
    let cores = OfficialCores.shared
    return cores.codes.filter(isIncluded).flatMap { cores.names(of: $0).map { ($0.text, $0.core) } }
  }

  /// The names that a form's rows may bear; nil where they bear others.
  private static func names(of form: Catalogue.Form) -> Names? {
    switch form.classification {
    case .functional: functional
    case .economic: economic
    case nil: form.items.contains { $0.key.begins(with: "function.") } ? classes : nil
    }
  }
}
