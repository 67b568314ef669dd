/// A rectangle of cells, in the notation of spreadsheets: `B3`, `A1:D4`. Rows and columns count from 1.
public struct CellRange: Hashable, Sendable {
  // Places are many: half the size.
  private var top: Int32
  private var bottom: Int32
  private var left: Int32
  private var right: Int32

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    top = Int32(clamping: rows.lowerBound)
    bottom = Int32(clamping: rows.upperBound)
    left = Int32(clamping: columns.lowerBound)
    right = Int32(clamping: columns.upperBound)
  }

  public init(row: Int, column: Int) { self.init(rows: row...row, columns: column...column) }

  public var firstRow: Int { Int(top) }
  public var lastRow: Int { Int(bottom) }
  public var firstColumn: Int { Int(left) }
  public var lastColumn: Int { Int(right) }

  public func union(_ other: CellRange) -> CellRange {
    CellRange(
      rows: min(firstRow, other.firstRow)...max(lastRow, other.lastRow),
      columns: min(firstColumn, other.firstColumn)...max(lastColumn, other.lastColumn))
  }

  package func sharesRow(with other: CellRange) -> Bool { top <= other.bottom && other.top <= bottom }

  package func contains(row: Int, column: Int) -> Bool {
    firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn
  }
}

extension CellRange: CustomStringConvertible {
  /// `B3`, or `B3:D4` where it is more than one cell.
  public var description: String {
    let first = CellRange.letters(of: firstColumn) + "\(firstRow)"
    return top == bottom && left == right ? first : first + ":" + CellRange.letters(of: lastColumn) + "\(lastRow)"
  }

  /// Reads what `description` writes, also with the `$` of absolute references; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let ends = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = ends.first.flatMap({ CellRange.cell($0) }) else { return nil }
    let last = ends.count == 2 ? CellRange.cell(ends[1]) : first
    guard let last else { return nil }
    self.init(
      rows: min(first.row, last.row)...max(first.row, last.row),
      columns: min(first.column, last.column)...max(first.column, last.column))
  }

  /// A column's letters: A, Z, AA.
  package static func letters(of column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// One cell: `B3`.
  package static func cell(_ text: some Sequence<UInt8>) -> (row: Int, column: Int)? {
    var row = 0
    var column = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard row == 0, column < 100_000 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard column > 0, row < 100_000_000 else { return nil }
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    return row > 0 && column > 0 ? (row, column) : nil
  }
}
