import PageContent

/// The grid of a table that alignment holds together: header, columns, and rows.
struct UnruledTable {
  private let header: AlignedHeader
  private let columns: AlignedColumns
  private let body: [Row]

  /// More lines above the first figures are no header.
  private static let mostHeaderLines = 40

  /// What stands in each column of a row of the body.
  typealias Row = [AlignedText?]

  /// `rules` are those that reach over the whole table; `columns` are known where it goes on from the
  /// page before, `continuing`.
  init?(
    _ lines: [[AlignedText]], rules ruled: [RuledLine], columns known: AlignedColumns?,
    continuing: PageAlignment.Continuation? = nil
  ) {
    let rules = ruled.map(\.position)
    let pitch = continuing?.pitch ?? .infinity
    guard let first = lines.first?.first else { return nil }
    let numbers = Self.figured(lines)
    let pitches = zip(numbers, numbers.dropFirst()).map { lines[$1][0].first - lines[$0][0].first }
    let rowPitch = (pitches + [pitch]).filter { $0 > 0.6 * first.size && $0 < .infinity }.min()
    let leading = Self.leading(of: lines, rowPitch: rowPitch, size: first.size)
    let sure =
      CellLeading.aroundFigures(lines) ?? CellLeading.betweenRules(lines[(numbers.first ?? 0)...], rules)
      ?? CellLeading.besideFigures(lines, pitch: pitch) ?? continuing?.leading
    func isParted(_ a: Double, _ b: Double) -> Bool { rules.contains { $0 > a - 0.35 * first.size && $0 < b } }
    func isSameCell(_ above: AlignedText, _ below: AlignedText, _ sure: Double?) -> Bool {
      let gap = below.first - above.last
      return (sure.map { abs(gap - $0) < 0.07 * $0 } ?? (gap < leading && gap > 0.3 * below.size))
        && !above.isNumber && !below.isNumber && above.mayGoOn(with: below) && !isParted(above.last, below.first)
    }
    func isSameCell(_ above: AlignedText, _ below: AlignedText) -> Bool { isSameCell(above, below, sure) }

    // 合计 below the heads of a table without figures.
    let total = numbers.isEmpty ? lines.indices.dropFirst().last.flatMap { Self.isTotal(lines[$0]) ? $0 : nil } : nil
    var start = numbers.first ?? total ?? lines.count
    let evidence = start < lines.count ? lines[start][0].first : .infinity
    if let rule = rules.last(where: { $0 > first.first && $0 < evidence }) {
      start = lines.firstIndex { $0[0].first > rule } ?? lines.count
    } else if let figures = numbers.first, !Self.holdsColumnNumbers(lines[start], under: []) {
      // The first line of a wrapped label stands above the figures of its row.
      while start > 0,
        lines[start - 1].allSatisfy({ text in
          lines[start...figures].joined().contains { isSameCell(text, $0) && text.overlaps($0) }
            || evidence - text.first < 0.95 * text.size
            || lines[start...].prefix(3).joined().contains {
              isSameCell(text, $0) && abs($0.box.x0 - text.box.x0) < 1.5
                && !lines[figures].contains { $0.overlaps(text) }
            }
        })
      { start -= 1 }
    }
    // A page may open with labels alone.
    if let known, known.areLabels(Array(lines[..<start].joined())) { start = 0 }
    // So may one below the repeated header.
    if let heads = continuing?.heads, let end = Self.end(of: heads, in: lines) { start = end }
    guard start <= Self.mostHeaderLines else { return nil }
    let rest = Array(lines[start...])
    // Heads are often set in another face.
    let areNumbered = rest.first.map { Self.holdsColumnNumbers($0, under: []) } ?? false
    let heads = lines[..<start].map(HeadTexts(over: rest.dropFirst(areNumbered ? 1 : 0)).texts)
    let ofHeads = CellLeading.ofHeads(heads[...], sure: sure, of: lines)
    let top = rules.last { $0 < first.first }
    // Blank rows may stand between the heads and 合计, ruled as all.
    let below = total.flatMap { total in rules.first { $0 > lines[total - 1][0].first && $0 < lines[total][0].first } }
    let bottom =
      below ?? rules.last { $0 > first.first && $0 < (rest.first?[0].first ?? .infinity) }
      ?? rest.first.map { body in
        let last = lines[max(0, start - 1)][0]
        return min(((body[0].first - 0.7 * body[0].size) + last.first) / 2, last.first + 1.5 * last.size)
      }
    header = AlignedHeader(heads, top: top, bottom: start > 0 ? bottom : nil) {
      isSameCell($0, $1, ofHeads) && (ofHeads == nil || CellLeading.mayFollow($1, $0))
    }
    let counted = rest.first.map { [words = header.words] in Self.holdsColumnNumbers($0, under: words) } ?? false
    let amounts = counted ? Array(rest.dropFirst()) : rest
    let feet = counted ? Self.feet(header.feet, over: rest[0], of: amounts) : header.feet
    guard
      let columns =
        known ?? AlignedColumns(body: total != nil ? [] : amounts, feet: feet, edge: ruled.map(\.end).max())
    else { return nil }
    self.columns = columns
    let inner = rules.filter { $0 > (amounts.first?[0].first ?? .infinity) && $0 < (amounts.last?[0].first ?? 0) }
    let isBanded = CellLeading.areRowsParted(amounts[...], by: inner)
    // The row of column numbers is one line.
    let counting = counted ? Self.bands(of: [rest[0]], rules: [], columns: columns) : []
    let rows =
      counting
      + (isBanded
        ? Self.bands(of: amounts, rules: inner, columns: columns)
        : Self.rows(
          of: amounts, columns: columns, isLoose: leading == 0 ? rowPitch ?? 0 : nil,
          isSure: leading < (rowPitch ?? 0) - 1.2, continuing: continuing,
          isSameCell: isSameCell))
    body = Self.labelled(rows, columnCount: columns.count, holdsFigures: continuing?.holdsFigures ?? [])
    if columns.count < 2 || header.words.isEmpty && body.isEmpty { return nil }
  }

