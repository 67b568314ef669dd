import PageContent

/// The columns of a table that no vertical ruling draws.
struct AlignedColumns {
  /// One more than there are columns, ascending.
  let boundaries: [Double]

  var count: Int { boundaries.count - 1 }

  private static let mostColumns = 100

  /// The column that most of a text stands in.
  func column(of text: AlignedText) -> Int {
    var best = (overlap: -Double.infinity, column: 0)
    for column in 0..<count {
      let upper = column == count - 1 ? Double.infinity : boundaries[column + 1]
      let lower = column == 0 ? -Double.infinity : boundaries[column]
      let overlap = min(text.box.x1, upper) - max(text.box.x0, lower)
      if overlap > best.overlap + 0.01 { best = (overlap, column) }
    }
    return best.column
  }

  /// Whether texts begin where the words of their columns do, indented at most: by whole letters where they stand in several
  /// columns, as the heads of another table would.
  func areLabels(_ texts: [AlignedText]) -> Bool {
    let columns = texts.map(column)
    let areAlone = Set(columns).count == 1
    return zip(texts, columns).allSatisfy { text, column in
      let indent = (text.box.x0 - boundaries[column] - 2) / text.size
      return !text.isNumber && text.box.x1 < boundaries[column + 1] + 1 && indent < 4.2
        && (areAlone || abs(indent - indent.rounded()) * text.size < 1.5)
    }
  }

  /// The columns that a header word heads by itself.
  func columns(under text: AlignedText) -> ClosedRange<Int> {
    let middle = column(of: text)
    let covered = (0..<count).filter { column in
      text.overlap(boundaries[column], boundaries[column + 1]) > 0.4 * (boundaries[column + 1] - boundaries[column])
    }
    return min(covered.first ?? middle, middle)...max(covered.last ?? middle, middle)
  }
}

// MARK: From rows and header

extension AlignedColumns {
  /// Texts of some rows that stand one below the other.
  private struct Cluster {
    var lower: Double
    var upper: Double
    /// Where the ink of its texts begins and ends: the blank half of a bracket may lie over the next column.
    private(set) var ink: (lower: Double, upper: Double)
    var rows = LineSet()
    /// The lines of its texts, of which a row may have several.
    var lines = LineSet()
    var texts: [AlignedText]
    /// The word that heads it and nothing else.
    var head: AlignedText?
    /// Whether the next column holds words: codes stand before the names.
    var precedesWords = false

    init(_ text: AlignedText, row: Int?) {
      lower = text.box.x0
      upper = text.box.x1
      ink = (text.ink.x0, text.ink.x1)
      texts = row == nil ? [] : [text]
      guard let row else {
        head = text
        return
      }
      rows.insert(row)
      lines.insert(text.line)
    }

    var holdsNumbers: Bool { texts.contains(where: \.isNumber) }

    mutating func take(_ text: AlignedText, row: Int) {
      lower = min(lower, text.box.x0)
      upper = max(upper, text.box.x1)
      ink = (min(ink.lower, text.ink.x0), max(ink.upper, text.ink.x1))
      rows.insert(row)
      lines.insert(text.line)
      texts.append(text)
    }

    mutating func take(_ other: Cluster) {
      lower = min(lower, other.lower)
      upper = max(upper, other.upper)
      ink = (min(ink.lower, other.ink.lower), max(ink.upper, other.ink.upper))
      rows.formUnion(other.rows)
      lines.formUnion(other.lines)
      texts += other.texts
    }

    /// Figures end under each other, words and codes begin so.
    var isFlushRight: Bool {
      holdsNumbers && spread(\.x1) < 1.5 && (spread(\.x0) > 1.5 || !isCode || !precedesWords)
    }
    var isFlushLeft: Bool { !texts.isEmpty && (!holdsNumbers || !isFlushRight && spread(\.x0) < 1.5) }

    private var isCode: Bool { texts.contains(where: \.isCode) }

    /// How far apart an edge of its texts stands at most.
    private func spread(_ edge: (Box) -> Double) -> Double {
      let holdsNumbers = holdsNumbers
      var (least, most) = (Double.infinity, -Double.infinity)
      for index in texts.indices where texts[index].isNumber || !holdsNumbers {
        let x = edge(texts[index].box)
        (least, most) = (min(least, x), max(most, x))
      }
      return texts.isEmpty ? 0 : most - least
    }
  }

