import PageContent

/// Finds tables that no vertical ruling cuts into columns: three-line tables, rows between horizontal rules, and tables
/// that alignment alone holds together.
enum PageAlignment {
  /// The lines of a page that are rows of such tables, table by table, and the tables they make.
  ///
  /// `continuing` are the column boundaries of the table that the page before ended with: rows that begin at the line
  /// `head` may go on with it, however few they are, and leave columns of it blank.
  static func tables(
    in lines: [PrintedLine], rules: [RuledLine], page: Int, continuing: (boundaries: [Double], head: Int)? = nil
  ) -> [(lines: ClosedRange<Int>, table: Table)] {
    let rows = lines.map { AlignedLine($0) }
    var found: [(lines: ClosedRange<Int>, table: Table)] = []
    var finder = AlignedRegion(rows: rows, rules: rules)
    var index = 0
    while index < rows.count {
      let goesOn = found.isEmpty ? continuing.flatMap { index <= $0.head + 8 ? $0 : nil } : nil
      guard let region = finder.region(from: index, continuing: goesOn?.boundaries) else {
        index += 1
        continue
      }
      let texts = region.lines.map { AlignedText.texts(of: lines[$0], at: $0) }
      let inner = finder.rules(in: region)
      let columns = goesOn.flatMap {
        region.lines.lowerBound <= $0.head ? AlignedColumns($0.boundaries, fitting: texts) : nil
      }
      if region.isSure || columns != nil {
        let grid = AlignedGrid(texts, rules: inner, columns: columns)
        if let table = grid?.table(page: page) {
          found.append((region.lines, table))
          finder.floor = region.lines.upperBound + 1
        }
      }
      index = region.lines.upperBound + 1
    }
    return found
  }

  static func isNumber(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCIIDigit || (0xFF10...0xFF19).contains(scalar.value) {
        digits += 1
      } else if !",.-−－()（），．%".unicodeScalars.contains(scalar) {
        return false
      }
    }
    // 1. numbers a list.
    guard let last = text.unicodeScalars.last else { return false }
    return digits > 0 && !".,-−－(（，．".unicodeScalars.contains(last)
  }
}
