/// Cells of a sheet of a workbook.
public struct WorkbookPlace: Hashable, Sendable {
  /// From 1, in the order of the workbook's tabs, hidden ones counted.
  public var sheet: Int
  /// The name on its tab.
  public var name: String
  public var cells: CellRange

  public init(sheet: Int, name: String, cells: CellRange) {
    self.sheet = sheet
    self.name = name
    self.cells = cells
  }

  /// The earlier one where they lie on different sheets.
  public func union(_ other: WorkbookPlace) -> WorkbookPlace {
    guard sheet == other.sheet else { return self }
    return WorkbookPlace(sheet: sheet, name: name, cells: cells.union(other.cells))
  }
}
