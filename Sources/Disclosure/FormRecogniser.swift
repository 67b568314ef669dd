import PageContent
import TableStructure

/// Tells which form a table is, and reads it as that form.
struct FormRecogniser {
  let catalogue: Catalogue
  var context = ReportContext()

  enum Outcome {
    case form(FormTable, [Problem])
    /// A table of its own kind, or without a form: one that no form claims.
    case cells(CellTable)
  }

  /// Reads a table that stands between the given lines. `after` are the notes below it.
  func recognise(_ table: Table, before: ArraySlice<Paragraph>, after: [Paragraph]) -> Outcome {
    let grid = TableGrid(table)
    let header = TableHeader(grid, catalogue: catalogue, fiscalYear: context.fiscalYear)
    let inside = header.captionRows.flatMap { row in
      grid.cells(beginningIn: row).filter { !grid.normalised[$0].isEmpty }.map { index in
        Paragraph(text: table.cells[index].text, location: table.cells[index].location)
      }
    }
    let caption = Caption((Array(before) + inside)[...], titles: catalogue.titles, kind: context.kind)
    if let match = caption.match, catalogue.forms[match.form].keepsCells {
      return .cells(cells(of: table, form: catalogue.forms[match.form].id, caption: caption))
    }
    guard let (form, layouts) = form(for: header, caption: caption) else {
      let kept = caption.match.flatMap { catalogue.forms[$0.form].otherwise }
      return .cells(cells(of: table, form: kept, caption: caption))
    }
    var problems: [Problem] = []
    let unit = caption.unit ?? unitInHeader(header)
    var reader = RowReader(grid: grid, header: header, form: form, catalogue: catalogue, unit: unit)
    let sections = reader.sections(layouts)
    problems += reader.problems
    for section in sections {
      for column in section.columns where column.key == nil {
        problems.append(
          Problem(kind: .unknownColumn, detail: column.header.joined(separator: "/"), location: table.location))
      }
    }
    let notes = reader.notes + after.map { FormTable.Note(text: $0.text, location: $0.location) }
    let figures = sections.lazy.flatMap(\.rows).flatMap(\.figures)
    let status: FormTable.Status =
      figures.contains { $0 != nil }
      ? .present : notes.contains { Note.declaresEmpty($0.text) } ? .declaredEmpty : .blank
    if unit == nil, figures.contains(where: { $0?.amount != nil && $0?.amount?.unit == nil }) {
      problems.append(
        Problem(kind: .missingUnit, detail: caption.match?.title ?? form.title, location: table.location))
    }
    let formTable = FormTable(
      form: form.id, number: caption.number, title: caption.match?.title ?? form.title,
      titleLocation: caption.location ?? table.location, unit: unit, status: status, department: caption.department,
      pages: table.pages, notes: notes, sections: sections, location: table.location)
    let reported = Set(problems.lazy.filter { $0.kind == .strayFigure }.compactMap(\.location))
    for cell in Leftovers.leftovers(grid, formTable) where !reported.contains(cell.location) {
      problems.append(Problem(kind: .strayFigure, detail: cell.text, location: cell.location))
    }
    return .form(formTable, problems)
  }

