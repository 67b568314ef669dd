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

  /// Without its thickness.
  package var box: Box {
    switch axis {
    case .horizontal: Box(x0: start, y0: position, x1: end, y1: position)
    case .vertical: Box(x0: position, y0: start, x1: position, y1: end)
    }
  }
}

/// What is drawn on one page.
public struct Page: Sendable {
  /// From 1.
  public var number: Int
  /// Points, as displayed.
  public var width: Double
  public var height: Double
  /// In content-stream order, those too that no reader of the page sees.
  public var glyphs: [Glyph]
  public var rulings: [Ruling]
  public var images: [Box]
  /// Whether it has text in layers that are switched off, which is not drawn.
  public var hasHiddenLayer: Bool
  public var problems: [PageProblem]

  public init(
    number: Int, width: Double, height: Double, glyphs: [Glyph] = [], rulings: [Ruling] = [], images: [Box] = [],
    hasHiddenLayer: Bool = false, problems: [PageProblem] = []
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.glyphs = glyphs
    self.rulings = rulings
    self.images = images
    self.hasHiddenLayer = hasHiddenLayer
    self.problems = problems
  }

  /// Whether most of it is a picture.
  var isPicture: Bool { images.contains { $0.width * $0.height > 0.5 * width * height } }
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
  /// Its letters are drawn as shapes, which say nothing of what they mean.
  case outlinedText
}
