/// Which lines of a column of words are lines of one cell, where figures stand beside the first or the last line of a
/// label: how far rows of one line stand apart tells on which side of a line between two the next row begins.
enum EdgeLabels {
  private struct Votes {
    var top: [Double] = []
    var bottom: [Double] = []
  }

  /// The cells of all columns, as indices of the texts, or nothing where the lines do not tell. `figured` are the texts
  /// that stand beside figures.
  static func cells(_ columns: [[Int]], _ texts: [AlignedText], isFigured: (Int) -> Bool) -> [[Int]] {
    var pitches: [Double] = []
    for column in columns {
      for (above, below) in zip(column, column.dropFirst()) where isFigured(above) && isFigured(below) {
        pitches.append(texts[below].first - texts[above].first)
      }
    }
    guard let pitch = pitches.min() else { return [] }
    func isPitch(_ gap: Double) -> Bool { abs(gap - pitch) < 0.06 * pitch }
    var votes = Votes()
    for column in columns {
      for (position, index) in column.enumerated()
      where !isFigured(index) && position > 0 && position + 1 < column.count {
        let above = texts[index].first - texts[column[position - 1]].first
        let below = texts[column[position + 1]].first - texts[index].first
        guard isPitch(above) != isPitch(below), max(above, below) < 2.2 * texts[index].size else { continue }
        if isPitch(above), isFigured(column[position - 1]) { votes.bottom.append(below) }
        if isPitch(below), isFigured(column[position + 1]) { votes.top.append(above) }
      }
    }
    let isBottom = votes.bottom.count > votes.top.count
    let gaps = (isBottom ? votes.bottom : votes.top).sorted()
    guard votes.bottom.count != votes.top.count, !gaps.isEmpty else { return [] }
    let leading = gaps[gaps.count / 2]
    func isOne(_ above: Int, _ below: Int) -> Bool {
      abs(texts[below].first - texts[above].first - leading) < 0.06 * leading
    }
    var result: [[Int]] = []
    for column in columns {
      for (position, index) in column.enumerated() where isFigured(index) {
        var cell = [index]
        if isBottom {
          for other in column[..<position].reversed() {
            guard !isFigured(other), isOne(other, cell[0]) else { break }
            cell.insert(other, at: 0)
          }
        } else {
          for other in column[(position + 1)...] {
            guard !isFigured(other), isOne(cell[cell.count - 1], other) else { break }
            cell.append(other)
          }
        }
        result.append(cell)
      }
    }
    return result
  }
}
