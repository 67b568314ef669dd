import Containers
import PageContent

/// The text of a binary Word document ([MS-DOC]) without any structure: enough to count what a conversion has to keep.
struct BinaryWordText {
  /// The main text, but for what fields are made of. nil in documents before Word 97, which store it otherwise.
  let text: String?
  /// The tables in it, those in other tables not counted; nil where that cannot be told.
  private(set) var tableCount: Int?

  static let stream = "WordDocument"

  /// Of the file information block.
  private enum Offset {
    static let version = 2
    static let flags = 10
    static let textLength = 76
    static let pieces = 418
  }

  private static let word97 = 0x00C1
  private static let encrypted = 0x0100
  private static let otherTable = 0x0200

  static func isWord97(_ document: [UInt8]) -> Bool {
    document.uint16(at: 0) == 0xA5EC && document.uint16(at: Offset.version) ?? 0 >= word97
  }

  /// - Parameter document: the stream of that name.
  /// - Throws: `.encrypted`
  init(_ document: [UInt8], in file: CompoundFile) throws(InputError) {
    let flags = document.uint16(at: Offset.flags) ?? 0
    if flags & BinaryWordText.encrypted != 0 { throw .encrypted("Word document") }
    guard BinaryWordText.isWord97(document), let length = document.uint32(at: Offset.textLength),
      let start = document.uint32(at: Offset.pieces), let size = document.uint32(at: Offset.pieces + 4),
      let table = try file.stream(flags & BinaryWordText.otherTable != 0 ? "1Table" : "0Table"), start < table.count
    else {
      text = nil
      return
    }
    let pieces = Array(table[start..<min(start + size, table.count)])
    let runs = BinaryTableRuns(document, table: table)
    var tables = TableCount()
    text = BinaryWordText.text(of: document, BinaryWordText.pieceTable(pieces), length) { unit, place in
      tables.take(unit) { runs.isInTable(place) }
    }
    tableCount = runs.isEmpty ? nil : tables.count
  }

  /// Counts tables by the ends of their paragraphs.
  private struct TableCount {
    private(set) var count = 0
    private var isInTable = false

    mutating func take(_ unit: UInt16, isInTable: () -> Bool) {
      // Cells and rows end with a mark of their own; paragraphs, also those in cells, with a line end or a page break.
      guard unit == 0x07 || unit == 0x0D || unit == 0x0C else { return }
      let isInside = unit == 0x07 || isInTable()
      if isInside, !self.isInTable { count += 1 }
      self.isInTable = isInside
    }
  }

  /// The table of pieces behind what changes them.
  private static func pieceTable(_ bytes: [UInt8]) -> [UInt8] {
    var position = 0
    while position < bytes.count, bytes[position] == 1, let size = bytes.uint16(at: position + 1) {
      position += 3 + size
    }
    guard position < bytes.count, bytes[position] == 2 else { return [] }
    return Array(bytes[min(position + 5, bytes.count)...])
  }

  /// - Parameter each: takes each character with its place in the stream.
  private static func text(
    of document: [UInt8], _ table: [UInt8], _ length: Int, each: (UInt16, Int) -> Void
  ) -> String {
    // One place more than pieces, in characters; then eight bytes for each piece.
    let count = max(0, (table.count - 4) / 12)
    var units: [UInt16] = []
    for piece in 0..<count {
      guard let first = table.uint32(at: piece * 4), let last = table.uint32(at: piece * 4 + 4),
        let place = table.uint32(at: (count + 1) * 4 + piece * 8 + 2), first <= last
      else { break }
      // No more than the document holds, whatever pieces claim.
      let wanted = min(last - first, length - units.count, document.count - units.count)
      let isNarrow = place & 0x4000_0000 != 0
      let start = isNarrow ? (place & 0x3FFF_FFFF) / 2 : place
      for index in 0..<max(0, wanted) {
        let place = start + (isNarrow ? index : 2 * index)
        guard let unit = isNarrow ? document.uint8(at: place) : document.uint16(at: place) else { break }
        units.append(UInt16(unit))
        each(UInt16(unit), place)
      }
    }
    return String(decoding: withoutFieldCodes(units), as: UTF16.self)
  }

  /// Fields nest: what stands between their beginning and their separator is none of the text.
  private static func withoutFieldCodes(_ units: [UInt16]) -> [UInt16] {
    var depth: [Bool] = []
    return units.filter { unit in
      switch unit {
      case 0x13: depth.append(true)
      case 0x14: if !depth.isEmpty { depth[depth.count - 1] = false }
      case 0x15: depth.removeLast(min(1, depth.count))
      default: return !depth.contains(true)
      }
      // Letters on both sides of a mark are not one word.
      return true
    }
  }
}

extension [UInt8] {
  fileprivate func uint8(at offset: Int) -> Int? { indices.contains(offset) ? Int(self[offset]) : nil }
}
