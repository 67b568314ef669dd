extension Sheet {
  /// The two pages that are printed side by side on a landscape one, or the sheet as it is.
  ///
  /// Between two pages nothing is printed from top to bottom, and each is set about a middle of its own, where a title or a
  /// page number stands, or filled by lines of prose. The halves of a wide table are neither.
  func pagesSideBySide() -> [Sheet] {
    guard width > Self.leastAspect * height, hasGutter else { return [self] }
    let middle = width / 2
    var (left, right) = (self, self)
    left.glyphs = glyphs.filter { $0.midX < middle }
    right.glyphs = glyphs.filter { !($0.midX < middle) }
    left.rulings = rulings.filter { $0.middle < middle }
    right.rulings = rulings.filter { !($0.middle < middle) }
    left.width = middle
    right.width = middle
    let halves = [Half(of: left, middle: middle / 2), Half(of: right, middle: 1.5 * middle)]
    guard halves[0].isPage(beside: halves[1]) || halves[1].isPage(beside: halves[0]) else { return [self] }
    right.place.left += middle
    for index in right.glyphs.indices {
      right.glyphs[index].x0 -= middle
      right.glyphs[index].x1 -= middle
    }
    for index in right.rulings.indices {
      if right.rulings[index].axis == .vertical {
        right.rulings[index].position -= middle
      } else {
        right.rulings[index].start -= middle
        right.rulings[index].end -= middle
      }
    }
    (right.leftOut, right.problems) = ([], [])
    return [left, right]
  }

  /// Two upright pages beside each other are as wide as 1.4 times their height, or wider.
  private static let leastAspect = 1.25
  /// The least share of the width that is left blank between two pages.
  private static let narrowestGutter = 0.03
  /// Whether the middle is left blank from top to bottom, with text on both sides of it.
  private var hasGutter: Bool {
    let middle = width / 2
    var start = 0.0
    var end = width
    for glyph in glyphs where !glyph.isSpace {
      if glyph.x1 <= middle { start = max(start, glyph.x1) } else { end = min(end, glyph.x0) }
      if end < middle { return false }
    }
    guard start > 0, end < width else { return false }
    for ruling in rulings {
      let (first, last) = ruling.axis == .vertical ? (ruling.position, ruling.position) : (ruling.start, ruling.end)
      if last <= middle { start = max(start, last) } else { end = min(end, first) }
      if end < middle { return false }
    }
    return end - start >= Self.narrowestGutter * width
  }
}

/// What is printed on one side of a gutter.
private struct Half {
  private let lines: [PrintedLine]
  private let width: Double
  private let middle: Double
  /// From the first rule to the last.
  private let ruled: ClosedRange<Double>?

  /// How far from the middle, as a share of the half's width, what stands in it may be.
  private static let offMiddle = 0.02
  /// Heads in the middle of half a table are shorter than titles.
  private static let shortestTitle = 5

  /// Lines of prose fill their page, and those of a table's labels hardly reach over its half.
  private static let proseWidth = 0.6
  private static let fewestLines = 3

  init(of sheet: Sheet, middle: Double) {
    lines = LineLayout.lines(of: LineLayout.words(of: sheet.glyphs))
    width = sheet.width
    self.middle = middle
    let rules = sheet.rulings.lazy.filter { $0.axis == .horizontal }.map(\.position)
    ruled = rules.min().flatMap { top in rules.max().map { top...$0 } }
  }

  /// Whether it is a page of its own: a title or a page number stands in its middle, outside its tables, or it holds
  /// prose.
  func isPage(beside other: Half) -> Bool {
    for (index, line) in lines.enumerated() {
      if let ruled {
        if line.baseline < ruled.lowerBound || line.box.y0 > ruled.upperBound, isCentred(line) { return true }
      } else if index == 0 || index == lines.count - 1, isCentred(line), !other.goesOn(with: line) {
        // Among lines without rules only the first and the last are surely no row.
        return true
      }
    }
    return lines.count { $0.box.width > Self.proseWidth * width && $0.segments.count == 1 } >= Self.fewestLines
  }

  /// A title or a page number in the middle.
  private func isCentred(_ line: PrintedLine) -> Bool {
    guard abs(line.box.midX - middle) < Self.offMiddle * width, line.box.width < 0.8 * width,
      line.segments.count == 1
    else { return false }
    let text = TextJoin.squashed(line.text)
    return text.unicodeScalars.count { $0.properties.isAlphabetic } >= Self.shortestTitle || PageNumber(text) != nil
  }

  /// Whether a line of the other half has something beside it here that is no title or number of a page: a row has.
  private func goesOn(with line: PrintedLine) -> Bool {
    lines.contains { abs($0.baseline - line.baseline) < 0.45 * line.size && !isCentred($0) }
  }
}

extension Ruling {
  fileprivate var middle: Double { axis == .vertical ? position : (start + end) / 2 }
}
