/// How a cell of a workbook looks, as far as that tells what it is.
struct CellStyle: Hashable {
  var format = NumberFormat.general
  var isBold = false
  /// In the colour of what it stands on.
  var isInvisible = false
  /// A line at its left or right: it is a cell of a table.
  var isBoxed = false
  /// Points.
  var size = 0.0
}

/// The styles of a workbook, by number.
struct CellStyles {
  private(set) var styles: [CellStyle] = []

  mutating func append(_ style: CellStyle) { styles.append(style) }

  /// The style of a number that the workbook may not have.
  subscript(number: Int) -> CellStyle { styles.indices.contains(number) ? styles[number] : CellStyle() }
}