  private static func isTotal(_ line: [AlignedText]) -> Bool {
    line.count == 1 && line[0].isTotal && !TextJoin.squashed(line[0].text).ends(with: "小计")
  }

  /// The lines with figures, but for those of a header that has some in its words: below 50 in 单价50万元以上 stand words.
  private static func figured(_ lines: [[AlignedText]]) -> [Int] {
    let numbered = lines.indices.filter { lines[$0].contains(where: \.isNumber) }
    return Array(
      numbered.drop { index in
        lines[index].indices.allSatisfy { position in
          let text = lines[index][position]
          guard text.isNumber else { return true }
          guard let below = lines[(index + 1)...].lazy.joined().first(where: { $0.overlaps(text) }), !below.isNumber
          else { return false }
          let neighbours = [position - 1, position + 1].filter(lines[index].indices.contains)
          return abs(below.box.midX - text.box.midX) < 0.3 * text.size
            || neighbours.contains { lines[index][$0].distance(to: text) < HeadTexts.figureGap * text.size }
        }
      })
  }

  /// Where a header ends of which the first lines print every text, and no other; nil where they do not.
  private static func end(of heads: [String], in lines: [[AlignedText]]) -> Int? {
    var rest = heads.reduce(0) { $0 + $1.count }
    for (index, line) in lines.enumerated() where rest > 0 {
      for text in line.lazy.map({ TextJoin.squashed($0.text) }) {
        guard heads.contains(where: { $0.holds(text) }) else { return nil }
        rest -= text.count
      }
      if rest == 0 { return index + 1 }
    }
    return nil
  }

