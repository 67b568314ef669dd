/// A character as drawn: its advance box, baseline and size, in points.
public struct Glyph: Sendable {
  public var scalar: Unicode.Scalar
  /// The x of the pen position: the baseline of a text that runs down or up the page.
  public var penX: Float
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
  /// By how many quarters, clockwise, its text is turned from running rightwards.
  public var quarterTurns: UInt8
  public var traits: Traits

  /// What may keep a reader of the page from reading it.
  public struct Traits: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Drawn without ink.
    public static let invisible = Traits(rawValue: 1)
    /// In the colour of what it stands on.
    public static let backgroundColour = Traits(rawValue: 2)
    /// Nearer to white than to black.
    public static let pale = Traits(rawValue: 4)
    /// The file itself says that it is a watermark.
    public static let watermark = Traits(rawValue: 8)
    /// Its baseline is far from any quarter turn.
    public static let slanted = Traits(rawValue: 16)
  }

  public init(
    scalar: Unicode.Scalar, x0: Double, y0: Double, x1: Double, y1: Double, baseline: Double, size: Double,
    isBold: Bool = false, isRotated: Bool = false, isSpace: Bool = false, penX: Float = 0,
    quarterTurns: UInt8 = 0, traits: Traits = []
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
    self.penX = penX
    self.quarterTurns = quarterTurns
    self.traits = traits
  }

  public var midX: Double { (x0 + x1) / 2 }
  public var midY: Double { (y0 + y1) / 2 }
  public var box: Box { Box(x0: x0, y0: y0, x1: x1, y1: y1) }
}
