extension Sheet {
  /// The two pages that are printed side by side on a landscape one, or the sheet as it is.
  ///
  /// Between two pages nothing is printed from top to bottom, and each is set about a middle of its own, where a title or a
  /// page number stands, or filled by lines of prose. The halves of a wide table are neither.
  /// - Parameter isLikely: whether other pages are two: then the blank middle is enough.
  func pagesSideBySide(isLikely: Bool) -> [Sheet] {
    guard width > Self.leastAspect * height, hasGutter else { return [self] }
    let middle = width / 2
    var (left, right) = (self, self)
    left.glyphs = glyphs.filter { $0.midX < middle }
    right.glyphs = glyphs.filter { !($0.midX < middle) }
    left.rulings = rulings.filter { $0.middle < middle }
    right.rulings = rulings.filter { !($0.middle < middle) }
    left.width = middle
    right.width = middle
    let halves = [SheetHalf(of: left, middle: middle / 2), SheetHalf(of: right, middle: 1.5 * middle)]
    guard !halves.contains(where: \.holdsFiguresAlone),
      isLikely || halves[0].isPage(beside: halves[1]) || halves[1].isPage(beside: halves[0])
    else { return [self] }
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

extension Ruling {
  fileprivate var middle: Double { axis == .vertical ? position : (start + end) / 2 }
}
