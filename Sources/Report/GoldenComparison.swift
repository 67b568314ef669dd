import Disclosure
import PageContent

/// What differs between a document as recorded and as read now, cell by cell.
public struct GoldenDifference: Sendable, Hashable {
  /// The table's form, with its occurrence where it stands more than once; nil for the document itself.
  public var form: String?
  public var row: String?
  public var column: String?
  public var was: String
  public var `is`: String

  /// One line: form, row, column, was, is.
  public var description: String {
    let place = [form, row, column].compactMap { $0 }.joined(separator: " › ")
    return "\(place.isEmpty ? "document" : place): was \(was), is \(`is`)"
  }
}

public enum GoldenComparison {
  /// The differences in the order of the document; empty where both say the same in the same places.
  public static func differences(was old: DisclosedDocument, is new: DisclosedDocument) -> [GoldenDifference] {
    var differences: [GoldenDifference] = []
    func compare(
      _ was: String?, _ is: String?, _ form: String? = nil, _ row: String? = nil, _ column: String? = nil
    ) {
      if was != `is` {
        differences.append(
          GoldenDifference(form: form, row: row, column: column, was: was ?? "nothing", is: `is` ?? "nothing"))
      }
    }
    compare(old.department, new.department, nil, "department")
    compare(old.fiscalYear.map(String.init), new.fiscalYear.map(String.init), nil, "fiscalYear")
    compare(old.kind?.rawValue, new.kind?.rawValue, nil, "kind")
    compare(old.scope?.rawValue, new.scope?.rawValue, nil, "scope")
    compare(old.publishedOn, new.publishedOn, nil, "publishedOn")
    compare(old.content?.rawValue, new.content?.rawValue, nil, "content")
    compare(list(old.missingTables), list(new.missingTables), nil, "missingTables")
    compare(list(old.contents.map(\.form)), list(new.contents.map(\.form)), nil, "contents")
    compare(problems(old), problems(new), nil, "problems")
    compare(cells(old.otherTables), cells(new.otherTables), nil, "otherTables")
    compare(cells(old.unrecognisedTables), cells(new.unrecognisedTables), nil, "unrecognisedTables")
    compareParts(old, new, compare)
    comparePerformance(old.performance, new.performance, compare)
    compareNarratives(old.narrative, new.narrative, compare)

    let oldTables = keyed(old.tables) { $0.form }
    let newTables = keyed(new.tables) { $0.form }
    for (name, pair) in merged(oldTables, newTables) {
      guard let was = pair.0, let now = pair.1 else {
        compare(pair.0.map { "a table" + pages($0) }, pair.1.map { "a table" + pages($0) }, name)
        continue
      }
      compare(was.title, now.title, name, "title")
      compare(was.number.map(String.init), now.number.map(String.init), name, "number")
      compare(was.unit?.rawValue, now.unit?.rawValue, name, "unit")
      compare(was.status.rawValue, now.status.rawValue, name, "status")
      compare(list(was.pages.map(String.init)), list(now.pages.map(String.init)), name, "pages")
      compare(list(was.notes.map(\.text)), list(now.notes.map(\.text)), name, "notes")
      compareSections(was.sections, now.sections, name, compare)
    }
    return differences
  }

  typealias Compare = (String?, String?, String?, String?, String?) -> Void

  private static func compareSections(
    _ was: [FormTable.Section], _ now: [FormTable.Section], _ form: String, _ compare: Compare
  ) {
    compare(list(was.map { $0.side ?? "-" }), list(now.map { $0.side ?? "-" }), form, "sections", nil)
    for (old, new) in zip(was, now) {
      let side = old.side.map { "\($0) › " } ?? ""
      compare(list(old.columns.map(column)), list(new.columns.map(column)), form, side + "columns", nil)
      let oldRows = keyed(old.rows, by: rowName)
      let newRows = keyed(new.rows, by: rowName)
      var moved = 0
      for (name, pair) in merged(oldRows, newRows) {
        guard let before = pair.0, let after = pair.1 else {
          compare(pair.0.map(rowSummary), pair.1.map(rowSummary), form, side + name, nil)
          continue
        }
        compare(attributes(before), attributes(after), form, side + name, "row")
        for position in 0..<max(before.figures.count, after.figures.count) {
          let a = before.figures.indices.contains(position) ? before.figures[position] : nil
          let b = after.figures.indices.contains(position) ? after.figures[position] : nil
          compare(figure(a), figure(b), form, side + name, columnName(position, old.columns, new.columns))
          if let a, let b, a.text == b.text, !isSamePlace(a.location, b.location) { moved += 1 }
        }
      }
      if moved > 0 { compare("\(moved) figures in their places", "elsewhere on the page", form, side + "places", nil) }
    }
  }

