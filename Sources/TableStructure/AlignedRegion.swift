import PageContent

/// Tells which lines of a page are rows of one table.
struct AlignedRegion {
  struct Found {
    var lines: ClosedRange<Int>
    /// Whether the lines are a table whatever stands on the page before.
    var isSure: Bool
  }

  let rows: [AlignedLine]
  let rules: [RuledLine]
  /// The first line that no earlier table has taken.
  var floor = 0

  /// The least number of rows with figures that make a table.
  private static let fewestRows = 3
  /// A row with as many makes one alone.
  private static let manyFigures = 5
  /// More lines than a page can print: a hostile page must not cost more than its words do.
  private static let mostRows = 400
  /// The highest header.
  private static let mostHeaderLines = 16

  init(rows: [AlignedLine], rules: [RuledLine]) {
    self.rows = rows
    self.rules = rules
  }

  /// The table whose first line of several segments is `start`, or nil where none is.
  func region(from start: Int, continuing boundaries: [Double]?) -> Found? {
    var extent = Extent()
    if let left = boundaries?.first, let right = boundaries?.last { (extent.left, extent.right) = (left, right) }
    guard rows[start].isTabular || boundaries != nil, !rows[start].isCaption, !rows[start].hasLeader,
      !rows[start].isText || boundaries != nil && isRemark(rows[start], within: extent)
    else { return nil }
    if boundaries != nil, AlignedLine.openTitle(rows[start...]) { return nil }
    var end = start
    var index = start + 1
    extent.take(rows[start])
    // The head of a column of remarks is centred over it: the rule above tells how far they reach.
    let remarksEnd = spanning(rows[start].baseline - 60, rows[start].baseline, extent).map(\.end).max()
    let size = rows[start].size
    // The words of a header are centred: labels begin far left of them.
    var numbered = rows[start].hasNumber ? 1 : 0
    while index < min(rows.count, start + Self.mostRows) {
      // No header is that high.
      if numbered == 0, boundaries == nil, index - start > Self.mostHeaderLines { return nil }
      let row = rows[index]
      let gap = row.baseline - rows[index - 1].baseline
      // The only row of an empty table may stand far below the header.
      let isFirst = numbered <= 1 && row.isTabular && row.hasNumber && follows(captionBefore: start)
      guard gap < (isFirst ? 9 : 4.5) * max(row.size, rows[index - 1].size), gap >= 0,
        !row.isText || isRemark(row, within: extent, to: remarksEnd) || extent.isRow(row)
          || isInBracket(index, from: start) && extent.isLabel(row, above: rows[(index + 1)...].first), !row.isCaption,
        !(index + 2 >= rows.count && gap > 1.2 * row.size && row.looksLikePageNumber),
        !AlignedLine.openTitle(rows[index...])
      else { break }
      if row.isTabular || row.hasFigureBesideWords || extent.isFigure(row) {
        for row in rows[(end + 1)...index] { extent.take(row) }
        numbered += row.hasNumber || row.hasFigureBesideWords ? 1 : 0
        end = index
      } else if !isPartOfRow(row, within: extent, slack: numbered < Self.fewestRows ? 60 : 2)
        && !(numbered == 0 && isAmongHeads(index))
        || row.size > 1.15 * size
        || index - end > (numbered < Self.fewestRows ? 5 : 2) && boundaries == nil && !extent.aligns(row)
      {
        break
      }
      index += 1
    }
    let total = loneTotal(below: start, to: end, extent)
    end = total ?? lastLine(after: end, before: index, extent, isOpen: boundaries != nil)
    let top = firstLine(above: start, extent, slack: numbered < Self.fewestRows ? 16 : 1)
    let body = rows[top...end]
    guard !isContents(rows[start...end]) else { return nil }
    numbered = body.filter { $0.hasNumber || $0.hasFigureBesideWords }.count
    let isSure =
      numbered >= Self.fewestRows || isRuled(body) || body.contains { $0.figureCount >= Self.manyFigures }
      || follows(captionBefore: top) && (numbered > 0 || body.contains { $0.segments.count > 3 })
      || follows(titleBefore: top) && (numbered > 1 || body.contains { $0.hasNumber && isTotal($0.segments[0]) })
      || total != nil && isNamed(top)
    guard isSure || boundaries != nil else { return nil }
    return Found(lines: top...end, isSure: isSure)
  }

  /// Whether a line stands in a bracket that opens in the lines above it, or its commas in brackets of its own: a name goes on,
  /// commas and all.
  private func isInBracket(_ index: Int, from start: Int) -> Bool {
    var depth = 0
    var isEnclosed: Bool?
    for line in max(start, index - Self.mostLabelLines)...index {
      if line == index, depth > 0 { return true }
      for scalar in rows[line].segments.lazy.flatMap(\.text.unicodeScalars) {
        switch scalar {
        case "（": depth += 1
        case "）": depth = max(0, depth - 1)
        case "，" where line == index: isEnclosed = depth > 0 && isEnclosed ?? true
        default: break
        }
      }
    }
    return isEnclosed ?? false
  }

