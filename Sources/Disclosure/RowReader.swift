import PageContent
import TableStructure

/// Reads the rows of a table's sections.
struct RowReader {
  let grid: TableGrid
  let header: TableHeader
  let form: Catalogue.Form
  let catalogue: Catalogue
  let unit: MonetaryUnit?
  var problems: [Problem] = []
  /// Lines in the body that are no rows: 注：…
  var notes: [FormTable.Note] = []

  /// A row before its label is looked up.
  struct Draft {
    var gridRow: Int
    var code: String?
    var name: String
    var lineNumber: Int?
    var labels: [FormTable.Label]
    /// The label that its name was taken from, where the column of names is blank.
    var naming: FormTable.Label?
    var figures: [Figure?]
    /// Whether the label reaches over the columns of codes and of names: it is whole.
    var isWide = false
    var location: Location

    var isBlank: Bool { figures.allSatisfy { $0 == nil } }
  }

  init(grid: TableGrid, header: TableHeader, form: Catalogue.Form, catalogue: Catalogue, unit: MonetaryUnit?) {
    self.grid = grid
    self.header = header
    self.form = form
    self.catalogue = catalogue
    self.unit = unit
  }

  /// The table's sections with their rows.
  mutating func sections(_ layouts: [SectionLayout]) -> [FormTable.Section] {
    var drafts = layouts.map { _ in [Draft]() }
    var codes = layouts.map { layout in
      CodeContext(codes: layout.codeColumns.count == 1 ? self.codes(in: layout.codeColumns[0]) : [])
    }
    let ends = layouts.map(\.lastColumn)
    for row in header.bodyStart..<max(header.bodyStart, grid.rowCount) {
      if readNote(row) || repeatsColumnNumbers(row) { continue }
      for (index, layout) in layouts.enumerated() {
        let limit = index + 1 < layouts.count ? layouts[index + 1].firstColumn : ends[index] + 1
        if let draft = draft(row, layout, limit: limit, context: &codes[index]) { drafts[index].append(draft) }
      }
      shareTotalLabel(row, &drafts)
    }
    let breaks = Set(grid.table.breaks)
    let whole = layouts.indices.map { index in
      let isCoded = !layouts[index].codeColumns.isEmpty
      let own = withoutHangingNames(drafts[index])
      return joinCutRows(isCoded ? own : joinTornLabels(own), breaks: breaks, isCoded: isCoded)
    }
    let sides = sides(of: whole, layouts)
    var sections: [FormTable.Section] = []
    for (index, layout) in layouts.enumerated() {
      let side = sides[index]
      let rows = labelled(whole[index], side: side)
      // Blocks of one side that stand beside each other are one list.
      if let same = sections.firstIndex(where: {
        form.classification == .economic && $0.side != nil && $0.side == side
          && $0.columns.map(\.key) == layout.columns.map(\.key)
      }) {
        sections[same].rows += rows
      } else {
        sections.append(FormTable.Section(side: side, columns: layout.columns, rows: rows))
      }
    }
    for index in sections.indices { sections[index].rows = withRoles(sections[index].rows, side: sections[index].side) }
    return sections
  }

  private func codes(in column: Int) -> [String] {
    (header.bodyStart..<max(header.bodyStart, grid.rowCount)).compactMap { grid.text(beginningIn: $0, column) }
  }

  // MARK: One row

  private mutating func readNote(_ row: Int) -> Bool {
    let indices = grid.cells(beginningIn: row).filter { !grid.normalised[$0].isEmpty }
    guard indices.count == 1, let index = indices.first else { return false }
    let text = grid.normalised[index]
    let cell = grid.table.cells[index]
    guard catalogue.isNoteRow(text, spansTable: cell.columnSpan == grid.columnCount) else { return false }
    notes.append(FormTable.Note(printed: cell.text, at: cell.location))
    return true
  }

  /// 栏次 once more, at the head of a page. A row of 1, 2, 3 that does not say so is a row.
  private func repeatsColumnNumbers(_ row: Int) -> Bool {
    grid.cells(beginningIn: row).first { !grid.normalised[$0].isEmpty }
      .map { catalogue.isWord(grid.normalised[$0], .columnNumbers) } ?? false
  }

