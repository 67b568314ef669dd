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
    /// Where it stands.
    fileprivate(set) var places: [Place] = []

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
  private var byBareName: [ExactWording: [Int]] = [:]

  init(_ tables: [FormTable]) {
    var known: [ExactWording: Int] = [:]
    var pairs: Set<CodedName> = []
    for table in tables.indices {
      let sections = tables[table].sections
      indices.append(
        sections.indices.map { section in
          sections[section].rows.indices.map { number in
            let row = sections[section].rows[number]
            let printed = ExactWording(row.name)
            let index = known[printed] ?? add(printed, &known)
            let place = Place(table: table, section: section, row: number, column: 0)
            all[index].places.append(place)
            if !all[index].core.text.isEmpty, let code = row.classification,
              pairs.insert(CodedName(digits: code.digits, name: index)).inserted
            {
              coded.append(Coded(code: code, place: place))
            }
            return index
          }
        })
    }
  }

  private struct CodedName: Hashable {
    let digits: String
    let name: Int
  }

  private mutating func add(_ printed: ExactWording, _ known: inout [ExactWording: Int]) -> Int {
    let name = Name(printed.text)
    known[printed] = all.count
    byBareName[name.bare, default: []].append(all.count)
    all.append(name)
    return all.count - 1
  }

  /// The place among all names of a row's.
  func index(table: Int, section: Int, row: Int) -> Int { indices[table][section][row] }

  func index(_ place: Place) -> Int { indices[place.table][place.section][place.row] }

  subscript(_ place: Place) -> Name { all[index(place)] }

  /// The rows that bear a name, but for the marks of its place in a list, in the order of the tables.
  func places(of bare: ExactWording) -> [Place] {
    let found = byBareName[bare] ?? []
    if found.count == 1 { return all[found[0]].places }
    return found.flatMap { all[$0].places }.sorted { ($0.table, $0.section, $0.row) < ($1.table, $1.section, $1.row) }
  }
}
