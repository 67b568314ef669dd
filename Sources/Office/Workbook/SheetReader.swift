import Containers
import PageContent

/// Reads the part of a sheet.
final class SheetReader: XMLHandler {
  private(set) var sheet = SheetCells()

  private let strings: SharedStrings
  private let styles: CellStyles
  private let isFrom1904: Bool
  private var row = SheetCells.Row(number: 0, isHidden: false, cells: [])
  private var cell = SheetCells.Cell(column: 0, style: 0, text: "")
  /// The last column of the row that a cell was read of; 0 where there is none.
  private var lastColumn = 0
  private var kind = Kind.number
  private var value: [UInt8] = []
  private var isInValue = false
  private var phoneticDepth = 0
  private var columnCount = 0
  private var isDefaultHidden = false

  private enum Kind { case number, shared, text, boolean, error, date }

  init(strings: SharedStrings, styles: CellStyles, isFrom1904: Bool) {
    self.strings = strings
    self.styles = styles
    self.isFrom1904 = isFrom1904
  }

  var isDone: Bool { sheet.isTooLarge }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.vocabulary == .sheet else { return }
    switch name.local {
    case "c": beginCell(attributes)
    case "v", "t": isInValue = phoneticDepth == 0
    case "rPh": phoneticDepth += 1
    case "row": beginRow(attributes)
    case "col": takeColumn(attributes)
    case "sheetFormatPr": isDefaultHidden = attributes.isOn("zeroHeight")
    case "mergeCell": if let range = attributes["ref"].flatMap({ CellRange($0) }) { sheet.merge(range) }
    default: break
    }
  }

  func end(_ name: XMLName) {
    guard name.vocabulary == .sheet else { return }
    switch name.local {
    case "c": endCell()
    case "v", "t": isInValue = false
    case "rPh": phoneticDepth -= 1
    case "row": sheet.add(row, isHeld: lastColumn > 0)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInValue { value += bytes } }

  private func beginRow(_ attributes: XMLAttributes) {
    let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
    let isFlat = attributes["ht"].flatMap { Double($0) } == 0
    // Rows stand in their order; what goes back would be read twice.
    cell.column = 0
    lastColumn = 0
    row = SheetCells.Row(
      number: max(row.number + 1, min(number, SheetCells.lastRow)),
      isHidden: attributes["hidden"] == nil ? isDefaultHidden || isFlat : attributes.isOn("hidden"), cells: [])
  }

  private func takeColumn(_ attributes: XMLAttributes) {
    guard let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
      first > 0, first <= last, columnCount < SheetCells.lastColumn,
      attributes.isOn("hidden") || attributes["width"].flatMap({ Double($0) }) == 0
    else { return }
    columnCount += 1
    sheet.hide(columns: first...last)
  }

  private func beginCell(_ attributes: XMLAttributes) {
    guard sheet.take(cells: 1) else { return }
    let column = attributes["r"].flatMap { CellRange.cell($0.utf8)?.column } ?? cell.column + 1
    cell = SheetCells.Cell(column: column, style: attributes["s"].flatMap { Int($0) } ?? 0, text: "")
    kind =
      switch attributes["t"] {
      case "s": .shared
      case "str", "inlineStr": .text
      case "b": .boolean
      case "e": .error
      case "d": .date
      default: .number
      }
    value.removeAll(keepingCapacity: true)
  }

  private func endCell() {
    defer { value.removeAll(keepingCapacity: true) }
    guard cell.column > lastColumn, cell.column <= SheetCells.lastColumn else { return }
    lastColumn = cell.column
    if !value.isEmpty { takeValue(String(decoding: value, as: UTF8.self)) }
    if cell.says(in: styles) { row.cells.append(cell) }
  }

  private func takeValue(_ raw: String) {
    let format = styles[cell.style].format
    switch kind {
    case .shared: cell.text = Int(raw).flatMap { strings[$0] }.map(format.text(of:)) ?? ""
    case .text: cell.text = format.text(of: CellCharacters.unescaped(raw))
    case .boolean: cell.text = raw == "0" ? "FALSE" : "TRUE"
    case .error, .date: cell.text = raw
    case .number:
      guard let number = DecimalDigits(raw) else {
        cell.text = raw
        return
      }
      cell.show(number, as: format, isFrom1904: isFrom1904)
    }
  }
}
