import Containers
import PageContent

/// Reads an XML Spreadsheet 2003, which programs write by themselves and call .xls.
enum XMLSpreadsheetReader {
  static let mediaType = "application/vnd.ms-spreadsheetml"
  private static let format = "XML spreadsheet"

  /// - Throws: `.damaged`, `.notText`, `.packsTooMuch`
  static func read(_ content: FileContent) throws(InputError) -> OfficeContent {
    let handler = XMLSpreadsheetHandler()
    // The declared encoding is often not that of the bytes.
    let text = try TextEncoding.decode(content.copied()).text
    let start = text.utf8.firstIndex(of: UInt8(ascii: "<")) ?? text.startIndex
    do throws(InputError) {
      try XMLReader.read(Array(text.utf8[start...]), named: "line", isUTF8: true, into: handler)
    } catch {
      guard case .damaged(_, let reason) = error else { throw error }
      throw .damaged(format, reason)
    }
    var result = try WorkbookContent(mediaType: mediaType, sheetCount: handler.sheets.count)
    for (index, sheet) in handler.sheets.enumerated() {
      if sheet.isHidden {
        result.leaveHidden(sheet: index + 1, name: sheet.name)
      } else {
        try result.add(sheet.cells, sheet: index + 1, name: sheet.name, styles: handler.styles.styles)
      }
    }
    return result.content
  }
}
