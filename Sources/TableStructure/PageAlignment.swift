import PageContent

/// Finds tables that no vertical ruling cuts into columns: three-line tables, rows between horizontal rules, and tables
/// that alignment alone holds together.
struct PageAlignment {
  /// A run of words that stand closer than columns do.
  struct Segment {
    var box: Box
    var text: String
    var isNumber: Bool
    var isBold: Bool
  }

  /// A line with its segments.
  struct Row {
    var line: Int
    var baseline: Double
    var size: Double
    var segments: [Segment]

    var hasNumber: Bool { segments.contains(where: \.isNumber) }
  }

  /// The gap that separates two columns, in em.
  private static let columnGap = 0.8
  /// The least number of rows with figures that make a table.
  private static let fewestRows = 3

  /// The lines of a page that are rows of such tables, table by table, and the tables they make.
  static func tables(
    in lines: [PrintedLine], rules: [RuledLine], page: Int
  ) -> [(lines: ClosedRange<Int>, table: Table)] {
    let rows = lines.enumerated().map { row(at: $0, of: $1) }
    var found: [(lines: ClosedRange<Int>, table: Table)] = []
    var index = 0
    while index < rows.count {
      guard let region = region(from: index, in: rows, rules: rules) else {
        index += 1
        continue
      }
      if let table = table(of: Array(rows[region]), rules: rules, page: page) {
        found.append((region, table))
      }
      index = region.upperBound + 1
    }
    return found
  }

  private static func row(at index: Int, of line: PrintedLine) -> Row {
    var segments: [Segment] = []
    var words: [Word] = []
    func close() {
      guard !words.isEmpty else { return }
      let part = PrintedLine(words: words)
      let text = part.text
      segments.append(Segment(box: part.box, text: text, isNumber: isNumber(text), isBold: part.isBold))
      words = []
    }
    for word in line.words {
      if let last = words.last {
        let gap = word.box.x0 - last.box.x1
        // Two figures side by side are two cells, however close they stand.
        let splits = gap > columnGap * min(last.size, word.size) || (gap > 0 && isNumber(String(last.text)) && isNumber(String(word.text)))
        if splits { close() }
      }
      words.append(word)
    }
    close()
    return Row(line: index, baseline: line.baseline, size: line.size, segments: segments)
  }

