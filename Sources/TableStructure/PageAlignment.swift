import PageContent

/// Finds tables that no vertical ruling cuts into columns: three-line tables, rows between horizontal rules, and tables
/// that alignment alone holds together.
enum PageAlignment {
  /// A table that a page may go on with.
  struct Continuation {
    /// Those of its columns.
    var boundaries: [Double]
    /// Whether a column holds figures, for each.
    var holdsFigures: [Bool]
    /// Whether it holds words or codes, for each.
    var holdsLabels: [Bool]
    /// Where its longest label ends, for each; nil where labels are few.
    var labelEnds: [Double?]
    /// That of a line of its text.
    var height: Double
    /// How far its rows stand apart at least; infinite where nothing tells.
    var pitch: Double
    /// How far the lines of a cell do; nil where nothing tells, or where it is as far.
    var leading: Double?
    /// The texts of its header, without layout spaces.
    var heads: [String]
    /// The first line of the page that may be its next row.
    var head: Int
  }

  /// The lines of a page that are rows of such tables, table by table, and the tables they make. `rows` are all its lines
  /// as the search for tables sees them.
  ///
  /// `continuing` is the table that the page before ended with: rows may go on with it, however few they are, and leave
  /// columns of it blank. Lines before `start` are rows of another table.
  static func tables(
    in lines: [PrintedLine], _ rows: [AlignedLine], from start: Int = 0, rules: [RuledLine], page: Int,
    continuing: Continuation? = nil
  ) -> [(lines: ClosedRange<Int>, table: Table)] {
    var found: [(lines: ClosedRange<Int>, table: Table)] = []
    var finder = AlignedRegion(rows: rows, rules: rules)
    var index = start
    finder.floor = start
    while index < rows.count {
      let goesOn = continuing.flatMap { $0.head == index ? $0 : nil }
      // What was passed over is no row.
      if goesOn != nil { finder.floor = max(finder.floor, index) }
      guard let region = finder.region(from: index, continuing: goesOn?.boundaries) else {
        index += 1
        continue
      }
      let texts = AlignedText.texts(of: lines[region.lines])
      let inner = finder.rules(in: region.lines)
      let columns = goesOn.flatMap { AlignedColumns($0, fitting: texts) }
      if region.isSure || columns != nil {
        let grid = UnruledTable(texts, rules: inner, columns: columns, continuing: columns == nil ? nil : goesOn)
        if let table = grid?.table(page: page) {
          found.append((region.lines, table))
          finder.floor = region.lines.upperBound + 1
        }
      }
      // Rows that fit no table before may still begin one of their own further down.
      index = region.isSure || columns != nil ? region.lines.upperBound + 1 : index + 1
    }
    return found
  }
}
