import Containers
import PageContent

/// Reads the records of a sheet of a binary workbook.
struct BinarySheetReader {
  private(set) var sheet = SheetCells()
  /// Where its records lie in the stream.
  private(set) var extent: Range<Int>

  private let globals: WorkbookGlobals
  private var rows = SheetRows()
  /// By number from 1.
  private var hiddenRows: Set<Int> = []
  private var statedRows: Set<Int> = []
  private var isDefaultHidden = false
  private var columnCount = 0
  /// A formula whose text comes in a record of its own.
  private var awaiting: (row: Int, cell: SheetCells.Cell)?

  /// - Throws: `.damaged` where the stream ends within the sheet.
  init(_ bytes: [UInt8], from offset: Int, globals: WorkbookGlobals, name: String) throws(InputError) {
    self.globals = globals
    extent = offset..<offset
    var records = WorkbookRecords(bytes, from: offset)
    guard records.next()?.number == WorkbookRecord.Number.bof else {
      throw .damaged(WorkbookGlobals.format, "the sheet “\(name)” is missing")
    }
    // Charts lie in sheets, each between a beginning and an end of its own.
    var depth = 1
    while depth > 0, !sheet.isTooLarge {
      guard let record = records.next() else {
        throw .damaged(WorkbookGlobals.format, "it breaks off in the sheet “\(name)”")
      }
      switch record.number {
      case WorkbookRecord.Number.bof: depth += 1
      case WorkbookRecord.Number.eof: depth -= 1
      case _ where depth > 1: continue
      case WorkbookRecord.Number.string:
        var text = records.continued(record)
        takeText(text.text() ?? "")
      case WorkbookRecord.Number.label, WorkbookRecord.Number.richLabel:
        var text = records.continued(record)
        text.skip(6)
        takeLabel(record, text.text() ?? "")
      default: take(record)
      }
    }
    extent = offset..<records.position
    endFormula()
    sheet.rows = rows.sorted { number in
      hiddenRows.contains(number) || isDefaultHidden && !statedRows.contains(number)
    }
  }

  private mutating func take(_ record: WorkbookRecord) {
    switch record.number {
    case WorkbookRecord.Number.row: takeRow(record)
    case WorkbookRecord.Number.defaultRowHeight: isDefaultHidden = (record.uint16(0) ?? 0) & 2 != 0
    case WorkbookRecord.Number.columnInfo: takeColumns(record)
    case WorkbookRecord.Number.mergedCells: takeMerged(record)
    case WorkbookRecord.Number.blank: add(record) { _, _ in }
    case WorkbookRecord.Number.blanks: addRun(record, size: 2) { _ in nil }
    case WorkbookRecord.Number.number: takeNumber(record, record.double(6))
    case WorkbookRecord.Number.rk: takeNumber(record, record.uint32(6).map(PackedNumber.value))
    case WorkbookRecord.Number.rks:
      addRun(record, size: 6) { record.uint32($0 + 2).map(PackedNumber.value) }
    case WorkbookRecord.Number.sharedLabel:
      let index = record.uint32(6) ?? -1
      if globals.texts.indices.contains(index) { takeLabel(record, globals.texts[index]) }
    case WorkbookRecord.Number.booleanOrError: takeValue(record, at: 6, isError: record.uint8(7) == 1)
    case WorkbookRecord.Number.formula: takeFormula(record)
    default: break
    }
  }

  // MARK: Cells

  /// Adds the cell at whose place a record begins, with what `fill` makes of it.
  private mutating func add(
    _ record: WorkbookRecord, _ fill: (BinarySheetReader, inout SheetCells.Cell) -> Void
  ) {
    guard let row = record.uint16(0), let column = record.uint16(2), let style = record.uint16(4) else { return }
    add(row: row, column: column, style: style, fill)
  }

  private mutating func add(
    row: Int, column: Int, style: Int, _ fill: (BinarySheetReader, inout SheetCells.Cell) -> Void
  ) {
    endFormula()
    guard column < BinarySheetReader.columns, sheet.take(cells: 1) else { return }
    var cell = SheetCells.Cell(column: column + 1, style: style, text: "")
    fill(self, &cell)
    rows.add(cell.says(in: globals.styles) ? cell : nil, row: row + 1)
  }

