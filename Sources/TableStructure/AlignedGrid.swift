import PageContent

/// The grid of a table that alignment holds together: header, columns, and rows.
struct AlignedGrid {
  private let header: AlignedHeader
  private let columns: AlignedColumns
  private let body: [Row]

  /// More lines above the first figures are no header.
  private static let mostHeaderLines = 40

  /// What stands in each column of a row of the body.
  private typealias Row = [AlignedText?]

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
    func isOne(_ above: AlignedText, _ below: AlignedText, _ sure: Double?) -> Bool {
      let gap = below.first - above.last
      return (sure.map { abs(gap - $0) < 0.07 * $0 } ?? (gap < leading && gap > 0.3 * below.size))
        && !above.isNumber && !below.isNumber && !below.isListed && !isParted(above.last, below.first)
    }
    func isOne(_ above: AlignedText, _ below: AlignedText) -> Bool { isOne(above, below, sure) }

    var start = numbers.first ?? lines.count
    let evidence = start < lines.count ? lines[start][0].first : .infinity
    if let rule = rules.last(where: { $0 > first.first && $0 < evidence }) {
      start = lines.firstIndex { $0[0].first > rule } ?? lines.count
    } else if start < lines.count, !Self.holdsColumnNumbers(lines[start], under: []) {
      // The first line of a wrapped label stands above the figures of its row.
      while start > 0,
        lines[start - 1].allSatisfy({ text in
          lines[start].contains { isOne(text, $0) && text.overlaps($0) }
            || evidence - text.first < 0.95 * text.size
            || lines[start...].prefix(3).joined().contains {
              isOne(text, $0) && abs($0.box.x0 - text.box.x0) < 1.5 && !lines[numbers[0]].contains { $0.overlaps(text) }
            }
        })
      { start -= 1 }
    }
    // A page may open with labels alone.
    if let known, lines[..<start].joined().allSatisfy({ known.isLabel($0) }) { start = 0 }
    // So may one below the repeated header.
    if let heads = continuing?.heads, let end = Self.end(of: heads, in: lines) { start = end }
    guard start <= Self.mostHeaderLines else { return nil }
    let rest = Array(lines[start...])
    // Heads are often set in another face.
    let areNumbered = rest.first.map { Self.holdsColumnNumbers($0, under: []) } ?? false
    let heads = lines[..<start].map(HeadTexts(over: rest.dropFirst(areNumbered ? 1 : 0)).texts)
    let ofHeads = CellLeading.ofHeads(heads[...], sure: sure, of: lines)
    let top = rules.last { $0 < first.first }
    let bottom =
      rules.last { $0 > first.first && $0 < (rest.first?[0].first ?? .infinity) }
      ?? rest.first.map { body in
        let last = lines[max(0, start - 1)][0]
        return min(((body[0].first - 0.7 * body[0].size) + last.first) / 2, last.first + 1.5 * last.size)
      }
    header = AlignedHeader(heads, top: top, bottom: start > 0 ? bottom : nil) {
      isOne($0, $1, ofHeads) && (ofHeads == nil || CellLeading.mayFollow($1, $0))
    }
    let counted = rest.first.map { [words = header.words] in Self.holdsColumnNumbers($0, under: words) } ?? false
    let amounts = counted ? Array(rest.dropFirst()) : rest
    let feet = counted ? Self.feet(header.feet, over: rest[0], of: amounts) : header.feet
    guard
      let columns = known ?? AlignedColumns(body: amounts, feet: feet, edge: ruled.map(\.end).max())
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
          isOne: isOne))
    body = Self.labelled(rows, columnCount: columns.count, holdsFigures: continuing?.holdsFigures ?? [])
    if columns.count < 2 || header.words.isEmpty && body.isEmpty { return nil }
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
      return numbers.count > 1 && zip(numbers, first...).allSatisfy { $0 == $1 }
        && line.allSatisfy { number in heads.contains { abs($0.box.midX - number.box.midX) < 0.6 } }
    }
    let words = line.filter { !$0.isNumber }.map { TextJoin.squashed($0.text) }
    if words.contains(where: { ["栏次", "列次", "**", "*"].contains($0) }) { return true }
    return numbers.count > 2 && zip(numbers, numbers.dropFirst()).allSatisfy { a, b in a.map { $0 + 1 } == b }
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

  /// Rules part the rows, and where one is missing, two amounts in a column do.
  private static func bands(of lines: [[AlignedText]], rules: [Double], columns: AlignedColumns) -> [Row] {
    var rows: [Row] = []
    var band = -1
    for line in lines {
      let now = rules.count { $0 < line[0].first }
      let isFull =
        rows.last.map { row in line.contains { $0.isAmount && row[columns.column(of: $0)]?.isAmount ?? false } }
        ?? false
      if now != band || isFull {
        rows.append(Row(repeating: nil, count: columns.count))
        band = now
      }
      for text in line { add(text, to: &rows[rows.count - 1], columns) }
    }
    return rows
  }

  /// 合计 centred over several columns may stand in one of figures: it labels the row from the column of words on its left.
  private static func labelled(
    _ rows: [Row], columnCount: Int, holdsFigures known: [Bool]
  ) -> [Row] {
    let holdsFigures = (0..<columnCount).map { column in
      if known.indices.contains(column), known[column] { return true }
      let texts = rows.compactMap { $0[column] }
      return texts.count { $0.isNumber && !$0.isCode } * 2 > texts.count
    }
    return rows.map { row in
      var row = row
      for column in row.indices where holdsFigures[column] {
        guard let text = row[column], !text.isNumber else { continue }
        let free = (0..<column).reversed().prefix { row[$0] == nil }
        guard let label = free.first(where: { !holdsFigures[$0] }) else { continue }
        row[label] = text
        row[column] = nil
      }
      return row
    }
  }

  private static func add(_ text: AlignedText, to row: inout Row, _ columns: AlignedColumns) {
    let column = columns.column(of: text)
    if row[column] == nil { row[column] = text } else { row[column]?.append(text) }
  }

  /// Cells that stand at one height are a row: a wrapped name reaches above and below the figures beside it.
  private static func rows(
    of lines: [[AlignedText]], columns: AlignedColumns, isLoose: Double?, isSure: Bool,
    continuing: PageAlignment.Continuation?, isOne: (AlignedText, AlignedText) -> Bool
  ) -> [Row] {
    var cells: [(column: Int, text: AlignedText)] = []
    let centred = LabelCells(lines, columns: columns, pitch: continuing?.pitch ?? .infinity)
    // The cell that each text of a centred label began.
    var begun = [Int: Int]()
    // The last cell of each column, and the last line of it.
    var last = [Int?](repeating: nil, count: columns.count)
    var lastLine = last
    let figures = lines.filter { $0.contains(where: \.isNumber) }.map { $0[0].first }
    // The line of figures that a text stands half a line above or below.
    func middle(of text: AlignedText, below: Bool) -> Double? {
      figures.first {
        below
          ? (0.25...0.95).contains(($0 - text.last) / text.size) : (0.25...0.95).contains((text.first - $0) / text.size)
      }
    }
    var numbered: Set<Int> = []
    // How far labels reach: on a page that goes on with the table, at least as far as on those before.
    var ends = (0..<columns.count).map { column in
      continuing.map { $0.labelEnds[column] ?? columns.boundaries[column + 1] - 2 } ?? 0
    }
    let places = lines.map { $0.map(columns.column) }
    for (line, columns) in zip(lines, places) {
      if let figure = line.first(where: \.isNumber) { numbered.insert(figure.line) }
      for (text, column) in zip(line, columns) { ends[column] = max(ends[column], text.box.x1) }
    }
    // A label goes on where it has filled its column.
    func isFull(_ above: AlignedText, _ column: Int) -> Bool {
      above.lines.last.map { $0.box.x1 > ends[column] - 1.3 * above.size } ?? false
    }
    func isShort(_ above: AlignedText, _ column: Int) -> Bool {
      guard let continuing, continuing.leading == nil, let end = above.lines.last?.box.x1 else { return false }
      return ends[column] - end > 0.4 * (ends[column] - columns.boundaries[column])
    }
    // Lines may stand farther apart than rows do: then it goes on on a line without figures.
    func goesOn(_ above: AlignedText, _ text: AlignedText, _ column: Int) -> Bool {
      guard let rowPitch = isLoose, above.box.width > 5 * text.size, !above.isNumber, !text.isNumber,
        !text.isListed
      else {
        return false
      }
      let gap = text.first - above.last
      return gap < 2 * text.size && gap > 0 && abs(gap - rowPitch) > 0.06 * rowPitch
        && isFull(above, column) && abs(above.box.x0 - text.box.x0) < 1.5
    }
    for (index, (text, column)) in zip(lines.joined(), places.joined()).enumerated() {
      if let first = centred?.firsts[index] {
        if let cell = begun[first] {
          cells[cell].text.append(text)
        } else {
          begun[first] = cells.count
          cells.append((column, text))
        }
        last[column] = nil
        continue
      }
      if let above = last[column] {
        let cell = cells[above].text
        // Each line with figures is a row of its own, and so is the first half of a label around the next.
        let areTwo =
          (numbered.contains(text.line) || middle(of: text, below: true) != nil)
          && lastLine[column].map(numbered.contains) ?? false
        let isHalved =
          !text.isNumber && !cell.isNumber && !text.isListed
          && middle(of: text, below: false).map { $0 == middle(of: cell, below: true) } ?? false
        let continues =
          isOne(cell, text)
          && (isSure && (cell.isListed && !text.isListed || !isShort(cell, column)) || isFull(cell, column)) || isHalved
          || goesOn(cell, text, column)
        if continues && !areTwo || abs(cell.last - text.first) < 0.3 * text.size {
          cells[above].text.append(text)
          if numbered.contains(text.line) { lastLine[column] = text.line }
          continue
        }
      }
      last[column] = cells.count
      lastLine[column] = text.line
      cells.append((column, text))
    }
    cells.sort { ($0.text.first, $0.column) < ($1.text.first, $1.column) }
    var rows: [Row] = []
    var foot = -Double.infinity
    for (column, text) in cells {
      if text.first - 0.3 * text.size >= foot || rows.isEmpty || rows[rows.count - 1][column] != nil {
        rows.append(Row(repeating: nil, count: columns.count))
        foot = -.infinity
      }
      rows[rows.count - 1][column] = text
      foot = max(foot, text.last + 0.3 * text.size)
    }
    return rows
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
