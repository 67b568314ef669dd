import Containers
import PageContent
import TableStructure

/// Reads an Excel workbook (.xlsx, transitional or strict): a sheet's framed rows are tables, the others lines.
package enum WorkbookReader {
  package static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  private static let format = "Excel workbook"
  /// More tabs than anybody opens.
  private static let mostSheets = 2000

  package static func read(_ content: FileContent) throws(InputError) -> OfficeContent {
    let package = try OfficePackage(content, format: format)
    let main = try package.mainPart()
    let relationships = try package.relationships(of: main)
    let outline = WorkbookOutline()
    try package.read(main, into: outline)
    guard outline.sheets.count <= mostSheets else {
      throw .packsTooMuch("the workbook has more than \(mostSheets) sheets")
    }
    let styles = WorkbookStyles()
    let strings = SharedStrings()
    if let part = relationships.first(ofType: "styles") { try package.read(part.target, into: styles) }
    if let part = relationships.first(ofType: "sharedStrings") { try package.read(part.target, into: strings) }
    var result = OfficeContent(mediaType: mediaType)
    var read: Set<String> = []
    for (index, sheet) in outline.sheets.enumerated() {
      guard let part = relationships[sheet.relationship], part.type == "worksheet" else { continue }
      guard read.insert(part.target.lowercased()).inserted else {
        throw .damaged(format, "two sheets are one part, “\(part.target)”")
      }
      let number = index + 1
      if sheet.isHidden {
        let place = WorkbookPlace(sheet: number, name: sheet.name, cells: CellRange(row: 1, column: 1))
        result.leftOut.append(LeftOut(reason: .hiddenSheet, text: sheet.name, location: .sheet(place)))
        continue
      }
      let reader = SheetReader(strings: strings, styles: styles, isFrom1904: outline.isFrom1904)
      guard try package.read(part.target, into: reader) else {
        throw .damaged(format, "the sheet “\(sheet.name)” is missing")
      }
      if reader.isTooLarge {
        throw .packsTooMuch("the sheet “\(sheet.name)” has more than \(SheetCells.mostCells) cells")
      }
      let visible = VisibleSheet(reader.sheet, number: number, name: sheet.name, styles: styles)
      if visible.isTooLarge {
        throw .packsTooMuch("too many cells of the sheet “\(sheet.name)” are merged over each other")
      }
      result.leftOut += visible.leftOut
      result.blocks += try blocks(of: visible)
    }
    return result
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