  /// A name of more lines is none.
  private static let mostLabelLines = 6

  /// A sentence in a column of its own, far right of where the text of a page begins. `end` is where rules end.
  private func isRemark(_ row: AlignedLine, within extent: Extent, to end: Double? = nil) -> Bool {
    let edge = extent.left + 0.3 * (extent.right - extent.left)
    return row.isSentence && row.right < max(extent.right + 10 * row.size, end ?? 0)
      && row.segments.allSatisfy {
        $0.box.x0 > edge || $0.box.x1 < extent.right - 10 * row.size && !AlignedLine.isSentence($0.text)
      }
  }

  /// A single segment inside a table: a wrapped label, a label without figures, a header word over several columns.
  private func isPartOfRow(_ row: AlignedLine, within extent: Extent, slack: Double) -> Bool {
    guard let segment = row.segments.first, row.segments.count == 1 else { return false }
    // Two columns: the names may take most of the width.
    let isName = extent.aligns(segment.box.x0) && segment.box.x1 < extent.leftOfFigures
    if isName || isBanded(row) { return true }
    return segment.box.width < 0.6 * (extent.right - extent.left) && segment.box.x0 > extent.left - slack * row.size
  }

  /// Whether a line stands between two rules that reach from one edge to the other as all of the table's do.
  private func isBanded(_ row: AlignedLine) -> Bool {
    let height = 2.5 * row.size
    guard let above = between(row.baseline - height, row.baseline).last,
      row.left > above.start - 1, row.right < above.end + 1
    else { return false }
    return between(row.baseline, row.baseline + height).contains {
      abs($0.start - above.start) < 1 && abs($0.end - above.end) < 1
    }
  }

  /// Whether a line stands closer above one of several heads than lines of text do: heads that touch, beside others.
  private func isAmongHeads(_ index: Int) -> Bool {
    index + 1 < rows.count && rows[index + 1].isTabular
      && rows[index + 1].baseline - rows[index].baseline < 1.1 * rows[index].size
  }

  /// The last line of a table whose last row with figures is `end`: the rest of a wrapped label stands below it, and
  /// labels without figures above the closing rule.
  private func lastLine(after end: Int, before limit: Int, _ extent: Extent, isOpen: Bool) -> Int {
    var last = end
    let pitch = pitch(of: rows[...end])
    if pitch == 0, isCut(after: end, before: limit, extent) { return limit - 1 }
    while last + 1 < limit,
      isRest(rows[last + 1], of: rows[...last], pitch: pitch, isLast: last + 2 == limit)
        || isLabel(rows[last + 1], after: rows[last], pitch, extent, isOpen: isOpen)
    { last += 1 }
    for index in (last + 1)..<max(last + 1, limit) {
      let row = rows[index]
      if spanning(row.baseline, row.baseline + 2.5 * row.size, extent).isEmpty { continue }
      last = index
    }
    return last
  }

  /// The total row of a table that is published blank: 合计 below its heads, or below the row that numbers the columns, with
  /// nothing beside it.
  private func loneTotal(below start: Int, to end: Int, _ extent: Extent) -> Int? {
    let next = end + 1
    guard next < rows.count, rows[next].segments.count == 1, let word = rows[next].segments.first,
      isTotal(word),
      word.box.x0 > extent.left - 2 * rows[next].size, word.box.x1 < extent.left + 0.6 * (extent.right - extent.left),
      (0..<9 * rows[next].size).contains(rows[next].baseline - rows[end].baseline),
      rows[start...end].allSatisfy({ !$0.hasNumber && !$0.hasFigureBesideWords || isColumnNumbers($0) })
    else { return nil }
    return next
  }

  private func isTotal(_ word: AlignedLine.Segment) -> Bool {
    ["合计", "总计"].contains(where: TextJoin.squashed(word.text).ends)
  }

  /// 栏次 1 2 3 …, which may begin with 2 where a column has none.
  private func isColumnNumbers(_ row: AlignedLine) -> Bool {
    let numbers = row.segments.filter(\.isNumber).map { Int(TextJoin.squashed($0.text)) }
    guard let first = numbers.first, let first, (1...2).contains(first) else { return false }
    return numbers.counts(from: first)
  }

  /// Whether nothing but labels follows the only row with figures, up to the foot of the page and on both sides: the table
  /// goes on on the next page.
  private func isCut(after end: Int, before limit: Int, _ extent: Extent) -> Bool {
    guard end + 1 < limit, rows[limit...].allSatisfy(\.looksLikePageNumber) else { return false }
    let labels = rows[(end + 1)..<limit]
    return labels.allSatisfy { extent.aligns($0.left) }
      && labels.contains { $0.left > extent.left + 4 * $0.size }
      && spanning(rows[end].baseline, rows[limit - 1].baseline + 2.5 * rows[end].size, extent).isEmpty
  }

