import Disclosure
import PageContent

/// Compares what was read with the truth, cell by cell. A cell is found only in the table of the same title, in the row
/// with the same code (or name, where there is no code) and occurrence, in the same column, with the same digits, and
/// with exactly those digits times the unit as its yuan.
struct TruthComparison {
  private(set) var expected = 0
  private(set) var found = 0
  /// Figures that were read, right or not.
  private(set) var claimed = 0
  private(set) var differences: [String] = []

  var recall: Double { expected == 0 ? 1 : Double(found) / Double(expected) }
  var precision: Double { claimed == 0 ? 1 : Double(found) / Double(claimed) }

  /// - Parameter isComplete: the truth also tells forms, units, sides and line numbers, and every row.
  init(_ truth: Truth, _ document: DisclosedDocument, isComplete: Bool) {
    for table in truth.tables {
      guard let read = TruthComparison.match(table, in: document.tables) else {
        differences.append("\(table.title): no such table")
        expected += table.rows.reduce(0) { $0 + $1.values.count { $0 != nil } }
        continue
      }
      if isComplete { compareAttributes(table, read) }
      compareRows(table, read, isComplete: isComplete)
    }
    if isComplete {
      expect("department", truth.department, document.department)
      expect("fiscal year", truth.fiscalYear, document.fiscalYear)
      expect("forms", truth.tables.map(\.form), document.tables.map(\.form))
    }
  }

  private mutating func expect<Value: Equatable>(_ what: String, _ expected: Value, _ read: Value) {
    if expected != read { differences.append("\(what): \(read) instead of \(expected)") }
  }

  private mutating func compareAttributes(_ table: Truth.Table, _ read: FormTable) {
    expect("\(table.title): form", table.form, read.form)
    expect("\(table.title): number", table.number, read.number)
    expect("\(table.title): unit", table.unit, read.unit?.rawValue)
    expect("\(table.title): pages", table.pages, read.pages)
    expect("\(table.title): status", table.isDeclaredEmpty ? .declaredEmpty : .present, read.status)
  }

  private mutating func compareRows(_ table: Truth.Table, _ read: FormTable, isComplete: Bool) {
    let rows = read.sections.flatMap { section in section.rows.map { (side: section.side, row: $0) } }
    let readKeys = TruthComparison.keys(rows.map { (code: $0.row.code, name: $0.row.name) })
    var unread = Dictionary(zip(readKeys, rows), uniquingKeysWith: { first, _ in first })
    let codes = table.rows.compactMap(\.code)
    let keys = TruthComparison.keys(table.rows.map { (code: $0.code, name: $0.name) })
    claimed += rows.reduce(0) { $0 + $1.row.figures.count { $0?.amount != nil } }

    for (key, row) in zip(keys, table.rows) {
      let place = "\(table.title), \(key)"
      let match = unread.removeValue(forKey: key)
      compareCells(row, match?.row.figures ?? [], unit: table.unit, place)
      guard isComplete else { continue }
      guard let match else {
        differences.append("\(place): no such row")
        continue
      }
      expect("\(place): side", row.side, match.side)
      expect("\(place): line number", row.lineNumber, match.row.lineNumber)
      expect("\(place): code", row.code, match.row.code)
      expect("\(place): name", TruthComparison.squashed(row.name), TruthComparison.squashed(match.row.name))
      expect("\(place): columns", row.values.count, match.row.figures.count)
      if let role = TruthComparison.role(of: row, among: codes) { expect("\(place): role", role, match.row.role) }
    }
    for (key, extra) in unread {
      // Rows of two-sided tables where only the other side, or the line number, is printed are in no truth.
      let isPrinted = !extra.row.name.isEmpty || extra.row.figures.contains { $0 != nil }
      if isComplete, isPrinted, !table.isDeclaredEmpty { differences.append("\(table.title), \(key): a row too many") }
    }
  }

  private mutating func compareCells(_ row: Truth.Row, _ figures: [Figure?], unit: String, _ place: String) {
    for (column, value) in row.values.enumerated() {
      let figure = figures.indices.contains(column) ? figures[column] : nil
      guard let value else {
        if let amount = figure?.amount {
          differences.append("\(place), column \(column + 1): \(amount.value) where nothing is printed")
        }
        continue
      }
      expected += 1
      guard let amount = figure?.amount, amount.value == value else {
        differences.append("\(place), column \(column + 1): \(figure?.text ?? "nothing") instead of \(value)")
        continue
      }
      found += 1
      let unit = row.counts.contains(column) ? "" : unit
      if amount.yuan != MonetaryUnit(rawValue: unit).map({ value.shifted(by: $0.power) }) {
        let yuan = amount.yuan.map(\.description) ?? "no"
        differences.append("\(place), column \(column + 1): \(yuan) yuan for \(value) \(unit)")
      }
    }
  }

  /// What a row must count as; nil where its wording does not tell.
  private static func role(of row: Truth.Row, among codes: [String]) -> FormTable.Row.Role? {
    if let code = row.code { return codes.contains { $0 != code && $0.hasPrefix(code) } ? .subtotal : .item }
    let name = squashed(row.name)
    if ["合计", "总计"].contains(name) { return .total }
    if name.hasSuffix("合计") { return .subtotal }
    return ["一", "二", "三"].contains { name.hasPrefix($0 + "、") } ? .item : nil
  }

  // MARK: Matching

  private static func match(_ table: Truth.Table, in tables: [FormTable]) -> FormTable? {
    let title = plain(table.title)
    return tables.first { plain($0.title) == title }
      ?? tables.first { $0.number != nil && $0.number == table.number && plain($0.title).suffix(4) == title.suffix(4) }
  }

  /// A title without what is printed around it here and not there: year, number, quotation marks, 部门 and 单位.
  private static func plain(_ title: String) -> String {
    var text = squashed(title)
    for pattern in [
      #/^[（(]?[0-9一二三四五六七八九十]+[)）、.．]/#, #/[0-9]{4}年度?|（?公开[0-9]+表）?|（表[0-9]+）|^表[0-9一二三四五六七八九十]+[：:]?/#,
      #/[“”"‘’'《》]|预算单位|部门|单位/#,
    ] {
      text.replace(pattern, with: "")
    }
    return text
  }

  private static func squashed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// Each row's code or name, with its occurrence.
  private static func keys(_ rows: [(code: String?, name: String)]) -> [String] {
    var seen: [String: Int] = [:]
    return rows.map { row in
      let base = row.code.map { "code \(squashed($0))" } ?? "“\(squashed(row.name))”"
      seen[base, default: 0] += 1
      return "\(base) #\(seen[base, default: 1])"
    }
  }
}
