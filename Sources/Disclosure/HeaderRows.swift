import PageContent
import TableStructure

/// Where a table's header ends: its caption, its heads, the row that numbers the columns, then the body.
struct HeaderRows {
  /// The rows that only carry title, unit or department.
  let caption: Range<Int>
  /// 栏次
  let columnNumbers: Int?
  /// The first row of the body.
  let bodyStart: Int

  init(_ grid: TableGrid, _ catalogue: Catalogue) {
    let rows = Reader(grid: grid, catalogue: catalogue)
    let caption = 0..<rows.captionRowCount()
    let below = caption.upperBound..<grid.rowCount
    let start: Int
    if let evidence = below.first(where: rows.isBody) {
      start = rows.labelStart(above: evidence, below: caption.upperBound)
    } else {
      // Nothing but a header: the body is the blank rows below its last words.
      let lastText = below.last { row in
        grid.cells(beginningIn: row).contains { !grid.normalised[$0].isEmpty }
      }
      start = min((lastText ?? caption.upperBound) + 1, grid.rowCount)
    }
    self.caption = caption
    bodyStart = start
    columnNumbers = (caption.upperBound..<max(caption.upperBound, start)).first(where: rows.isColumnNumbers)
  }
}

extension HeaderRows {
  fileprivate struct Reader {
    let grid: TableGrid
    let catalogue: Catalogue

    private func texts(of row: Int) -> [Int] { grid.cells(beginningIn: row).filter { !grid.normalised[$0].isEmpty } }

    func captionRowCount() -> Int {
      var count = 0
      while count < min(4, grid.rowCount - 1) {
        let texts = texts(of: count)
        if texts.isEmpty, count == 0 { break }
        guard !texts.isEmpty, texts.allSatisfy(statesCaption) || isTitle(texts) else { break }
        count += 1
      }
      return count
    }

    private func statesCaption(_ index: Int) -> Bool {
      let text = grid.normalised[index]
      return MonetaryUnit(stated: text) != nil && text.holds("单位")
        || Caption.department(in: text) != nil || TableNumber.alone(text) != nil
    }

    /// In a text there are no spans: a title stands alone in its row.
    private func isTitle(_ texts: [Int]) -> Bool {
      guard texts.count == 1, let text = texts.first else { return false }
      let spansAll = grid.table.cells[text].columnSpan == grid.columnCount && grid.columnCount > 1
      return spansAll && grid.normalised[text].holds("表")
        || grid.table.origin != .rulings && grid.normalised[text].ends(with: "表")
    }

    /// 栏次: the row that numbers the columns.
    func isColumnNumbers(_ row: Int) -> Bool {
      var count = 0
      var marks = 0
      var numbers = 0
      var last: Int?
      var isRun = true
      var isHeaded = false
      for column in 0..<grid.columnCount {
        guard let text = grid.text(beginningIn: row, column), !text.isEmpty else { continue }
        if catalogue.isWord(text, .columnNumbers) { return true }
        // The end of a head above that overflows its cell.
        if count == 0 { isHeaded = catalogue.words(.columnNumbers).texts.contains(where: text.ends) }
        count += 1
        if let number = Int(text) {
          isRun = isRun && number == (last.map { $0 + 1 } ?? 1)
          last = number
          numbers += 1
        } else if text.utf8.allSatisfy({ $0 == UInt8(ascii: "*") }) {
          marks += 1
        }
      }
      if isHeaded, numbers == count - 1 { return true }
      // 1, 2, 3, … without a word but ** over the labels: a header's last row, never amounts.
      if marks == count, count >= 2 { return true }
      return numbers + marks == count && (numbers >= 3 || numbers > 0 && marks > 0) && isRun
    }

    func isBody(_ row: Int) -> Bool {
      if isColumnNumbers(row) { return false }
      let indices = texts(of: row)
      guard let first = indices.first else { return false }
      if indices.contains(where: { isBodyText(grid.normalised[$0], row) }) { return true }
      if indices.count == 1 { return row > 0 && isLabelAlone(first, row) }
      // The total row of a table that splits codes: 类, 款, 项 beside 合计.
      let others = indices.filter { !catalogue.isCodePart(grid.normalised[$0]) }
      return others.count == 1 && others.count < indices.count && catalogue.totals.contains(grid.normalised[others[0]])
    }

    /// Where the label begins whose last line stands in a row: its first lines may have rows of their own.
    func labelStart(above row: Int, below top: Int) -> Int {
      for start in (max(top, row - Self.mostLines)..<row).reversed() {
        guard let first = texts(of: start).first, texts(of: start).count == 1, !isColumnNumbers(start) else {
          return row
        }
        let column = grid.table.cells[first].column
        let label = (start...row).compactMap { grid.text(beginningIn: $0, column) }.joined()
        if Wording.hasOrdinal(label), catalogue.isLabel(label) { return start }
      }
      return row
    }

    private static let mostLines = 2

    /// A figure, a code or a numbered line item: none of these stands in a header.
    private func isBodyText(_ text: String, _ row: Int) -> Bool {
      isNumber(text) || row > 0 && Lexeme(text).kind == .dash || CodedName(text) != nil
        || Wording.hasOrdinal(text) && catalogue.isLabel(text)
    }

    private func isNumber(_ text: String) -> Bool { Lexeme(text).number != nil }

    /// Whether the only text of a row is a note or labels the row.
    private func isLabelAlone(_ index: Int, _ row: Int) -> Bool {
      let text = grid.normalised[index]
      let cell = grid.table.cells[index]
      let spansTable = cell.columnSpan == grid.columnCount
      if catalogue.isNoteRow(text, spansTable: spansTable) { return true }
      guard grid.cell(row, 0)?.row == row else { return false }
      // 合计 in a row of its own is the total row; among other words, or under a head that hangs down beside it, it heads
      // a column.
      if catalogue.totals.contains(text) { return true }
      // 本年支出 alone over further heads, in a text that tells no spans, labels nothing.
      let isHead =
        cell.column > 0 && row + 1 < grid.rowCount
        && (isColumnNumbers(row + 1)
          || texts(of: row + 1).count { !isNumber(grid.normalised[$0]) } > 1)
      return catalogue.isLabel(text) && !spansTable && !isHead
    }
  }
}
