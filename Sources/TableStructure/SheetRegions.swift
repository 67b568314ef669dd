import PageContent

/// A row of a sheet, or of a table that is made as one, as far as it tells where tables begin and end.
package protocol SheetRow: Sendable {
  var number: Int { get }
  /// The texts of its cells that hold one.
  var filledTexts: [String] { get }
  /// How many columns its framed cells take up.
  var boxedWidth: Int { get }
  /// The last row that one of its framed cells reaches; 0 where it has none.
  var boxedReach: Int { get }
}

/// Which rows of a sheet are tables, and which are the lines above, between and below them.
///
/// Frames tell, where there are any: a title, a unit and notes stand outside of them. Without, a table begins where more
/// than one cell of a row is filled that is no caption, and a title behind a blank row begins the next one.
package struct SheetRegions<Row: SheetRow> {
  package enum Region {
    case lines([Row])
    case table([Row])
  }

  package private(set) var regions: [Region] = []

  /// - Parameter line: the text above all rows.
  package init(_ rows: [Row], below line: String? = nil) {
    if SheetRegions.isFramed(rows) {
      splitByFrames(rows)
    } else {
      splitByFilling(rows, below: line)
    }
  }

  private mutating func add(_ rows: ArraySlice<Row>, isTable: Bool) {
    let filled = rows.filter { !$0.filledTexts.isEmpty }
    if filled.isEmpty { return }
    regions.append(isTable ? .table(filled) : .lines(filled))
  }

  /// Tables begin at rows of a kind, and end past the last one that `end` tells for the first; lines are between them.
  private mutating func split(
    _ rows: [Row], atRows begins: (_ index: Int) -> Bool, end: (_ start: Int) -> Int
  ) {
    var lines = 0
    while let start = rows[lines...].indices.first(where: begins) {
      add(rows[lines..<start], isTable: false)
      lines = end(start)
      add(rows[start..<lines], isTable: true)
    }
    add(rows[lines...], isTable: false)
  }

  // MARK: Frames

  private static func isFramed(_ rows: [Row]) -> Bool {
    let framed = rows.count(where: isFramedRow)
    guard framed > 1 else { return false }
    // Where figures stand outside of the frames, these do not tell.
    return !rows.contains { row in
      !isFramedRow(row) && row.filledTexts.count { Lexeme($0).kind == .amount } > 1
    }
  }

  private static func isFramedRow(_ row: Row) -> Bool { row.boxedWidth > 1 }

  private mutating func splitByFrames(_ rows: [Row]) {
    // The last row that a frame reaches.
    var reach = 0
    split(rows) { index in
      SheetRegions.isFramedRow(rows[index])
    } end: { start in
      var index = start
      while index < rows.count {
        let row = rows[index]
        let isInside = SheetRegions.isFramedRow(row) || row.number <= reach
        let isNext = isInside && (index == start || row.number <= max(reach, rows[index - 1].number) + 1)
        guard isNext || SheetRegions.goesOn(row, behind: rows[start..<index]) else { break }
        reach = max(reach, row.boxedReach)
        index += 1
      }
      return index
    }
  }

  /// A framed row behind unframed blank ones goes on with the table where it holds figures at once.
  private static func goesOn(_ row: Row, behind table: ArraySlice<Row>) -> Bool {
    guard isFramedRow(row), !table.isEmpty else { return false }
    return row.filledTexts.contains { Lexeme($0).isValue } && row.filledTexts.count > 1
  }

  // MARK: Filling

  private mutating func splitByFilling(_ rows: [Row], below line: String?) {
    let rows = rows.filter { !$0.filledTexts.isEmpty }
    split(rows) { index in
      SheetRegions.beginsTable(rows[index]) || SheetRegions.isHead(index, rows, below: line)
    } end: { start in
      var end = start + 1
      while end < rows.count, !SheetRegions.beginsCaption(end, rows) { end += 1 }
      while end > start + 1, rows[end - 1].filledTexts.count == 1, SheetRegions.isNote(rows[end - 1]) { end -= 1 }
      return end
    }
  }

  /// A head over the whole table: the only text of its row, between a title or a caption and the heads. `line` is the text
  /// above all rows.
  package static func isHead(_ index: Int, _ rows: [Row], below line: String? = nil) -> Bool {
    let above = index > 0 ? rows[index - 1].filledTexts : line.map { [$0] } ?? []
    guard index + 1 < rows.count, rows[index].number == rows[index + 1].number - 1,
      beginsTable(rows[index + 1]), rows[index].filledTexts.count == 1, let text = rows[index].filledTexts.first,
      !isTitle(text), !text.contains(where: { "：:。".contains($0) }),
      MonetaryUnit(stated: text) == nil || text.holds("金额")
    else { return false }
    return above.contains { isTitle($0) || $0.isCaptionCell }
  }

  /// 收入决算表, 收入决算表（万元）, 公开02表.
  private static func isTitle(_ text: String) -> Bool {
    text.ends(with: "表") || text.holds("表（") || text.holds("表(")
  }

  private static func beginsTable(_ row: Row) -> Bool {
    let filled = row.filledTexts
    return filled.count > 1 && !filled.allSatisfy { $0.isCaptionCell }
  }

  /// A lone text behind a blank row, with a table's rows below it.
  private static func beginsCaption(_ index: Int, _ rows: [Row]) -> Bool {
    guard rows[index].filledTexts.count == 1, rows[index].number > rows[index - 1].number + 1 else { return false }
    let next = rows[index...].dropFirst().first { $0.filledTexts.count > 1 }
    return next.map { row in !row.filledTexts.contains { Lexeme($0).kind == .amount } } ?? false
  }

  /// Longer than any label.
  private static func isNote(_ row: Row) -> Bool {
    row.filledTexts.allSatisfy { text in
      text.contains { $0 == "：" || $0 == ":" || $0 == "。" } || text.count > 40
    }
  }
}

extension String {
  /// A label with a colon, or a unit.
  package var isCaptionCell: Bool {
    contains { $0 == "：" || $0 == ":" } || MonetaryUnit(stated: self) != nil
  }
}
