import Disclosure

/// The names that the rows of a report bear. The same stand in table after table: each is prepared once.
struct RowNames: Sendable {
  struct Name: Sendable {
    let printed: String
    /// Without the marks of its place in a list, normalised.
    let bare: ExactWording
    /// What printings of the name have in common, as `ItemName` has it.
    let core: ExactWording
    /// That of the name without the marks of its place in a list.
    let bareCore: ExactWording
    /// How many rows bear it.
    fileprivate(set) var count = 0
    /// The codes that it is printed with.
    fileprivate var codes: Set<String> = []

    fileprivate init(_ printed: String) {
      self.printed = printed
      let words = Wording.normalised(printed)
      let bare = Wording.withoutOrdinal(words)
      self.bare = ExactWording(bare)
      core = ExactWording(ItemName.core(ofNormalised: words))
      bareCore = bare.utf8.count == words.utf8.count ? core : ExactWording(ItemName.core(ofNormalised: bare))
    }
  }

  /// A code of the classification with a name that it is printed with, and their first place.
  struct Coded: Sendable {
    let code: ClassificationCode
    let place: Place
  }

  /// The distinct names, in the order of the tables.
  private(set) var all: [Name] = []
  /// Each code with each of its names once.
  private(set) var coded: [Coded] = []
  /// By table, section and row.
  private var indices: [[[Int]]] = []
  private(set) var rowCount = 0
  /// The names that are the same but for the marks of their place in a list.
  private var namesakes: [ExactWording: [Int]] = [:]

  init(_ tables: [FormTable]) {
    var known: [ExactWording: Int] = Dictionary(minimumCapacity: 200)
    for table in tables.indices {
      let sections = tables[table].sections
      indices.append(
        sections.indices.map { section in
          let rows = sections[section].rows
          return rows.indices.map { row in
            let printed = ExactWording(rows[row].name)
            let index = known[printed] ?? all.count
            if index == all.count {
              all.append(Name(printed.text))
              known[printed] = index
            }
            all[index].count += 1
            rowCount += 1
            if let code = rows[row].classification, !all[index].codes.contains(code.digits),
              !all[index].core.text.isEmpty, rows[row].code != nil || all[index].core == all[index].bareCore
            {
              all[index].codes.insert(code.digits)
              coded.append(Coded(code: code, place: Place(table: table, section: section, row: row, column: 0)))
            }
            return index
          }
        })
    }
    namesakes = Dictionary(grouping: all.indices) { all[$0].bare }
  }

  /// The place among all names of a row's.
  func index(_ place: Place) -> Int { indices[place.table][place.section][place.row] }

  subscript(_ place: Place) -> Name { all[index(place)] }

  /// The rows that bear a name, but for the marks of its place in a list, in the order of the tables.
  func places(of bare: ExactWording) -> [Place] {
    guard let names = namesakes[bare] else { return [] }
    let same = Set(names)
    var places: [Place] = []
    for (table, sections) in indices.enumerated() {
      for (section, rows) in sections.enumerated() {
        for (row, name) in rows.enumerated() where same.contains(name) {
          places.append(Place(table: table, section: section, row: row, column: 0))
        }
      }
    }
    return places
  }
}