  /// The columns that rows of figures, and the feet of the header, stand in. A column without a figure in any row is known
  /// from its foot alone. `edge` is where the rules over the whole table end.
  init?(body: [[AlignedText]], feet: [AlignedText], edge: Double? = nil) {
    var clusters = Self.clusters(of: body)
    Self.joinLabels(&clusters, feet: feet)
    clusters.sort { $0.lower < $1.lower }
    for index in clusters.indices.dropLast() { clusters[index].precedesWords = !clusters[index + 1].holdsNumbers }
    Self.match(&clusters, with: feet)
    clusters.sort { ($0.lower + $0.upper) < ($1.lower + $1.upper) }
    guard (2...Self.mostColumns).contains(clusters.count), let first = clusters.first, let last = clusters.last else {
      return nil
    }
    var boundaries = [first.lower - 2]
    for (left, right) in zip(clusters, clusters.dropFirst()) {
      boundaries.append(max(Self.boundary(left, right), (boundaries.last ?? 0) + 1))
    }
    // A blank column at the end reaches as far right of its head as left.
    let mirrored = last.texts.isEmpty ? last.lower + last.upper - (boundaries.last ?? 0) : 0
    let end = last.texts.isEmpty && edge ?? 0 > last.upper ? edge : nil
    boundaries.append(max(end ?? max(last.upper + 2, mirrored), (boundaries.last ?? 0) + 1))
    if end != nil { Self.centre(&boundaries, on: clusters) }
    self.boundaries = boundaries
  }

  /// Heads stand in the middle of blank columns up to the right edge of a table.
  private static func centre(_ boundaries: inout [Double], on clusters: [Cluster]) {
    for index in clusters.indices.dropFirst().reversed() {
      let left = clusters[index].lower + clusters[index].upper - boundaries[index + 1]
      guard clusters[index].texts.isEmpty, left > clusters[index - 1].upper - 1, left < clusters[index].lower + 1 else {
        return
      }
      boundaries[index] = left
    }
  }

  private static func clusters(of body: [[AlignedText]]) -> [Cluster] {
    var clusters: [Cluster] = []
    // The fullest rows show the columns best: what 合计 stands across is known by then.
    let rows = rows(of: body)
    var counts = [Int](repeating: 0, count: body.count)
    for (row, line) in zip(rows, body) { counts[row] += line.count }
    let order = body.indices.sorted { (counts[rows[$1]], $0) < (counts[rows[$0]], $1) }
    // 合计 may stand across the last part of the codes and the names: it joins none.
    for isTotal in [false, true] {
      for line in order {
        for text in body[line] where text.isTotal == isTotal { take(text, row: rows[line], into: &clusters) }
      }
    }
    return clusters
  }

  private static func take(_ text: AlignedText, row: Int, into clusters: inout [Cluster]) {
    let met = clusters.indices.filter { text.overlap(clusters[$0].ink.lower, clusters[$0].ink.upper) > 0.3 }
    if met.isEmpty {
      if clusters.count < mostColumns { clusters.append(Cluster(text, row: row)) }
      return
    }
    let stoodTogether = met.contains { a in
      met.contains { a < $0 && !clusters[a].rows.isDisjoint(with: clusters[$0].rows) }
    }
    if met.count > 1, stoodTogether { return }
    clusters[met[0]].take(text, row: row)
    for other in met.dropFirst().reversed() {
      clusters[met[0]].take(clusters[other])
      clusters.remove(at: other)
    }
  }

  /// For each line the one of the figures that it stands beside: labels of several lines reach above and below these.
  private static func rows(of body: [[AlignedText]]) -> [Int] {
    let numbered = body.indices.filter { body[$0].contains(where: \.isNumber) }
    return body.indices.map { line in
      let height = body[line][0].first
      let above = numbered.partitionPoint { $0 >= line }
      let near = numbered[max(0, above - 1)..<min(numbered.count, above + 1)].min {
        abs(body[$0][0].first - height) < abs(body[$1][0].first - height)
      }
      guard let near, abs(body[near][0].first - height) < 2.2 * body[line][0].size else { return line }
      return near
    }
  }

