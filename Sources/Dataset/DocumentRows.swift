import Audit
import Disclosure
import Report

/// The rows of one document: the same for SQLite, for CSV and for other engines.
package enum DocumentRows {
  package static func write(_ record: DocumentRecord, to sink: inout some RowSink) {
    sink.add(record, to: Definitions.documents)
    for (index, table) in record.document.tables.enumerated() {
      write(TableRecord(document: record, index: index, table: table), to: &sink)
    }
    forEach(record.document.narrative.facts, of: record) { sink.add($0, to: Definitions.facts) }
    findings(of: record, to: &sink)
    // The same form twice says no more than once.
    for form in Set(record.document.missingTables).sorted() {
      sink.add(Entry(document: record, index: 0, element: form), to: Definitions.missingTables)
    }
    cells(of: record.document.otherTables, .other, record, to: &sink)
    cells(of: record.document.unrecognisedTables, .unrecognised, record, to: &sink)
    forEach(record.document.profile.units, of: record) { sink.add($0, to: Definitions.units) }
    forEach(record.document.profile.personnel, of: record) { sink.add($0, to: Definitions.personnel) }
    evaluations(of: record, to: &sink)
    forEach(record.document.problems, of: record) { sink.add($0, to: Definitions.problems) }
  }

  private static func write(_ table: TableRecord, to sink: inout some RowSink) {
    sink.add(table, to: Definitions.tables)
    let leaves = table.document.leaves[table.index]
    for (sectionIndex, section) in table.table.sections.enumerated() {
      let columns = zip(section.columns, leaves.columns[sectionIndex]).map { ColumnRecord($0, isLeaf: $1) }
      for (rowIndex, row) in section.rows.enumerated() {
        let record = RowRecord(table, section: sectionIndex, index: rowIndex)
        var isFirst = true
        for case (let index, let figure?) in row.figures.enumerated() {
          sink.add(
            LineItem(row: record, columnIndex: index, column: columns[index], figure: figure),
            to: Definitions.lineItems, isSameRow: !isFirst)
          isFirst = false
        }
      }
    }
  }

  private static func findings(of record: DocumentRecord, to sink: inout some RowSink) {
    guard let report = record.report else { return }
    forEach(report.findings, of: record) { finding in
      sink.add(finding, to: Definitions.findings)
      for (index, evidence) in finding.element.evidence.enumerated() {
        sink.add(Subentry(outer: finding, index: index, element: evidence), to: Definitions.evidence)
      }
    }
    forEach(report.checks, of: record) { check in
      // A rule of another kind of report says nothing of this one.
      if check.element.outcome != .notApplicable { sink.add(check, to: Definitions.checks) }
    }
    forEach(report.disclosure, of: record) { sink.add($0, to: Definitions.disclosure) }
  }

  private static func cells(
    of tables: [CellTable], _ origin: CellTableRecord.Origin, _ record: DocumentRecord, to sink: inout some RowSink
  ) {
    for (index, table) in tables.enumerated() {
      let table = CellTableRecord(document: record, origin: origin, index: index, table: table)
      sink.add(table, to: Definitions.cellTables)
      for (index, cell) in table.table.cells.enumerated() {
        sink.add(CellRecord(table: table, index: index, cell: cell), to: Definitions.cells)
      }
    }
  }

  private static func evaluations(of record: DocumentRecord, to sink: inout some RowSink) {
    forEach(record.document.performance, of: record) { evaluation in
      sink.add(evaluation, to: Definitions.evaluations)
      for (index, line) in evaluation.element.execution.enumerated() {
        sink.add(Subentry(outer: evaluation, index: index, element: line), to: Definitions.execution)
      }
      for (index, indicator) in evaluation.element.indicators.enumerated() {
        sink.add(Subentry(outer: evaluation, index: index, element: indicator), to: Definitions.indicators)
      }
    }
  }

  private static func forEach<Element>(
    _ elements: [Element], of record: DocumentRecord, _ body: (Entry<Element>) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      body(Entry(document: record, index: index, element: element))
    }
  }
}

/// The rows of the code lists: the same in every dataset.
package enum CodeListRows {
  package static func write(to sink: inout some RowSink) {
    let forms = Catalogue.shared.forms
    for form in forms.sorted(by: { $0.id < $1.id }) { sink.add(form, to: Definitions.forms) }
    for form in forms.sorted(by: { $0.id < $1.id }) {
      for key in keys(form.columns.map { ($0.key, $0.alternatives.first?.joined(separator: " / ") ?? "") }) {
        sink.add(FormKey(form: form.id, side: nil, key: key.0, name: key.1), to: Definitions.formColumns)
      }
      for side in Set(form.items.map(\.side)).sorted(by: { $0 ?? "" < $1 ?? "" }) {
        for key in keys(form.items.filter { $0.side == side }.map { ($0.key, $0.labels.first ?? "") }) {
          sink.add(FormKey(form: form.id, side: side, key: key.0, name: key.1), to: Definitions.formItems)
        }
      }
    }
    classification(to: &sink)
    for rule in Rule.all.sorted(by: { $0.id < $1.id }) { sink.add(rule, to: Definitions.rules) }
  }

  /// The first name of each key.
  private static func keys(_ all: [(String, String)]) -> [(String, String)] {
    Dictionary(all, uniquingKeysWith: { first, _ in first }).sorted { $0.key < $1.key }
  }

  private static func classification(to sink: inout some RowSink) {
    for digits in OfficialNames.shared.codes {
      guard let code = ClassificationCode(digits) else { continue }
      var written: Set<String> = []
      // The latest stands first.
      let names = OfficialNames.shared.names(of: digits)
      let current = names.first?.text
      for name in names.sorted(by: { $0.text < $1.text }) where written.insert(name.text).inserted {
        sink.add(
          ClassificationEntry(code: code, name: name, isCurrent: name.text == current), to: Definitions.classification)
      }
    }
  }
}
