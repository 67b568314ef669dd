import PageContent
import TableStructure

/// A sheet as it is seen: what is hidden or has the colour of its paper is left out.
struct VisibleSheet {
  struct Cell {
    /// What it takes up of the sheet, as far as that is seen.
    var range: CellRange
    var text: String
    var stored: String?
    var style: CellStyle
    var isMerged: Bool
  }

  /// The cells that begin in a row, in their order: those that hold or frame something.
  struct Row: SheetRow {
    var number: Int
    var cells: [Cell]

    var filled: [Cell] { cells.filter { !$0.text.isEmpty } }
    var filledTexts: [String] { cells.lazy.map(\.text).filter { !$0.isEmpty } }
    var boxedReach: Int { cells.lazy.filter(\.style.isBoxed).map(\.range.lastRow).max() ?? 0 }
    var boxedWidth: Int {
      cells.reduce(0) { $0 + ($1.style.isBoxed ? $1.range.lastColumn - $1.range.firstColumn + 1 : 0) }
    }
  }

  private(set) var rows: [Row] = []
  private(set) var leftOut: [LeftOut] = []
  /// More cells are merged than are read.
  let isTooLarge: Bool
  let name: String
  private let place: WorkbookPlace
  private let isColumnHidden: (Int) -> Bool

  init(_ sheet: SheetCells, number: Int, name: String, styles: CellStyles) {
    self.name = name
    place = WorkbookPlace(sheet: number, name: name, cells: CellRange(row: 1, column: 1))
    isColumnHidden = sheet.isHidden(column:)
    let merged = MergedCells(sheet)
    isTooLarge = merged.isTooLarge
    // What is merged from a hidden row or column into seen ones is seen there.
    var moved: [Int: [Cell]] = [:]
    for row in sheet.rows {
      var cells: [Cell] = []
      for cell in row.cells {
        guard !cell.text.isEmpty || !row.isHidden && styles[cell.style].isBoxed else { continue }
        if merged.covers(row: row.number, column: cell.column) { continue }
        let style = styles[cell.style]
        let range = merged.range(row: row.number, column: cell.column)
        let place = CellRange(row: row.number, column: cell.column)
        let isHiddenColumn = sheet.isHidden(column: cell.column)
        if row.isHidden || isHiddenColumn, range == nil {
          if !cell.text.isEmpty { leave(cell.text, place, isHiddenColumn ? .hiddenColumn : .hiddenRow) }
          continue
        }
        var seen = Cell(
          range: range ?? place, text: cell.text, stored: cell.stored, style: style, isMerged: range != nil)
        if style.isInvisible, !cell.text.isEmpty {
          leave(cell.text, place, .backgroundColour)
          seen.text = ""
        }
        if seen.range.firstRow == row.number {
          cells.append(seen)
        } else {
          moved[seen.range.firstRow, default: []].append(seen)
        }
      }
      if row.isHidden { continue }
      cells += moved.removeValue(forKey: row.number) ?? []
      cells.sort { $0.range.firstColumn < $1.range.firstColumn }
      if !cells.isEmpty { rows.append(Row(number: row.number, cells: cells)) }
    }
    for (number, cells) in moved { rows.append(Row(number: number, cells: cells)) }
    rows.sort { $0.number < $1.number }
  }

  private mutating func leave(_ text: String, _ place: CellRange, _ reason: LeftOut.Reason) {
    leftOut.append(LeftOut(reason: reason, text: text, location: location(place)))
  }

  func location(_ cells: CellRange) -> Location {
    var place = place
    place.cells = cells
    return .sheet(place)
  }

  func isHidden(column: Int) -> Bool { isColumnHidden(column) }
}
