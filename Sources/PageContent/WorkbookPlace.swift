/// Cells of a sheet of a workbook.
public struct WorkbookPlace: Hashable, Sendable {
  /// From 1, in the order of the workbook's tabs, hidden ones counted.
  public var sheet: Int
  private var tab: SheetName
  public var cells: CellRange

  public init(sheet: Int, name: String, cells: CellRange) {
    self.sheet = sheet
    tab = SheetName(name)
    self.cells = cells
  }

  /// The name on its tab.
  public var name: String { tab.text }

  /// The earlier one where they lie on different sheets.
  public func union(_ other: WorkbookPlace) -> WorkbookPlace {
    guard sheet == other.sheet else { return self }
    var both = self
    both.cells = cells.union(other.cells)
    return both
  }
}
