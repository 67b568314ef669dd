/// A cell of a numeric column, by its position in the document.
struct Place: Hashable, Sendable {
  var table: Int
  var section: Int
  var row: Int
  var column: Int
}
