import PageContent

/// What kinds of cells the rows of a table hold.
struct StripRows {
  let count: Int
  /// The rows with words, and those with figures, ascending; a row of column numbers counts as neither.
  private(set) var texts: [Int] = []
  private(set) var values: [Int] = []
  /// The row that numbers the columns, at the foot of the header.
  private(set) var numberRow: Int?
  /// Where the header's texts end.
  private(set) var headerEnd: Int?
  private var integers: [Int: [Int]] = [:]
  private var cells: [Int: [String]] = [:]
  /// The first row that begins a list of line items, or that is a total of them without its figures.
  private var firstItem: Int?

  init(_ table: Table) {
    count = table.rowCount
    for cell in table.cells where !cell.text.isEmpty {
      if !StripRows.isValue(cell.text) { headerEnd = max(headerEnd ?? 0, cell.rows.upperBound) }
      cells[cell.row, default: []].append(TextJoin.squashed(cell.text))
    }
    for row in cells.keys.sorted() {
      let texts = cells[row] ?? []
      let integers = texts.compactMap { NumericToken.integer(Array($0.unicodeScalars)[...]) }
      self.integers[row] = integers
      let rest = texts.filter { NumericToken.integer(Array($0.unicodeScalars)[...]) == nil }
      let counts = zip(integers, integers.dropFirst()).allSatisfy { $1 == $0 + 1 }
      let isMarked = rest.allSatisfy(StripRows.isNumberMark)
      if numberRow == nil, values.isEmpty, counts, integers.first == 1, isMarked, integers.count >= 3 || !rest.isEmpty {
        numberRow = row
        continue
      }
      if texts.contains(where: { !StripRows.isValue($0) }) { self.texts.append(row) }
      if texts.contains(where: StripRows.isValue) { values.append(row) }
      let isItem = texts.contains(where: StripRows.isListed) || isTotal(texts, row, of: table)
      if firstItem == nil, isItem { firstItem = row }
    }
  }

  /// The first row below the header.
  var firstBody: Int? { [values.first, firstItem].compactMap { $0 }.min() }

  var firstValue: Int? { values.first }

  /// Whether there are words in the header alone.
  var isUnlabelled: Bool {
    guard let last = texts.last else { return false }
    return values.allSatisfy { $0 > last }
  }

  func words(_ row: Int) -> Set<String> { Set((cells[row] ?? []).filter { !StripRows.isValue($0) }) }

  /// The text that a row begins with, unless it is a figure.
  func firstWord(_ row: Int) -> String? { cells[row]?.first.flatMap { StripRows.isValue($0) ? nil : $0 } }

  func numbers(_ row: Int) -> [Int] { integers[row] ?? [] }

  /// Whether a row could number further columns.
  func isNumbered(_ row: Int) -> Bool {
    let integers = numbers(row)
    let rest = (cells[row] ?? []).filter {
      !StripRows.isNumberMark($0) && NumericToken.integer(Array($0.unicodeScalars)[...]) == nil
    }
    return !integers.isEmpty && zip(integers, integers.dropFirst()).allSatisfy { $1 == $0 + 1 } && rest.isEmpty
  }

  /// What stands over the labels in a row of column numbers.
  private static func isNumberMark(_ text: String) -> Bool {
    text.hasPrefix("栏次") || text.hasPrefix("列次") || text.allSatisfy { $0 == "*" }
  }

  /// 合计 alone over all labels; a head of that name stands over figures.
  private func isTotal(_ texts: [String], _ row: Int, of table: Table) -> Bool {
    guard row > 0, texts.count == 1, StripRows.totals.contains(texts[0]) else { return false }
    return table.cells.contains { $0.row == row && $0.column == 0 && !$0.text.isEmpty }
  }

  private static let totals: Set<String> = ["合计", "总计"]

  private static func isValue(_ text: String) -> Bool { NumericToken.isValue(Array(text.unicodeScalars)[...]) }

  /// 一、…, 1.…: the first of a list of line items.
  private static func isListed(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(2))
    return scalars.count == 2 && "一1１".unicodeScalars.contains(scalars[0]) && "、.．".unicodeScalars.contains(scalars[1])
  }
}
