/// Which elements of a page are placed, and which are the pages that they are placed on.
struct PlacedElements {
  /// For each node whether elements lie in it that are placed.
  private(set) var holdPlaced: [Bool]
  /// Whether more than half of the letters stand in elements that are placed, outside of tables.
  private(set) var areMostText = false

  /// The width of each element that is as large as a page and whose elements are placed from it, else 0.
  private var pageWidths: [Double]
  /// Those that hold several pages of about their own width.
  private var isStack: [Bool]

  private static let fewestLetters = 20
  /// A page is larger, a line of text is not.
  private static let leastPageHeight = 200.0

  init(_ page: StyledTree) {
    let tree = page.tree
    holdPlaced = [Bool](repeating: false, count: tree.nodes.count)
    pageWidths = [Double](repeating: 0, count: tree.nodes.count)
    isStack = holdPlaced
    var isInPlaced = holdPlaced
    var isSkipped = holdPlaced
    var isPlaced = holdPlaced
    var placed = 0
    var all = 0
    for (index, node) in tree.nodes.enumerated() {
      let parent = Int(node.parent)
      isInPlaced[index] = parent >= 0 && isInPlaced[parent]
      isSkipped[index] = parent >= 0 && isSkipped[parent] || SiteFurniture.unprinted.contains(node.name)
      if isSkipped[index] { continue }
      if node.isText {
        let count = tree.textBytes(index).count { $0 > 0x20 && $0 & 0xC0 != 0x80 }
        all += count
        if isInPlaced[index] { placed += count }
        continue
      }
      if node.name == "table" { isInPlaced[index] = false }
      let styles = page.styles(of: index)
      guard let position = styles["position"], position != "static" else { continue }
      let height = styles["height"].flatMap { StyleLength.points($0) } ?? 0
      isPlaced[index] = position == "absolute"
      if height >= PlacedElements.leastPageHeight {
        pageWidths[index] = max(0, styles["width"].flatMap { StyleLength.points($0) } ?? 0)
      } else if isPlaced[index], styles["left"] != nil, styles["top"] != nil {
        isInPlaced[index] = true
      }
    }
    areMostText = placed > PlacedElements.fewestLetters && 2 * placed > all
    if areMostText { findPages(tree, isPlaced) }
  }

  private mutating func findPages(_ tree: HTMLTree, _ isPlaced: [Bool]) {
    // The widest page within each element, and how many of that width.
    var inner = [(width: Double, count: Int)](repeating: (0, 0), count: tree.nodes.count)
    for index in tree.nodes.indices.reversed() {
      if !holdPlaced[index] { pageWidths[index] = 0 }
      isStack[index] = inner[index].count > 1 && inner[index].width > 0.7 * pageWidths[index]
      let own = pageWidths[index] > 0 && !isStack[index] ? (width: pageWidths[index], count: 1) : inner[index]
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0 else { continue }
      if holdPlaced[index] || isPlaced[index] { holdPlaced[parent] = true }
      if abs(own.width - inner[parent].width) < 1 {
        inner[parent].count += own.count
      } else if own.width > inner[parent].width {
        inner[parent] = own
      }
    }
  }

  /// Whether an element is a page.
  func isPage(_ index: Int) -> Bool { pageWidths[index] > 0 && !isStack[index] }
}
