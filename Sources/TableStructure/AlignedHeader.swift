import PageContent

/// The words over the columns of a table that alignment holds together: which is whose head.
struct AlignedHeader {
  /// A cell's text, stacked from its lines.
  let words: [AlignedText]
  let top: Double
  let bottom: Double

  /// `rows` are the header's lines; `isSameCell` tells whether two texts, one below the other, may be lines of one cell.
  init(_ rows: [[AlignedText]], top: Double?, bottom: Double?, isSameCell: (AlignedText, AlignedText) -> Bool) {
    var words: [AlignedText] = []
    let subtotals = rows.joined().filter { $0.isTotal && TextJoin.squashed($0.text) == "小计" }
    for row in rows {
      for text in row {
        let above = words.lastIndex { word in
          word.overlaps(text) && isSameCell(word, text) && CellLeading.isSet(text, under: word)
            && !subtotals.contains { Self.isHeaded($0, and: text, by: word, in: rows) }
            // What stands over several words heads them, if only by what the words are.
            && row.count { $0.overlaps(word) } == 1 && !text.isCodePart
        }
        if let above { words[above].append(text) } else { words.append(text) }
      }
    }
    self.words = words
    let highest = words.map { $0.first - 0.85 * $0.size }.min() ?? 0
    let lowest = words.map { $0.last + 0.15 * $0.size }.max() ?? 0
    // A rule may stand above a title that is no part of the header.
    self.top = top.flatMap { highest - $0 < 15 ? $0 : nil } ?? highest - 2
    self.bottom = bottom ?? lowest + 2
  }

  /// Whether a word heads 小计 and the text right of it, and is no line of the latter: it stands over the columns that 小计
  /// sums up, though above the first of these alone, and the heads below it stand in the middle of their row.
  private static func isHeaded(
    _ subtotal: AlignedText, and text: AlignedText, by word: AlignedText, in rows: [[AlignedText]]
  ) -> Bool {
    let size = text.size
    let isBeside = { (other: AlignedText) in other.box.x0 > subtotal.box.x1 && other.box.x1 < text.box.x0 }
    guard text.box.x0 > subtotal.box.x1, word.last < subtotal.first - 0.3 * size,
      text.first < subtotal.first + 0.3 * size,
      !rows.joined().contains(where: { other in
        abs(other.first - subtotal.first) < 1.1 * size && isBeside(other)
          // Another head of its own.
          || (word.first - 0.5 * size..<subtotal.first - 0.3 * size).contains(other.first) && other.overlaps(subtotal)
      })
    else { return false }
    var last = text
    for other in rows.joined()
    where other.first > last.first + 0.3 * size && other.first < last.first + 2.2 * size && other.overlaps(last)
      && CellLeading.isSet(other, under: last)
    { last = other }
    return abs((text.first + last.first) / 2 - subtotal.first) < 0.25 * size
  }

  /// The words that stand right above a column, not above other words.
  var feet: [AlignedText] { words.filter(isFoot) }

  private func isFoot(_ word: AlignedText) -> Bool {
    // A cell that reaches down to the body has its words in the lower half of the header.
    guard word.middle > (top + bottom) / 2 - 0.4 * word.size else { return false }
    let lower = words.filter { $0.middle > word.middle + 0.5 * word.size }
    return !lower.contains { $0.overlaps(word) } && !standsOverTwo(word, lower)
  }

  /// Whether a word is in the middle of the two below it, which stand no farther apart than others do: it heads both.
  private func standsOverTwo(_ word: AlignedText, _ lower: [AlignedText]) -> Bool {
    let order = lower.sorted { $0.box.midX < $1.box.midX }
    guard let right = order.first(where: { $0.box.midX > word.box.midX }),
      let left = order.last(where: { $0.box.midX < word.box.midX })
    else { return false }
    // Lower heads over other columns stand between theirs.
    let middles = order.filter { abs($0.middle - left.middle) < 0.5 * left.size }.map(\.box.midX)
    let closest = zip(middles, middles.dropFirst()).map { $1 - $0 }.min() ?? .infinity
    return abs((left.box.midX + right.box.midX) / 2 - word.box.midX) < 0.3 * word.size
      && right.box.midX - left.box.midX < 1.6 * closest
  }

