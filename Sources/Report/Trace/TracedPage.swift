import Disclosure
import PageContent
import TableStructure

/// What a trace shows of one page, gathered: marks for its places, labels at its columns, seams, and a summary.
struct TracedPage {
  /// The key of a column, to be set at its head.
  struct ColumnLabel {
    /// The middle of the column, and the top of the table.
    var x: Double
    var y: Double
    var width: Double
    var key: String?
    var details: [String]
  }

  /// Where a table is cut by a page break.
  struct Seam {
    var box: Box
    var isTop: Bool
    var wording: String
  }

  var page: PageTrace
  var marks: [TraceMark] = []
  var columns: [ColumnLabel] = []
  var seams: [Seam] = []
  /// The tables of the page, each in a few lines.
  var tables: [[String]] = []
  var problems: [Problem]

  init(_ page: PageTrace, of trace: DocumentTrace) {
    self.page = page
    problems = trace.document.problems.filter { $0.location?.page == page.number }
    for (item, role) in zip(page.items, trace.lineRoles(on: page)) {
      switch item {
      case .line(let line): add(line, role ?? .paragraph)
      case .piece(let piece): add(piece, trace)
      }
    }
  }

  private mutating func add(_ line: PageTrace.Line, _ role: DocumentTrace.LineRole) {
    let kind: TraceMark.Kind =
      switch role {
      case .title: .title
      case .unit: .unit
      case .department: .department
      case .number: .number
      case .note: .note
      case .contents: .contents
      case .paragraph: .paragraph
      case .furniture: .furniture
      case .looseNumber: .loose
      case .repeated: .dropped
      }
    let text = kind == .dropped ? "" : line.text
    marks.append(TraceMark(kind: kind, box: line.box, text: text, isLine: true, details: [kind.wording, line.text]))
  }

  // MARK: Tables

  private mutating func add(_ piece: Table, _ trace: DocumentTrace) {
    guard let index = trace.table(of: piece) else {
      // Nothing of it is left but repeated rows.
      for cell in piece.cells { marks.append(mark(dropped: cell)) }
      return
    }
    let traced = trace.tables[index]
    addSeams(piece, traced.table)
    let first = marks.count
    // The cells of a table without rules are as large as their words.
    defer { if piece.origin != .rulings { for index in first..<marks.count { marks[index].isLine = true } } }
    let codes = Set(piece.cells.map(\.text))
    for cell in piece.cells {
      guard let place = trace.cells[cell.location] else {
        // A blank of a table without rules is no place of its own.
        if cell.text.isEmpty, piece.origin != .rulings { continue }
        marks.append(mark(dropped: cell))
        continue
      }
      switch traced.reading {
      case .form(let form, let reading):
        var mark = mark(cell, place.cell, traced.table, form, reading)
        // A code whose parts stand in cells of their own is shown as it was joined.
        if mark.kind == .name, let place = reading.places[place.cell],
          let code = form.sections[place.section].rows[place.row].code, !codes.contains(code)
        {
          mark.text = "\(code) \(form.sections[place.section].rows[place.row].name)"
        }
        marks.append(mark)
      case .cells: marks.append(mark(.cell, cell, traced.table.cells[place.cell]))
      case .lost: marks.append(mark(.lost, cell, traced.table.cells[place.cell]))
      }
    }
    switch traced.reading {
    case .form(let form, let reading):
      addColumns(piece, traced.table, reading, trace)
      tables.append(form.summary)
    case .cells(let kept): tables.append(kept.summary)
    case .lost: tables.append(["丢失的表 lost: \(traced.table.rowCount) × \(traced.table.columnCount)"])
    }
  }

  private func mark(dropped cell: Cell) -> TraceMark {
    TraceMark(
      kind: .dropped, box: cell.location.box ?? .init(x0: 0, y0: 0, x1: 0, y1: 0), text: "",
      details: [TraceMark.Kind.dropped.wording, cell.text])
  }

  private func mark(_ kind: TraceMark.Kind, _ cell: Cell, _ joined: Cell) -> TraceMark {
    TraceMark(
      kind: kind, box: cell.location.box ?? .init(x0: 0, y0: 0, x1: 0, y1: 0), text: cell.text,
      details: [kind.wording, cell.text, joined.squares])
  }

