import PageContent
import TableStructure

/// A table of a Word document while it is read, and then as one.
struct WordTable {
  enum VerticalMerge { case none, begins, goesOn }

  struct Cell {
    /// Of the grid, from 0.
    var column: Int
    var span = 1
    var merge = VerticalMerge.none
    /// Merged into the cell before it, in the old way.
    var goesOnAcross = false
    var isShaded = false
    var lines: [String] = []
    var isBold = true
    /// All that stands in it, for a table that is but a frame.
    var blocks: [Block] = []
  }

  let number: Int
  let block: Int
  var isShaded = false
  /// Of the columns of the grid, in twentieths of a point.
  var widths: [Int] = []
  private(set) var rows: [[Cell]] = []
  private(set) var isTooLarge = false

  // Of the row that is open.
  var column = 0
  var isRowDeleted = false
  var isRowHidden = false
  var isRowShaded = false
  private var cells: [Cell] = []

  static let mostColumns = 1024
  static let mostCells = 1_000_000
  private var cellCount = 0

  init(number: Int, block: Int) {
    self.number = number
    self.block = block
  }

  mutating func beginRow() {
    cells = []
    column = 0
    isRowDeleted = false
    isRowHidden = false
    isRowShaded = false
  }

  mutating func append(_ cell: Cell) {
    cellCount += 1
    guard cell.column + cell.span <= WordTable.mostColumns, cellCount <= WordTable.mostCells else {
      isTooLarge = true
      return
    }
    if cell.goesOnAcross, var last = cells.last {
      last.span += cell.span
      last.lines += cell.lines
      cells[cells.count - 1] = last
    } else {
      cells.append(cell)
    }
    column = cell.column + cell.span
  }

  /// - Returns: the texts of a row that is not kept.
  mutating func endRow() -> [String] {
    defer { cells = [] }
    if isRowDeleted || isRowHidden { return cells.flatMap(\.lines) }
    rows.append(cells)
    return []
  }

  /// Its only cell, where it is no more than a frame around other things.
  var frame: Cell? { rows.count == 1 && rows[0].count == 1 ? rows[0][0] : nil }

  // MARK: As a table

  /// nil where nothing is in it.
  func table(in part: PartPlace.Part) -> Table? {
    let columns = WordGrid(rows, widths: widths)
    guard columns.count > 0, !rows.isEmpty else { return nil }
    func location(_ rows: Range<Int>, _ columns: Range<Int>) -> Location {
      let cells = CellRange(
        rows: rows.lowerBound + 1...max(rows.lowerBound + 1, rows.upperBound),
        columns: columns.lowerBound + 1...max(columns.lowerBound + 1, columns.upperBound))
      return .part(PartPlace(part: part, number: number, block: block, cells: cells))
    }
    var cells: [TableStructure.Cell] = []
    // For each column the cell that may go on below, by its place in `cells`.
    var open = [Int?](repeating: nil, count: columns.count)
    for (row, given) in rows.enumerated() {
      var taken = [Bool](repeating: false, count: columns.count)
      for cell in given {
        let range = columns.range(of: cell)
        guard !range.isEmpty, !range.contains(where: { taken[$0] }) else { continue }
        for column in range { taken[column] = true }
        if cell.merge == .goesOn, let above = open[range.lowerBound], cells[above].columns == range,
          cells[above].rows.upperBound == row
        {
          cells[above].rowSpan += 1
          let more = SpacedText.cell(cell.lines)
          if !more.isEmpty { cells[above].text = TextJoin.joined([cells[above].text, more]) }
          continue
        }
        for column in range { open[column] = cell.merge == .begins ? cells.count : nil }
        let text = SpacedText.cell(cell.lines)
        cells.append(
          TableStructure.Cell(
            row: row, column: range.lowerBound, columnSpan: range.count, text: text,
            location: location(row..<row + 1, range), isBold: cell.isBold && !text.isEmpty))
      }
      for column in columns.indices where !taken[column] {
        open[column] = nil
        cells.append(
          TableStructure.Cell(
            row: row, column: column, text: "", location: location(row..<row + 1, column..<column + 1))
        )
      }
    }
    for index in cells.indices where cells[index].rowSpan > 1 {
      cells[index].location = location(cells[index].rows, cells[index].columns)
    }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return Table(
      origin: .cells, rowCount: rows.count, columnCount: columns.count, cells: cells,
      location: location(0..<rows.count, 0..<columns.count))
  }
}
