import PageContent

/// What a sheet holds, as its part has it: rows of cells, what is merged, what is hidden.
struct SheetCells {
  struct Cell {
    /// From 1.
    var column: Int
    var style: Int
    /// As shown; empty for a blank cell.
    var text: String
    /// The number in it as it is stored, where it is one.
    var stored: String?
  }

  struct Row {
    /// From 1.
    var number: Int
    var isHidden: Bool
    var cells: [Cell]
  }

  /// In their order.
  var rows: [Row] = []
  var merged: [CellRange] = []
  /// The sheet has more cells than are read.
  private(set) var isTooLarge = false
  private var cellCount = 0
  /// By column; empty where none is hidden.
  private var hiddenColumns: [Bool] = []

  /// A sheet that is filled to its edges has ten thousand times more cells than a report.
  static let mostCells = 3_000_000
  private static let mostMerged = 200_000
  static let lastColumn = 16_384
  static let lastRow = 1_048_576

  func isHidden(column: Int) -> Bool { hiddenColumns.indices.contains(column) && hiddenColumns[column] }

  mutating func hide(columns: ClosedRange<Int>) {
    if hiddenColumns.isEmpty { hiddenColumns = [Bool](repeating: false, count: SheetCells.lastColumn + 1) }
    for column in columns.clamped(to: 1...SheetCells.lastColumn) { hiddenColumns[column] = true }
  }

  mutating func merge(_ range: CellRange) {
    guard range.firstRow < range.lastRow || range.firstColumn < range.lastColumn,
      merged.count < SheetCells.mostMerged
    else { return }
    merged.append(range)
  }

  /// Takes a row whose cells were read. `isHeld`: cells of it are in the file, if only blank ones.
  mutating func add(_ row: Row, isHeld: Bool) {
    // A hidden row hides a part of what is merged over it, even where it holds nothing.
    if !row.cells.isEmpty || row.isHidden && isHeld { rows.append(row) }
  }

  /// Counts cells that are about to be read; false where there are too many.
  mutating func take(cells count: Int) -> Bool {
    cellCount += count
    if cellCount > SheetCells.mostCells { isTooLarge = true }
    return !isTooLarge
  }
}

extension SheetCells.Cell {
  /// Of blank cells only those say something that frame a table; sheets hold a hundred others for each of them.
  func says(in styles: CellStyles) -> Bool { !text.isEmpty || styles[style].isBoxed }

  /// Makes a number what it holds, as its format shows it.
  mutating func show(_ number: DecimalDigits, as format: NumberFormat, isFrom1904: Bool) {
    text = format.text(of: number, isFrom1904: isFrom1904)
    stored = number.description
  }
}
