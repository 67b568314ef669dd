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
    var hasNumber: Bool
    /// 部门：… 单位：万元 above a table looks like two cells.
    var isCaption: Bool
    /// An entry of a table of contents.
    var hasLeader: Bool

    init(line: Int, baseline: Double, size: Double, segments: [Segment]) {
      self.line = line
      self.baseline = baseline
      self.size = size
      self.segments = segments
      hasNumber = segments.contains(where: \.isNumber)
      isCaption =
        segments.count > 1
        && segments.contains { segment in
          let text = TextJoin.squashed(segment.text)
          return text.contains("单位：") || text.contains("单位:") || text.contains("部门：")
        }
      hasLeader = segments.contains { PageAlignment.hasLeader($0.text) }
    }
  }

  /// The gap that separates two columns, in em.
  private static let columnGap = 0.8
  /// The least number of rows with figures that make a table.
  private static let fewestRows = 3
  /// More lines than a page can print, and more columns: a hostile page must not cost more than its words do.
  private static let mostRows = 400
  private static let mostSegments = 100

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
        let splits =
          gap > columnGap * min(last.size, word.size)
          || (gap > 0 && isNumber(String(last.text)) && isNumber(String(word.text)))
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
    guard isTabular(rows[start]), !rows[start].isCaption else { return nil }
    var end = start
    var index = start + 1
    var extent = Extent(rows[start])
    while index < min(rows.count, start + mostRows) {
      let gap = rows[index].baseline - rows[index - 1].baseline
      guard gap < 4.5 * max(rows[index].size, rows[index - 1].size), gap >= 0 else { break }
      if isTabular(rows[index]) {
        if rows[index].isCaption { break }
        for row in rows[(end + 1)...index] { extent.take(row) }
        end = index
      } else if !isPartOfRow(rows[index], within: extent) || index - end > 2 {
        break
      }
      index += 1
    }
    // The rest of a wrapped label below the last row.
    let pitch = pitch(of: rows[start...end])
    while end + 1 < index, rows[end + 1].baseline - rows[end].baseline < 0.75 * pitch { end += 1 }
    let body = rows[start...end]
    guard body.filter(\.hasNumber).count >= fewestRows || isRuled(body, rules: rules), !isContents(body) else {
      return nil
    }
    return start...end
  }

  private static func isTabular(_ row: Row) -> Bool { (2...mostSegments).contains(row.segments.count) }

  /// From the left to the right edge of some rows.
  private struct Extent {
    var left = Double.infinity
    var right = -Double.infinity

    init(_ row: Row) { take(row) }

    mutating func take(_ row: Row) {
      for segment in row.segments {
        left = min(left, segment.box.x0)
        right = max(right, segment.box.x1)
      }
    }
  }

  /// A single segment inside a table: a wrapped label, a label without figures, a header word over several columns.
  private static func isPartOfRow(_ row: Row, within extent: Extent) -> Bool {
    guard let segment = row.segments.first, row.segments.count == 1 else { return false }
    return segment.box.width < 0.6 * (extent.right - extent.left) && segment.box.x0 > extent.left - 2 * row.size
  }

  private static func isRuled(_ rows: ArraySlice<Row>, rules: [RuledLine]) -> Bool {
    guard let first = rows.first, let last = rows.last, rows.contains(where: \.hasNumber) else { return false }
    return !between(first.baseline - 4 * first.size, first.baseline, in: rules).isEmpty
      && !between(last.baseline, last.baseline + 4 * last.size, in: rules).isEmpty
  }

  /// The rules between two heights; they stand in the order of theirs.
  private static func between(_ top: Double, _ bottom: Double, in rules: [RuledLine]) -> ArraySlice<RuledLine> {
    let start = rules.partitionPoint { $0.position > top }
    let end = rules.partitionPoint { $0.position >= bottom }
    return rules[start..<max(start, end)]
  }

  /// The dots between an entry and its page number.
  private static func hasLeader(_ text: String) -> Bool {
    var dots = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case ".", "·": dots += 1
      case "…": dots += 2
      default: dots = 0
      }
      if dots >= 4 { return true }
    }
    return false
  }

  /// Entries and page numbers of a table of contents.
  private static func isContents(_ rows: ArraySlice<Row>) -> Bool {
    if rows.contains(where: \.hasLeader) { return true }
    let numbers = rows.flatMap { $0.segments.filter(\.isNumber).map(\.text) }
    let pages = numbers.compactMap { Int($0) }
    return pages.count == numbers.count && rows.allSatisfy { $0.segments.count == 2 }
      && zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 }
  }

  // MARK: Its grid

  private static func table(of rows: [Row], rules: [RuledLine], page: Int) -> Table? {
    let columns = columns(of: rows)
    guard (2...mostSegments).contains(columns.count) else { return nil }
    let bands = bands(of: rows, columns: columns, rules: rules)
    var cells: [Cell] = []
    for (index, band) in bands.enumerated() {
      var texts: [Int: (span: Int, segments: [Segment])] = [:]
      for row in band {
        for segment in row.segments {
          let covered = columns.indices.filter {
            min(columns[$0].upperBound, segment.box.x1) - max(columns[$0].lowerBound, segment.box.x0) > 0
          }
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
        let box =
          entry.map { $0.segments.dropFirst().reduce($0.segments[0].box) { $0.union($1.box) } }
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
    for (left, right) in zip(columns, columns.dropFirst()) {
      boundaries.append((left.upperBound + right.lowerBound) / 2)
    }
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
    // A column without a figure in any row still has its header: a word that lies wholly between columns, where the
    // column next to it is headed by another word.
    let figures = columns
    for row in rows where !row.hasNumber {
      let closest = row.segments.map { nearest($0.box.midX, in: figures) }
      for (index, segment) in row.segments.enumerated() {
        let range = segment.box.x0...max(segment.box.x0, segment.box.x1)
        guard closest.count(where: { $0 == closest[index] }) > 1, !columns.contains(where: { $0.overlaps(range) }),
          range.lowerBound > (columns.first?.lowerBound ?? 0)
        else { continue }
        columns.append(range)
      }
    }
    columns.sort { $0.lowerBound < $1.lowerBound }
    return columns
  }

  /// How far the rows with figures stand apart, mostly.
  private static func pitch(of rows: ArraySlice<Row>) -> Double {
    let baselines = rows.filter(\.hasNumber).map(\.baseline)
    let pitches = zip(baselines, baselines.dropFirst()).map { $1 - $0 }.sorted()
    return pitches.isEmpty ? 0 : pitches[pitches.count / 2]
  }

  /// The lines of each row: rules part them where there are enough; else a label without figures belongs to the row it
  /// stands closest to, if that is nearer than rows are to each other.
  private static func bands(of rows: [Row], columns: [ClosedRange<Double>], rules: [RuledLine]) -> [[Row]] {
    let width = columns[columns.count - 1].upperBound - columns[0].lowerBound
    let inner = between(rows.first?.baseline ?? 0, rows.last?.baseline ?? 0, in: rules)
      .filter { $0.end - $0.start > 0.5 * width }.map(\.position)
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
    let pitch = pitch(of: rows[...])
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
