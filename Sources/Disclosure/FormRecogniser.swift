import PageContent
import TableStructure

/// Tells which form a table is, and reads it as that form.
struct FormRecogniser {
  let catalogue: Catalogue
  var context = ReportContext()

  enum Outcome {
    case form(FormTable, [Problem])
    /// A table of its own kind, or without a form: one that no form claims, or whose form could not be read.
    case cells(CellTable, UnreadTable?)
  }

  /// Reads a table that stands between the given lines. `after` are the notes below it, `read` what was read before it.
  func recognise(
    _ table: Table, before: ArraySlice<Paragraph>, after: [Paragraph], following read: RecognisedTables? = nil
  ) -> Outcome {
    table.losesBlanks
      ? recognise(packed: table, before: before, after: after, following: read)
      : recognise(whole: table, before: before, after: after)
  }

  func recognise(whole table: Table, before: ArraySlice<Paragraph>, after: [Paragraph]) -> Outcome {
    let grid = TableGrid(table)
    let header = TableHeader(grid, catalogue: catalogue, fiscalYear: context.headYear)
    let caption = caption(of: grid, header, before: before)
    let isKept = caption.match.map { catalogue.forms[$0.form].keepsCells } ?? false
    let evidence = FormEvidence(catalogue: catalogue, kind: context.kind, header: header)
    guard !isKept, let reading = evidence.reading(under: caption) else {
      let form = evidence.kept(under: caption)
      let title = caption.match?.title ?? caption.likelyTitle
      return .cells(
        cells(of: table, form: form?.id, title: title), form == nil ? unread(grid, caption, notes: after) : nil)
    }
    let (form, problems) = read(grid, header, reading, caption, after)
    if table.isSetInColumns, zip(form.sections, reading.layouts).contains(where: isTorn) {
      let unread = UnreadTable(form: form.form, title: form.title, location: form.titleLocation)
      return .cells(cells(of: table, form: nil, title: form.title), unread)
    }
    return .form(form, problems)
  }

  /// Whether figures stand in a row without any label, though the table has labels: the lines of rows were not put together.
  private func isTorn(_ section: FormTable.Section, _ layout: SectionLayout) -> Bool {
    !layout.labelColumns.isEmpty
      && section.rows.contains { row in
        row.name.isEmpty && row.code == nil && row.labels.isEmpty && row.figures.contains { $0?.amount != nil }
      }
  }

  /// What stands above a table and in its first rows.
  func caption(of grid: TableGrid, _ header: TableHeader, before: ArraySlice<Paragraph>) -> Caption {
    let inside = header.captionRows.flatMap { row in
      grid.cells(beginningIn: row).filter { !grid.normalised[$0].isEmpty }.map { index in
        Paragraph(text: grid.table.cells[index].text, location: grid.table.cells[index].location)
      }
    }
    return Caption((Array(before) + inside)[...], catalogue: catalogue, kind: context.kind)
  }

  private func read(
    _ grid: TableGrid, _ header: TableHeader, _ reading: FormEvidence.Reading, _ caption: Caption, _ after: [Paragraph]
  ) -> (FormTable, [Problem]) {
    let location = grid.table.location
    let unit = caption.unit ?? unitInHeader(header)
    let title = caption.match?.title ?? caption.likelyTitle.map { TableNumber.split($0).printed } ?? reading.form.title
    var layouts = reading.layouts
    SectionLayout.confirmSides(&layouts, grid, from: header.bodyStart, reading.form)
    var reader = RowReader(grid: grid, header: header, form: reading.form, catalogue: catalogue, unit: unit)
    let sections = reader.sections(layouts)
    var problems = reader.problems
    for head in unknownHeads(sections, layouts, header) {
      problems.append(Problem(kind: .unknownColumn, detail: head, location: location))
    }
    let notes = reader.notes + after.map { FormTable.Note(printed: $0.text, at: $0.location) }
    let figures = sections.lazy.flatMap(\.rows).flatMap(\.figures)
    let status: FormTable.Status =
      figures.contains { $0 != nil }
      ? .present : notes.contains { catalogue.declaresEmpty($0.text) } ? .declaredEmpty : .blank
    if unit == nil, figures.contains(where: { $0?.amount != nil && $0?.amount?.unit == nil }) {
      problems.append(Problem(kind: .missingUnit, detail: title, location: location))
    }
    let form = FormTable(
      form: reading.form.id, number: caption.number, title: title, titleLocation: caption.location ?? location,
      unit: unit, status: status, department: caption.department, pages: grid.table.pages, notes: notes,
      sections: sections, location: location)
    let reported = Set(problems.lazy.filter { $0.kind == .strayFigure }.compactMap(\.location))
    for cell in Leftovers.leftovers(grid, form) where !reported.contains(cell.location) {
      problems.append(Problem(kind: .strayFigure, detail: cell.text, location: cell.location))
    }
    return (form, problems)
  }

  /// The heads of columns that the form does not have, and of sides.
  private func unknownHeads(
    _ sections: [FormTable.Section], _ layouts: [SectionLayout], _ header: TableHeader
  ) -> [String] {
    let columns = sections.flatMap(\.columns).filter { $0.key == nil }.map { $0.header.joined(separator: "/") }
    let sides = layouts.filter(\.isOfUnknownSide).map { layout in
      layout.nameColumn.map { header.printed[$0].joined(separator: "/") } ?? ""
    }
    return columns + sides
  }

  /// The unit that a cell of the header states, or that all columns of figures state.
  private func unitInHeader(_ header: TableHeader) -> MonetaryUnit? {
    for word in header.paths.joined() where word.holds("单位:") {
      if let unit = MonetaryUnit(stated: word) { return unit }
    }
    let units = zip(header.units, header.roles).filter { $0.1 == .amount }.map(\.0)
    guard let first = units.first, units.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// A statement that its title names, with figures in it, though not under the heads of that statement.
  private func unread(_ grid: TableGrid, _ caption: Caption, notes: [Paragraph]) -> UnreadTable? {
    guard let match = caption.match, let location = caption.location,
      grid.normalised.contains(where: { ExactNumber(published: $0) != nil })
    else { return nil }
    var unread = UnreadTable(form: catalogue.forms[match.form].id, title: match.title, location: location)
    var figures = FigureCensus()
    for cell in grid.table.cells { figures.take(cell.text) }
    if figures.isEmpty, !catalogue.forms[match.form].keepsCells,
      grid.normalised.count(where: catalogue.isColumnHead) >= UnreadTable.fewestHeads
    {
      unread.blank = unread.blank(
        grid.table, caption, unit: caption.unit, notes: notes,
        isDeclared: notes.contains { catalogue.declaresEmpty($0.text) })
    }
    return unread
  }

  func cells(of table: Table, form: String?, title: String?) -> CellTable {
    CellTable(
      form: form, title: title, pages: table.pages, rowCount: table.rowCount,
      columnCount: table.columnCount,
      cells: table.cells.map {
        CellTable.Cell(
          row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan, text: $0.text,
          location: $0.location)
      }, location: table.location)
  }
}

extension Table {
  /// A text whose columns are where words stand under each other.
  fileprivate var isSetInColumns: Bool { origin == .alignment && location.textLine != nil && !boundaries.isEmpty }
}
