/// A character as drawn: its advance box, baseline and size, in points.
public struct Glyph: Sendable {
  public var scalar: Unicode.Scalar
  public var x0: Double
  public var y0: Double
  public var x1: Double
  public var y1: Double
  /// The y of the pen position. Glyphs share a line by their baseline, not by their boxes: digits and the Chinese
  /// around them come from fonts with different boxes.
  public var baseline: Double
  public var size: Double
  public var isBold: Bool
  /// The baseline is not horizontal in the page as displayed.
  public var isRotated: Bool
  /// White space: nothing is drawn.
  public var isSpace: Bool

  public init(
    scalar: Unicode.Scalar, x0: Double, y0: Double, x1: Double, y1: Double, baseline: Double, size: Double,
    isBold: Bool = false, isRotated: Bool = false, isSpace: Bool = false
  ) {
    self.scalar = scalar
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
    self.baseline = baseline
    self.size = size
    self.isBold = isBold
    self.isRotated = isRotated
    self.isSpace = isSpace
  }

  public var midX: Double { (x0 + x1) / 2 }
  public var midY: Double { (y0 + y1) / 2 }
  public var box: Box { Box(x0: x0, y0: y0, x1: x1, y1: y1) }
}

/// A straight horizontal or vertical line, stroked or filled, in points.
public struct Ruling: Sendable, Hashable {
  public enum Axis: Sendable, Hashable { case horizontal, vertical }

  public var axis: Axis
  /// The y of a horizontal ruling, the x of a vertical one.
  public var position: Double
  /// Where it starts and ends along its axis; `start <= end`.
  public var start: Double
  public var end: Double
  public var thickness: Double

  public init(axis: Axis, position: Double, start: Double, end: Double, thickness: Double = 0) {
    self.axis = axis
    self.position = position
    self.start = start
    self.end = end
    self.thickness = thickness
  }

  public var length: Double { end - start }
}

/// What is drawn on one page.
public struct Page: Sendable {
  /// From 1.
  public var number: Int
  /// Points, as displayed.
  public var width: Double
  public var height: Double
  /// Visible glyphs in content-stream order.
  public var glyphs: [Glyph]
  public var rulings: [Ruling]
  public var images: [Box]
  public var problems: [PageProblem]

  public init(
    number: Int, width: Double, height: Double, glyphs: [Glyph] = [], rulings: [Ruling] = [], images: [Box] = [],
    problems: [PageProblem] = []
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.glyphs = glyphs
    self.rulings = rulings
    self.images = images
    self.problems = problems
  }

  /// A picture of a page, without a text layer: nothing on it can be read here.
  public var isScan: Bool {
    let inked = glyphs.lazy.filter { !$0.isSpace }.prefix(8).count
    let pictured = images.reduce(0) { max($0, $1.width * $1.height) }
    return inked < 8 && pictured > 0.5 * width * height
  }
}

/// Something that kept a page from being read whole.
public enum PageProblem: Hashable, Sendable {
  /// Poppler reported this many errors while it drew the page: parts may be missing.
  case drawingErrors(Int)
  /// Drawing took longer than the deadline and was stopped.
  case deadline
  /// More glyphs than the cap; the rest was not read.
  case tooManyGlyphs
  case tooManyRulings
  /// Glyphs whose font does not say which characters they are.
  case unmappedGlyphs(Int)
  /// A page image without a text layer.
  case scan
  /// The text is the invisible layer of a scan, as an OCR program left it.
  case invisibleText
}
