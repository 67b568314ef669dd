/// The lines of a table set in a fixed pitch, told apart by what they are.
struct AlignedRows {
  /// Words over the columns, line by line.
  var header: [[PlacedWord]]
  /// 栏次, empty where columns are not numbered.
  var numbering: [PlacedWord]
  var body: [[PlacedWord]]
  /// The index of the first line of the body.
  let bodyStart: Int

  /// A header as tall as this is none.
  private static let tallestHeader = 16

  init?(_ lines: [[PlacedWord]]) {
    let numberRow = lines.firstIndex(where: Self.holdsColumnNumbers)
    let firstFigures = lines.firstIndex {
      $0.count > 1 && $0.contains(where: \.isValue) && !Self.holdsColumnNumbers($0)
    }
    let isNumbered = numberRow.map { $0 < firstFigures ?? lines.count } ?? false
    // Without figures: what stands below the column numbers, or 合计 alone.
    let firstTotal = lines.indices.dropFirst().first { lines[$0].count == 1 && lines[$0][0].isTotal }
    let start = firstFigures ?? (isNumbered ? numberRow.map { $0 + 1 } : firstTotal) ?? lines.count
    var end = start
    numbering = []
    if isNumbered, let numberRow {
      numbering = lines[numberRow]
      end = numberRow
      // Labels without figures between the numbers and the first figures are rows.
      bodyStart = numberRow + 1
    } else {
      // So is what stands below the header's last line of several words.
      bodyStart = start
    }
    guard end <= Self.tallestHeader else { return nil }
    header = Array(lines[..<end])
    body = Array(lines[bodyStart...])
    leaveOutCodeParts()
  }

  /// 类, 款 and 项 over codes that are printed in one say nothing: the codes reach over their columns.
  private mutating func leaveOutCodeParts() {
    let codes = body.compactMap(\.first).filter(\.isWhole)
    func leaveOut(_ row: inout [PlacedWord]) {
      let parts = row.filter(\.isCodePart)
      guard parts.count > 1 else { return }
      let areJoined = codes.contains { code in parts.count { $0.columns.overlaps(code.columns) } > 1 }
      if areJoined { row.removeAll(where: \.isCodePart) }
    }
    for line in header.indices { leaveOut(&header[line]) }
    for line in body.indices { leaveOut(&body[line]) }
  }

  /// Whether a row's figures only count columns: 栏次 1 2 3, or ** 1 2 3.
  static func holdsColumnNumbers(_ row: [PlacedWord]) -> Bool {
    let numbers = row.filter(\.isValue).map(\.integer)
    guard let first = numbers.first, let first, first <= 2, row.contains(where: \.isColumnMark) || numbers.count > 1,
      row.contains(where: \.isColumnMark) || row.allSatisfy(\.isValue)
    else { return false }
    return numbers.counts(from: first)
  }
}