  // MARK: Texts for values

  static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

  private static func pages(_ table: FormTable) -> String {
    table.pages.isEmpty ? "" : " on page \(table.pages.map(String.init).joined(separator: ", "))"
  }

  private static func problems(_ document: DisclosedDocument) -> String {
    list(document.problems.map { "\($0.kind.rawValue) \($0.detail)" })
  }

  private static func cells(_ tables: [CellTable]) -> String {
    list(
      tables.map { table in
        "\(table.form ?? "-") \(table.title ?? "-") \(table.rowCount)×\(table.columnCount) "
          + table.cells.map { "\($0.row),\($0.column):\($0.text)" }.joined(separator: "|")
      })
  }

  private static func column(_ column: FormTable.Column) -> String {
    "\(column.key ?? "-") \(column.header.joined(separator: "/")) \(column.number.map(String.init) ?? "-")"
  }

  private static func columnName(_ position: Int, _ old: [FormTable.Column], _ new: [FormTable.Column]) -> String {
    let columns = old.indices.contains(position) ? old : new
    guard columns.indices.contains(position) else { return "\(position + 1)" }
    return columns[position].header.last ?? columns[position].key ?? "\(position + 1)"
  }

  private static func rowName(_ row: FormTable.Row) -> String {
    [
      row.code, row.name.isEmpty ? nil : row.name,
      row.code == nil && row.name.isEmpty ? row.lineNumber.map { "行次 \($0)" } : nil,
    ]
    .compactMap { $0 }.joined(separator: " ")
  }

  private static func rowSummary(_ row: FormTable.Row) -> String {
    list(row.figures.map { $0?.text ?? "" })
  }

  private static func attributes(_ row: FormTable.Row) -> String {
    "\(row.role.rawValue) \(row.lineNumber.map(String.init) ?? "-") \(row.item ?? "-")\(row.isOfWhich ? " 其中" : "")"
      + row.labels.map { " \($0.header)=\($0.text)" }.joined()
  }

  private static func figure(_ figure: Figure?) -> String? {
    guard let figure else { return nil }
    switch figure.value {
    case .amount(let amount): return "\(figure.text) (\(amount.yuan?.description ?? "no unit") 元)"
    case .dash: return figure.text
    case .unreadable: return "\(figure.text) (unreadable)"
    }
  }

  /// Boxes are recorded to the hundredth of a point.
  static func isSamePlace(_ a: Location, _ b: Location) -> Bool {
    guard let left = a.box, let right = b.box, a.page == b.page else { return a == b }
    return abs(left.x0 - right.x0) < 0.02 && abs(left.y0 - right.y0) < 0.02 && abs(left.x1 - right.x1) < 0.02
      && abs(left.y1 - right.y1) < 0.02
  }

  // MARK: Matching

  /// Elements by name; a name that stands more than once is numbered.
  static func keyed<Element>(_ elements: [Element], by name: (Element) -> String) -> [(String, Element)] {
    var seen: [String: Int] = [:]
    return elements.map { element in
      let base = name(element)
      seen[base, default: 0] += 1
      let count = seen[base, default: 1]
      return (count == 1 ? base : "\(base) #\(count)", element)
    }
  }

  /// Both lists by name: those of the first in its order, then those that only the second has.
  static func merged<Element>(
    _ old: [(String, Element)], _ new: [(String, Element)]
  ) -> [(String, (Element?, Element?))] {
    let newByName = Dictionary(new, uniquingKeysWith: { first, _ in first })
    let oldNames = Set(old.map(\.0))
    return old.map { ($0.0, ($0.1, newByName[$0.0])) }
      + new.filter { !oldNames.contains($0.0) }.map { ($0.0, (nil, $0.1)) }
  }
}
