import PageContent

/// Reads pages whose text is placed: elements with their own left and top, as converters from PDF and office programs write
/// them. Each element that holds a page's worth of them, with a width and a height, is a page.
struct PlacedPages {
  private let page: StyledTree
  private let elements: PlacedElements
  private(set) var pages: [Page] = []
  private(set) var leftOut: [LeftOut] = []
  private let limits = PageLimits()

  /// Where the elements within one are placed from, in points.
  private struct Frame {
    var x = 0.0
    var y = 0.0
    /// Of the page that it is on, by its place in `pages`; nil outside of pages.
    var page: Int?
  }

  /// nil where most of the text is not placed.
  init?(_ page: StyledTree, firstNumber: Int) {
    self.page = page
    elements = PlacedElements(page)
    guard elements.areMostText, let html = page.tree.nodes.indices.first else { return nil }
    read(html, ElementLooks(), Frame(), firstNumber)
    pages.removeAll { $0.glyphs.isEmpty && $0.rulings.isEmpty }
    for index in pages.indices { pages[index].number = firstNumber + index }
  }

  // MARK: Elements

  private mutating func read(_ index: Int, _ around: ElementLooks, _ frame: Frame, _ firstNumber: Int) {
    let name = page.tree.name(index)
    if SiteFurniture.unprinted.contains(name) { return }
    let styles = page.styles(of: index)
    let looks = page.looks(of: index, in: around, styles)
    if looks.hidden != nil {
      if let page = frame.page { leave(index, on: page, at: frame) }
      return
    }
    func length(_ name: String) -> Double? { styles[name].flatMap { StyleLength.points($0, em: looks.size) } }
    let position = styles["position"]
    let width = length("width")
    let height = length("height")
    var inner = frame
    if frame.page == nil, elements.isPage(index), let width, let height {
      pages.append(Page(number: firstNumber + pages.count, width: width, height: height))
      inner = Frame(page: pages.count - 1)
    } else if position == "absolute" || position == "fixed" {
      inner.x += length("left") ?? 0
      inner.y += length("top") ?? 0
      if inner.page == nil { inner.page = openPage(firstNumber) }
      if let page = inner.page {
        draw(styles, looks, x: inner.x, y: inner.y, width: width ?? 0, height: height ?? 0, on: page)
        if !elements.holdPlaced[index] {
          var text = PlacedText(self.page, x: inner.x, y: inner.y, width: width)
          text.read(index, looks)
          take(text, on: page)
          return
        }
      }
    }
    for child in page.tree.children(index) where !page.tree.nodes[child].isText {
      read(child, looks, inner, firstNumber)
    }
  }

  /// The page that all stands on which is on no page of its own.
  private mutating func openPage(_ firstNumber: Int) -> Int {
    if pages.isEmpty { pages.append(Page(number: firstNumber, width: 0, height: 0)) }
    return pages.count - 1
  }

  private mutating func take(_ text: PlacedText, on page: Int) {
    guard pages[page].glyphs.count + text.glyphs.count <= limits.glyphs else {
      if !pages[page].problems.contains(.tooManyGlyphs) { pages[page].problems.append(.tooManyGlyphs) }
      return
    }
    pages[page].glyphs += text.glyphs
    for glyph in text.glyphs { grow(page, to: glyph.x1, glyph.y1) }
  }

  /// A page without a size of its own is as large as what stands on it.
  private mutating func grow(_ page: Int, to x: Double, _ y: Double) {
    pages[page].width = max(pages[page].width, x)
    pages[page].height = max(pages[page].height, y)
  }

  private mutating func leave(_ index: Int, on page: Int, at frame: Frame) {
    let tree = self.page.tree
    let text = tree.descendants(index).filter { tree.nodes[$0].isText }.prefix(100).map(tree.text).joined()
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let place = Location.page(pages[page].number, Box(x0: frame.x, y0: frame.y, x1: frame.x, y1: frame.y))
    leftOut.append(LeftOut(reason: .hiddenText, text: String(text.trimmed.prefix(200)), location: place))
  }

  // MARK: Lines

  /// The borders of an element as rulings; one that is but a line is one.
  private mutating func draw(
    _ styles: StyleDeclarations, _ looks: ElementLooks, x: Double, y: Double, width: Double, height: Double,
    on page: Int
  ) {
    let borders = BoxBorders(styles)
    let isFilled = styles["background-color"] ?? styles["background"]
    let ground = isFilled.flatMap { $0.split(separator: " ").lazy.compactMap { StyleColour($0) }.first }
    var rulings: [Ruling] = []
    // The borders stand around the box.
    let right = x + borders.left + width
    let bottom = y + borders.top + height
    if let ground, !ground.isLike(.white), min(width, height) <= PlacedPages.thickestLine, max(width, height) > 0 {
      let isFlat = width >= height
      rulings.append(
        Ruling(
          axis: isFlat ? .horizontal : .vertical, position: isFlat ? y + height / 2 : x + width / 2,
          start: isFlat ? x : y, end: isFlat ? x + width : y + height, thickness: min(width, height)))
    }
    let (outerRight, outerBottom) = (right + borders.right, bottom + borders.bottom)
    func border(_ axis: Ruling.Axis, at edge: Double, _ thickness: Double, from start: Double, to end: Double) {
      guard thickness > 0, end > start else { return }
      rulings.append(
        Ruling(axis: axis, position: edge + thickness / 2, start: start, end: end, thickness: thickness))
    }
    border(.horizontal, at: y, borders.top, from: x, to: outerRight)
    border(.horizontal, at: bottom, borders.bottom, from: x, to: outerRight)
    border(.vertical, at: x, borders.left, from: y, to: outerBottom)
    border(.vertical, at: right, borders.right, from: y, to: outerBottom)
    guard pages[page].rulings.count + rulings.count <= limits.rulings else {
      if !pages[page].problems.contains(.tooManyRulings) { pages[page].problems.append(.tooManyRulings) }
      return
    }
    // A line of no length is none.
    pages[page].rulings += rulings.filter { $0.length > 1 }
  }

  private static let thickestLine = 3.0
}
