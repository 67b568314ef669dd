/// Where a piece of a document is printed.
public enum Location: Hashable, Sendable {
  /// A box on a page; pages count from 1.
  case page(Int, Box)
  /// Columns of a line of text; lines and columns count from 1, columns in Unicode scalars.
  case line(Int, columns: ClosedRange<Int>)

  /// The page, for a paged document.
  public var page: Int? {
    if case .page(let number, _) = self { number } else { nil }
  }

  public var box: Box? {
    if case .page(_, let box) = self { box } else { nil }
  }

  /// The line, for a text.
  public var line: Int? {
    if case .line(let number, _) = self { number } else { nil }
  }

  /// The smallest location that holds both; the earlier one where they lie on different pages or lines.
  public func union(_ other: Location) -> Location {
    switch (self, other) {
    case (.page(let a, let box), .page(let b, let otherBox)) where a == b:
      .page(a, box.union(otherBox))
    case (.line(let a, let columns), .line(let b, let otherColumns)) where a == b:
      .line(
        a,
        columns: min(columns.lowerBound, otherColumns.lowerBound)...max(columns.upperBound, otherColumns.upperBound))
    default:
      self
    }
  }
}
