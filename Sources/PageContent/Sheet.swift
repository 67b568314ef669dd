/// What a reader of a page reads: upright, without watermarks and hidden text, one page of the report where two are
/// printed side by side.
package struct Sheet: Sendable {
  package var place: SheetPlace
  /// Points, as it is read.
  package var width: Double
  package var height: Double
  /// In content-stream order.
  package var glyphs: [Glyph]
  package var rulings: [Ruling]
  /// Where on the page as displayed.
  package var leftOut: [LeftOut]
  package var problems: [PageProblem]

  /// All of a page as it is displayed.
  package init(_ page: Page) {
    place = SheetPlace(page: page.number, width: page.width, height: page.height)
    width = page.width
    height = page.height
    glyphs = page.glyphs
    rulings = page.rulings
    leftOut = []
    problems = page.problems
  }
}

extension Page {
  /// The sheets of the report that the page shows: mostly one, which is all of it.
  /// - Parameter isPairLikely: whether other pages of its size are two side by side.
  package func sheets(isPairLikely: Bool = false) -> [Sheet] {
    let text = SeenText(of: self)
    var whole = Sheet(self)
    if !text.isAll {
      whole.glyphs = text.glyphs
      whole.leftOut = text.leftOut
    }
    if text.isLayerOfScan {
      whole.problems.append(.invisibleText)
      ScanLayer.straighten(&whole.glyphs)
    }
    if isPicture,
      whole.glyphs.lazy.filter({ !$0.isSpace }).prefix(Page.inkedGlyphsOfText).count < Page.inkedGlyphsOfText
    {
      whole.problems.append(.scan)
    }
    if hasHiddenLayer {
      let box = Box(x0: 0, y0: 0, x1: width, y1: height)
      whole.leftOut.append(LeftOut(reason: .hiddenLayer, text: "", location: .page(number, box)))
    }
    return whole.turnedUpright().flatMap { $0.pagesSideBySide(isLikely: isPairLikely) }
  }

  /// Fewer visible characters than this are a stamp or a page number, not the text of a page.
  static let inkedGlyphsOfText = 8
}
