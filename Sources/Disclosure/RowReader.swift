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
  private struct Draft {
    var gridRow: Int
    var code: String?
    var name: String
    var lineNumber: Int?
    var labels: [FormTable.Label]
    var figures: [Figure?]
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
    var codes = layouts.map { _ in CodeContext() }
    let ends = layouts.map(\.lastColumn)
    for row in header.bodyStart..<max(header.bodyStart, grid.rowCount) {
      if readNote(row) { continue }
      if TableHeader.isColumnNumbers(row, grid) { continue }
      for (index, layout) in layouts.enumerated() {
        let limit = index + 1 < layouts.count ? layouts[index + 1].firstColumn : ends[index] + 1
        if let draft = draft(row, layout, limit: limit, context: &codes[index]) { drafts[index].append(draft) }
      }
      shareTotalLabel(row, &drafts)
    }
    let breaks = Set(grid.table.breaks)
    var sections: [FormTable.Section] = []
    for (index, layout) in layouts.enumerated() {
      let whole = joinCutRows(drafts[index], breaks: breaks, isCoded: !layout.codeColumns.isEmpty)
      let side = layout.side ?? side(of: whole)
      let rows = labelled(whole, side: side)
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

  // MARK: One row

  private mutating func readNote(_ row: Int) -> Bool {
    let indices = grid.cells(beginningIn: row).filter { !grid.normalised[$0].isEmpty }
    guard indices.count == 1, let index = indices.first else { return false }
    let text = grid.normalised[index]
    let cell = grid.table.cells[index]
    guard Note.isRow(text, spansTable: cell.columnSpan == grid.columnCount) else { return false }
    notes.append(FormTable.Note(text: cell.text, location: cell.location))
    return true
  }

  private mutating func draft(
    _ row: Int, _ layout: SectionLayout, limit: Int, context: inout CodeContext
  ) -> Draft? {
    var parts: [String?] = []
    var name = ""
    var labels: [FormTable.Label] = []
    var lineNumber: Int?
    var location: Location?
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
      if row == header.bodyStart, TableHeader.isCodePart(text) { continue }
      if isCodeColumn, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        parts.append(text.isEmpty ? nil : text)
      } else if text.isEmpty {
        continue
      } else if isCodeColumn || column == layout.nameColumn {
        name += cell.text
      } else {
        labels.append(FormTable.Label(header: header.printed[column].last ?? "", text: cell.text))
      }
      if !text.isEmpty, cell.row == row { location = location.map { $0.union(cell.location) } ?? cell.location }
    }
    var code = context.join(parts, columns: layout.codeColumns.count)
    if name.isEmpty, code == nil, let first = labels.first {
      // The row of a unit, or of a total, among rows of codes.
      name = first.text
      labels.removeFirst()
    }
    var label = Wording.normalised(name)
    if code == nil, let coded = CodedName(label) {
      code = coded.code
      if let start = name.firstIndex(where: { $0 == coded.name.first }) { name = String(name[start...]) }
      label = Wording.normalised(name)
    }
    var figures: [Figure?] = []
    figures.reserveCapacity(layout.amountColumns.count)
    let isCount = Wording.countsThings(label)
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
      gridRow: row, code: code, name: name, lineNumber: lineNumber, labels: labels, figures: figures, location: place)
  }

  /// `isCount`: the row counts vehicles, people or the like, which is no money whatever the table's unit.
  private mutating func figure(_ row: Int, _ column: Int, limit: Int, isCount: Bool) -> Figure? {
    guard let cell = grid.cell(row, column), cell.row == row, !cell.text.isEmpty else { return nil }
    // A figure in a cell over several columns stands at its right, as figures do; a label that reaches into the figures
    // is none.
    let isNumber = ExactNumber(published: cell.text) != nil || cell.text.isDash
    guard isNumber ? min(cell.column + cell.columnSpan, limit) - 1 == column : cell.column == column else { return nil }
    if !isNumber, TableHeader.isCodePart(grid.text(row, column)) { return nil }
    let unit = isCount || header.countsThings[column] ? nil : header.units[column] ?? unit
    guard let figure = Figure(cell: cell.text, unit: unit, location: cell.location) else { return nil }
    if case .unreadable = figure.value {
      problems.append(Problem(kind: .unreadableCell, detail: figure.text, location: figure.location))
    }
    return figure
  }

  /// 公用经费合计 may stand in one block with its figure in the last: the label goes with the figure.
  private func shareTotalLabel(_ row: Int, _ drafts: inout [[Draft]]) {
    for index in drafts.indices.dropFirst() {
      guard let last = drafts[index].last, last.gridRow == row, last.name.isEmpty, last.code == nil, !last.isBlank,
        let before = drafts[index - 1].last, before.gridRow == row, !before.name.isEmpty, before.isBlank,
        isTotal(before.name), before.lineNumber == nil
      else { continue }
      drafts[index][drafts[index].count - 1].name = before.name
      drafts[index][drafts[index].count - 1].location = before.location
      drafts[index - 1].removeLast()
    }
  }

  private func isTotal(_ name: String) -> Bool {
    let label = Wording.withoutOrdinal(Wording.normalised(name))
    return catalogue.totals.contains(label) || label.ends(with: "合计") || label.ends(with: "总计")
  }

  // MARK: Rows cut by a page

  /// Joins what a page break tore apart: the rest of a label, and the figures where they went with it.
  private func joinCutRows(_ drafts: [Draft], breaks: Set<Int>, isCoded: Bool) -> [Draft] {
    if breaks.isEmpty { return drafts }
    let decimals = CutFigures.decimals(of: drafts.lazy.flatMap(\.figures))
    // Where no other row is without figures, one below a break is the rest of the row above it.
    let fillsRows = drafts.allSatisfy {
      !$0.isBlank || $0.name.isEmpty || breaks.contains($0.gridRow) || breaks.contains($0.gridRow + 1)
    }
    var result: [Draft] = []
    for draft in drafts {
      guard breaks.contains(draft.gridRow), var last = result.last, last.gridRow == draft.gridRow - 1,
        draft.code == nil, draft.lineNumber == nil
      else {
        result.append(draft)
        continue
      }
      if let figures = CutFigures.joined(last.figures, draft.figures, decimals: decimals) {
        last.name += draft.name
        last.figures = figures
        result[result.count - 1] = last
      } else if !draft.name.isEmpty, draft.isBlank || last.isBlank,
        continues(last, draft, isCoded: isCoded, isFilled: fillsRows)
      {
        last.name += draft.name
        if last.isBlank { last.figures = draft.figures }
        result[result.count - 1] = last
      } else {
        result.append(draft)
      }
    }
    return result
  }

  private func continues(_ last: Draft, _ rest: Draft, isCoded: Bool, isFilled: Bool) -> Bool {
    // In a coded table every row has its code: a name alone goes on with the row above.
    if isCoded, last.code != nil { return !isTotal(rest.name) }
    let begun = Wording.normalised(last.name)
    let end = Wording.normalised(rest.name)
    // Between the lines that are numbered, the label alone went to the next page.
    if begun.isEmpty, last.lineNumber != nil { return true }
    if isTotal(rest.name) || catalogue.isLabel(end) { return false }
    if catalogue.isLabel(begun + end) { return true }
    // No label is a single character, or begins with a particle, or within a bracket.
    let isBracketed = begun.count(where: { $0 == "(" }) > begun.count(where: { $0 == ")" })
    if end.count == 1 || end.begins(with: "的") || isBracketed { return true }
    return !isCoded && isFilled
  }

  // MARK: Labels

  private func labelled(_ drafts: [Draft], side: String?) -> [FormTable.Row] {
    var items = ItemMatcher(form: form, side: side, catalogue: catalogue)
    return drafts.map { draft in
      let label = Wording.normalised(draft.name)
      return FormTable.Row(
        role: .item, lineNumber: draft.lineNumber, code: draft.code, name: draft.name,
        item: label.isEmpty ? nil : items.item(for: label), isOfWhich: Wording.isOfWhich(label),
        labels: draft.labels, figures: draft.figures, location: draft.location)
    }
  }

  /// The side of a block of economic codes whose head does not say it.
  private func side(of drafts: [Draft]) -> String? {
    guard form.classification == .economic, form.sides.contains(where: { $0.key == "personnel" }) else { return nil }
    let codes = drafts.compactMap(\.code)
    guard !codes.isEmpty, drafts.first?.figures.count == 1 else { return nil }
    let personnel = codes.filter { $0.begins(with: "301") || $0.begins(with: "303") }.count
    if personnel == codes.count { return "personnel" }
    return personnel == 0 ? "public" : nil
  }

  private func withRoles(_ rows: [FormTable.Row], side: String?) -> [FormTable.Row] {
    let summed = Set(
      form.sums.compactMap { sum -> String? in
        if case .lines(let itsSide) = sum.direction, itsSide == side || itsSide == nil { sum.total } else { nil }
      })
    var rows = rows
    // The codes that have a row below them further down.
    var above: Set<String> = []
    for index in rows.indices.reversed() {
      let row = rows[index]
      let code = row.classification
      defer {
        var ancestor = code?.parent
        while let parent = ancestor, above.insert(parent.digits).inserted { ancestor = parent.parent }
      }
      // Only a row without an item or a code is told by its name.
      let label = row.item == nil && row.code == nil ? Wording.withoutOrdinal(Wording.normalised(row.name)) : ""
      if row.item == "total" || catalogue.totals.contains(label) {
        rows[index].role = .total
      } else if let item = row.item, summed.contains(item) || item.ends(with: "Total") {
        rows[index].role = hasParts(item, in: rows) ? .subtotal : .item
      } else if label.ends(with: "合计") || label.ends(with: "小计") {
        rows[index].role = .subtotal
      } else if let code, above.contains(code.digits) {
        rows[index].role = .subtotal
      }
    }
    return rows
  }

  /// A line that the form gives as the sum of others is one only where others are printed.
  private func hasParts(_ item: String, in rows: [FormTable.Row]) -> Bool {
    let parts = form.sums.filter { $0.total == item }.flatMap(\.parts).map(\.key)
    if parts.isEmpty { return true }
    return rows.contains { row in
      guard let key = row.item, key != item else { return false }
      return parts.contains { $0.ends(with: "*") ? key.begins(with: String($0.dropLast())) : $0 == key }
    }
  }
}

