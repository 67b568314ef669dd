import PageContent
import TableStructure

/// A table of a page while it is read: its cells in the grid that HTML5's rules form.
struct HTMLTable {
  struct Cell {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var lines: [String] = [] {
      didSet { text = SpacedText.cell(lines) }
    }
    private(set) var text = ""
    var isBold = true
    var isHeader = false
    var stored: String?
    /// A line is drawn around it.
    var isBoxed = false
    /// All that stands in it, for a table that is but a frame.
    var blocks: [Block] = []

    var holdsTable: Bool { blocks.contains { if case .table = $0 { true } else { false } } }
  }

  private(set) var cells: [Cell] = []
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  private(set) var isTooLarge = false
  var hiddenColumns: Set<Int> = []

  /// For each column the row before which a cell above takes it.
  private var takenUntil: [Int] = []
  private var column = 0
  /// The cells that reach to the end of their group of rows.
  private var endless: [Int] = []
  private var groupStart = 0

  static let mostColumns = 1024
  static let mostCells = 1_000_000
  /// By HTML5.
  private static let mostSpannedColumns = 1000
  private static let mostSpannedRows = 65_534

  // MARK: Making

  mutating func beginRow() {
    rowCount += 1
    column = 0
    if rowCount > HTMLTable.mostCells { isTooLarge = true }
  }

  /// Places a cell in the row that is open.
  /// - Parameter rowSpan: 0 for one that reaches to the end of its group of rows.
  /// - Returns: its index, or nil where there is no place for it.
  mutating func place(columnSpan: Int, rowSpan: Int) -> Int? {
    let row = rowCount - 1
    while column < takenUntil.count, takenUntil[column] > row { column += 1 }
    // What a cell above takes stays that cell's.
    var width = 1
    let wanted = max(1, min(columnSpan, HTMLTable.mostSpannedColumns))
    while width < wanted, column + width >= takenUntil.count || takenUntil[column + width] <= row { width += 1 }
    guard column + width <= HTMLTable.mostColumns, cells.count < HTMLTable.mostCells else {
      isTooLarge = true
      return nil
    }
    let height = rowSpan == 0 ? HTMLTable.mostSpannedRows : min(max(1, rowSpan), HTMLTable.mostSpannedRows)
    while takenUntil.count < column + width { takenUntil.append(0) }
    for place in column..<column + width { takenUntil[place] = row + height }
    if height > 1 { endless.append(cells.count) }
    cells.append(Cell(row: row, column: column, rowSpan: height, columnSpan: width))
    columnCount = max(columnCount, column + width)
    column += width
    return cells.count - 1
  }

  /// No cell reaches beyond the group of rows that it is in.
  mutating func endGroup() {
    for index in endless where cells[index].row + cells[index].rowSpan > rowCount {
      cells[index].rowSpan = rowCount - cells[index].row
    }
    endless = []
    for place in takenUntil.indices { takenUntil[place] = min(takenUntil[place], rowCount) }
  }

  mutating func fill(_ index: Int, _ change: (inout Cell) -> Void) { change(&cells[index]) }

  // MARK: Frames

  /// Whether it only puts things side by side: its own cells hold less than the tables in them.
  var isFrame: Bool {
    if cells.count == 1 { return true }
    guard cells.contains(where: \.holdsTable) else { return false }
    let own = cells.count { !$0.holdsTable && !$0.lines.isEmpty }
    let inner = cells.lazy.flatMap(\.blocks).reduce(0) { count, block in
      if case .table(let table) = block { count + table.cells.count } else { count }
    }
    return own < inner
  }

  // MARK: Rows

  /// The cells that begin in a row.
  struct Row: SheetRow {
    var number: Int
    var cells: [Cell]
    /// Whether it stands above the first row of several cells, or is that of a caption, with no lines of its own.
    var isCaption = false

    var filledTexts: [String] { cells.lazy.map(\.text).filter { !$0.isEmpty } }
    var boxedWidth: Int { isCaption ? 0 : cells.reduce(0) { $0 + ($1.isBoxed ? $1.columnSpan : 0) } }
    var boxedReach: Int { cells.lazy.filter(\.isBoxed).map { $0.row + $0.rowSpan }.max() ?? 0 }
  }

  /// What is hidden left out. `line` is the text above the table.
  func rows(below line: String?) -> [Row] {
    var rows = (0..<rowCount).map { Row(number: $0 + 1, cells: []) }
    for cell in cells where cell.row < rows.count { rows[cell.row].cells.append(cell) }
    // Frames around all cells say nothing of a title, a unit and a department in the first rows.
    for index in rows.indices {
      let texts = rows[index].filledTexts
      guard texts.count < 2 || texts.allSatisfy(\.isCaptionCell) else { break }
      if texts.isEmpty || rows[index].cells.contains(where: { $0.rowSpan > 1 }) { break }
      if texts.count == 1, rows[index].cells.count > 1, !texts[0].isCaptionCell { break }
      if SheetRegions.isHead(index, rows, below: line) { break }
      rows[index].isCaption = true
    }
    return rows
  }
}
