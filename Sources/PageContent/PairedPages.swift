/// Cuts the pages of a document into sheets. Where two pages are printed side by side, pages of the same size that leave
/// their middle blank are two as well, though the table that they go on with has no title there.
package struct PairedPages {
  private struct Size: Hashable {
    var width: Double
    var height: Double
  }

  private var paired: Set<Size> = []

  package init() {}

  /// The sheets of the next page.
  package mutating func sheets(of page: Page) -> [Sheet] {
    let size = Size(width: page.width, height: page.height)
    let sheets = page.sheets(isPairLikely: paired.contains(size))
    if sheets.count == 2, sheets.allSatisfy({ 2 * $0.width == page.width }) { paired.insert(size) }
    return sheets
  }
}
