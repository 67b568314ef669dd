/// Which lines of a column of words are lines of one cell, where figures stand beside the first or the last line of a
/// label: how far rows of one line stand apart tells on which side of a line between two the next row begins.
enum EdgeLabels {
  private struct Votes {
    var top: [Double] = []
    var bottom: [Double] = []
  }

  /// Where figures stand, and how far the lines of a cell stand apart; nil where the lines do not tell. `columns` are
  /// indices of the texts, `isFigured` tells which of them stand beside figures. `known` is how far rows of one line
  /// stand apart on the page before; infinite where nothing tells.
  static func setting(
    _ columns: [[Int]], _ texts: [AlignedText], pitch known: Double, isFigured: (Int) -> Bool
  ) -> (isBottom: Bool, leading: Double)? {
    var pitches = known < .infinity ? [known] : []
    for column in columns {
      for (above, below) in zip(column, column.dropFirst())
      where isFigured(above) && isFigured(below) || texts[above].isListed && texts[below].isListed {
        pitches.append(texts[below].first - texts[above].first)
      }
    }
    let pitch = pitches.min()
    func isPitch(_ gap: Double, besides other: Double, _ isShort: Bool) -> Bool {
      // Where all cells have two lines, a line that is not full ends one.
      guard let pitch, pitch < 0.9 * (gap + other) else { return isShort && abs(gap - other) > 0.12 * gap }
      // A row of one line may be higher than its line needs: then those of two are not as much higher.
      return abs(gap - pitch) < 0.12 * pitch || gap < pitch && gap > 1.25 * other
    }
    var votes = Votes()
    for column in columns where column.count > 2 {
      let edge = column.map { texts[$0].box.x1 }.max() ?? 0
      let isEven = (top: isFigured(column[0]), bottom: isFigured(column[column.count - 1]))
      for position in 1..<column.count - 1 where !isFigured(column[position]) {
        let (before, index, after) = (column[position - 1], column[position], column[position + 1])
        let above = texts[index].first - texts[before].first
        let below = texts[after].first - texts[index].first
        let isAbove = isPitch(above, besides: below, isEven.bottom && !isFull(texts[before], edge))
        let isBelow = isPitch(below, besides: above, isEven.top && !isFull(texts[index], edge))
        guard isAbove != isBelow, max(above, below) < 2.2 * texts[index].size else { continue }
        if isAbove, isFigured(before), isFull(texts[index], edge) { votes.bottom.append(below) }
        if isBelow, isFigured(after) || isFigured(before) && texts[after].isListed, !texts[index].isListed,
          isFull(texts[before], edge)
        {
          votes.top.append(above)
        }
      }
    }
    let isBottom = votes.bottom.count > votes.top.count
    let gaps = (isBottom ? votes.bottom : votes.top).sorted()
    guard votes.bottom.count != votes.top.count, !gaps.isEmpty else { return nil }
    return (isBottom, gaps[gaps.count / 2])
  }

  /// A line that goes on has filled its column.
  private static func isFull(_ text: AlignedText, _ edge: Double) -> Bool {
    text.box.x1 > edge - 1.6 * text.size && text.box.width > 4 * text.size
  }

  /// The cells of all columns, as indices of the texts.
  static func cells(
    _ columns: [[Int]], _ texts: [AlignedText], pitch: Double, isFigured: (Int) -> Bool
  ) -> [[Int]] {
    guard let (isBottom, leading) = setting(columns, texts, pitch: pitch, isFigured: isFigured) else { return [] }
    func isSameCell(_ above: Int, _ below: Int) -> Bool {
      abs(texts[below].first - texts[above].first - leading) < 0.06 * leading
    }
    var result: [[Int]] = []
    for column in columns {
      for (position, index) in column.enumerated() where isFigured(index) || !isBottom && texts[index].isListed {
        var cell = [index]
        if isBottom {
          for other in column[..<position].reversed() {
            guard !isFigured(other), texts[other].mayGoOn(with: texts[cell[0]]), isSameCell(other, cell[0]) else {
              break
            }
            cell.insert(other, at: 0)
          }
        } else {
          for other in column[(position + 1)...] {
            guard !isFigured(other), texts[index].mayGoOn(with: texts[other]), isSameCell(cell[cell.count - 1], other)
            else { break }
            cell.append(other)
          }
        }
        result.append(cell)
      }
    }
    return result
  }
}
