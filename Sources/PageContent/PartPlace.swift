/// A paragraph, or cells of a table, of a document that flows: what is on which page is not said in the file.
public struct PartPlace: Hashable, Sendable {
  public enum Part: String, Sendable, CaseIterable {
    case body, footnotes, endnotes, header, footer

    /// The body comes first.
    package var order: Int { Part.allCases.firstIndex(of: self) ?? 0 }
  }

  public var part: Part
  /// The paragraph, or the table, from 1: paragraphs are counted without tables, and without those in cells.
  public var number: Int
  /// Which of the part's paragraphs and tables together it is, from 1: the order in which they stand.
  public var block: Int
  /// The cells of the table, by its rows and the columns of its grid; nil for a paragraph.
  public var cells: CellRange?
  /// The characters of the paragraph, from 1, in Unicode scalars; nil for a table, and where all of it is meant.
  public var columns: ClosedRange<Int>?

  public init(
    part: Part, number: Int, block: Int, cells: CellRange? = nil, columns: ClosedRange<Int>? = nil
  ) {
    self.part = part
    self.number = number
    self.block = block
    self.cells = cells
    self.columns = columns
  }

  /// The earlier one where they lie in different paragraphs or tables.
  public func union(_ other: PartPlace) -> PartPlace {
    guard part == other.part, block == other.block else { return self }
    var both = self
    both.cells = cells.map { $0.union(other.cells ?? $0) }
    both.columns = columns.map { $0.union(other.columns ?? $0) }
    return both
  }
}
