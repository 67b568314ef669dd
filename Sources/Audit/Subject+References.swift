import Disclosure

extension Subject {
  /// What a reference stands for in this document.
  enum Found {
    case place(Place)
    /// The table is there and empty.
    case empty(table: Int)
    case missing(Gap)
    /// No such form is there or called for, or it has no such column.
    case absent(Gap)
  }

  /// What a reference stands for is not there.
  enum Gap {
    case form
    case row(table: Int)
    case column(table: Int)
  }

  func find(_ reference: Catalogue.Reference) -> Found {
    guard let table = tableIndex(reference.form) else {
      return isCalledFor(reference.form) ? .missing(.form) : .absent(.form)
    }
    if tables[table].status != .present { return .empty(table: table) }
    let sections = tables[table].sections
    var hasColumn = false
    var blank: Place?
    for index in sections.indices {
      if let side = reference.side, sections[index].side != side { continue }
      guard let column = column(reference.column, of: sections[index]) else { continue }
      hasColumn = true
      if let row = row(reference.row, of: sections[index]) {
        let place = Place(table: table, section: index, row: row, column: column)
        if figure(place) != nil { return .place(place) }
        blank = blank ?? place
      }
    }
    if let blank { return .place(blank) }
    // Layouts differ in their columns; a row that is not there may have been lost.
    return hasColumn ? .missing(.row(table: table)) : .absent(.column(table: table))
  }

  /// What is said where a reference finds nothing.
  func reason(_ gap: Gap, _ reference: Catalogue.Reference) -> String {
    switch gap {
    case .form: reasonForLack(of: reference.form)
    case .row(let table): "\(title(table))未见“\(words(ofRow: reference))”行"
    case .column(let table): "\(title(table))未设“\(words(ofColumn: reference))”栏"
    }
  }

  func reasonForLack(of form: String) -> String { "\(isCalledFor(form) ? "缺少" : "本报告不含")《\(title(of: form))》" }

  func column(_ key: String, of section: FormTable.Section) -> Int? {
    section.column(key) ?? (section.columns.count == 1 && section.columns[0].key == nil ? 0 : nil)
  }

  /// A row by its item; the total also by its role; `only` is the one row of a form that is all columns. Of several the first that prints a figure.
  private func row(_ key: String, of section: FormTable.Section) -> Int? {
    let rows = section.rows
    if key == "only" {
      let printed = rows.indices.filter { !rows[$0].isBlank }
      return printed.count == 1 ? printed[0] : printed.first { rows[$0].role == .total }
    }
    if key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return first(of: rows) { $0.code == key } }
    // A part of an item is printed as 其中：公务用车购置费.
    let isPart = key.utf8.contains(UInt8(ascii: "."))
    return first(of: rows) { $0.item == key && (isPart || !$0.isOfWhich) }
      ?? (key == "total" ? first(of: rows) { !$0.isOfWhich && $0.role == .total && $0.item == nil } : nil)
  }

  private func first(of rows: [FormTable.Row], where isMeant: (FormTable.Row) -> Bool) -> Int? {
    var blank: Int?
    for index in rows.indices where isMeant(rows[index]) {
      if !rows[index].isBlank { return index }
      blank = blank ?? index
    }
    return blank
  }

  func isCalledFor(_ form: String) -> Bool { document.missingTables.contains(form) }
  func title(of form: String) -> String { Subject.titles[form] ?? form }

  private static let titles = Dictionary(Catalogue.shared.forms.map { ($0.id, $0.title) }) { first, _ in first }

  private func words(ofRow reference: Catalogue.Reference) -> String {
    reference.row == "total"
      ? "合计"
      : Catalogue.shared.form(reference.form)?.words(ofItem: reference.row, side: reference.side) ?? reference.row
  }

  private func words(ofColumn reference: Catalogue.Reference) -> String {
    Catalogue.shared.form(reference.form)?.words(ofColumn: reference.column) ?? reference.column
  }
}
