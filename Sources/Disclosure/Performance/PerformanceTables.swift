import PageContent
import TableStructure

/// Gathers the tables of self-evaluation while the blocks of a document are told apart: one may be cut into pieces, of
/// which only the first has a title and heads.
struct PerformanceTables {
  /// The catalogue's id of their kind.
  static let form = "performanceSelfEvaluation"

  private var groups: [(title: String?, pieces: [Table])] = []
  /// Of tables that list projects.
  private var listed: [PerformanceEvaluation] = []
  private var isOpen = false

  /// Takes a table that is kept cell by cell, if it is one or the rest of one. `isBare` says that nothing stands between
  /// it and the table before it.
  mutating func take(_ table: Table, form: String?, title: String?, isBare: Bool) -> Bool {
    if form == nil, title == nil, isBare, isOpen, let last = groups.indices.last,
      PerformanceReader.goesOn(groups[last].pieces, with: table)
    {
      groups[last].pieces.append(table)
      return true
    }
    if form == nil || form == PerformanceTables.form,
      let projects = PerformanceList.evaluations(in: table, title: title)
    {
      listed += projects
      isOpen = false
      return true
    }
    isOpen = form == PerformanceTables.form || form == nil && PerformanceReader.claims(table)
    if isOpen { groups.append((title, [table])) }
    return isOpen
  }

  /// Another table stands between.
  mutating func close() { isOpen = false }

  func read(into document: inout DisclosedDocument) {
    for group in groups {
      guard let read = PerformanceReader.read(group.pieces, title: group.title) else { continue }
      document.performance.append(read.evaluation)
      document.problems += read.problems
    }
    // A project that has a table of its own is told by it.
    let names = Set(document.performance.compactMap { $0.name.map(Wording.normalised) })
    document.performance += listed.filter { !names.contains(Wording.normalised($0.name ?? "")) }
  }
}
