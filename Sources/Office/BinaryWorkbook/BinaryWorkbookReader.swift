import Containers
import PageContent

/// Reads an Excel workbook of the years before 2007 (.xls, BIFF8).
enum BinaryWorkbookReader {
  static let mediaType = "application/vnd.ms-excel"

  /// The records of a workbook; nil where a compound file is none, or one that is older than Excel 97.
  static func records(of file: CompoundFile) throws(InputError) -> [UInt8]? {
    guard let bytes = try file.stream("Workbook"), isRead(bytes) else { return nil }
    return bytes
  }

  /// Whether records are of the version that is read here.
  static func isRead(_ bytes: [UInt8]) -> Bool {
    var records = WorkbookRecords(bytes)
    let first = records.next()
    return first?.number == WorkbookRecord.Number.bof && first?.uint16(0) == version
  }

  /// Of the records: BIFF8.
  private static let version = 0x0600

  /// - Throws: `.encrypted`, `.damaged`, `.packsTooMuch`
  static func read(_ bytes: [UInt8]) throws(InputError) -> OfficeContent {
    let globals = try WorkbookGlobals(bytes)
    var result = try WorkbookContent(mediaType: mediaType, sheetCount: globals.sheets.count)
    var read: [Range<Int>] = []
    for (index, sheet) in globals.sheets.enumerated() where sheet.isWorksheet {
      if sheet.isHidden {
        result.leaveHidden(sheet: index + 1, name: sheet.name)
        continue
      }
      let reader = try BinarySheetReader(bytes, from: sheet.offset, globals: globals, name: sheet.name)
      // Sheets that share their records would be read as often as they are named.
      guard !read.contains(where: { $0.overlaps(reader.extent) }) else {
        throw .damaged(WorkbookGlobals.format, "the sheet “\(sheet.name)” is a part of another")
      }
      read.append(reader.extent)
      try result.add(reader.sheet, sheet: index + 1, name: sheet.name, styles: globals.styles)
    }
    return result.content
  }
}
