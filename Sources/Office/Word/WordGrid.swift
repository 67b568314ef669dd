/// The columns of a table, from a grid that may have many more: converters make one at every edge of every row, and edges
/// that were meant to be one stand a hair apart.
struct WordGrid {
  /// For each edge of the given grid the edge of this one.
  private var edges: [Int] = []
  private(set) var count = 0

  /// So close together are two edges one, in twentieths of a point.
  private static let nearest = 80
  /// Where the file gives no width.
  private static let usualWidth = 1000

  var indices: Range<Int> { 0..<count }

  init(_ rows: [[WordTable.Cell]], widths: [Int]) {
    let last = rows.joined().map { $0.column + $0.span }.max() ?? 0
    guard last > 0 else { return }
    var isUsed = [Bool](repeating: false, count: last + 1)
    var shortest: [Int: Int] = [:]
    for cell in rows.joined() {
      isUsed[cell.column] = true
      isUsed[cell.column + cell.span] = true
      shortest[cell.column] = min(shortest[cell.column] ?? .max, cell.column + cell.span)
    }
    isUsed[0] = true
    edges = [Int](repeating: 0, count: last + 1)
    var position = 0
    // The first edge of those that are one, and where it stands.
    var first = (edge: 0, position: 0)
    var column = 0
    for edge in 1...last {
      let width = edge <= widths.count ? widths[edge - 1] : WordGrid.usualWidth
      position += max(0, width)
      guard isUsed[edge] else {
        edges[edge] = column
        continue
      }
      // A cell between two edges keeps them apart, however narrow it is.
      let holdsCell = (first.edge..<edge).contains { (shortest[$0] ?? .max) <= edge }
      if holdsCell || position - first.position >= WordGrid.nearest {
        column += 1
        first = (edge, position)
      }
      edges[edge] = column
    }
    count = column
  }

  func range(of cell: WordTable.Cell) -> Range<Int> {
    edges[cell.column]..<edges[cell.column + cell.span]
  }
}
