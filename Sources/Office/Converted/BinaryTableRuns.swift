import Containers
import PageContent

/// Which paragraphs of a binary Word document stand in tables, by where their characters lie in its stream: the pages of
/// paragraph properties ([MS-DOC] PlcBtePapx and PapxFkp).
struct BinaryTableRuns {
  private struct Run {
    var end: Int
    var isInTable: Bool
  }

  /// In the order of the stream.
  private var runs: [Run] = []
  var isEmpty: Bool { runs.isEmpty }

  private static let pageSize = 512
  private static let pages = 258

  /// - Parameters:
  ///   - document: the stream of the text.
  ///   - table: the stream that its information block points into.
  init(_ document: [UInt8], table: [UInt8]) {
    guard let start = document.uint32(at: BinaryTableRuns.pages),
      let size = document.uint32(at: BinaryTableRuns.pages + 4)
    else { return }
    // One place more than pages, then the numbers of the pages; no more of them than the stream holds.
    let count = max(0, (size - 4) / 8)
    for index in 0..<min(count, document.count / BinaryTableRuns.pageSize) {
      guard let page = table.uint32(at: start + (count + 1 + index) * 4) else { break }
      add(document, page: (page & 0x3F_FFFF) * BinaryTableRuns.pageSize)
    }
    runs.sort { $0.end < $1.end }
  }

  private mutating func add(_ document: [UInt8], page: Int) {
    guard page + BinaryTableRuns.pageSize <= document.count else { return }
    let count = Int(document[page + BinaryTableRuns.pageSize - 1])
    for index in 0..<count {
      let entry = page + (count + 1) * 4 + index * 13
      guard entry < page + BinaryTableRuns.pageSize, let end = document.uint32(at: page + (index + 1) * 4) else {
        return
      }
      let offset = Int(document[entry]) * 2
      runs.append(Run(end: end, isInTable: offset > 0 && BinaryTableRuns.isInTable(document, at: page + offset)))
    }
  }

  /// Reads the properties of a paragraph: their size, in words, its style, and one after the other.
  private static func isInTable(_ document: [UInt8], at offset: Int) -> Bool {
    guard document.indices.contains(offset + 1) else { return false }
    let isLong = document[offset] == 0
    let size = isLong ? Int(document[offset + 1]) * 2 : Int(document[offset]) * 2 - 1
    var position = offset + (isLong ? 2 : 1) + 2
    let end = min(position - 2 + size, document.count)
    while position + 2 < end, let property = document.uint16(at: position) {
      switch property {
      case inTable: return document[position + 2] != 0
      // Only the ends of rows have properties that lie elsewhere.
      case elsewhere, elsewhereToo: return true
      default: break
      }
      // The upper bits tell how long the value is.
      switch property >> 13 {
      case 0, 1: position += 3
      case 2, 4, 5: position += 4
      case 3: position += 6
      case 7: position += 5
      default:
        let length =
          property == rowDefinition ? (document.uint16(at: position + 2) ?? 0) + 1 : Int(document[position + 2])
        position += 3 + length
      }
    }
    return false
  }

  private static let inTable = 0x2416
  private static let elsewhere = 0x6645
  private static let elsewhereToo = 0x6646
  private static let rowDefinition = 0xD608

  func isInTable(_ place: Int) -> Bool {
    let index = runs.partitionPoint { $0.end > place }
    return index < runs.count && runs[index].isInTable
  }
}
