import Containers
import PageContent

/// What a binary workbook (BIFF8) says before its sheets: their names, the texts that they share, and how cells look.
struct WorkbookGlobals {
  struct Sheet {
    var name: String
    /// Of its records in the stream.
    var offset: Int
    var isHidden: Bool
    /// Not a chart or a module.
    var isWorksheet: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var texts: [String] = []
  private(set) var styles = CellStyles()
  /// Days are counted from 1904.
  private(set) var isFrom1904 = false

  static let format = "Excel workbook"

  /// - Throws: `.encrypted`, `.damaged`
  init(_ bytes: [UInt8]) throws(InputError) {
    var looks = BinaryStyles()
    var records = WorkbookRecords(bytes)
    reading: while let record = records.next() {
      switch record.number {
      case WorkbookRecord.Number.eof: break reading
      case WorkbookRecord.Number.filePassword: throw .encrypted(WorkbookGlobals.format)
      case WorkbookRecord.Number.dateMode: isFrom1904 = record.uint16(0) == 1
      case WorkbookRecord.Number.boundSheet: takeSheet(record)
      case WorkbookRecord.Number.font: looks.take(font: record)
      case WorkbookRecord.Number.format: looks.take(format: record)
      case WorkbookRecord.Number.extendedFormat: looks.take(style: record)
      case WorkbookRecord.Number.palette: looks.take(palette: record)
      case WorkbookRecord.Number.sharedStrings: takeTexts(records.continued(record))
      default: continue
      }
    }
    if records.isCutOff { throw .damaged(WorkbookGlobals.format, "it breaks off before its sheets") }
    styles = looks.styles()
  }

  private mutating func takeSheet(_ record: WorkbookRecord) {
    var rest = ContinuedRecord(record, from: 6)
    guard let offset = record.uint32(0), let state = record.uint8(4), let kind = record.uint8(5) else { return }
    sheets.append(
      Sheet(name: rest.text(isShort: true) ?? "", offset: offset, isHidden: state & 3 != 0, isWorksheet: kind == 0))
  }

  private mutating func takeTexts(_ record: ContinuedRecord) {
    var record = record
    record.skip(4)
    guard let count = record.uint32() else { return }
    // As many as there are, whatever it claims.
    while texts.count < count, let text = record.text() { texts.append(text) }
  }
}
