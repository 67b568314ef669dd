/// The columns of a table set in a fixed pitch.
///
/// Rows of figures tell them, as these stand in columns. Headers are centred, wrapped and spread, so they are laid over
/// the columns in order, and add one only where it is blank in every row of figures.
struct ColumnLayout {
  private(set) var columns: [Range<Int>]
  /// The columns that hold figures in some row and words in none.
  private var figureColumns: Set<Int> = []
  /// The columns of line numbers (行次), which have no column number.
  private var countingColumns: Set<Int> = []

  /// nil where the columns cannot be told surely: a column must hold one word of a row of figures at most, and there
  /// must be as many as the column numbers (栏次) count.
  init?(_ rows: [[PlacedWord]]) {
    let isBody = rows.map { $0.count > 1 && $0.contains(where: \.isValue) && !Self.holdsColumnNumbers($0) }
    let body = zip(rows, isBody).filter(\.1).map(\.0)
    let others = zip(rows, isBody).filter { !$0.1 }.map(\.0)
    columns = Self.merged(body.joined().map(\.columns))
    joinLabels(body)
    guard columns.count > 1 else { return nil }
    for row in body {
      let taken = row.map { nearest($0.columns) }
      if Set(taken).count < taken.count { return nil }
    }
    let headers = zip(rows, isBody).prefix { !$0.1 }.map(\.0).filter { !Self.holdsColumnNumbers($0) }
    let fullest = headers.max { $0.count < $1.count } ?? []
    if fullest.count > columns.count {
      columns = Self.merged(columns + headers.flatMap(strayWords))
    }
    if fullest.count > 2 {
      columns = Self.merged(columns + fullest.map(\.columns).filter { gapToClosest($0) > Self.headerReach })
    }
    countingColumns = countingColumns(of: body)
    figureColumns = figureColumns(of: body)
    for row in others where Self.holdsColumnNumbers(row) {
      guard let added = missingColumns(row) else { return nil }
      columns = Self.merged(columns + added)
      figureColumns = figureColumns(of: body + [row])
    }
    guard headers.allSatisfy({ holdsApart($0) }), isWithinReach(fullest) else { return nil }
  }

  /// How far beside the figures of its column a header may stand, centred or wrapped as it is.
  private static let headerReach = 5

  /// Two words of a header in one column: some column is not known.
  private func holdsApart(_ row: [PlacedWord]) -> Bool {
    let places = places(of: row)
    return Set(places).count == places.count
  }

  private func isWithinReach(_ row: [PlacedWord]) -> Bool {
    row.count < 3 || zip(row, places(of: row)).allSatisfy { gap($0.columns, $1) <= Self.headerReach }
  }

  /// The blank columns between a word and a column; 0 where they overlap or touch.
  private func gap(_ span: Range<Int>, _ column: Int) -> Int {
    max(0, columns[column].lowerBound - span.upperBound, span.lowerBound - columns[column].upperBound)
  }

  private func gapToClosest(_ span: Range<Int>) -> Int { columns.indices.map { gap(span, $0) }.min() ?? 0 }

  /// Whether a row's figures only count columns: 1, 2, 3, …
  static func holdsColumnNumbers(_ row: [PlacedWord]) -> Bool {
    let numbers = row.filter(\.isValue).map(\.integer)
    guard numbers.count > 1, let first = numbers[0], first <= 2 else { return false }
    return numbers.enumerated().allSatisfy { $0.element == first + $0.offset }
  }

