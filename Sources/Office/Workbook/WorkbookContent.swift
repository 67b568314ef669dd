import PageContent
import TableStructure

/// What the sheets of a workbook show, gathered in the order of their tabs, whatever file they come from: framed rows are
/// tables, the others lines.
struct WorkbookContent {
  private(set) var content: OfficeContent

  /// More tabs than anybody opens.
  private static let mostSheets = 2000

  /// - Throws: `.packsTooMuch`
  init(mediaType: String, sheetCount: Int) throws(InputError) {
    guard sheetCount <= WorkbookContent.mostSheets else {
      throw .packsTooMuch("the workbook has more than \(WorkbookContent.mostSheets) sheets")
    }
    content = OfficeContent(mediaType: mediaType)
  }

  /// - Parameter number: from 1, in the order of the tabs, hidden ones counted.
  mutating func leaveHidden(sheet number: Int, name: String) {
    let place = WorkbookPlace(sheet: number, name: name, cells: CellRange(row: 1, column: 1))
    content.leftOut.append(LeftOut(reason: .hiddenSheet, text: name, location: .sheet(place)))
  }

  mutating func add(
    _ cells: SheetCells, sheet number: Int, name: String, styles: CellStyles
  ) throws(InputError) {
    if cells.isTooLarge { throw .packsTooMuch("the sheet “\(name)” has more than \(SheetCells.mostCells) cells") }
    let visible = VisibleSheet(cells, number: number, name: name, styles: styles)
    if visible.isTooLarge { throw .packsTooMuch("too many cells of the sheet “\(name)” are merged over each other") }
    content.leftOut += visible.leftOut
    content.blocks += try WorkbookContent.blocks(of: visible)
  }

  private static func blocks(of sheet: VisibleSheet) throws(InputError) -> [Block] {
    var blocks: [Block] = []
    var hasTable = false
    for region in SheetRegions(sheet.rows).regions {
      switch region {
      case .lines(let rows): blocks += lines(rows, of: sheet)
      case .table(let rows):
        guard let table = try SheetTable(rows, of: sheet).table, table.columnCount > 1 else {
          blocks += lines(rows, of: sheet)
          continue
        }
        hasTable = true
        blocks.append(.table(table))
      }
    }
    // What a tab is called tells what its table is, where no title says so.
    if hasTable, let name = tabName(of: sheet) { blocks.insert(.paragraph(name), at: 0) }
    return blocks
  }

  /// nil for a name that is but a number, as 表1 or Sheet1.
  private static func tabName(of sheet: VisibleSheet) -> Paragraph? {
    guard sheet.name.unicodeScalars.count(where: \.isIdeographic) >= fewestLetters else { return nil }
    return Paragraph(
      text: SpacedText.line(sheet.name), location: sheet.location(CellRange(row: 1, column: 1)))
  }

  private static let fewestLetters = 3

  private static func lines(_ rows: [VisibleSheet.Row], of sheet: VisibleSheet) -> [Block] {
    rows.flatMap(\.filled).flatMap { cell in
      cell.text.split(whereSeparator: \.isNewline).map { SpacedText.line(String($0)) }.filter { !$0.isEmpty }.map {
        text in
        .paragraph(
          Paragraph(
            text: text, location: sheet.location(cell.range), isBold: cell.style.isBold, fontSize: cell.style.size))
      }
    }
  }
}
