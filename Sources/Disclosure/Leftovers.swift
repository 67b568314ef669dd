import PageContent
import TableStructure

/// Keeps account of what a table prints: every numeric cell of it must come to be a part of the form, or be reported.
///
/// It looks only at what went in and what came out, and knows nothing of how the one became the other: what a reader of
/// rows forgets, it does not forget too.
package enum Leftovers {
  /// The numeric cells of a table that the form read from it holds nowhere: in no figure, code, line or column number,
  /// name, label or note.
  package static func cells(of table: Table, readAs form: FormTable) -> [Cell] {
    leftovers(TableGrid(table), form)
  }

  /// The numeric cells of all blocks that the document holds nowhere. A table that is kept cell by cell leaves none.
  package static func cells(of blocks: [Block], readAs document: DisclosedDocument) -> [Cell] {
    var forms = document.tables[...]
    var kept = Set((document.otherTables + document.unrecognisedTables).flatMap(\.cells).map(\.location))
    kept.formUnion(document.problems.lazy.filter { $0.kind == .strayFigure }.compactMap(\.location))
    return blocks.flatMap { block -> [Cell] in
      guard case .table(let table) = block else { return [] }
      // Both are in the document's order.
      if let form = forms.first, form.location == table.location, form.pages == table.pages {
        forms.removeFirst()
        return cells(of: table, readAs: form).filter { !kept.contains($0.location) }
      }
      return table.cells.filter { isNumeric($0.text) && !kept.contains($0.location) }
    }
  }

  static func leftovers(_ grid: TableGrid, _ form: FormTable) -> [Cell] {
    var places: Set<Location> = []
    places.reserveCapacity(grid.table.cells.count)
    for section in form.sections {
      for row in section.rows {
        for figure in row.figures { if let figure { places.insert(figure.location) } }
      }
    }
    for note in form.notes { places.insert(note.location) }
    var rows: RowsByPlace?
    let left = grid.table.cells.filter { cell in
      guard isNumeric(cell.text), !places.contains(cell.location) else { return false }
      if rows == nil { rows = RowsByPlace(form) }
      // The rest of a row that a page cut belongs to the row before it.
      let isRest = grid.table.breaks.contains(cell.row)
      return !(rows?.print(TextJoin.squashed(cell.text), at: cell.location, orBefore: isRest) ?? false)
    }
    if left.isEmpty { return [] }
    let numbered = ColumnNumberRows(left, form)
    return left.filter { !numbered.contains($0.row) }
  }

  /// The rows that number the columns as the form has them: 1, 2, 3, … with each number that it gives to a column.
  private struct ColumnNumberRows {
    private var rows: Set<Int> = []

    init(_ cells: [Cell], _ form: FormTable) {
      let known = Set(form.sections.lazy.flatMap(\.columns).compactMap(\.number))
      if known.isEmpty { return }
      for (row, cells) in Dictionary(grouping: cells, by: \.row) {
        let numbers = cells.sorted { $0.column < $1.column }.map { Int(Wording.normalised($0.text)) ?? 0 }
        let isRun = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
        if isRun, known.isSubset(of: numbers) { rows.insert(row) }
      }
    }

    func contains(_ row: Int) -> Bool { rows.contains(row) }
  }

  /// Digits and what stands among them, be they one number or two that ran into each other.
  private static func isNumeric(_ text: String) -> Bool {
    var hasDigits = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0xFF10...0xFF19: hasDigits = true
      case 0x20, 0x25, 0x28...0x2E, 0xA0, 0x2013, 0x2014, 0x2212, 0x3000, 0xFF05, 0xFF08, 0xFF09, 0xFF0C...0xFF0E: break
      default: return false
      }
    }
    return hasDigits
  }
}

/// A form's rows by the page, line or row of cells that they stand on.
private struct RowsByPlace {
  private struct Entry {
    /// nil in a text.
    var span: ClosedRange<Double>?
    var section: Int
    var row: Int
  }

  private let form: FormTable
  private var places: [Int: [Entry]] = [:]

  init(_ form: FormTable) {
    self.form = form
    for (section, content) in form.sections.enumerated() {
      for row in content.rows.indices {
        let location = content.rows[row].location
        places[location.band, default: []].append(
          Entry(span: location.box.map(RowsByPlace.span), section: section, row: row))
      }
    }
  }

  private static func span(_ box: Box) -> ClosedRange<Double> { box.y0...max(box.y0, box.y1) }

  /// Whether a row at the height of a place says a number of itself; `orBefore`, whether the last row of the page before
  /// may say it too.
  func print(_ number: String, at place: Location, orBefore: Bool) -> Bool {
    let key = place.band
    let span = place.box.map(RowsByPlace.span)
    let isHere = (places[key] ?? []).contains { entry in
      isLevel(entry.span, span) && form.sections[entry.section].rows[entry.row].prints(number)
    }
    if isHere { return true }
    // A row of a text may have several lines.
    if place.line != nil, places[key] == nil,
      let row = (key - RowsByPlace.mostLines..<key).last(where: { places[$0] != nil })
    {
      return print(number, at: row)
    }
    return orBefore && print(number, at: key - 1)
  }

  private func print(_ number: String, at key: Int) -> Bool {
    (places[key] ?? []).contains { form.sections[$0.section].rows[$0.row].prints(number) }
  }

  /// A name of more lines is none.
  private static let mostLines = 4

  private func isLevel(_ a: ClosedRange<Double>?, _ b: ClosedRange<Double>?) -> Bool {
    guard let a, let b else { return true }
    return a.contains((b.lowerBound + b.upperBound) / 2) || b.contains((a.lowerBound + a.upperBound) / 2)
  }
}

extension FormTable.Row {
  /// Whether a number without layout spaces is a part of what the row says of itself. A label that is an amount and nothing
  /// else is a figure that was taken for one.
  fileprivate func prints(_ number: String) -> Bool {
    if let lineNumber, Int(number) == lineNumber { return true }
    return code?.holds(number) ?? false || name.holds(number)
      || labels.contains { $0.text.holds(number) && !($0.text == number && Lexeme.isPlainlyAmount(number)) }
  }
}
