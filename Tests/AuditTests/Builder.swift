import Audit
import Disclosure
import PageContent

/// Documents made up for tests: every cell has a box of its own, page by table, y by row, x by column.
enum Make {
  static func document(_ tables: [FormTable], missing: [String] = [], contents: [String] = []) -> DisclosedDocument {
    var document = DisclosedDocument(
      source: .init(name: "a.pdf", sha256: "", mediaType: "application/pdf", pageCount: tables.count),
      fiscalYear: 2021, kind: .finalAccounts, scope: .department, tables: tables, missingTables: missing,
      contents: contents.map { ContentsEntry(form: $0, text: "目录：\($0)", location: place(1, 1, 1)) })
    for index in document.tables.indices { document.tables[index].setPage(index + 2) }
    return document
  }

  static func place(_ page: Int, _ row: Int, _ column: Int) -> Location {
    let (x, y) = (Double(column) * 50, Double(row) * 12)
    return .page(page, Box(x0: x, y0: y, x1: x + 40, y1: y + 10))
  }

  static func table(
    _ form: String, unit: MonetaryUnit? = .tenThousandYuan, status: FormTable.Status = .present, notes: [String] = [],
    _ sections: FormTable.Section...
  ) -> FormTable {
    table(form, unit: unit, status: status, notes: notes, sections: sections)
  }

  static func table(
    _ form: String, unit: MonetaryUnit? = .tenThousandYuan, status: FormTable.Status = .present, notes: [String] = [],
    sections: [FormTable.Section]
  ) -> FormTable {
    var table = FormTable(
      form: form, number: nil, title: Catalogue.shared.form(form)?.title ?? form, titleLocation: place(1, 0, 0),
      unit: unit, status: status, department: nil, pages: [1],
      notes: notes.map { FormTable.Note(text: $0, location: place(1, 90, 0)) }, sections: sections,
      location: place(1, 0, 0))
    table.setUnits()
    return table
  }

  static func section(_ side: String? = nil, _ columns: String, _ rows: FormTable.Row...) -> FormTable.Section {
    section(side, columns, rows)
  }

  /// Columns as `key`, `key=栏次` or `?header`, the last without a key.
  static func section(_ side: String? = nil, _ columns: String, _ rows: [FormTable.Row]) -> FormTable.Section {
    FormTable.Section(
      side: side,
      columns: columns.split(separator: " ").map { word in
        let parts = word.split(separator: "=")
        let name = String(parts[0])
        return FormTable.Column(
          key: name.hasPrefix("?") ? nil : name, header: [name.hasPrefix("?") ? String(name.dropFirst()) : "栏\(name)"],
          number: parts.count > 1 ? Int(parts[1]) : nil)
      }, rows: rows)
  }

  static func coded(_ code: String, _ name: String, _ figures: String...) -> FormTable.Row {
    row(.item, name, figures, code: code)
  }

  static func total(_ figures: String...) -> FormTable.Row { row(.total, "合计", figures) }

  /// A line item: 行次, the catalogue's key, the label.
  static func line(
    _ number: Int?, _ item: String?, _ name: String, _ figures: String..., role: FormTable.Row.Role = .item,
    isOfWhich: Bool = false
  ) -> FormTable.Row {
    var row = row(role, name, figures)
    row.lineNumber = number
    row.item = item
    row.isOfWhich = isOfWhich
    return row
  }

  static func row(
    _ role: FormTable.Row.Role, _ name: String, _ figures: [String], code: String? = nil
  ) -> FormTable.Row {
    FormTable.Row(
      role: role, code: code, name: name,
      figures: figures.map { Figure(cell: $0, unit: nil, location: place(1, 0, 0)) }, location: place(1, 0, 0))
  }
}

extension FormTable {
  fileprivate mutating func setUnits() {
    let unit = unit
    forEachFigure { figure, _, _ in
      if case .amount(var amount) = figure.value {
        amount.unit = unit
        figure.value = .amount(amount)
      }
    }
  }

  fileprivate mutating func setPage(_ page: Int) {
    pages = [page]
    titleLocation = Make.place(page, 0, 0)
    location = Make.place(page, 0, 0)
    for index in notes.indices { notes[index].location = Make.place(page, 90 + index, 0) }
    for section in sections.indices {
      for row in sections[section].rows.indices {
        sections[section].rows[row].location = Make.place(page, row + 1, section * 10)
      }
    }
    forEachFigure { figure, row, column in figure.location = Make.place(page, row + 1, column + 1) }
  }

  private mutating func forEachFigure(_ change: (inout Figure, Int, Int) -> Void) {
    for section in sections.indices {
      for row in sections[section].rows.indices {
        for column in sections[section].rows[row].figures.indices {
          guard var figure = sections[section].rows[row].figures[column] else { continue }
          change(&figure, row, section * 10 + column)
          sections[section].rows[row].figures[column] = figure
        }
      }
    }
  }
}

extension AuditReport {
  init(_ tables: FormTable..., missing: [String] = [], contents: [String] = []) {
    self = Auditor.report(on: Make.document(tables, missing: missing, contents: contents))
  }

  /// Those of a cause each for itself.
  func findings(_ rule: String) -> [Finding] {
    findings.flatMap { $0.consequences.isEmpty ? [$0] : $0.consequences }.filter { $0.rule == rule }
  }

  /// How often a rule had an outcome.
  func count(_ rule: String, _ outcome: Check.Outcome) -> Int {
    checks.reduce(0) { $0 + ($1.rule == rule && $1.outcome == outcome ? $1.count : 0) }
  }

  func reasons(_ rule: String) -> [String] { checks.filter { $0.rule == rule }.compactMap(\.reason) }
}