  private mutating func draft(
    _ row: Int, _ layout: SectionLayout, limit: Int, context: inout CodeContext
  ) -> Draft? {
    var parts: [String?] = []
    var name = ""
    var labels: [FormTable.Label] = []
    // The columns of these.
    var labelled: [Int] = []
    // Where digits stand that are parts of a code, or labels where they make none.
    var digits: [Int] = []
    var lineNumber: Int?
    var location: Location?
    var isWide = false
    var last = -1
    for column in layout.labelColumns {
      let index = grid.index(row, column)
      // A cell over several columns is read once.
      guard index >= 0, index != last else { continue }
      last = index
      let cell = grid.table.cells[index]
      // A cell that reaches in from the left is another section's.
      guard cell.column >= layout.firstColumn else { continue }
      let text = grid.normalised[index]
      if column == layout.lineNumberColumn {
        lineNumber = Int(text)
        if !text.isEmpty { location = location ?? cell.location }
        continue
      }
      let isCodeColumn = layout.codeColumns.contains(column)
      // A cell that hangs down from a row above labels all its rows, if it is no total's or heading's.
      if cell.row != row, !isCodeColumn, !layout.furtherLabels.contains(column) { continue }
      if row == header.bodyStart, header.bodyHeads.contains(column) { continue }
      if isCodeColumn, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        parts.append(text.isEmpty ? nil : text)
        if !text.isEmpty { digits.append(column) }
      } else if text.isEmpty {
        continue
      } else if isCodeColumn || column == layout.nameColumn {
        name += cell.text
        if isCodeColumn, let names = layout.nameColumn, cell.column + cell.columnSpan > names { isWide = true }
      } else {
        labels.append(label(cell, column))
        labelled.append(column)
      }
      if !text.isEmpty, cell.row == row { location = location.map { $0.union(cell.location) } ?? cell.location }
    }
    var code = context.join(parts, columns: layout.codeColumns.count)
    if code == nil {
      for column in digits { labels.append(self.label(grid.table.cells[grid.index(row, column)], column)) }
      labelled += digits
    }
    var naming: FormTable.Label?
    if name.isEmpty, code == nil,
      let first = labels.indices.first(where: {
        // 合计 may stand in any column of words.
        !layout.textColumns.contains(labelled[$0]) || isTotal(labels[$0].text)
      })
    {
      // The row of a unit, or of a total, among rows of codes.
      let label = labels.remove(at: first)
      name = label.text
      naming = label
    }
    var label = Wording.normalised(name)
    if code == nil, let coded = CodedName(label) {
      code = coded.code
      if let start = name.firstIndex(where: { $0 == coded.name.first }) { name = String(name[start...]) }
      label = Wording.normalised(name)
    }
    var figures: [Figure?] = []
    figures.reserveCapacity(layout.amountColumns.count)
    let isCount = catalogue.countsThings(label)
    for column in layout.amountColumns { figures.append(figure(row, column, limit: limit, isCount: isCount)) }
    for (column, target) in layout.overflow.isEmpty ? [] : layout.overflow.sorted(by: { $0.key < $1.key }) {
      guard let figure = figure(row, column, limit: limit, isCount: isCount),
        let position = layout.amountColumns.firstIndex(of: target)
      else { continue }
      if figures[position] == nil {
        figures[position] = figure
      } else {
        problems.append(Problem(kind: .strayFigure, detail: figure.text, location: figure.location))
      }
    }
    if code == nil, name.isEmpty, lineNumber == nil, figures.allSatisfy({ $0 == nil }) { return nil }
    let place = location ?? figures.lazy.compactMap { $0 }.first?.location ?? grid.table.location
    return Draft(
      gridRow: row, code: code, name: name, lineNumber: lineNumber, labels: labels, naming: naming, figures: figures,
      isWide: isWide, location: place)
  }

  private func label(_ cell: Cell, _ column: Int) -> FormTable.Label {
    FormTable.Label(header: header.printed[column].last ?? "", text: cell.text)
  }

  /// `isCount`: the row counts vehicles, people or the like, which is no money whatever the table's unit.
  private mutating func figure(_ row: Int, _ column: Int, limit: Int, isCount: Bool) -> Figure? {
    guard let cell = grid.cell(row, column), cell.row == row, !cell.text.isEmpty else { return nil }
    // A figure in a cell over several columns stands at its right, as figures do; a label that reaches into the figures
    // is none.
    let lexeme = Lexeme(cell.text)
    let isNumber = lexeme.isValue
    guard isNumber ? min(cell.column + cell.columnSpan, limit) - 1 == column : cell.column == column else { return nil }
    if !isNumber, catalogue.isCodePart(grid.text(row, column)) { return nil }
    let unit = isCount || header.countsThings[column] ? nil : header.units[column] ?? unit
    guard var figure = Figure(cell: cell.text, lexeme, unit: unit, location: cell.location) else { return nil }
    figure.stored = cell.stored
    if case .unreadable = figure.value {
      problems.append(Problem(kind: .unreadableCell, detail: figure.text, location: figure.location))
    }
    return figure
  }

  /// 公用经费合计 may stand in one block with its figure in the last: the label goes with the figure. Centred over both, it may
  /// stand where the first has its figures.
  private mutating func shareTotalLabel(_ row: Int, _ drafts: inout [[Draft]]) {
    for index in drafts.indices.dropFirst() {
      guard let last = drafts[index].last, last.gridRow == row, last.name.isEmpty, last.code == nil, !last.isBlank,
        let before = drafts[index - 1].last, before.gridRow == row, before.lineNumber == nil,
        let label = totalLabel(of: before)
      else { continue }
      drafts[index][drafts[index].count - 1].name = label.text
      drafts[index][drafts[index].count - 1].location = label.location
      drafts[index - 1].removeLast()
      problems.removeAll { $0.kind == .unreadableCell && $0.location == label.location }
    }
  }

  /// The label of a total in a row that prints nothing else.
  private func totalLabel(of draft: Draft) -> (text: String, location: Location)? {
    if draft.isBlank { return isTotal(draft.name) ? (draft.name, draft.location) : nil }
    let printed = draft.figures.compactMap(\.self)
    guard draft.name.isEmpty, printed.count == 1, printed[0].value == .unreadable, isTotal(printed[0].text) else {
      return nil
    }
    return (printed[0].text, printed[0].location)
  }

  func isTotal(_ name: String) -> Bool {
    let label = Wording.withoutOrdinal(Wording.normalised(name))
    return catalogue.totals.contains(label) || catalogue.isWord(label, .totalLabel)
  }
}
