import Containers

/// A record of a workbook stream ([MS-XLS] 2.1.4).
struct WorkbookRecord {
  let number: Int
  let body: Range<Int>
  /// The whole stream.
  let bytes: [UInt8]

  /// nil past the end of the record.
  func uint8(_ offset: Int) -> Int? { offset < body.count ? Int(bytes[body.lowerBound + offset]) : nil }

  func uint16(_ offset: Int) -> Int? {
    offset + 2 <= body.count ? bytes.uint16(at: body.lowerBound + offset) : nil
  }

  func uint32(_ offset: Int) -> Int? {
    offset + 4 <= body.count ? bytes.uint32(at: body.lowerBound + offset) : nil
  }

  func double(_ offset: Int) -> Double? {
    offset + 8 <= body.count ? bytes.uint64(at: body.lowerBound + offset).map { Double(bitPattern: $0) } : nil
  }

  enum Number {
    static let bof = 0x0809
    static let eof = 0x000A
    static let continuation = 0x003C
    // The workbook.
    static let filePassword = 0x002F
    static let dateMode = 0x0022
    static let boundSheet = 0x0085
    static let font = 0x0031
    static let format = 0x041E
    static let extendedFormat = 0x00E0
    static let palette = 0x0092
    static let sharedStrings = 0x00FC
    // A sheet.
    static let row = 0x0208
    static let defaultRowHeight = 0x0225
    static let columnInfo = 0x007D
    static let mergedCells = 0x00E5
    static let blank = 0x0201
    static let blanks = 0x00BE
    static let number = 0x0203
    static let rk = 0x027E
    static let rks = 0x00BD
    static let label = 0x0204
    static let richLabel = 0x00D6
    static let sharedLabel = 0x00FD
    static let booleanOrError = 0x0205
    static let formula = 0x0006
    static let string = 0x0207
  }
}

/// The records of a workbook stream, one after another.
struct WorkbookRecords {
  private let bytes: [UInt8]
  /// Of the next one.
  private(set) var position: Int
  /// The stream ended within a record.
  private(set) var isCutOff = false

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  mutating func next() -> WorkbookRecord? {
    guard let number = bytes.uint16(at: position), let length = bytes.uint16(at: position + 2) else {
      isCutOff = true
      return nil
    }
    let start = position + 4
    guard length <= bytes.count - start else {
      isCutOff = true
      return nil
    }
    position = start + length
    return WorkbookRecord(number: number, body: start..<position, bytes: bytes)
  }

  /// The record with those that continue it.
  mutating func continued(_ record: WorkbookRecord) -> ContinuedRecord {
    var pieces = [record.body]
    while bytes.uint16(at: position) == WorkbookRecord.Number.continuation, let next = next() {
      pieces.append(next.body)
    }
    return ContinuedRecord(bytes, pieces)
  }
}