  /// 合计 is often centred in the column of names, and what goes on there may begin left of indented names: two neighbours
  /// that hold words only, and never in one row, or in one line without a head for each, are one.
  private static func joinLabels(_ clusters: inout [Cluster], feet: [AlignedText]) {
    func isHeaded(_ cluster: Cluster) -> Bool {
      feet.contains { $0.box.midX > cluster.lower && $0.box.midX < cluster.upper }
    }
    clusters.sort { $0.lower < $1.lower }
    var index = 0
    while index + 1 < clusters.count {
      if !clusters[index].holdsNumbers, !clusters[index + 1].holdsNumbers,
        clusters[index].rows.isDisjoint(with: clusters[index + 1].rows)
          || clusters[index].lines.isDisjoint(with: clusters[index + 1].lines) && !isHeaded(clusters[index])
      {
        clusters[index].take(clusters[index + 1])
        clusters.remove(at: index + 1)
      } else {
        index += 1
      }
    }
  }

  /// Finds the foot of each cluster; a foot without one is a blank column's.
  private static func match(_ clusters: inout [Cluster], with feet: [AlignedText]) {
    let feet = feet.sorted { $0.box.x0 < $1.box.x0 }
    var covered = feet.map { _ in [Int]() }
    var isHeaded = [Bool](repeating: false, count: clusters.count)
    for (index, cluster) in clusters.enumerated() {
      let best = feet.indices.max {
        feet[$0].overlap(cluster.lower, cluster.upper) < feet[$1].overlap(cluster.lower, cluster.upper)
      }
      guard let best, feet[best].overlap(cluster.lower, cluster.upper) > 0.5 else { continue }
      covered[best].append(index)
      isHeaded[index] = true
    }
    // A narrow figure stands right of the middle of its head, a short name left of it: the nearest ones there are found
    // first. Column numbers are those of figures rather than of names.
    var pairs: [(cost: Double, cluster: Int, foot: Int)] = []
    for index in clusters.indices where !isHeaded[index] {
      let middle = (clusters[index].lower + clusters[index].upper) / 2
      let isLeft = { (foot: Int) in feet[foot].box.midX < middle }
      for (foot, isLeft) in [(feet.indices.last(where: isLeft), true), (feet.indices.first { !isLeft($0) }, false)] {
        guard let foot, covered[foot].isEmpty else { continue }
        let distance = abs(feet[foot].box.midX - middle)
        pairs.append((isLeft == clusters[index].isFlushLeft ? oddSide * distance : distance, index, foot))
      }
    }
    pairs.sort {
      (clusters[$0.cluster].holdsNumbers ? 0 : 1, $0.cost) < (clusters[$1.cluster].holdsNumbers ? 0 : 1, $1.cost)
    }
    for (_, index, foot) in pairs where !isHeaded[index] && covered[foot].isEmpty {
      guard isFree(between: feet[foot], clusters[index], clusters) else { continue }
      covered[foot].append(index)
      isHeaded[index] = true
    }
    for (foot, indices) in covered.enumerated() {
      if indices.isEmpty {
        clusters.append(Cluster(feet[foot], row: nil))
      } else if indices.count == 1 {
        clusters[indices[0]].lower = min(clusters[indices[0]].lower, feet[foot].box.x0)
        clusters[indices[0]].upper = max(clusters[indices[0]].upper, feet[foot].box.x1)
        clusters[indices[0]].head = feet[foot]
      }
    }
  }

  /// How much farther than on the side where it mostly stands a head may be as near.
  private static let oddSide = 3.0

  private static func isFree(between foot: AlignedText, _ cluster: Cluster, _ clusters: [Cluster]) -> Bool {
    let lower = min(foot.box.x1, cluster.upper)
    let upper = max(foot.box.x0, cluster.lower)
    return !clusters.contains { $0.lower > lower - 0.5 && $0.upper < upper + 0.5 && $0.lower != cluster.lower }
  }

  /// Where one column ends and the next begins: beside figures that end, or words that begin, under each other; else as
  /// far from the middle of a head as its figures are on the other side.
  private static func boundary(_ left: Cluster, _ right: Cluster) -> Double {
    let gap = max(0, right.lower - left.upper)
    if left.isFlushRight { return left.upper + min(2, gap / 2) }
    if right.isFlushLeft { return right.lower - min(2, gap / 2) }
    if right.isFlushRight, let head = right.head {
      return min(max(2 * head.box.midX - right.upper - 2, left.upper), right.lower)
    }
    if left.isFlushLeft, let head = left.head {
      return min(max(2 * head.box.midX - left.lower + 2, left.upper), right.lower)
    }
    return (left.upper + right.lower) / 2
  }
}
