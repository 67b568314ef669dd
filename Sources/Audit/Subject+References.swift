import Disclosure

extension Subject {
  /// What a reference stands for in this document.
  enum Found {
    case place(Place)
    /// The table is there and empty.
    case empty(table: Int)
    case missing(reason: String)
    /// No such form is there or called for, or it has no such column.
    case absent(reason: String)
  }

  func find(_ reference: Catalogue.Reference) -> Found {
    guard let table = tableIndex(reference.form) else {
      return isCalledFor(reference.form)
        ? .missing(reason: "缺少《\(title(of: reference.form))》")
        : .absent(reason: "本报告不含《\(title(of: reference.form))》")
    }
    let content = tables[table]
    if content.status != .present { return .empty(table: table) }
    var hasColumn = false
    var blank: Place?
    for (index, section) in content.sections.enumerated() {
      if let side = reference.side, section.side != side { continue }
      guard let column = column(reference.column, of: section) else { continue }
      hasColumn = true
      if let row = row(reference.row, of: section) {
        let place = Place(table: table, section: index, row: row, column: column)
        if figure(place) != nil { return .place(place) }
        blank = blank ?? place
      }
    }
    if let blank { return .place(blank) }
    // Layouts differ in their columns; a row that is not there may have been lost.
    return hasColumn
      ? .missing(reason: "\(title(table))未见“\(words(ofRow: reference))”行")
      : .absent(reason: "\(title(table))未设“\(words(ofColumn: reference))”栏")
  }

  func column(_ key: String, of section: FormTable.Section) -> Int? {
    section.column(key) ?? (section.columns.count == 1 && section.columns[0].key == nil ? 0 : nil)
  }

  /// A row by its item; the total also by its role; `only` is the one row of a form that is all columns. Of several the first that prints a figure.
  private func row(_ key: String, of section: FormTable.Section) -> Int? {
    if key == "only" {
      let printed = section.rows.indices.filter { !section.rows[$0].isBlank }
      return printed.count == 1 ? printed[0] : printed.first { section.rows[$0].role == .total }
    }
    // A part of an item is printed as 其中：公务用车购置费.
    let isPart = key.unicodeScalars.contains(".")
    var found = section.rows.indices.filter {
      section.rows[$0].item == key && (isPart || !section.rows[$0].isOfWhich)
    }
    if found.isEmpty, key == "total" {
      found = section.rows.indices.filter {
        !section.rows[$0].isOfWhich && section.rows[$0].role == .total && section.rows[$0].item == nil
      }
    }
    return found.first { !section.rows[$0].isBlank } ?? found.first
  }

  func isCalledFor(_ form: String) -> Bool { document.missingTables.contains(form) }
  func title(of form: String) -> String { Catalogue.shared.form(form)?.title ?? form }

  private func words(ofRow reference: Catalogue.Reference) -> String {
    reference.row == "total"
      ? "合计"
      : Catalogue.shared.form(reference.form)?.words(ofItem: reference.row, side: reference.side) ?? reference.row
  }

  private func words(ofColumn reference: Catalogue.Reference) -> String {
    Catalogue.shared.form(reference.form)?.words(ofColumn: reference.column) ?? reference.column
  }
}
