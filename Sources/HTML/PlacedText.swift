import PageContent

/// The text of an element that is placed, as characters where a browser would draw them.
struct PlacedText {
  private let page: StyledTree
  private let left: Double
  private let width: Double?
  private(set) var glyphs: [Glyph] = []

  private var x: Double
  private var y: Double
  /// The first character of the line that is open.
  private var lineStart = 0
  private var lineHeight = 0.0
  private var alignment = "left"
  private var wraps = true
  private var pendingSpace = false

  init(_ page: StyledTree, x: Double, y: Double, width: Double?) {
    self.page = page
    left = x
    self.x = x
    self.y = y
    self.width = width
  }

  /// Reads all that an element holds.
  mutating func read(_ index: Int, _ looks: ElementLooks) {
    alignment = page.styles(of: index)["text-align"] ?? "left"
    visit(index, looks, page.styles(of: index))
    endLine()
  }

  private mutating func visit(_ index: Int, _ looks: ElementLooks, _ styles: StyleDeclarations) {
    let around = (wraps, lineHeight)
    if let space = styles["white-space"] { wraps = space != "nowrap" && space != "pre" }
    if page.tree.name(index) == "nobr" { wraps = false }
    let height = PlacedText.lineHeight(styles["line-height"], size: looks.size)
    let spacing = styles["letter-spacing"].flatMap { StyleLength.points($0, em: looks.size) } ?? 0
    for child in page.tree.children(index) {
      if page.tree.nodes[child].isText {
        put(page.tree.text(child), looks, height, spacing)
        continue
      }
      let name = page.tree.name(child)
      if SiteFurniture.unprinted.contains(name) { continue }
      if name == "br" {
        breakLine(height ?? PlacedText.usualHeight * looks.size)
        continue
      }
      let inner = page.styles(of: child)
      let innerLooks = page.looks(of: child, in: looks, inner)
      if innerLooks.hidden != nil { continue }
      let isBlock = name == "p" || name == "div"
      if isBlock, glyphs.count > lineStart { breakLine(lineHeight) }
      if isBlock, let align = inner["text-align"] { alignment = align }
      visit(child, innerLooks, inner)
      if isBlock, glyphs.count > lineStart { breakLine(lineHeight) }
    }
    wraps = around.0
  }

  /// What browsers take where nothing is said.
  private static let usualHeight = 1.25

  private static func lineHeight(_ text: String?, size: Double) -> Double? {
    guard let text, text != "normal" else { return nil }
    if let factor = Double(text) { return factor * size }
    if text.hasSuffix("%") { return Double(text.dropLast()).map { $0 / 100 * size } }
    return StyleLength.points(text, em: size)
  }

  private mutating func put(_ text: String, _ looks: ElementLooks, _ height: Double?, _ spacing: Double) {
    let size = looks.size
    guard size > 0.1 else { return }
    let line = max(height ?? PlacedText.usualHeight * size, 0.1)
    lineHeight = max(lineHeight, line)
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20, !looks.isPreformatted {
        pendingSpace = glyphs.count > lineStart
        continue
      }
      if pendingSpace {
        append(" ", looks, line, spacing)
        pendingSpace = false
      }
      append(scalar, looks, line, spacing)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ looks: ElementLooks, _ line: Double, _ spacing: Double) {
    let size = looks.size
    let advance = looks.latin.ems(of: scalar) * size
    if wraps, let width, width > 1.5 * size, x + advance > left + width + 0.4 * size, glyphs.count > lineStart {
      breakLine(lineHeight)
    }
    let top = y + (line - size) / 2
    var traits: Glyph.Traits = []
    if looks.isInvisible { traits.insert(.invisible) }
    if looks.isOnItsColour { traits.insert(.backgroundColour) }
    if looks.colour.red + looks.colour.green + looks.colour.blue > 3 * 128 { traits.insert(.pale) }
    glyphs.append(
      Glyph(
        scalar: scalar.withoutRadical, x0: x, y0: top, x1: x + advance, y1: top + size, baseline: top + 0.86 * size,
        size: size, isBold: looks.isBold, isSpace: scalar.properties.isWhitespace, penX: Float(x), traits: traits))
    x += advance + spacing
  }

  private mutating func breakLine(_ height: Double) {
    endLine()
    x = left
    y += max(height, 0.1)
    lineHeight = 0
  }

  /// Shifts a line that is not set from the left.
  private mutating func endLine() {
    defer {
      lineStart = glyphs.count
      pendingSpace = false
    }
    guard let width, let last = glyphs.last, glyphs.count > lineStart else { return }
    let room = left + width - last.x1
    let shift = alignment == "center" ? room / 2 : alignment == "right" || alignment == "end" ? room : 0
    guard shift > 0 else { return }
    for index in lineStart..<glyphs.count {
      glyphs[index].x0 += shift
      glyphs[index].x1 += shift
      glyphs[index].penX += Float(shift)
    }
  }
}
