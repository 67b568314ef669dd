/// A paragraph, or cells of a table, of a web page.
public struct ElementPlace: Hashable, Sendable {
  private var pageNumber: Int32
  /// The way to the paragraph or to the table.
  public var path: ElementPath
  /// Which of the document's paragraphs and tables it is, from 1: the order in which they stand.
  public var block: Int
  /// The cells of the table, by its rows and the columns of its grid; nil for a paragraph.
  public var cells: CellRange?
  /// The characters of the paragraph, from 1, in Unicode scalars; nil for a table, and where all of it is meant.
  public var columns: ClosedRange<Int>?

  public init(
    page: Int = 1, path: ElementPath, block: Int, cells: CellRange? = nil, columns: ClosedRange<Int>? = nil
  ) {
    pageNumber = Int32(clamping: page)
    self.path = path
    self.block = block
    self.cells = cells
    self.columns = columns
  }

  /// Which of the web pages that make the document, from 1.
  public var page: Int { Int(pageNumber) }

  /// The earlier one where they lie in different paragraphs or tables.
  public func union(_ other: ElementPlace) -> ElementPlace {
    guard page == other.page, block == other.block else { return self }
    var both = self
    both.cells = cells.map { $0.union(other.cells ?? $0) }
    both.columns = columns.map { $0.union(other.columns ?? $0) }
    return both
  }
}