  /// How far the lines of one cell stand apart at most; they stand closer than rows do. 0 where no cell has two lines.
  private static func leading(of lines: [[AlignedText]], rowPitch: Double?, size: Double) -> Double {
    let limit = min(rowPitch.map { $0 - 0.75 } ?? 1.5 * size, 2 * size)
    var closest = Double.infinity
    for (index, line) in lines.enumerated() {
      for text in line where !text.isNumber {
        // The line between may be that of the figures beside a wrapped name.
        let below = lines[(index + 1)...].prefix(3).joined().first { !$0.isNumber && $0.overlaps(text) }
        if let below, !below.isListed, below.first - text.first > 0.8 * size {
          closest = min(closest, below.first - text.first)
        }
      }
    }
    return closest < limit ? min(1.08 * closest + 0.4, limit) : 0
  }

  /// 栏次: 1, 2, 3, … under the header. Further columns, beside those of the page before, count on: 6, 7, each in the
  /// middle of its head.
  private static func holdsColumnNumbers(_ line: [AlignedText], under heads: [AlignedText]) -> Bool {
    let numbers = line.filter(\.isNumber).map { Int($0.text) }
    guard let first = numbers.first, let first else { return false }
    if first != 1 {
      return numbers.count > 1 && numbers.counts(from: first)
        && line.allSatisfy { number in heads.contains { abs($0.box.midX - number.box.midX) < 0.6 } }
    }
    let words = line.filter { !$0.isNumber }.map { TextJoin.squashed($0.text) }
    if words.contains(where: { ["栏次", "列次", "**", "*"].contains($0) }) { return true }
    return numbers.count > 2 && numbers.counts(from: first)
  }

  /// The feet of a header with the column numbers below them. All columns from the first number to the last have one, but
  /// for those of words and of line numbers: what stands under these no number stands over.
  private static func feet(
    _ feet: [AlignedText], over numbers: [AlignedText], of body: [[AlignedText]]
  ) -> [AlignedText] {
    let numbers = numbers.filter(\.isNumber)
    guard let first = numbers.first, let last = numbers.last else { return feet }
    return numbers.map { number in
      var foot = number
      for word in feet where word.overlaps(number) { foot.append(word) }
      return foot
    }
      + feet.filter { foot in
        !numbers.contains { $0.overlaps(foot) }
          && (foot.box.x1 < first.box.x0 || foot.box.x0 > last.box.x1
            || body.joined().contains { text in
              text.overlaps(foot) && (!text.isNumber || !numbers.contains { $0.overlaps(text) })
            })
      }
  }

  /// The table, on a page.
  func table(page: Int) -> Table? {
    let head = header.cells(over: columns)
    var cells: [Cell] = head.cells.map { cell in
      let box =
        cell.word?.box
        ?? Box(
          x0: columns.boundaries[cell.columns.lowerBound], y0: header.top,
          x1: columns.boundaries[cell.columns.upperBound + 1], y1: header.bottom)
      return Cell(
        row: cell.row, column: cell.columns.lowerBound, rowSpan: cell.rowSpan, columnSpan: cell.columns.count,
        text: cell.word?.text ?? "", location: .page(page, box), isBold: cell.word?.isBold ?? false)
    }
    for (index, row) in body.enumerated() {
      let y0 = row.lazy.compactMap { $0?.box.y0 }.min() ?? 0
      let y1 = row.lazy.compactMap { $0?.box.y1 }.max() ?? 0
      for (column, text) in row.enumerated() {
        let box =
          text?.box ?? Box(x0: columns.boundaries[column], y0: y0, x1: columns.boundaries[column + 1], y1: y1)
        cells.append(
          Cell(
            row: head.rowCount + index, column: column, text: text?.text ?? "", location: .page(page, box),
            isBold: text?.isBold ?? false))
      }
    }
    let boxes = cells.filter { !$0.text.isEmpty }.compactMap(\.location.box)
    guard let first = boxes.first else { return nil }
    return Table(
      origin: .alignment, rowCount: head.rowCount + body.count, columnCount: columns.count, cells: cells,
      location: .page(page, boxes.dropFirst().reduce(first) { $0.union($1) }), pages: [page],
      boundaries: columns.boundaries)
  }
}
