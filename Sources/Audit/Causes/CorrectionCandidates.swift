import Disclosure
import PageContent

/// The corrections that contradictions suggest, likeliest first. Each is made when it is tried.
struct CorrectionCandidates {
  private(set) var all: [() -> Correction?] = []

  /// How far figures slip.
  private static let slips = [1, -1, 2, -2, 3, -3]
  /// Figures of a table that were found again so many rows off make it likely that they slipped.
  private static let fewestFoundAgain = 2
  /// A slip begins this many rows above the first contradiction at most.
  private static let mostRowsAbove = 10
  /// Contradictions of one table that make a cause likely that touches all of it.
  private static let fewestOfTable = 3
  private static let mostFigures = 6

  init(_ document: DisclosedDocument, _ errors: [Finding]) {
    let places = FigurePlaces(document)
    let touched = errors.map { $0.evidence.map { places[$0] } }
    var errorsOfTable: [Int: [Int]] = [:]
    for (error, places) in touched.enumerated() {
      for table in Set(places.compactMap { $0?.table }) { errorsOfTable[table, default: []].append(error) }
    }
    let tables = errorsOfTable.filter { $0.value.count >= Self.fewestOfTable }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (table, indices) in tables {
      addSlips(document, table, indices.map { (errors[$0], touched[$0]) })
    }
    addFigures(document, errors, touched)
    for (table, indices) in tables {
      addColumns(document, table, indices.flatMap { touched[$0] }.compactMap(\.self).filter { $0.table == table })
      all.append { Correction.unit(document, table: table) }
    }
  }

  private mutating func addSlips(
    _ document: DisclosedDocument, _ table: Int, _ errors: [(finding: Finding, places: [FigurePlaces.Place?])]
  ) {
    for (section, printed) in document.tables[table].sections.enumerated() {
      // The rows that contradict another table, each with what that one has.
      var wanted: [(row: Int, value: ExactNumber)] = []
      for (finding, places) in errors {
        guard let own = places.compactMap(\.self).first(where: { $0.table == table && $0.section == section }) else {
          continue
        }
        for (evidence, place) in zip(finding.evidence, places) where place != nil && place?.table != table {
          if let value = ExactNumber(published: evidence.text), !value.isZero { wanted.append((own.row, value)) }
        }
      }
      for rows in Self.slips {
        let found = wanted.filter { row, value in
          let printedAt = row - rows
          return printed.rows.indices.contains(printedAt)
            && printed.rows[printedAt].figures.contains { $0?.amount?.value == value }
        }
        guard found.count >= Self.fewestFoundAgain, let first = found.map(\.row).min() else { continue }
        let top = max(0, min(first, first - rows) - Self.mostRowsAbove)
        for start in (top...first).reversed() {
          all.append { Correction.slipped(document, table: table, section: section, from: start, by: rows) }
        }
      }
      let printedAt = wanted.isEmpty ? [:] : Self.rowsByFigure(printed)
      let others = wanted.compactMap { row, value -> (value: ExactNumber, row: Int, printedAt: Int)? in
        printedAt[value]?.min { abs($0 - row) < abs($1 - row) }.map { (value, row, $0) }
      }
      addDisplacement(document, table, section, others, of: wanted.count)
    }
  }

  private static func rowsByFigure(_ section: FormTable.Section) -> [ExactNumber: [Int]] {
    var rows: [ExactNumber: [Int]] = [:]
    for (index, row) in section.rows.enumerated() {
      for case let value? in row.figures.map({ $0?.amount?.value }) where rows[value]?.last != index {
        rows[value, default: []].append(index)
      }
    }
    return rows
  }

  /// Where nearly all figures that others contradict stand in other rows, all above or all below their own.
  private mutating func addDisplacement(
    _ document: DisclosedDocument, _ table: Int, _ section: Int,
    _ found: [(value: ExactNumber, row: Int, printedAt: Int)], of wanted: Int
  ) {
    let above = found.filter { $0.printedAt < $0.row }
    let moved = above.isEmpty ? found.filter { $0.printedAt > $0.row } : above
    guard moved.count == found.count, Set(moved.map(\.value)).count >= Self.fewestOfTable,
      moved.count * 4 >= wanted * 3,
      let first = moved.min(by: { min($0.row, $0.printedAt) < min($1.row, $1.printedAt) })
    else { return }
    let top = min(first.row, first.printedAt)
    for start in (max(0, top - Self.mostRowsAbove)...top).reversed() {
      all.append { Correction.displaced(document, table: table, section: section, from: start, found: first) }
    }
  }

  /// Figures that several contradictions share, with what one of these would have in their place.
  private mutating func addFigures(
    _ document: DisclosedDocument, _ errors: [Finding], _ touched: [[FigurePlaces.Place?]]
  ) {
    var sharing: [FigurePlaces.Place: [Int]] = [:]
    for (error, places) in touched.enumerated() {
      for place in Set(places.compactMap(\.self)) where place.column != nil {
        sharing[place, default: []].append(error)
      }
    }
    let shared = sharing.filter { $0.value.count > 1 }.sorted {
      ($1.value.count, $0.value[0]) < ($0.value.count, $1.value[0])
    }
    for (place, indices) in shared.prefix(Self.mostFigures) {
      var values: Set<ExactNumber> = []
      for error in indices {
        let finding = errors[error]
        let isFirst = touched[error].first == place
        guard let printed = finding.evidence.indices.first(where: { touched[error][$0] == place }),
          let own = ExactNumber(published: finding.evidence[printed].text),
          let difference = finding.difference.flatMap(ExactNumber.init(published:))
        else { continue }
        let value = isFirst ? own - difference : own + difference
        if values.insert(value).inserted {
          all.append { Correction.figure(document, at: place, shouldBe: value) }
        }
      }
    }
  }

  private mutating func addColumns(_ document: DisclosedDocument, _ table: Int, _ places: [FigurePlaces.Place]) {
    let columns = Dictionary(grouping: places.filter { $0.column != nil }) { [$0.section, $0.column ?? 0] }
    for (column, places) in columns.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where places.count >= Self.fewestOfTable {
      for other in document.tables[table].sections[column[0]].columns.indices where other != column[1] {
        all.append { Correction.copied(document, table: table, section: column[0], column: column[1], of: other) }
      }
    }
  }
}
