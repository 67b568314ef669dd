import PageContent

/// Joins tables side by side: the further columns of a table that was wider than its page, printed on the pages after it.
enum StripJoin {
  /// The strips with the one that a piece begins beside them, or nil where it is a table of its own: its rows must be the
  /// table's rows, its header the further part of the table's header, and what it says must not be able to stand alone.
  static func widened(_ strips: [Strip], by piece: Table) -> [Strip]? {
    let table = strips[0].table
    guard let last = strips.last, table.rowCount >= 2, piece.rowCount >= 2, !PieceJoin.opensAnew(piece),
      strips.allSatisfy({ PieceJoin.repeatedRows(of: $0.table, in: piece).count == 0 })
    else { return nil }
    // Without rules, only column numbers that count on tell further columns from another table.
    guard table.origin == .rulings && piece.origin == .rulings || StripRows(table, .head).numberRow != nil
    else { return nil }
    let own = StripRows(piece)
    // Labels of its own in the same columns are further rows.
    guard let firstText = own.texts.first, firstText <= 2, own.isUnlabelled || !hasSameColumns(piece, table)
    else { return nil }
    let left = StripRows(table)
    // A header alone goes on below.
    let hasBody = !left.values.isEmpty || own.values.isEmpty || table.rowCount >= piece.rowCount
    guard hasBody, left.numberRow != nil || !hasSameColumns(piece, table) || !repeatsLabels(own, of: left)
    else { return nil }
    let sideHeader = own.isUnlabelled ? nil : otherSideHeader(of: piece, own, beside: left, table)
    guard own.isUnlabelled || sideHeader != nil else { return nil }
    var first = strips[0]
    let ownHeader: Int
    if let numberRow = left.numberRow {
      // 栏次 counts on.
      let before =
        strips.count == 1
        ? left.numbers(numberRow).last : StripRows(last.table, .head).numbers(last.headerRows).last
      guard let before,
        let next = (0..<min(piece.rowCount, numberRow + 4)).first(where: {
          own.numbers($0).first == before + 1 && own.isNumbered($0)
        })
      else { return nil }
      first.headerRows = numberRow
      ownHeader = next
    } else {
      guard let header = left.firstBody ?? left.headerEnd, let end = sideHeader ?? own.headerEnd else { return nil }
      // Where no value says so, the first rows of a body may pass for the header.
      first.headerRows = piece.rowCount == table.rowCount ? min(header, end) : header
      ownHeader = piece.rowCount == table.rowCount ? first.headerRows : end
    }
    let next = Strip(table: piece, headerRows: ownHeader)
    guard ownHeader > 0, first.headerRows > 0, next.bodyRows > 0, next.bodyRows <= first.bodyRows else { return nil }
    return [first] + strips.dropFirst() + [next]
  }

  /// Whether most rows of words begin as those of the table do, as in a form that is filled in for one project after the
  /// other.
  private static func repeatsLabels(_ own: StripRows, of left: StripRows) -> Bool {
    let repeated = own.texts.count { row in own.firstWord(row).map { $0 == left.firstWord(row) } ?? false }
    return repeated * 2 > own.texts.count
  }

  /// Where the header ends in a strip with labels of its own, another side of the table; nil where it is none: the words
  /// of the first side's header head it, and its labels are others.
  private static func otherSideHeader(of piece: Table, _ own: StripRows, beside left: StripRows, _ table: Table) -> Int?
  {
    guard own.count >= 5, let body = left.firstBody, !hasSameColumns(piece, table) else { return nil }
    let words = (0..<body).reduce(into: Set<String>()) { $0.formUnion(left.words($1)) }
    let heads = piece.cells.filter { $0.row < body && words.contains(TextJoin.squashed($0.text)) }
    guard let header = heads.map(\.rows.upperBound).max(), header <= body else { return nil }
    let pairs = zip(header..<own.count, body..<left.count)
    let same = pairs.count { !own.words($0).isDisjoint(with: left.words($1)) }
    return same * 4 <= own.count - header ? header : nil
  }

  private static func hasSameColumns(_ a: Table, _ b: Table) -> Bool {
    a.columnCount == b.columnCount && zip(a.boundaries, b.boundaries).allSatisfy { abs($0 - $1) <= PieceJoin.stray }
  }

  /// One table of strips with the same rows.
  static func joined(_ strips: [Strip]) -> Table {
    let headerRows = strips.map(\.headerRows).max() ?? 0
    var result = strips[0].stretched(headerRows: headerRows)
    for strip in strips.dropFirst() {
      result = joined(result, strip.stretched(headerRows: headerRows), headerRows: headerRows)
    }
    return result
  }

  private static func joined(_ table: Table, _ strip: Table, headerRows body: Int) -> Table {
    var result = table
    var rest = strip.cells
    // A cell of the header that reaches over the edge of the page is cut in two, one of them without its text.
    for index in result.cells.indices {
      let cell = result.cells[index]
      guard cell.row < body, cell.columns.upperBound == table.columnCount, !cell.text.isEmpty else { continue }
      var end = 0
      while let next = rest.firstIndex(where: { $0.row == cell.row && $0.column == end }),
        rest[next].text.isEmpty, rest[next].rowSpan == cell.rowSpan,
        strip.cells.contains(where: {
          $0.row >= cell.rows.upperBound && $0.row < body && rest[next].columns.overlaps($0.columns) && !$0.text.isEmpty
        })
      {
        end = rest[next].columns.upperBound
        rest.remove(at: next)
      }
      result.cells[index].columnSpan += end
    }
    for var cell in rest {
      cell.column += table.columnCount
      result.cells.append(cell)
    }
    result.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    result.columnCount += strip.columnCount
    result.breaks = Array(Set(table.breaks).union(strip.breaks)).sorted()
    result.pages = Array(Set(table.pages).union(strip.pages)).sorted()
    if let edge = table.boundaries.last, let start = strip.boundaries.first {
      result.boundaries += strip.boundaries.dropFirst().map { edge + $0 - start }
    }
    return result
  }
}
