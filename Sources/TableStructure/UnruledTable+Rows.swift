import PageContent

/// The rows of the body.
extension UnruledTable {
  /// Rules part the rows, and where one is missing, two amounts in a column do.
  static func bands(of lines: [[AlignedText]], rules: [Double], columns: AlignedColumns) -> [Row] {
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
  static func labelled(
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

  static func add(_ text: AlignedText, to row: inout Row, _ columns: AlignedColumns) {
    let column = columns.column(of: text)
    if row[column] == nil { row[column] = text } else { row[column]?.append(text) }
  }

  /// Cells that stand at one height are a row: a wrapped name reaches above and below the figures beside it.
  static func rows(
    of lines: [[AlignedText]], columns: AlignedColumns, isLoose: Double?, isSure: Bool,
    continuing: PageAlignment.Continuation?, isSameCell: (AlignedText, AlignedText) -> Bool
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
          isSameCell(cell, text)
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
}
