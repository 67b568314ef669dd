import PageContent
import TableStructure

/// A table whose blank cells have left no trace, with its cells put back where only one place is possible: by what
/// columns hold, by the labels of rows, and by the form's own sums. A figure for which these leave a choice stays out.
struct PackedTable {
  /// With columns and spans as printed.
  let table: Table
  /// Figures whose columns cannot be told.
  let strays: [Cell]

  /// nil where the header does not tell the columns, or nothing but labels could be placed.
  init?(_ grid: TableGrid, _ rough: TableHeader, form: Catalogue.Form, anchors: PackedAnchors) {
    let packed = grid.table
    let catalogue = rough.catalogue
    let rows = (0..<packed.rowCount).map { row in
      grid.cells(beginningIn: row).filter { !grid.normalised[$0].isEmpty }.map {
        PackedField(cell: packed.cells[$0], text: grid.normalised[$0])
      }
    }
    var bodyStart = rough.bodyStart
    if bodyStart < rows.count, PackedHeader.isNumbering(rows[bodyStart]) { bodyStart += 1 }
    let isCoded = form.classification != nil
    var codes = PackedCodes()
    let body = rows[bodyStart...].map { isCoded ? codes.joining($0) : $0 }
    guard
      let header = PackedHeader(
        Array(rows[rough.captionRows.upperBound..<bodyStart]), over: Array(body), form: form, catalogue: catalogue,
        fiscalYear: rough.fiscalYear)
    else { return nil }
    let isNote = (bodyStart..<packed.rowCount).map { row in
      rows[row].count == 1 && catalogue.isNoteRow(rows[row][0].text, spansTable: false)
    }
    let columns = PackedColumns(
      header.sections, count: header.columnCount, body: body, form: form, catalogue: catalogue)
    var placement = PackedPlacement(body.indices.map { isNote[$0] ? [] : body[$0] }, columns)
    placement.apply(anchors)
    placement.applySums()

    var cells: [Cell] = []
    var rowCount = 0
    let count = header.columnCount
    func add(_ placed: [Int: Cell]) {
      for column in 0..<count {
        var cell = placed[column] ?? Cell(row: 0, column: 0, text: "", location: packed.location)
        cell.row = rowCount
        cell.column = column
        cells.append(cell)
      }
      rowCount += 1
    }
    for row in rows[..<rough.captionRows.upperBound] {
      add(Dictionary(uniqueKeysWithValues: zip(0..<count, row.map(\.cell))))
    }
    cells += header.cells(from: rowCount)
    rowCount += header.rowCount
    var strays = codes.undecided
    var figures = 0
    for row in body.indices {
      if isNote[row] {
        add([0: body[row][0].cell])
        continue
      }
      let (placed, left) = placement.cells(row)
      add(placed)
      strays += left
      figures += placed.count { columns.amounts.contains($0.key) }
    }
    guard figures > 0 || strays.isEmpty else { return nil }
    self.strays = strays
    // A row of the text may still tell less than the whole table: only what a page cut is told by breaks.
    table = Table(
      origin: .markup, rowCount: rowCount, columnCount: count, cells: cells, location: packed.location)
  }
}

/// A cell of a row whose blank cells are lost.
struct PackedField {
  var cell: Cell
  /// Normalised.
  var text: String

  var number: ExactNumber? { ExactNumber(published: text) }
  var isFigure: Bool { number != nil || Lexeme(text).kind == .dash }
  /// Digits alone.
  var integer: Int? { text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil }

  /// Whether it heads labels or line numbers.
  func isLabelHead(_ catalogue: Catalogue) -> Bool {
    catalogue.isLabelHead(text) || catalogue.isWord(text, .lineNumberHead)
  }
}
