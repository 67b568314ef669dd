import PageContent
import TableStructure

/// What the reading of a form made of a printed cell.
package enum CellRole: Hashable, Sendable {
  /// A row of the table itself that holds its caption.
  case title, unit, department, number
  case header
  /// 栏次
  case columnNumber
  case code
  case name
  /// 行次
  case lineNumber
  /// The text of a further label column, or a remark.
  case label
  case amount
  case dash
  case unreadable
  case blank
  case note
  /// A name's rest that a page tore off: it was joined to the row above.
  case rest
  /// In no part of the form.
  case leftover
}

/// How a table was read as a form, cell by cell: for a look at it, and never on the way to a document.
package struct FormTrace: Sendable {
  /// A printed cell's place in the form.
  package struct Place: Hashable, Sendable {
    package var section: Int
    package var row: Int
    package var column: Int?
  }

  /// A figures' column where it is headed: its place in the grid, its key.
  package struct Column: Sendable {
    package var gridColumn: Int
    package var key: String?
    package var header: [String]
    package var number: Int?
  }

  /// One for each cell of the table.
  package var roles: [CellRole]
  /// The row, and for a figure the column, that each cell belongs to.
  package var places: [Place?]
  package var columns: [Column]
  /// The rows of the table's head, titles in it included.
  package var headRows: Range<Int>

  package init(of table: Table, readAs form: FormTable, fiscalYear: Int?, catalogue: Catalogue = .shared) {
    let grid = TableGrid(table)
    let header = TableHeader(grid, catalogue: catalogue, fiscalYear: fiscalYear)
    let layouts =
      catalogue.form(form.form).map { SectionLayout.sections(of: header, form: $0, catalogue: catalogue) } ?? []
    headRows = 0..<min(header.bodyStart, table.rowCount)
    columns = layouts.flatMap { layout in
      zip(layout.amountColumns, layout.columns).map {
        Column(gridColumn: $0, key: $1.key, header: $1.header, number: $1.number)
      }
    }
    var figures: [Location: (Place, Figure)] = [:]
    for (section, content) in form.sections.enumerated() {
      for (row, content) in content.rows.enumerated() {
        for (column, figure) in content.figures.enumerated() {
          if let figure { figures[figure.location] = (Place(section: section, row: row, column: column), figure) }
        }
      }
    }
    let labels = LabelRows(form)
    let notes = Set(form.notes.map(\.location))
    let left = Set(Leftovers.leftovers(grid, form).map(\.location))
    roles = []
    places = []
    for cell in table.cells {
      if let (place, figure) = figures[cell.location] {
        roles.append(CellRole(figure.value))
        places.append(place)
        continue
      }
      let place = cell.row < header.bodyStart ? nil : labels.place(of: cell.location)
      let role = FormTrace.role(of: cell, grid, header, layouts, isPlaced: place != nil)
      roles.append(left.contains(cell.location) ? .leftover : notes.contains(cell.location) ? .note : role)
      places.append(place)
    }
  }

  private static func role(
    of cell: Cell, _ grid: TableGrid, _ header: TableHeader, _ layouts: [SectionLayout], isPlaced: Bool
  ) -> CellRole {
    if cell.text.isEmpty { return cell.row < header.bodyStart ? .header : .blank }
    if cell.row < header.captionRows.upperBound { return caption(cell.text) }
    if cell.row == header.numberRow { return .columnNumber }
    if cell.row < header.bodyStart { return .header }
    guard let layout = layouts.last(where: { $0.firstColumn <= cell.column }) ?? layouts.first else { return .leftover }
    if cell.row == header.bodyStart, header.bodyHeads.contains(cell.column) { return .header }
    let columns = cell.columns
    if layout.lineNumberColumn.map(columns.contains) ?? false { return .lineNumber }
    let isCode = layout.codeColumns.contains(where: columns.contains)
    let isName = layout.nameColumn.map(columns.contains) ?? false
    guard isCode || isName else {
      return layout.furtherLabels.contains(where: columns.contains) ? .label : isPlaced ? .name : .leftover
    }
    if !isPlaced { return grid.table.breaks.contains(cell.row) ? .rest : .leftover }
    return isCode && cell.text.allSatisfy(\.isNumber) ? .code : .name
  }
}

extension FormTrace {
  private static func caption(_ text: String) -> CellRole {
    switch DocumentTrace.captionRole(TextJoin.squashed(text)) {
    case .number: .number
    case .department: .department
    case .unit: .unit
    default: .title
    }
  }
}

extension CellRole {
  fileprivate init(_ value: Figure.Value) {
    self =
      switch value {
      case .amount: .amount
      case .dash: .dash
      case .unreadable: .unreadable
      }
  }
}

/// Tells which row a label belongs to, by where both are printed.
private struct LabelRows {
  private var pages: [Int: [(box: Box, place: FormTrace.Place)]] = [:]

  init(_ form: FormTable) {
    for (section, content) in form.sections.enumerated() {
      for (row, content) in content.rows.enumerated() {
        guard case .page(let page, let box) = content.location else { continue }
        pages[page, default: []].append((box, FormTrace.Place(section: section, row: row, column: nil)))
      }
    }
  }

  /// A row's place holds those of all its labels. What hangs down from a row above is in none.
  func place(of location: Location) -> FormTrace.Place? {
    guard case .page(let page, let box) = location else { return nil }
    return pages[page]?.first { $0.box.contains(x: box.midX, y: box.midY) }?.place
  }
}