  private static func merged(_ spans: [Range<Int>]) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = columns.last, span.lowerBound < last.upperBound {
        columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        columns.append(span)
      }
    }
    return columns
  }

  /// 合计 is often centred in the column of names: two neighbours that hold words only, and never in one row, are one.
  private mutating func joinLabels(_ body: [[PlacedWord]]) {
    var index = 0
    while index + 1 < columns.count {
      let isOne = body.allSatisfy { row in
        let inFirst = row.filter { $0.columns.overlaps(columns[index]) }
        let inSecond = row.filter { $0.columns.overlaps(columns[index + 1]) }
        return (inFirst.isEmpty || inSecond.isEmpty) && !(inFirst + inSecond).contains(where: \.isValue)
      }
      if isOne {
        columns[index] = columns[index].lowerBound..<columns[index + 1].upperBound
        columns.remove(at: index + 1)
      } else {
        index += 1
      }
    }
  }

  /// Words of a header row that lie over no column, where another of the row's words has the one next to them.
  private func strayWords(_ row: [PlacedWord]) -> [Range<Int>] {
    let closest = row.map { nearest($0.columns) }
    return row.indices.filter { index in
      !columns[closest[index]].overlaps(row[index].columns) && closest.count { $0 == closest[index] } > 1
    }.map { row[$0].columns }
  }

  private func countingColumns(of body: [[PlacedWord]]) -> Set<Int> {
    var numbers: [Int: [Int?]] = [:]
    for word in body.joined() { numbers[nearest(word.columns), default: []].append(word.integer) }
    let counting = numbers.filter { _, numbers in
      numbers.count > 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $0.map { $0 + 1 } == $1 && $1 != nil }
    }
    return Set(counting.keys)
  }

  private func figureColumns(of body: [[PlacedWord]]) -> Set<Int> {
    var figures: Set<Int> = []
    var words: Set<Int> = []
    for word in body.joined() {
      if word.isValue { figures.insert(nearest(word.columns)) } else { words.insert(nearest(word.columns)) }
    }
    return figures.subtracting(words)
  }

  /// Places of column numbers whose column holds no figure; nil where the figures stand in more columns than the row
  /// counts, so that some column is taken for two.
  private func missingColumns(_ row: [PlacedWord]) -> [Range<Int>]? {
    let labels = row.filter { !$0.isValue }
    let numbers = row.filter(\.isValue)
    guard let firstNumber = numbers.first?.columns.lowerBound else { return [] }
    let label = labels.last { $0.columns.lowerBound < firstNumber }.map { nearest($0.columns) } ?? -1
    let places = figureColumns.count { $0 > label }
    // In a two-sided table the line numbers (行次) stand in columns that have no number.
    let isTwoSided = labels.contains { $0.columns.lowerBound > firstNumber }
    if !isTwoSided, numbers.count < places { return nil }
    guard numbers.count > places else { return [] }
    var closest: [Int: PlacedWord] = [:]
    for number in numbers {
      let column = nearest(number.columns)
      guard figureColumns.contains(column) else { continue }
      if let other = closest[column], distance(other.columns, column) <= distance(number.columns, column) { continue }
      closest[column] = number
    }
    return numbers.filter { number in !closest.values.contains { $0.range == number.range } }.map(\.columns)
      .filter { place in !columns.contains { $0.overlaps(place) } }
  }

  private func distance(_ span: Range<Int>, _ column: Int) -> Int {
    abs(columns[column].lowerBound + columns[column].upperBound - span.lowerBound - span.upperBound)
  }

  /// The column that a word overlaps most, or whose middle is closest.
  private func nearest(_ span: Range<Int>) -> Int {
    var best = 0
    var bestOverlap = -1
    for index in columns.indices {
      let overlap = columns[index].clamped(to: span).count
      if overlap > bestOverlap || (overlap == bestOverlap && distance(span, index) < distance(span, best)) {
        (best, bestOverlap) = (index, overlap)
      }
    }
    return best
  }

  /// The column of each word of a row. Words keep their order, each in a column of its own where there are enough.
  func places(of row: [PlacedWord]) -> [Int] {
    let closest = row.map { nearest($0.columns) }
    let isNumbering = Self.holdsColumnNumbers(row)
    guard Set(closest).count < closest.count || isNumbering, row.count <= columns.count else { return closest }
    // The cheapest ascending choice: costs[w][c] is that of the first w words in the first c columns.
    let unreachable = Int.max / 4
    var costs = Array(repeating: Array(repeating: unreachable, count: columns.count + 1), count: row.count + 1)
    costs[0] = Array(repeating: 0, count: columns.count + 1)
    for (word, placed) in row.enumerated() {
      for column in columns.indices {
        let gap =
          max(0, columns[column].lowerBound - placed.columns.upperBound + 1)
          + max(0, placed.columns.lowerBound - columns[column].upperBound + 1)
        let isMisfit =
          isNumbering && placed.isValue && (!figureColumns.contains(column) || countingColumns.contains(column))
        let cost = costs[word][column] + gap * 100 + distance(placed.columns, column) + (isMisfit ? 10_000 : 0)
        costs[word + 1][column + 1] = min(costs[word + 1][column], min(cost, unreachable))
      }
    }
    var places = Array(repeating: 0, count: row.count)
    var column = columns.count
    for word in row.indices.reversed() {
      while column > 1, costs[word + 1][column] == costs[word + 1][column - 1] { column -= 1 }
      column -= 1
      places[word] = max(0, column)
    }
    return places
  }
}
