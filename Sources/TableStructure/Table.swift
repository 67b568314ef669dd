import PageContent

/// A cell of a table: its place in the grid, its text, where it is printed.
public struct Cell: Sendable, Hashable {
  public var row: Int
  public var column: Int
  public var rowSpan: Int
  public var columnSpan: Int
  /// The text with wrapped lines joined and layout spaces between Chinese characters left out.
  public var text: String
  public var location: Location
  public var isBold: Bool
  /// The number behind the text, exact, where the file stores one and shows it in a format: 1802.6400000000001.
  public var stored: String?

  public init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: String, location: Location,
    isBold: Bool = false, stored: String? = nil
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.text = text
    self.location = location
    self.isBold = isBold
    self.stored = stored
  }

  public var rows: Range<Int> { row..<row + rowSpan }
  public var columns: Range<Int> { column..<column + columnSpan }
}

/// A grid of cells, in one piece or joined from the pieces that page breaks left.
public struct Table: Sendable {
  /// What the cells were found by; `cells` where the file itself says which there are: a workbook, a Word document.
  public enum Origin: Sendable, Hashable { case rulings, alignment, tabs, pipes, commas, markup, cells }

  public var origin: Origin
  public var rowCount: Int
  public var columnCount: Int
  /// Every cell, empty ones too, by row, then by column. Cells do not overlap.
  public var cells: [Cell]
  /// The rows at which a new piece begins (a page break, or a gap in a text), without row 0. The row may be the rest of
  /// the row above it: only whoever knows the wording can tell.
  public var breaks: [Int]
  /// The whole table; for one over several pages its first piece.
  public var location: Location
  /// The pages it stands on; empty for a text.
  public var pages: [Int]
  /// The x of the `columnCount + 1` column boundaries of the first piece, for a text set in a fixed pitch where its columns
  /// begin; empty for other texts, which have no spans either.
  public var boundaries: [Double]
  /// Blank cells have left no trace: the cells of a row stand side by side from the first column on, whatever columns they
  /// are printed in, and those of the header too.
  public var losesBlanks = false

  public init(
    origin: Origin, rowCount: Int, columnCount: Int, cells: [Cell], breaks: [Int] = [], location: Location,
    pages: [Int] = [], boundaries: [Double] = []
  ) {
    self.origin = origin
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.cells = cells
    self.breaks = breaks
    self.location = location
    self.pages = pages
    self.boundaries = boundaries
  }

  /// Whether its cells say how many rows and columns they take: plain text does not, and much markup does not either.
  package var tellsSpans: Bool {
    switch origin {
    case .rulings, .cells: true
    case .markup: cells.contains { $0.rowSpan > 1 || $0.columnSpan > 1 }
    case .alignment, .tabs, .pipes, .commas: !boundaries.isEmpty
    }
  }
}