  /// Whether a line is the label of a row without figures: set where labels are, and as far below the last as rows are.
  private func isLabel(
    _ row: AlignedLine, after last: AlignedLine, _ pitch: Double, _ extent: Extent, isOpen: Bool
  ) -> Bool {
    let gap = row.baseline - last.baseline
    if isOpen { return gap < 3 * row.size }
    guard row.segments.count == 1, extent.aligns(row.left), gap < 1.3 * pitch else { return false }
    // Text at the left edge may be a note as well.
    return row.left > extent.left + 4 * row.size || abs(gap - pitch) < 0.08 * pitch
  }

  /// `isLast`: nothing stands below it, which it might belong to.
  private func isRest(_ row: AlignedLine, of rows: ArraySlice<AlignedLine>, pitch: Double, isLast: Bool) -> Bool {
    guard let last = rows.last else { return false }
    if row.baseline - last.baseline < max(0.75 * pitch, 0.95 * row.size) { return true }
    return row.segments.count == 1
      && rows.suffix(2).contains { above in
        row.baseline - above.baseline < (isLast ? 2 : 1.5) * row.size
          && above.segments.contains {
            !$0.isNumber && (abs($0.box.x0 - row.left) < 1.5 || isOutdented(row, below: $0))
          }
      }
  }

  /// Whether a line begins where the column does, below a text that is indented there and fuller.
  private func isOutdented(_ row: AlignedLine, below text: AlignedLine.Segment) -> Bool {
    (0...4.2).contains((text.box.x0 - row.left) / row.size) && row.right < text.box.x1 - row.size
  }

  /// The first line of a table whose first line of several segments is `start`: words over several columns stand alone
  /// in theirs.
  private func firstLine(above start: Int, _ extent: Extent, slack: Double) -> Int {
    var top = start
    let size = rows[start].size
    let height = 60 + 2 * size
    let isRuled = !spanning(rows[start].baseline - height, rows[start].baseline, extent).isEmpty
    while top > max(floor, start - Self.mostHeaderLines) {
      let row = rows[top - 1]
      guard !row.isCaption, !row.isText, !row.hasLeader, row.size < 1.12 * size, row.size > 0.85 * size,
        rows[top].baseline - row.baseline < 3.6 * size, row.left > extent.left - slack * size,
        row.right < extent.right + max(slack, 8) * size,
        row.segments.count > 1
          || row.right - row.left < (abs(row.size - size) < 0.03 * size ? 0.85 : 0.6) * (extent.right - extent.left),
        !isRuled || !spanning(row.baseline - height, row.baseline, extent).isEmpty
      else { break }
      top -= 1
    }
    return top
  }

  /// Whether the title of a table or its unit stands above a line.
  private func isNamed(_ top: Int) -> Bool {
    top > 0 && rows[top - 1].isTitle || follows(captionBefore: top)
  }

  /// Whether the unit of a table is stated right above a line.
  private func follows(captionBefore top: Int) -> Bool {
    (max(0, top - 2)..<top).contains { index in
      rows[index].isCaption && rows[top].baseline - rows[index].baseline < 5 * rows[top].size
    }
  }

  /// Whether the title of a table, set larger than its lines, stands right above a line.
  private func follows(titleBefore top: Int) -> Bool {
    guard top > 0 else { return false }
    let title = rows[top - 1]
    return title.isTitle && title.size > 1.12 * rows[top].size
      && rows[top].baseline - title.baseline < 4 * rows[top].size
  }

  /// How far the rows with figures stand apart, mostly.
  private func pitch(of rows: ArraySlice<AlignedLine>) -> Double {
    let baselines = rows.suffix(60).filter(\.hasNumber).map(\.baseline)
    let pitches = zip(baselines, baselines.dropFirst()).map { $1 - $0 }.sorted()
    return pitches.isEmpty ? 0 : pitches[pitches.count / 2]
  }

  /// Entries and page numbers of a table of contents. A list below heads has its numbers first: 序号, 单位名称.
  private func isContents(_ rows: ArraySlice<AlignedLine>) -> Bool {
    if rows.contains(where: \.hasLeader) { return true }
    let isHeadedList =
      rows.count > 2 && rows.first.map { !$0.hasNumber } ?? false
      && rows.dropFirst().allSatisfy { $0.segments.count == 2 && $0.segments[0].isNumber && !$0.segments[1].isNumber }
    if isHeadedList { return false }
    let numbers = rows.flatMap { $0.segments.filter(\.isNumber).map(\.text) }
    let pages = numbers.compactMap { Int($0) }
    return pages.count == numbers.count && pages.allSatisfy { $0 > 0 } && rows.allSatisfy { $0.segments.count == 2 }
      && zip(pages, pages.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
