import PageContent
import TableStructure

/// The header of a table: which rows it takes, and what each column is headed by.
struct TableHeader {
  /// What a column holds.
  enum Role: Sendable, Hashable {
    case code
    case name
    /// 行次
    case lineNumber
    case amount
    /// Remarks, percentages and other text about a row, which neither names it nor is an amount.
    case text
    /// Neither headed nor filled.
    case unused
  }

  /// A list of codes of the government's classification.
  enum CodeList: Sendable, Hashable {
    /// 支出功能分类科目
    case functional
    /// 部门预算支出经济分类科目
    case departmentEconomic
    /// 政府预算支出经济分类科目
    case governmentEconomic
    /// Codes of something else: of units, of projects.
    case other
  }

  let catalogue: Catalogue
  /// Tells which of the years that a header names is this report's.
  let fiscalYear: Int?
  /// The rows that only carry title, unit or department.
  var captionRows: Range<Int>
  /// 栏次: the row that numbers the columns.
  var numberRow: Int?
  /// The first row of the body. It may still hold the header words 类, 款 and 项.
  var bodyStart: Int
  /// The columns where it does.
  var bodyHeads: Set<Int> = []
  /// For each column, the header's words from the top down: as printed, and normalised.
  var printed: [[String]]
  var paths: [[String]]
  /// Whether a word of the header stands over the column itself; one that does not belongs to the column on its left.
  var isHeaded: [Bool]
  /// 栏次, where printed.
  var numbers: [Int?]
  var roles: [Role] = []
  /// Whose codes a column holds, with names or without; nil where it holds none of these.
  var lists: [CodeList?] = []
  /// Whether a column holds parts of codes, 款 or 项: two digits each.
  var holdsCodeParts: [Bool] = []
  /// The unit that a column's header states, 决算数(万元), or nil.
  var units: [MonetaryUnit?] = []
  /// Whether a column counts vehicles, people or the like.
  var countsThings: [Bool] = []

  init(_ grid: TableGrid, catalogue: Catalogue, fiscalYear: Int? = nil) {
    self.catalogue = catalogue
    self.fiscalYear = fiscalYear
    let rows = HeaderRows(grid, catalogue)
    captionRows = rows.caption
    numberRow = rows.columnNumbers
    bodyStart = rows.bodyStart
    numbers = [Int?](repeating: nil, count: grid.columnCount)
    paths = [[String]](repeating: [], count: grid.columnCount)
    printed = paths
    isHeaded = [Bool](repeating: false, count: grid.columnCount)
    readPaths(grid)
    units = paths.map { path in path.reversed().lazy.compactMap(Catalogue.unit).first }
    countsThings = paths.map { $0.contains(where: catalogue.countsThings) }
    readRoles(grid)
  }
}
