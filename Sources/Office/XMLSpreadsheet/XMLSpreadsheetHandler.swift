import Containers
import PageContent

/// Takes the sheets of an XML Spreadsheet, element by element.
final class XMLSpreadsheetHandler: XMLHandler {
  struct Sheet {
    var name: String
    var isHidden = false
    var cells = SheetCells()
  }

  private(set) var sheets: [Sheet] = []
  private(set) var styles = XMLSpreadsheetStyles()
  private var isFrom1904 = false
  private var sheet: Sheet?
  private var row = SheetCells.Row(number: 0, isHidden: false, cells: [])
  private var cell = SheetCells.Cell(column: 0, style: 0, text: "")
  /// The columns that a cell takes up, from its own on.
  private var width = 1
  /// How many rows of one kind the row stands for.
  private var rowSpan = 0
  private var rowStyle: String?
  private var columnStyles: [Int: String] = [:]
  private var column = 0
  private var type = ""
  private var value: [UInt8] = []
  private var isInData = false
  private var isInVisibility = false
  /// Within what a reader sees beside the cell: notes, readings.
  private var asideDepth = 0

  init() {}

  var isDone: Bool { sheet?.cells.isTooLarge ?? false || sheets.last?.cells.isTooLarge ?? false }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "Date1904": isFrom1904 = true
    case "Visible" where sheet != nil: isInVisibility = true
    case _ where name.vocabulary != .sheet2003: break
    case "Style": styles.begin(attributes)
    case "Worksheet": beginSheet(attributes)
    case "Column": takeColumn(attributes)
    case "Row": beginRow(attributes)
    case "Cell": beginCell(attributes)
    case "Comment", "PhoneticText": asideDepth += 1
    case "Data":
      guard asideDepth == 0 else { return }
      isInData = true
      type = attributes["Type"] ?? "String"
    default: styles.take(name.local, attributes)
    }
  }

  func end(_ name: XMLName) {
    switch name.local {
    case "Visible" where isInVisibility:
      isInVisibility = false
      sheet?.isHidden = String(decoding: value, as: UTF8.self) != "SheetVisible"
      value.removeAll(keepingCapacity: true)
    case _ where name.vocabulary != .sheet2003: break
    case "Style": styles.end()
    case "Worksheet":
      if let sheet { sheets.append(sheet) }
      sheet = nil
    case "Row": endRow()
    case "Cell": endCell()
    case "Comment", "PhoneticText": asideDepth -= 1
    case "Data": isInData = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInData || isInVisibility { value += bytes } }

  private func beginSheet(_ attributes: XMLAttributes) {
    sheet = Sheet(name: attributes["Name"] ?? "")
    row = SheetCells.Row(number: 0, isHidden: false, cells: [])
    rowSpan = 0
    column = 0
    columnStyles = [:]
  }

  private func takeColumn(_ attributes: XMLAttributes) {
    let span = attributes.number("Span", within: 0...SheetCells.lastColumn) ?? 0
    let first = attributes.number("Index", within: 1...SheetCells.lastColumn) ?? column + 1
    guard first > column, first <= SheetCells.lastColumn else { return }
    column = min(first + span, SheetCells.lastColumn)
    if attributes["Hidden"] == "1" || attributes.isZero("Width") { sheet?.cells.hide(columns: first...column) }
    if let style = attributes["StyleID"] { for index in first...column { columnStyles[index] = style } }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    let next = row.number + rowSpan + 1
    let number = attributes.number("Index", within: 1...SheetCells.lastRow) ?? next
    row = SheetCells.Row(
      number: max(next, number), isHidden: attributes["Hidden"] == "1" || attributes.isZero("Height"), cells: [])
    rowSpan = attributes.number("Span", within: 0...SheetCells.lastRow) ?? 0
    rowStyle = attributes["StyleID"]
    cell.column = 0
    width = 1
  }

  private func endRow() {
    if row.number <= SheetCells.lastRow { sheet?.cells.add(row, isHeld: cell.column > 0) }
  }

  private func beginCell(_ attributes: XMLAttributes) {
    guard sheet?.cells.take(cells: 1) ?? false else { return }
    let next = cell.column + width
    let column = max(next, attributes.number("Index", within: 1...SheetCells.lastColumn) ?? next)
    let across = attributes.number("MergeAcross", within: 0...SheetCells.lastColumn) ?? 0
    let down = attributes.number("MergeDown", within: 0...SheetCells.lastRow) ?? 0
    width = across + 1
    let style = attributes["StyleID"] ?? rowStyle ?? columnStyles[column]
    cell = SheetCells.Cell(column: column, style: styles.number(of: style), text: "")
    type = ""
    value.removeAll(keepingCapacity: true)
    let last = (row: min(row.number + down, SheetCells.lastRow), column: min(column + across, SheetCells.lastColumn))
    guard column <= last.column, row.number <= last.row else { return }
    sheet?.cells.merge(CellRange(rows: row.number...last.row, columns: column...last.column))
  }

  private func endCell() {
    if cell.column > SheetCells.lastColumn { return }
    if !value.isEmpty { takeValue(String(decoding: value, as: UTF8.self)) }
    value.removeAll(keepingCapacity: true)
    if cell.says(in: styles.styles) { row.cells.append(cell) }
  }

  private func takeValue(_ raw: String) {
    let format = styles.styles[cell.style].format
    switch type {
    case "Number":
      guard let number = DecimalDigits(raw) else { return cell.text = raw }
      cell.show(number, as: format, isFrom1904: isFrom1904)
    case "DateTime":
      guard let serial = CivilDate.serial(of: raw, isFrom1904: isFrom1904), let number = DecimalDigits(serial) else {
        return cell.text = raw
      }
      cell.show(number, as: format, isFrom1904: isFrom1904)
    case "Boolean": cell.text = raw == "0" ? "FALSE" : "TRUE"
    case "Error": cell.text = raw
    default: cell.text = format.text(of: raw)
    }
  }
}

extension XMLAttributes {
  fileprivate func number(_ name: StaticString, within range: ClosedRange<Int>) -> Int? {
    self[name].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
  }

  fileprivate func isZero(_ name: StaticString) -> Bool { self[name].flatMap { Double($0) } == 0 }
}
