/// Characters that were drawn one after the other, close by, in whatever direction.
struct GlyphRun {
  private(set) var box: Box
  private(set) var isPale: Bool
  private(set) var size: Double
  private var last: Glyph
  private var scalars: String.UnicodeScalarView

  init(_ glyph: Glyph) {
    box = glyph.box
    isPale = glyph.traits.contains(.pale)
    size = glyph.size
    last = glyph
    scalars = String.UnicodeScalarView([glyph.scalar])
  }

  /// Without the white space around it.
  var text: String {
    var text = String(scalars)
    while let last = text.unicodeScalars.last, last.isLayoutSpace { text.unicodeScalars.removeLast() }
    return text
  }

  /// Whether a character stands where the next one of the text does.
  func goesOn(with glyph: Glyph) -> Bool {
    let (x, y) = (glyph.midX - last.midX, glyph.midY - last.midY)
    let reach = 1.75 * last.size
    return x * x + y * y < reach * reach && abs(glyph.size - last.size) < 0.1 * glyph.size
  }

  mutating func append(_ glyph: Glyph) {
    scalars.append(glyph.scalar)
    if !glyph.isSpace { box = box.union(glyph.box) }
    last = glyph
  }
}
