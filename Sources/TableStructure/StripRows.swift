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
  private let cells: [Cell]
  /// The first row that begins a list of line items, or that is a total of them without its figures.
  private var firstItem: Int?

  /// How much of a table is looked at.
  enum Part {
    case whole
    /// To the first row of figures: enough to tell where its body begins.
    case head
  }

  init(_ table: Table, _ part: Part = .whole) {
    count = table.rowCount
    cells = table.cells
    // Cells stand in the order of their rows.
    var start = 0
    while start < cells.count, part == .whole || values.isEmpty {
      var end = start + 1
      while end < cells.count, cells[end].row == cells[start].row { end += 1 }
      read(start..<end)
      start = end
    }
  }

  /// Takes in the cells of a row.
  private mutating func read(_ range: Range<Int>) {
    var texts: [String] = []
    for index in range where !cells[index].text.isEmpty {
      if !Lexeme(cells[index].text).isValue { headerEnd = max(headerEnd ?? 0, cells[index].rows.upperBound) }
      texts.append(TextJoin.squashed(cells[index].text))
    }
    if texts.isEmpty { return }
    let row = cells[range.lowerBound].row
    if numberRow == nil, values.isEmpty, StripRows.numberColumns(texts) {
      numberRow = row
      return
    }
    if texts.contains(where: { !Lexeme($0).isValue }) { self.texts.append(row) }
    if texts.contains(where: { Lexeme($0).isValue }) { values.append(row) }
    if firstItem == nil, texts.contains(where: StripRows.isListed) || isTotal(texts, in: range) { firstItem = row }
  }

  /// The first row below the header.
  var firstBody: Int? { [values.first, firstItem].compactMap { $0 }.min() }

  var firstValue: Int? { values.first }

  /// Whether there are words in the header alone.
  var isUnlabelled: Bool {
    guard let last = texts.last else { return false }
    return values.allSatisfy { $0 > last }
  }

  func words(_ row: Int) -> Set<String> { Set(texts(of: row).filter { !Lexeme($0).isValue }) }

  /// The text that a row begins with, unless it is a figure.
  func firstWord(_ row: Int) -> String? { texts(of: row).first.flatMap { Lexeme($0).isValue ? nil : $0 } }

  func numbers(_ row: Int) -> [Int] { StripRows.integers(texts(of: row)) }

  /// Whether a row could number further columns.
  func isNumbered(_ row: Int) -> Bool {
    let texts = texts(of: row)
    let integers = StripRows.integers(texts)
    return !integers.isEmpty && zip(integers, integers.dropFirst()).allSatisfy { $1 == $0 + 1 }
      && texts.allSatisfy { StripRows.isNumberMark($0) || StripRows.integer($0) != nil }
  }

  /// The texts of the cells that begin in a row, without layout spaces; empty cells left out.
  private func texts(of row: Int) -> [String] {
    let first = cells.partitionPoint { $0.row >= row }
    return cells[first...].prefix { $0.row == row }.filter { !$0.text.isEmpty }.map { TextJoin.squashed($0.text) }
  }

  /// Whether the texts of a row number the columns from the first.
  private static func numberColumns(_ texts: [String]) -> Bool {
    let integers = integers(texts)
    return integers.first == 1 && (integers.count >= 3 || integers.count < texts.count)
      && zip(integers, integers.dropFirst()).allSatisfy { $1 == $0 + 1 }
      && texts.allSatisfy { integer($0) != nil || isNumberMark($0) }
  }

  private static func integer(_ text: String) -> Int? { Lexeme(text).smallInteger }

  private static func integers(_ texts: [String]) -> [Int] { texts.compactMap(integer) }

  /// What stands over the labels in a row of column numbers.
  private static func isNumberMark(_ text: String) -> Bool {
    text.begins(with: "栏次") || text.begins(with: "列次") || text.unicodeScalars.allSatisfy { $0 == "*" }
  }

  /// 合计 alone over all labels; a head of that name stands over figures.
  private func isTotal(_ texts: [String], in range: Range<Int>) -> Bool {
    guard cells[range.lowerBound].row > 0, texts.count == 1, texts[0] == "合计" || texts[0] == "总计" else { return false }
    return cells[range].contains { $0.column == 0 && !$0.text.isEmpty }
  }

  /// 一、…, 1.…: the first of a list of line items.
  private static func isListed(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, "一1１".unicodeScalars.contains(first) else { return false }
    return scalars.dropFirst().first.map("、.．".unicodeScalars.contains) ?? false
  }
}
