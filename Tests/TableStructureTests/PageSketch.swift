import PageContent

@testable import TableStructure

/// Draws a page: runs of glyphs and rulings.
struct PageSketch {
  private(set) var page: Page

  init(number: Int = 1, width: Double = 595, height: Double = 842) {
    page = Page(number: number, width: width, height: height)
  }

  /// Sets a text, Chinese one em wide, the rest half an em.
  mutating func text(_ text: String, x: Double, baseline: Double, size: Double = 10, isBold: Bool = false) {
    var pen = x
    for scalar in text.unicodeScalars {
      let advance = scalar.isIdeographic ? size : size / 2
      if scalar != " " {
        page.glyphs.append(
          Glyph(
            scalar: scalar, x0: pen, y0: baseline - (scalar.isIdeographic ? 0.88 : 0.7) * size, x1: pen + advance,
            y1: baseline + (scalar.isIdeographic ? 0.12 : 0.25) * size, baseline: baseline, size: size, isBold: isBold))
      }
      pen += advance
    }
  }

  mutating func horizontal(_ y: Double, _ x0: Double, _ x1: Double) {
    page.rulings.append(Ruling(axis: .horizontal, position: y, start: x0, end: x1))
  }

  mutating func vertical(_ x: Double, _ y0: Double, _ y1: Double) {
    page.rulings.append(Ruling(axis: .vertical, position: x, start: y0, end: y1))
  }

  mutating func frame(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    horizontal(y0, x0, x1)
    horizontal(y1, x0, x1)
    vertical(x0, y0, y1)
    vertical(x1, y0, y1)
  }

  /// Draws every line of a grid from end to end.
  mutating func lines(xs: [Double], ys: [Double]) {
    guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last else { return }
    for y in ys { horizontal(y, left, right) }
    for x in xs { vertical(x, top, bottom) }
  }

  /// Draws a ruled table whose rows are 20 points high, each text 4 points into its cell; nil reaches on from the cell
  /// on its left. Returns the y of its foot.
  @discardableResult
  mutating func table(_ rows: [[String?]], xs: [Double], top: Double) -> Double {
    let height = 20.0
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * height
      horizontal(y, xs[0], xs[xs.count - 1])
      for (column, text) in row.enumerated() {
        guard let text else { continue }
        vertical(xs[column], y, y + height)
        self.text(text, x: xs[column] + 4, baseline: y + 14)
      }
      vertical(xs[xs.count - 1], y, y + height)
    }
    let foot = top + Double(rows.count) * height
    horizontal(foot, xs[0], xs[xs.count - 1])
    return foot
  }

  var layout: PageLayout { PageLayout(Sheet(page), number: page.number) }

  var tables: [Table] { layout.items.compactMap { if case .table(let table) = $0 { table } else { nil } } }
  var lines: [String] { layout.items.compactMap { if case .line(let line) = $0 { line.text } else { nil } } }
  var grids: [RuledGrid] { RuledGrid.grids(in: page.rulings) }
}

/// The blocks of drawn pages.
func blocks(_ pages: [PageSketch]) -> [Block] {
  var flow = PageFlow()
  for page in pages { flow.add(page.page) }
  return flow.blocks()
}

/// Numbers the pages that the closures draw.
func blocks(_ draw: (inout PageSketch) -> Void...) -> [Block] {
  blocks(
    draw.enumerated().map { index, draw in
      var page = PageSketch(number: index + 1)
      draw(&page)
      return page
    })
}

extension RuledGrid {
  /// The cells as `row,column,rowSpan,columnSpan`, in order.
  var spans: [[Int]] { cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] } }
}
