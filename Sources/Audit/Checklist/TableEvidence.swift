import Disclosure
import PageContent

/// What a report's tables show of the items of the checklist.
final class TableEvidence {
  private typealias Shown = ShownEvidence.Shown

  private let subject: Subject
  private let document: DisclosedDocument

  init(_ subject: Subject) {
    self.subject = subject
    document = subject.document
  }

  /// The labels of rows with figures, and the cells of tables that no form claims.
  private lazy var labels: [ReportText] = {
    var labels: [ReportText] = []
    subject.forEachRow { _, row in
      if row.figures.contains(where: { $0 != nil }) { labels.append(ReportText(row.name, row.location)) }
    }
    return labels + subject.cells.dropFirst(document.otherTables.count).joined()
  }()

  // MARK: Forms

  func forms(_ forms: [String]) -> ShownEvidence {
    var empty: FormTable?
    var blank: FormTable?
    var unread: String?
    for form in forms {
      switch subject.presence(of: form) {
      case .read(let tables):
        for table in tables.map({ document.tables[$0] }) {
          switch table.status {
          case .present: return .found(Shown(table.titleLocation, table.title, isOfTables: true))
          case .declaredEmpty: empty = empty ?? table
          case .blank: blank = blank ?? table
          }
        }
      case .unread: unread = unread ?? "《\(subject.title(of: form))》的版式未能识别"
      case .listed, .calledFor, .absent: break
      }
    }
    if let empty { return .empty(declaration(empty)) }
    if let blank {
      // An empty table may be explained elsewhere.
      if let denial = subject.denial(ofForm: blank.form) { return .empty(denial) }
      return .found(Shown(blank.titleLocation, blank.title, isOfTables: true))
    }
    return unread.map(ShownEvidence.unread) ?? .nothing
  }

  /// The statement beside an empty table.
  private func declaration(_ table: FormTable) -> ShownEvidence.Shown {
    let note = table.notes.last { Catalogue.shared.declaresEmpty($0.text) }
    return Shown(
      note?.location ?? table.titleLocation, Shown.quotation(of: note?.text ?? table.title), isOfTables: true)
  }

  func cells(_ kinds: [String]) -> ShownEvidence {
    guard let table = document.otherTables.first(where: { $0.form.map(kinds.contains) ?? false }) else {
      return .nothing
    }
    // What has no title is told by what it says first.
    let name = table.title ?? table.cells.first { !$0.text.isEmpty }?.text ?? ""
    return .found(Shown(table.location, Shown.quotation(of: name), isOfTables: true))
  }

  // MARK: Figures

  func figures(_ keys: [Checklist.FormKey]) -> ShownEvidence {
    var empty: FormTable?
    for key in keys {
      for table in subject.tables(of: key.form).map({ document.tables[$0] }) {
        switch table.status {
        case .present:
          if let shown = figure(key.key, in: table) { return .found(shown) }
        case .declaredEmpty: empty = empty ?? table
        case .blank: break
        }
      }
    }
    return empty.map { .empty(declaration($0)) } ?? .nothing
  }

  /// The year's own amount: a line item's, or that of a column in the total row.
  private func figure(_ key: String, in table: FormTable) -> ShownEvidence.Shown? {
    let measure = document.kind == .budget ? "budget" : "final"
    for section in table.sections {
      if let row = section.rows.first(where: { $0.item == key }) {
        let column = section.column(measure) ?? row.figures.firstIndex { $0 != nil }
        return shown([column.flatMap { row.figures[$0] }], beside: row, row.name)
      }
      guard let column = section.column("\(measure).\(key)") ?? section.column(key) else { continue }
      guard let row = section.rows.first(where: { $0.role == .total }) ?? section.rows.first else { continue }
      return shown(
        section.rows.map { $0.figures[column] }, beside: row,
        section.columns[column].header.joined(separator: "/"))
    }
    return nil
  }

  private func shown(_ figures: [Figure?], beside row: FormTable.Row, _ name: String) -> ShownEvidence.Shown {
    let printed = figures.compactMap(\.self)
    let first = printed.first { $0.amount?.value.isZero == false } ?? printed.first
    var shown = Shown(
      first?.location ?? row.location, Shown.quotation(of: "\(name)：\(first?.text ?? "空白")"),
      isZero: printed.allSatisfy { $0.amount?.value.isZero ?? ($0.value == .dash) }, isOfTables: true)
    shown.isBlank = printed.isEmpty
    return shown
  }

  func rows(_ patterns: [SentencePattern]) -> ShownEvidence {
    guard let label = labels.first(where: { label in patterns.contains { $0.matches(label) } }) else {
      return .nothing
    }
    return .found(Shown(label.location, Shown.quotation(of: label.printed), isOfTables: true))
  }

  // MARK: Codes

  /// Rows with codes of a level, in the first form that has codes at all.
  func levels(_ levels: [Checklist.FormLevel]) -> ShownEvidence {
    var empty: FormTable?
    var coarse: FormTable?
    for level in levels {
      for table in subject.tables(of: level.form).map({ document.tables[$0] }) {
        if table.status == .declaredEmpty { empty = empty ?? table }
        guard table.status == .present else { continue }
        let codes = table.sections.lazy.flatMap(\.rows).compactMap { row in row.classification.map { ($0, row) } }
        if let (code, row) = codes.first(where: { $0.0.level >= level.level }) {
          return .found(Shown(row.location, Shown.quotation(of: "\(code.digits) \(row.name)"), isOfTables: true))
        }
        if !codes.isEmpty { coarse = coarse ?? table }
      }
    }
    if let coarse { return .lacking(Shown(coarse.titleLocation, coarse.title, isOfTables: true)) }
    if let empty { return .empty(declaration(empty)) }
    let isRead = levels.contains { !subject.tables(of: $0.form).isEmpty }
    return .unread(isRead ? "报表未印科目编码" : "没有读到相应报表")
  }

  // MARK: Empty tables

  func emptyTables() -> ShownEvidence {
    let empty = document.tables.filter { $0.status != .present }
    guard let first = empty.first else { return .notDue("没有空表") }
    if let silent = empty.first(where: { !subject.isExplained($0) }) {
      return .lacking(Shown(silent.titleLocation, silent.title, isOfTables: true))
    }
    return .found(
      first.status == .blank ? subject.denial(ofForm: first.form) ?? declaration(first) : declaration(first))
  }
}
