import Disclosure
import PageContent

/// One thing that may be wrong with a document's tables, and the document without it.
struct Correction {
  /// What is wrong, in Chinese, as the beginning of a sentence.
  let claim: String
  var document: DisclosedDocument
  /// Where it begins.
  let evidence: Evidence?
  /// Of one figure that should be another, both.
  var figure: (expected: ExactNumber, actual: ExactNumber)?

  /// Figures that stand in other rows than their labels, from a row on: `by` rows too high, or too low where negative. What the
  /// rows at the edge should hold is not known.
  static func slipped(
    _ document: DisclosedDocument, table: Int, section: Int, from first: Int, by rows: Int
  ) -> Correction? {
    var document = document
    let old = document.tables[table].sections[section].rows
    guard old.indices.contains(first) else { return nil }
    for index in first..<old.count {
      let printed = index - rows
      let isKnown = printed >= first && printed < old.count
      document.tables[table].sections[section].rows[index].figures =
        isKnown ? old[printed].figures : old[index].figures.map { _ in .unknown(at: old[index].location) }
    }
    let row = old[first]
    let direction = rows > 0 ? "高" : "低"
    return Correction(
      claim: "《\(document.tables[table].title)》自“\(row.label)”行起，金额比科目\(direction)了\(abs(rows))行",
      document: document,
      evidence: Evidence(location: row.location, table: document.tables[table].title, row: row.label, text: row.name))
  }

  /// Rows whose figures belong to other labels, by how many rows differs. What they should hold is not known. `found` is a
  /// figure, the row whose it is, and the row that prints it.
  static func displaced(
    _ document: DisclosedDocument, table: Int, section: Int, from first: Int,
    found: (value: ExactNumber, row: Int, printedAt: Int)
  ) -> Correction? {
    var document = document
    let rows = document.tables[table].sections[section].rows
    guard rows.indices.contains(first) else { return nil }
    for index in first..<rows.count {
      let location = rows[index].location
      document.tables[table].sections[section].rows[index].figures = rows[index].figures.map { _ in
        .unknown(at: location)
      }
    }
    let title = document.tables[table].title
    return Correction(
      claim: "《\(title)》自“\(rows[first].label)”行起，金额与科目错位，如“\(rows[found.row].label)”的\(found.value)"
        + "印在“\(rows[found.printedAt].label)”行", document: document,
      evidence: Evidence(location: rows[first].location, table: title, row: rows[first].label, text: rows[first].name))
  }

  /// One figure that should be another.
  static func figure(_ document: DisclosedDocument, at place: FigurePlaces.Place, shouldBe value: ExactNumber)
    -> Correction?
  {
    var document = document
    let table = document.tables[place.table]
    let section = table.sections[place.section]
    let row = section.rows[place.row]
    guard let column = place.column, let figure = row.figures[column], let amount = figure.amount else { return nil }
    let text = "\(value)"
    document.tables[place.table].sections[place.section].rows[place.row].figures[column] = Figure(
      text: text, value: .amount(Amount(value: value, unit: amount.unit)), location: figure.location)
    let head = section.columns[column].header.joined(separator: "/")
    return Correction(
      claim: "《\(table.title)》“\(row.label)”行“\(head)”栏的\(figure.text)疑应为\(text)", document: document,
      evidence: Evidence(
        location: figure.location, table: table.title, row: row.label, column: head, text: figure.text),
      figure: (value, amount.value))
  }

  /// A column that prints the figures of another, row by row.
  static func copied(
    _ document: DisclosedDocument, table: Int, section: Int, column: Int, of other: Int
  ) -> Correction? {
    let printed = document.tables[table].sections[section]
    let pairs = printed.rows.map { ($0.figures[column]?.amount?.value, $0.figures[other]?.amount?.value) }
    let filled = Set(pairs.compactMap(\.0).filter { !$0.isZero })
    guard filled.count >= 3, pairs.allSatisfy({ $0.0 == $0.1 }) else { return nil }
    var document = document
    for (index, row) in printed.rows.enumerated() where row.figures[column] != nil {
      document.tables[table].sections[section].rows[index].figures[column] = .unknown(at: row.location)
    }
    func head(_ column: Int) -> String { printed.columns[column].header.joined(separator: "/") }
    let title = document.tables[table].title
    return Correction(
      claim: "《\(title)》“\(head(column))”栏与“\(head(other))”栏逐行相同，疑为误抄", document: document,
      evidence: printed.rows.lazy.compactMap { row in
        row.figures[column].map {
          Evidence(location: $0.location, table: title, row: row.label, column: head(column), text: $0.text)
        }
      }.first)
  }

  /// A table whose figures are in another unit than it states.
  static func unit(_ document: DisclosedDocument, table: Int) -> Correction? {
    var document = document
    let printed = document.tables[table]
    guard let unit = printed.unit, unit == .yuan || unit == .tenThousandYuan else { return nil }
    let other: MonetaryUnit = unit == .yuan ? .tenThousandYuan : .yuan
    document.tables[table].unit = other
    for section in printed.sections.indices {
      for row in printed.sections[section].rows.indices {
        for (column, figure) in printed.sections[section].rows[row].figures.enumerated() {
          guard var amount = figure?.amount, amount.unit == unit else { continue }
          amount.unit = other
          document.tables[table].sections[section].rows[row].figures[column]?.value = .amount(amount)
        }
      }
    }
    return Correction(
      claim: "《\(printed.title)》的单位疑应为“\(other.rawValue)”而不是“\(unit.rawValue)”", document: document,
      evidence: Evidence(location: printed.titleLocation, table: printed.title, text: printed.title))
  }
}

extension Figure {
  /// What should stand there is not known: no check can rest on it.
  fileprivate static func unknown(at location: Location) -> Figure {
    Figure(text: "", value: .unreadable, location: location)
  }
}

extension FormTable.Row {
  fileprivate var label: String { [code, name].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ") }
}
