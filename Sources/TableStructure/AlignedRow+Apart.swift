/// Rows whose figures are set a little higher or lower than their labels, so that a text has a line for each.
extension AlignedRow {
  /// Puts such rows together. Lines of figures alone belong to the line below them, or above them: in one table all to the
  /// same side. Where both could be they stay as they are.
  static func joiningSet(apart rows: [AlignedRow], _ layout: ColumnLayout) -> [AlignedRow] {
    let amounts = Set(layout.columns.indices.filter { layout.holdsAmounts($0) })
    guard amounts.count < layout.columns.count, rows.contains(where: { $0.isOfFigures(amounts) }) else { return rows }
    let whole = joiningCodeParts(rows, amounts)
    let down = joined(whole, amounts)
    let up = joined(whole.reversed(), amounts).map { Array($0.reversed()) }
    if down != nil, up != nil { return rows }
    return down ?? up ?? rows
  }

  /// Puts the decimals of figures that a narrow cell breaks, 14,770 above .62, to what they end.
  static func joiningDecimals(_ rows: [AlignedRow]) -> [AlignedRow] {
    var joined: [AlignedRow] = []
    for row in rows {
      var row = row
      for (column, pieces) in row.pieces {
        guard pieces.count == 1, let piece = pieces.first, piece.isDecimals,
          let above = joined.indices.suffix(2).last(where: { joined[$0].pieces[column] != nil }),
          joined[above].line.number + 2 >= row.line.number, joined[above].pieces[column]?.last?.isWhole ?? false
        else { continue }
        joined[above].pieces[column]?.append(piece)
        row.pieces[column] = nil
      }
      if !row.pieces.isEmpty { joined.append(row) }
    }
    return joined
  }

  private func isOfFigures(_ amounts: Set<Int>) -> Bool { hasValues && pieces.keys.allSatisfy(amounts.contains) }

  private func isOfLabels(_ amounts: Set<Int>) -> Bool { amounts.isDisjoint(with: pieces.keys) }

  /// 类, 款 and 项 are a row of their own, or one with the label of the total below them.
  private static func joiningCodeParts(_ rows: [AlignedRow], _ amounts: Set<Int>) -> [AlignedRow] {
    var joined: [AlignedRow] = []
    for row in rows {
      guard let last = joined.last, last.isOfCodeParts else {
        joined.append(row)
        continue
      }
      let row = row.movedRight(of: last, amounts)
      if row.isOfLabels(amounts), last.isApart(from: row) {
        joined[joined.count - 1] = last.with(row)
      } else {
        joined.append(row)
      }
    }
    return joined
  }

  /// A label that is centred over a column where another line has a word stands in the columns right of that.
  private func movedRight(of other: AlignedRow, _ amounts: Set<Int>) -> AlignedRow {
    guard pieces.count == 1, let (column, label) = pieces.first, other.pieces[column] != nil, let span = spans[column],
      let free = (column..<column + span).first(where: { other.pieces[$0] == nil }), !amounts.contains(free)
    else { return self }
    var moved = self
    moved.pieces = [free: label]
    let labels = (free..<column + span).prefix { !amounts.contains($0) }
    moved.spans = labels.count > 1 ? [free: labels.count] : [:]
    return moved
  }

  private var isOfCodeParts: Bool {
    pieces.values.joined().allSatisfy {
      $0.range.count == 1 && "类款项".unicodeScalars.contains($0.line.scalars[$0.range][$0.range.lowerBound])
    }
  }

  /// Each line of figures with the next line that has a label; nil where one has none, or its figures stand there already.
  private static func joined(_ rows: [AlignedRow], _ amounts: Set<Int>) -> [AlignedRow]? {
    var joined: [AlignedRow] = []
    var open: AlignedRow?
    for row in rows {
      guard let figures = open else {
        if row.isOfFigures(amounts) { open = row } else { joined.append(row) }
        continue
      }
      guard figures.isApart(from: row) else { return nil }
      let whole = row.with(figures)
      if row.isOfFigures(amounts) {
        open = whole
      } else {
        joined.append(whole)
        open = nil
      }
    }
    return open == nil ? joined : nil
  }

  private func isApart(from other: AlignedRow) -> Bool { other.pieces.keys.allSatisfy { pieces[$0] == nil } }

  func with(_ other: AlignedRow) -> AlignedRow {
    var whole = self
    whole.hasValues = hasValues || other.hasValues
    whole.pieces.merge(other.pieces) { $0 + $1 }
    whole.spans.merge(other.spans) { first, _ in first }
    return whole
  }
}

extension AlignedRow.Piece {
  private var text: ArraySlice<Unicode.Scalar> { line.scalars[range] }

  /// A point and digits.
  fileprivate var isDecimals: Bool {
    text.first == "." && text.count > 1 && text.dropFirst().allSatisfy(\.isASCIIDigit)
  }

  /// Digits, and commas between thousands.
  fileprivate var isWhole: Bool {
    text.first?.isASCIIDigit ?? false && text.allSatisfy { $0.isASCIIDigit || $0 == "," }
  }
}