  static func isNumber(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCIIDigit || (0xFF10...0xFF19).contains(scalar.value) {
        digits += 1
      } else if !",.-−()（），．%".unicodeScalars.contains(scalar) {
        return false
      }
    }
    // 1. numbers a list.
    guard let last = text.unicodeScalars.last else { return false }
    return digits > 0 && !".,-−(（，．".unicodeScalars.contains(last)
  }

  // MARK: Where a table stands

  /// The rows of the table that begins at `start`, or nil where none does.
  private static func region(from start: Int, in rows: [Row], rules: [RuledLine]) -> ClosedRange<Int>? {
    guard isTabular(rows[start]), !isCaption(rows[start]) else { return nil }
    var end = start
    var index = start + 1
    while index < rows.count {
      let gap = rows[index].baseline - rows[index - 1].baseline
      guard gap < 4.5 * max(rows[index].size, rows[index - 1].size), gap >= 0 else { break }
      if isTabular(rows[index]) {
        if isCaption(rows[index]) { break }
        end = index
      } else if !isPartOfRow(rows[index], left: rows[start...end]) || index - end > 2 {
        break
      }
      index += 1
    }
    // Wrapped labels below the last row.
    let body = rows[start...end]
    guard body.filter(\.hasNumber).count >= fewestRows || isRuled(body, rules: rules), !isContents(body) else {
      return nil
    }
    return start...end
  }

  private static func isTabular(_ row: Row) -> Bool { row.segments.count >= 2 }

  /// 部门：… 单位：万元 above a table looks like two cells.
  private static func isCaption(_ row: Row) -> Bool {
    row.segments.contains { segment in
      let text = TextJoin.squashed(segment.text)
      return text.contains("单位：") || text.contains("单位:") || text.contains("部门：")
    }
  }

  /// A single segment inside a table: a wrapped label, a label without figures, a header word over several columns.
  private static func isPartOfRow(_ row: Row, left rows: ArraySlice<Row>) -> Bool {
    guard let segment = row.segments.first, row.segments.count == 1 else { return false }
    let left = rows.flatMap(\.segments).map(\.box.x0).min() ?? 0
    let right = rows.flatMap(\.segments).map(\.box.x1).max() ?? 0
    return segment.box.width < 0.6 * (right - left) && segment.box.x0 > left - 2 * row.size
  }

  private static func isRuled(_ rows: ArraySlice<Row>, rules: [RuledLine]) -> Bool {
    guard let first = rows.first, let last = rows.last, rows.contains(where: \.hasNumber) else { return false }
    let above = rules.contains { $0.position < first.baseline && first.baseline - $0.position < 4 * first.size }
    let below = rules.contains { $0.position > last.baseline && $0.position - last.baseline < 4 * last.size }
    return above && below
  }

  /// Entries and page numbers of a table of contents.
  private static func isContents(_ rows: ArraySlice<Row>) -> Bool {
    if rows.contains(where: { $0.segments.contains { $0.text.contains("……") || $0.text.contains("....") || $0.text.contains("····") } }) {
      return true
    }
    let numbers = rows.flatMap { $0.segments.filter(\.isNumber).map(\.text) }
    let pages = numbers.compactMap { Int($0) }
    return pages.count == numbers.count && rows.allSatisfy { $0.segments.count == 2 }
      && zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 }
  }

  // MARK: Its grid

  private static func table(of rows: [Row], rules: [RuledLine], page: Int) -> Table? {
    let columns = columns(of: rows)
    guard columns.count >= 2 else { return nil }
    let bands = bands(of: rows, columns: columns, rules: rules)
    var cells: [Cell] = []
    for (index, band) in bands.enumerated() {
      var texts: [Int: (span: Int, segments: [Segment])] = [:]
      for row in band {
        for segment in row.segments {
          let covered = columns.indices.filter { min(columns[$0].upperBound, segment.box.x1) - max(columns[$0].lowerBound, segment.box.x0) > 0 }
          let first = covered.first ?? nearest(segment.box.midX, in: columns)
          let span = max(1, (covered.last ?? first) - first + 1)
          texts[first, default: (span, [])].segments.append(segment)
          let widest = max(texts[first]?.span ?? 1, span)
          texts[first]?.span = widest
        }
      }
      var column = 0
      while column < columns.count {
        let entry = texts[column]
        let span = entry?.span ?? 1
        let box = entry.map { $0.segments.dropFirst().reduce($0.segments[0].box) { $0.union($1.box) } }
          ?? Box(
            x0: columns[column].lowerBound, y0: band[0].baseline - band[0].size, x1: columns[column].upperBound,
            y1: band[0].baseline)
        cells.append(
          Cell(
            row: index, column: column, columnSpan: span,
            text: TextJoin.joined(entry?.segments.map(\.text) ?? []), location: .page(page, box),
            isBold: entry?.segments.allSatisfy(\.isBold) ?? false))
        // A word over several columns takes them, unless one has a word of its own.
        let taken = (1..<max(1, span)).first { texts[column + $0] != nil } ?? span
        if taken < span { cells[cells.count - 1].columnSpan = taken }
        column += taken
      }
    }
    let boxes = cells.compactMap(\.location.box)
    guard let first = boxes.first else { return nil }
    var boundaries = [columns[0].lowerBound]
    for (left, right) in zip(columns, columns.dropFirst()) { boundaries.append((left.upperBound + right.lowerBound) / 2) }
    boundaries.append(columns[columns.count - 1].upperBound)
    return Table(
      origin: .alignment, rowCount: bands.count, columnCount: columns.count, cells: cells,
      location: .page(page, boxes.dropFirst().reduce(first) { $0.union($1) }), pages: [page], boundaries: boundaries)
  }

  private static func nearest(_ x: Double, in columns: [ClosedRange<Double>]) -> Int {
    columns.indices.min { abs(middle(columns[$0]) - x) < abs(middle(columns[$1]) - x) } ?? 0
  }

  private static func middle(_ range: ClosedRange<Double>) -> Double { (range.lowerBound + range.upperBound) / 2 }

  /// The columns that the rows with figures leave between them: what overlaps stands in one column.
  private static func columns(of rows: [Row]) -> [ClosedRange<Double>] {
    let body = rows.filter(\.hasNumber)
    let intervals = body.flatMap(\.segments).map { $0.box.x0...max($0.box.x0, $0.box.x1) }
      .sorted { $0.lowerBound < $1.lowerBound }
    var columns: [ClosedRange<Double>] = []
    for interval in intervals {
      if let last = columns.last, interval.lowerBound < last.upperBound {
        columns[columns.count - 1] = last.lowerBound...max(last.upperBound, interval.upperBound)
      } else {
        columns.append(interval)
      }
    }
    // A column without a figure in any row still has its header: words that lie wholly between columns.
    for segment in rows.filter({ !$0.hasNumber }).flatMap(\.segments) {
      let range = segment.box.x0...max(segment.box.x0, segment.box.x1)
      if !columns.contains(where: { $0.overlaps(range) }), range.lowerBound > (columns.first?.lowerBound ?? 0) {
        columns.append(range)
        columns.sort { $0.lowerBound < $1.lowerBound }
      }
    }
    return columns
  }

  /// The lines of each row: rules part them where there are enough; else a label without figures belongs to the row it
  /// stands closest to, if that is nearer than rows are to each other.
  private static func bands(of rows: [Row], columns: [ClosedRange<Double>], rules: [RuledLine]) -> [[Row]] {
    let inner = rules.filter { rule in
      rule.position > (rows.first?.baseline ?? 0) && rule.position < (rows.last?.baseline ?? 0)
        && rule.end - rule.start > 0.5 * (columns[columns.count - 1].upperBound - columns[0].lowerBound)
    }.map(\.position).sorted()
    if inner.count * 2 >= rows.filter(\.hasNumber).count, inner.count > 2 {
      var bands: [[Row]] = []
      var band = -1
      for row in rows {
        let now = inner.filter { $0 < row.baseline }.count
        if now != band {
          bands.append([])
          band = now
        }
        bands[bands.count - 1].append(row)
      }
      return bands
    }
    let pitches = zip(rows.filter(\.hasNumber), rows.filter(\.hasNumber).dropFirst())
      .map { $1.baseline - $0.baseline }.sorted()
    let pitch = pitches.isEmpty ? 0 : pitches[pitches.count / 2]
    var bands: [[Row]] = []
    var waiting: [Row] = []
    for row in rows {
      if row.hasNumber || row.segments.count > 1 {
        let lacksLabel = row.segments.first?.isNumber ?? false
        let adopted = waiting.filter { lacksLabel && row.baseline - $0.baseline < 0.75 * pitch }
        bands += waiting.filter { w in !adopted.contains { $0.line == w.line } }.map { [$0] }
        bands.append(adopted + [row])
        waiting = []
      } else if let last = bands.last?.last, bands.last?.contains(where: \.hasNumber) ?? false,
        row.baseline - last.baseline < 0.75 * pitch
      {
        bands[bands.count - 1].append(row)
      } else {
        waiting.append(row)
      }
    }
    return bands + waiting.map { [$0] }
  }
}