  private func mark(_ cell: Cell, _ index: Int, _ table: Table, _ form: FormTable, _ reading: FormTrace) -> TraceMark {
    var mark = mark(TraceMark.Kind(reading.roles[index]), cell, table.cells[index])
    guard let place = reading.places[index] else { return mark }
    let section = form.sections[place.section]
    let row = section.rows[place.row]
    mark.isSum = row.role != .item
    mark.details.append(row.summary(side: section.side))
    if let number = place.column {
      let column = section.columns[number]
      mark.details.append("栏 column: \(column.key ?? "?") · \(column.header.joined(separator: "/"))")
      if let amount = row.figures[number]?.amount {
        mark.details.append("\(amount.yuan.map { "\($0) 元 yuan" } ?? "单位不明 unit not known")")
      }
    } else if mark.kind == .name, row.item == nil, row.code == nil, row.role == .item,
      section.rows.contains(where: { $0.item != nil })
    {
      mark.isUnknown = true
      mark.details.append("词表里没有 wording not in the catalogue")
    }
    return mark
  }

  private mutating func addColumns(_ piece: Table, _ table: Table, _ reading: FormTrace, _ trace: DocumentTrace) {
    guard let top = piece.location.box?.y0 else { return }
    // The columns as this page draws them: a piece may have fewer, or stand elsewhere.
    var boxes: [Int: Box] = [:]
    for cell in piece.cells where cell.columnSpan == 1 {
      guard let index = trace.cells[cell.location]?.cell, let box = cell.location.box else { continue }
      let column = table.cells[index].column
      boxes[column] = boxes[column] ?? box
    }
    for column in reading.columns {
      guard let box = boxes[column.gridColumn] else { continue }
      columns.append(
        ColumnLabel(
          x: box.midX, y: top, width: box.width, key: column.key,
          details: [
            "栏 column: \(column.key ?? "? 词表里没有 not in the catalogue")", column.header.joined(separator: "/"),
            column.number.map { "栏次 \($0)" } ?? "",
          ]))
    }
  }

  private mutating func addSeams(_ piece: Table, _ table: Table) {
    guard table.pages.count > 1, let box = piece.location.box else { return }
    if let first = table.pages.first, page.number != first {
      let start = table.cells.first { $0.location.page == page.number }?.row ?? 0
      let wording = "↑ 接第 \(page.number - 1) 页 from page \(page.number - 1), row \(start)"
      seams.append(Seam(box: box, isTop: true, wording: wording))
    }
    if let last = table.pages.last, page.number != last {
      let wording = "↓ 续第 \(page.number + 1) 页 to page \(page.number + 1)"
      seams.append(Seam(box: box, isTop: false, wording: wording))
    }
  }
}

extension TraceMark.Kind {
  fileprivate init(_ role: CellRole) {
    self =
      switch role {
      case .title: .title
      case .unit: .unit
      case .department: .department
      case .number: .number
      case .header: .header
      case .columnNumber: .columnNumber
      case .code: .code
      case .name: .name
      case .lineNumber: .lineNumber
      case .label: .label
      case .amount: .amount
      case .dash: .dash
      case .unreadable: .unreadable
      case .blank: .blank
      case .note: .note
      case .rest: .rest
      case .leftover: .leftover
      }
  }
}

extension Cell {
  /// Where it stands in the joined table.
  fileprivate var squares: String {
    func span(_ range: Range<Int>) -> String {
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound - 1)"
    }
    return "格 cell: row \(span(rows)), column \(span(columns))"
  }
}

extension FormTable.Row {
  fileprivate func summary(side: String?) -> String {
    let parts = [side, role.rawValue, lineNumber.map { "行次 \($0)" }, code, name, item.map { "item \($0)" }]
    return "行 row: " + parts.compactMap(\.self).joined(separator: " · ")
  }
}

extension FormTable {
  fileprivate var summary: [String] {
    let figures = sections.lazy.flatMap(\.rows).reduce(0) { $0 + $1.figures.count { $0 != nil } }
    let sides = sections.map { section in
      "\(section.side ?? "–"): \(section.rows.count) rows, \(section.columns.map { $0.key ?? "?" }.joined(separator: " "))"
    }
    return [
      "\(form)", "\(number.map { "表 \($0) " } ?? "")\(title)",
      "\(unit?.rawValue ?? "单位不明") · \(status.chinese) · \(figures) figures · \(chinese(pages: pages))",
    ] + sides
  }
}

extension CellTable {
  fileprivate var summary: [String] {
    [
      form ?? "未识别 unrecognised", title ?? "无标题 no title",
      "\(rowCount) 行 \(columnCount) 列 · \(chinese(pages: pages))",
    ]
  }
}