/// Joins the parts of a code that stand in cells of their own, 类, 款 and 项.
struct CodeContext {
  private var last = ""

  /// The code of a row, or nil where it prints none. Lower parts may be printed alone, under the class of a row above.
  mutating func join(_ parts: [String?], columns: Int) -> String? {
    guard parts.contains(where: { $0 != nil }) else { return nil }
    var code = ""
    for (position, part) in parts.enumerated() {
      guard let part else {
        // A blank 类 before a 款: the class of the row above.
        if code.isEmpty, columns > 1, parts[position...].contains(where: { $0 != nil }) {
          code = String(last.prefix(3 + 2 * position))
        } else if code.utf8.count == 1 + 2 * position, parts[position...].contains(where: { $0 != nil }),
          last.begins(with: code)
        {
          code = String(last.prefix(3 + 2 * position))
        }
        continue
      }
      // 20106 beside 201 repeats what stands before it.
      code = part.begins(with: code) && part.utf8.count > 2 && part.utf8.count > code.utf8.count ? part : code + part
    }
    last = code
    return code
  }
}

/// Finds the catalogue's key for each label of a side, from the top down: the same label may stand for two items, the
/// second under another head.
struct ItemMatcher {
  private let items: [Catalogue.Item]
  private let catalogue: Catalogue
  private var isUsed: [Bool]

  init(form: Catalogue.Form, side: String?, catalogue: Catalogue) {
    items = form.items.filter { $0.side == nil || $0.side == side }
    isUsed = Array(repeating: false, count: items.count)
    self.catalogue = catalogue
  }

  mutating func item(for label: String) -> String? {
    if items.isEmpty { return nil }
    let core = Wording.withoutOrdinal(label)
    guard let found = index(of: core) ?? index(of: catalogue.meaning(of: core)) ?? index(near: core) else { return nil }
    isUsed[found] = true
    return items[found].key
  }

  private func index(of wording: String) -> Int? {
    items.indices.first { !isUsed[$0] && items[$0].labels.holdsWording(wording) }
  }

  /// The only one that differs in one character, which is misprinted.
  private func index(near wording: String) -> Int? {
    guard wording.count >= 6 else { return nil }
    let near = items.indices.filter { index in
      !isUsed[index] && items[index].labels.contains { ItemMatcher.differsInOne($0, wording) }
    }
    return near.count == 1 ? near[0] : nil
  }

  private static func differsInOne(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count, a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) } == 1
  }
}