  /// The cells, row by row, over the columns.
  func cells(over columns: AlignedColumns) -> (
    rowCount: Int, cells: [(word: AlignedText?, row: Int, rowSpan: Int, columns: ClosedRange<Int>)]
  ) {
    guard !words.isEmpty else { return (0, []) }
    var spans = words.map { isFoot($0) ? columns.columns(under: $0) : nil }
    // For each column the highest word that is known over it.
    let heads = words.indices.filter { spans[$0] == nil }.sorted { words[$0].middle > words[$1].middle }
    var index = 0
    // From the lowest level up, so that what a head may stand over is known.
    while index < heads.count {
      var end = index + 1
      while end < heads.count, words[heads[index]].middle - words[heads[end]].middle < 0.5 * words[heads[index]].size {
        end += 1
      }
      let level = heads[index..<end].sorted { words[$0].box.x0 < words[$1].box.x0 }
      for (head, span) in partition(level, over: columns, below: spans) { spans[head] = span }
      index = end
    }
    // Its row: below all that stands over it.
    let order = words.indices.sorted { words[$0].middle < words[$1].middle }
    var rows = [Int](repeating: 0, count: words.count)
    var depth = [Int](repeating: 0, count: columns.count)
    for word in order {
      guard let span = spans[word] else { continue }
      rows[word] = span.map { depth[$0] }.max() ?? 0
      for column in span { depth[column] = rows[word] + 1 }
    }
    let rowCount = max(1, depth.max() ?? 1)
    var squares = [[Int]](repeating: [Int](repeating: -1, count: columns.count), count: rowCount)
    for word in order.reversed() {
      guard let span = spans[word] else { continue }
      // A foot reaches down to the body.
      let isLowest = span.allSatisfy { depth[$0] == rows[word] + 1 }
      for row in rows[word]..<(isLowest ? rowCount : rows[word] + 1) {
        for column in span where squares[row][column] < 0 { squares[row][column] = word }
      }
    }
    var cells: [(word: AlignedText?, row: Int, rowSpan: Int, columns: ClosedRange<Int>)] = []
    var placed: Set<Int> = []
    for row in squares.indices {
      var column = 0
      while column < columns.count {
        let word = squares[row][column]
        var end = column
        while word >= 0, end + 1 < columns.count, squares[row][end + 1] == word { end += 1 }
        let isNew = word < 0 || placed.insert(word).inserted
        if isNew {
          var rowSpan = 1
          while word >= 0, row + rowSpan < rowCount, (column...end).allSatisfy({ squares[row + rowSpan][$0] == word }) {
            rowSpan += 1
          }
          cells.append((word < 0 ? nil : words[word], row, rowSpan, column...end))
        } else if row == 0 || squares[row - 1][column] != word {
          // What is left of a word beside another that was laid over it.
          cells.append((nil, row, 1, column...end))
        }
        column = end + 1
      }
    }
    return (rowCount, cells)
  }

  /// Shares the columns of one level among the heads that stand there, so that each is in the middle of its own.
  private func partition(
    _ level: [Int], over columns: AlignedColumns, below spans: [ClosedRange<Int>?]
  ) -> [(head: Int, span: ClosedRange<Int>)] {
    guard let first = level.first else { return [] }
    let middle = words[first].middle
    // The highest word over each column that is known so far; one that reaches as high as this level is no part of it.
    var highest = [Double](repeating: .infinity, count: columns.count)
    var group = [Int](repeating: -1, count: columns.count)
    for (word, span) in spans.enumerated() {
      guard let span else { continue }
      for column in span where words[word].middle < highest[column] {
        highest[column] = words[word].middle
        group[column] = word
      }
    }
    // A foot beside a head reaches down from as high as that: its middle is above the middle of what the head stands on.
    let isOpen = (0..<columns.count).map { column in
      guard group[column] >= 0 else { return true }
      let word = words[group[column]]
      return isFoot(word) ? word.middle > (middle + bottom) / 2 : word.middle > middle + 0.6 * word.size
    }
    var result: [(Int, ClosedRange<Int>)] = []
    var start = 0
    while start < columns.count {
      guard isOpen[start] else {
        start += 1
        continue
      }
      var end = start
      while end + 1 < columns.count, isOpen[end + 1] { end += 1 }
      let lower = start == 0 ? -Double.infinity : columns.boundaries[start]
      let upper = end == columns.count - 1 ? Double.infinity : columns.boundaries[end + 1]
      let heads = level.filter { words[$0].box.midX >= lower && words[$0].box.midX < upper }
      result += share(start...end, among: heads, columns, group)
      start = end + 1
    }
    for head in level where !result.contains(where: { $0.0 == head }) {
      result.append((head, columns.columns(under: words[head])))
    }
    return result
  }

  private func share(
    _ run: ClosedRange<Int>, among heads: [Int], _ columns: AlignedColumns, _ group: [Int]
  ) -> [(Int, ClosedRange<Int>)] {
    guard !heads.isEmpty, heads.count <= run.count else { return [] }
    // cost[k][e]: the first k heads over the columns of the run before e.
    let count = run.count
    var cost = [[Double]](repeating: [Double](repeating: .infinity, count: count + 1), count: heads.count + 1)
    var from = [[Int]](repeating: [Int](repeating: 0, count: count + 1), count: heads.count + 1)
    cost[0][0] = 0
    for k in 1...heads.count {
      let word = words[heads[k - 1]]
      for end in k...count {
        for start in (k - 1)..<end where cost[k - 1][start] < .infinity {
          let first = run.lowerBound + start
          let last = run.lowerBound + end - 1
          // What one word stands over is not torn apart.
          if first > 0, start > 0, group[first] >= 0, group[first] == group[first - 1] { continue }
          let middle = (columns.boundaries[first] + columns.boundaries[last + 1]) / 2
          let total = cost[k - 1][start] + abs(middle - word.box.midX)
          if total < cost[k][end] { (cost[k][end], from[k][end]) = (total, start) }
        }
      }
    }
    guard cost[heads.count][count] < .infinity else { return [] }
    var result: [(Int, ClosedRange<Int>)] = []
    var end = count
    for k in stride(from: heads.count, to: 0, by: -1) {
      let start = from[k][end]
      result.append((heads[k - 1], run.lowerBound + start...run.lowerBound + end - 1))
      end = start
    }
    return result
  }
}