  /// Adds cells beside each other, of one record.
  /// - Parameters:
  ///   - size: of what the record says of each: its style, and perhaps its number.
  ///   - number: by the offset of that; nil for a blank cell.
  private mutating func addRun(_ record: WorkbookRecord, size: Int, number: (Int) -> Double?) {
    guard let row = record.uint16(0), let first = record.uint16(2) else { return }
    // The last column stands behind them.
    let count = (record.body.count - 6) / size
    for index in 0..<max(0, min(count, BinarySheetReader.columns)) where !sheet.isTooLarge {
      let offset = 4 + index * size
      add(row: row, column: first + index, style: record.uint16(offset) ?? 0) { reader, cell in
        reader.show(number(offset), &cell)
      }
    }
  }

  static let columns = 256

  private func format(_ cell: SheetCells.Cell) -> NumberFormat { globals.styles[cell.style].format }

  private func show(_ number: Double?, _ cell: inout SheetCells.Cell) {
    guard let digits = number.flatMap({ DecimalDigits($0) }) else { return }
    cell.show(digits, as: format(cell), isFrom1904: globals.isFrom1904)
  }

  private mutating func takeNumber(_ record: WorkbookRecord, _ number: Double?) {
    add(record) { reader, cell in reader.show(number, &cell) }
  }

  private mutating func takeLabel(_ record: WorkbookRecord, _ text: String) {
    add(record) { reader, cell in cell.text = reader.format(cell).text(of: text) }
  }

  private mutating func takeValue(_ record: WorkbookRecord, at offset: Int, isError: Bool) {
    guard let value = record.uint8(offset) else { return }
    add(record) { _, cell in
      cell.text = isError ? BinarySheetReader.errors[value] ?? "#N/A" : value == 0 ? "FALSE" : "TRUE"
    }
  }

  private static let errors = [
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
  ]

  /// What a formula gave when the workbook was saved.
  private mutating func takeFormula(_ record: WorkbookRecord) {
    guard record.uint16(12) == 0xFFFF else { return takeNumber(record, record.double(6)) }
    switch record.uint8(6) {
    case 0:
      guard let row = record.uint16(0), let column = record.uint16(2), let style = record.uint16(4) else { return }
      endFormula()
      awaiting = (row, SheetCells.Cell(column: column, style: style, text: ""))
    case 1: takeValue(record, at: 8, isError: false)
    case 2: takeValue(record, at: 8, isError: true)
    default: add(record) { _, _ in }
    }
  }

  private mutating func takeText(_ text: String) {
    awaiting?.cell.text = text
    endFormula()
  }

  private mutating func endFormula() {
    guard let (row, formula) = awaiting else { return }
    awaiting = nil
    add(row: row, column: formula.column, style: formula.style) { reader, cell in
      if !formula.text.isEmpty { cell.text = reader.format(cell).text(of: formula.text) }
    }
  }

  // MARK: Rows, columns, ranges

  private mutating func takeRow(_ record: WorkbookRecord) {
    guard let row = record.uint16(0), let height = record.uint16(6), let flags = record.uint16(12) else { return }
    statedRows.insert(row + 1)
    if flags & 0x20 != 0 || height & 0x7FFF == 0 { hiddenRows.insert(row + 1) }
  }

  private mutating func takeColumns(_ record: WorkbookRecord) {
    guard let first = record.uint16(0), let last = record.uint16(2), let width = record.uint16(4),
      let flags = record.uint16(8), first <= last, flags & 1 != 0 || width == 0, columnCount < BinarySheetReader.columns
    else { return }
    columnCount += 1
    sheet.hide(columns: (first + 1)...(last + 1))
  }

  private mutating func takeMerged(_ record: WorkbookRecord) {
    for index in 0..<min(record.uint16(0) ?? 0, record.body.count / 8) {
      let offset = 2 + index * 8
      guard let top = record.uint16(offset), let bottom = record.uint16(offset + 2),
        let left = record.uint16(offset + 4), let right = record.uint16(offset + 6), top <= bottom, left <= right
      else { return }
      sheet.merge(CellRange(rows: (top + 1)...(bottom + 1), columns: (left + 1)...(right + 1)))
    }
  }
}
