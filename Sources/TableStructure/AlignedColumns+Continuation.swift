import PageContent

/// Columns from the page before.
extension AlignedColumns {
  /// The columns of the piece of the table on the page before, if rows fit into them.
  init?(_ table: PageAlignment.Continuation, fitting rows: [[AlignedText]]) {
    let boundaries = table.boundaries
    guard boundaries.count > 2, let left = boundaries.first, let right = boundaries.last else { return nil }
    self.boundaries = boundaries
    var strays = 0
    var texts = 0
    for row in rows {
      // Whether a number stands in a column.
      var taken: [Int: Bool] = [:]
      for text in row {
        texts += 1
        let column = column(of: text)
        let isInside = text.overlap(boundaries[column], boundaries[column + 1]) > 0.6 * text.box.width
        let isWithin = text.box.x0 > left - 3 && text.box.x1 < right + 3
        let isForeign = text.isAmount && table.holdsLabels[column]
        let other = taken.updateValue(text.isNumber, forKey: column)
        // A code and its name are two columns where no name stood among the codes before, though a piece without names
        // showed no border between them.
        if let other, other != text.isNumber, !table.holdsLabels[column] { return nil }
        if !isWithin || isForeign || text.isNumber && (!isInside || other == true) { strays += 1 }
      }
    }
    guard texts > 0, strays * 20 <= texts else { return nil }
    // A heading is set larger.
    if let first = rows.first, first.contains(where: { $0.box.height > 1.35 * table.height }) { return nil }
    // Labels alone must begin where the columns do, as high as those before: a heading may stand there too.
    let isSure = rows.contains { $0.contains(where: \.isNumber) }
    if isSure { return }
    for text in rows.joined() {
      let column = column(of: text)
      let isIndented = text.box.x0 - boundaries[column] < 4 * text.size && text.box.x1 < boundaries[column + 1] + 1
      if !isIndented || abs(text.box.height - table.height) > 0.1 * table.height { return nil }
    }
  }
}
