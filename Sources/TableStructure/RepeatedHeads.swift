import PageContent

/// Joins the pieces of a table in a text: those that repeat title and head where a page began, and those that only the
/// markup, or a blank line, parts.
package enum RepeatedHeads {
  /// The most lines that stand above a table.
  private static let longestCaption = 9

  package static func joined(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    // The last table, and the lines above it.
    var last: (index: Int, caption: Set<String>)?
    for block in blocks {
      guard case .table(let piece) = block else {
        result.append(block)
        continue
      }
      let above = lines(above: result.count, in: result, from: last.map { $0.index + 1 } ?? 0)
      if let (index, caption) = last, result.count - index - 1 == above.count,
        above.allSatisfy({ repeats($0, caption) }), case .table(let table) = result[index],
        let whole = joined(table, piece, isApart: !above.isEmpty)
      {
        result.removeSubrange((index + 1)...)
        result[index] = .table(whole)
        last = (index, caption.union(above))
      } else {
        last = (result.count, Set(above))
        result.append(block)
      }
    }
    return result
  }

  private static func lines(above end: Int, in blocks: [Block], from start: Int) -> [String] {
    blocks[max(start, end - longestCaption)..<end].compactMap { block in
      if case .paragraph(let paragraph) = block { TextJoin.squashed(paragraph.text) } else { nil }
    }
  }

  /// Whether a line above a piece says no more than that the table goes on.
  private static func repeats(_ line: String, _ caption: Set<String>) -> Bool {
    caption.contains(line) || line.unicodeScalars.contains("续") && line.unicodeScalars.count < 40
      || PageNumber(line) != nil
  }

  /// The table with its next piece, whose head it repeats: words side by side. A piece right below of marked up cells may
  /// go on without. nil where the piece begins with the same label as the table's own rows, as the next table of the same
  /// form does.
  private static func joined(_ table: Table, _ piece: Table, isApart: Bool) -> Table? {
    let losesBlanks = table.losesBlanks || piece.losesBlanks
    guard table.origin == piece.origin, losesBlanks || table.columnCount == piece.columnCount else { return nil }
    let (count, start) = repeatedRows(of: table, in: piece)
    let isHead = (0..<count).contains { row in
      let texts = texts(of: piece, row: row)
      return texts.count > 1 && texts.allSatisfy { !Lexeme($0).isValue }
    }
    let goesOn = !isApart && !losesBlanks && count == 0 && (table.origin == .markup || table.origin == .commas)
    guard isHead || goesOn && texts(of: piece, row: 0).contains(where: { Lexeme($0).isValue }), count < piece.rowCount,
      start + count < table.rowCount
    else { return nil }
    let label = label(of: piece, row: count)
    if isHead, label != nil, label == self.label(of: table, row: start + count) { return nil }
    return appended(piece, from: count, to: table)
  }

  /// The number of rows at the head of `piece` that stand at the head of `table` too, and where they begin there: a title
  /// row of the first piece may be missing from the next.
  private static func repeatedRows(of table: Table, in piece: Table) -> (count: Int, start: Int) {
    var best = (count: 0, start: 0)
    for start in 0..<min(3, table.rowCount) {
      var count = 0
      while count < piece.rowCount, start + count < table.rowCount,
        texts(of: table, row: start + count) == texts(of: piece, row: count), !texts(of: piece, row: count).isEmpty
      {
        count += 1
      }
      if count > best.count { best = (count, start) }
    }
    // A cell that hangs down from the repeated rows would be torn from its text.
    while best.count > 0,
      piece.cells.contains(where: { $0.row < best.count && $0.row + $0.rowSpan > best.count })
    {
      best.count -= 1
    }
    return best
  }

  private static func appended(_ piece: Table, from first: Int, to table: Table) -> Table {
    var result = table
    result.losesBlanks = table.losesBlanks || piece.losesBlanks
    result.columnCount = max(table.columnCount, piece.columnCount)
    result.breaks.append(table.rowCount)
    result.breaks += piece.breaks.filter { $0 > first }.map { $0 - first + table.rowCount }
    result.cells += piece.cells.filter { $0.row >= first }.map { cell in
      var cell = cell
      cell.row += table.rowCount - first
      return cell
    }
    result.rowCount += piece.rowCount - first
    return result
  }

  private static func label(of table: Table, row: Int) -> String? {
    texts(of: table, row: row).first { !Lexeme($0).isValue }
  }

  /// The texts of the cells that begin in a row, without layout spaces; empty cells left out.
  private static func texts(of table: Table, row: Int) -> [String] {
    let first = table.cells.partitionPoint { $0.row >= row }
    return table.cells[first...].prefix { $0.row == row }.filter { !$0.text.isEmpty }.map { TextJoin.squashed($0.text) }
  }
}