  /// The form that the title names, if the header confirms it; without a title the form whose header this can only be.
  private func form(for header: TableHeader, caption: Caption) -> (Catalogue.Form, [SectionLayout])? {
    if let match = caption.match {
      let form = catalogue.forms[match.form]
      let layouts = SectionLayout.sections(of: header, form: form, catalogue: catalogue)
      let columns = layouts.flatMap(\.columns)
      let known = columns.filter { $0.key != nil }.count
      return known > 0 && known * 3 >= columns.count ? (form, layouts) : nil
    }
    // Another table's name above it: not one of the catalogue's forms.
    if caption.likelyTitle != nil { return nil }
    var found: [(Catalogue.Form, [SectionLayout])] = []
    for form in catalogue.forms where !form.required.isEmpty && form.kind == context.kind ?? form.kind {
      let layouts = SectionLayout.sections(of: header, form: form, catalogue: catalogue)
      let columns = layouts.flatMap(\.columns)
      let keys = columns.compactMap(\.key)
      if columns.count >= 5, keys.count == columns.count, form.required.allSatisfy(keys.contains) {
        found.append((form, layouts))
      }
    }
    // The forms of a university have the columns of the standard ones.
    let standard = found.filter { $0.0.set == "standard" }
    return found.count == 1 ? found[0] : standard.count == 1 ? standard[0] : nil
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

  private func cells(of table: Table, form: String?, caption: Caption) -> CellTable {
    CellTable(
      form: form, title: caption.match?.title ?? caption.likelyTitle, pages: table.pages, rowCount: table.rowCount,
      columnCount: table.columnCount,
      cells: table.cells.map {
        CellTable.Cell(
          row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan, text: $0.text,
          location: $0.location)
      }, location: table.location)
  }
}

/// What is printed below a table.
enum Note {
  /// The most paragraphs that the notes below a table take.
  static let longest = 12

  /// How many of the paragraphs below a table are its notes.
  static func count(in paragraphs: ArraySlice<Paragraph>) -> Int {
    var count = 0
    var began = false
    for paragraph in paragraphs.prefix(longest) {
      let text = Wording.normalised(paragraph.text)
      if text.isEmpty || paragraph.headingLevel != nil { break }
      if opens(text) || isFormula(text) {
        began = true
      } else if began, continues(text) {
        // 2.本表…: the note's next point.
      } else {
        break
      }
      count += 1
    }
    return count
  }

  private static func opens(_ text: String) -> Bool {
    marks.contains(where: text.begins) || (text.count < 80 && !Wording.hasOrdinal(text) && declaresEmpty(text))
  }

  private static let marks = ["注:", "注.", "注1", "说明:", "备注:", "※", "*注", "附注", "本表"]

  /// Whether the only text of a table's row is a note, and no label: 本部门无政府性基金预算收支。
  static func isRow(_ text: String, spansTable: Bool) -> Bool {
    if ["无", "无数据", "空表"].contains(text) || marks.contains(where: text.begins) { return true }
    return spansTable ? text.count > 40 || declaresEmpty(text) : text.ends(with: "。") && declaresEmpty(text)
  }

  private static func continues(_ text: String) -> Bool {
    if isTitle(text) { return false }
    guard Wording.hasOrdinal(text) || isFormula(text) else { return declaresEmpty(text) }
    return text.count < 200 && (text.holds("本表") || text.holds("栏") || text.holds("行") || text.holds("口径"))
  }

  /// A title is no note, whatever its ordinal: 十二、机关运行经费支出预算表(单位:万元).
  private static func isTitle(_ text: String) -> Bool {
    text.ends(with: "表") || text.ends(with: ")") && (text.holds("表(") || text.ends(with: "表)"))
  }

  /// 27行=(1+2+…)行, 1栏各行=(2+3)栏各行.
  static func isFormula(_ text: String) -> Bool {
    guard let equals = text.firstIndex(of: "="), text.first?.isNumber ?? false || text.begins(with: "第") else {
      return false
    }
    let left = text[..<equals]
    return left.count < 12 && (left.holds("行") || left.holds("栏"))
  }

  /// A statement that the table is empty because there is nothing to show.
  static func declaresEmpty(_ note: String) -> Bool {
    let text = Wording.normalised(note)
    if text == "无" { return true }
    if ["无数据", "空表", "本表为空", "不涉及", "无此项", "无相关", "没有发生", "未发生", "未安排", "没有安排"].contains(where: text.holds) {
      return true
    }
    guard let none = text.range(of: "无") ?? text.range(of: "没有") ?? text.range(of: "不存在") else { return false }
    let rest = text[none.upperBound...]
    return ["收入", "支出", "经费", "预算", "拨款", "资金", "数据"].contains(where: rest.holds)
  }
}
