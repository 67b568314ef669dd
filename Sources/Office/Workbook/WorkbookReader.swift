import Containers
import PageContent

/// Reads an Excel workbook (.xlsx, transitional or strict).
package enum WorkbookReader {
  package static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  private static let format = "Excel workbook"

  package static func read(_ content: FileContent) throws(InputError) -> OfficeContent {
    let package = try OfficePackage(content, format: format)
    let main = try package.mainPart()
    let relationships = try package.relationships(of: main)
    let outline = WorkbookOutline()
    try package.read(main, into: outline)
    let styles = WorkbookStyles()
    let strings = SharedStrings()
    if let part = relationships.first(ofType: "styles") { try package.read(part.target, into: styles) }
    if let part = relationships.first(ofType: "sharedStrings") { try package.read(part.target, into: strings) }
    var result = try WorkbookContent(mediaType: mediaType, sheetCount: outline.sheets.count)
    var read: Set<String> = []
    for (index, sheet) in outline.sheets.enumerated() {
      guard let part = relationships[sheet.relationship], part.type == "worksheet" else { continue }
      guard read.insert(part.target.lowercased()).inserted else {
        throw .damaged(format, "two sheets are one part, “\(part.target)”")
      }
      let number = index + 1
      if sheet.isHidden {
        result.leaveHidden(sheet: number, name: sheet.name)
        continue
      }
      let reader = SheetReader(strings: strings, styles: styles.styles, isFrom1904: outline.isFrom1904)
      guard try package.read(part.target, into: reader) else {
        throw .damaged(format, "the sheet “\(sheet.name)” is missing")
      }
      try result.add(reader.sheet, sheet: number, name: sheet.name, styles: styles.styles)
    }
    return result.content
  }
}
