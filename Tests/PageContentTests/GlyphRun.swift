import PageContent

/// Glyphs as a producer sets them: Chinese one em wide, the rest half an em, each in a box of its own font.
struct GlyphRun {
  private(set) var glyphs: [Glyph] = []
  /// Where the next glyph begins.
  private(set) var pen = 0.0

  /// Sets a run; `gap` is added after every glyph. A space moves the pen and draws nothing.
  mutating func set(
    _ text: String, x: Double? = nil, baseline: Double = 100, size: Double = 10, gap: Double = 0, isBold: Bool = false
  ) {
    pen = x ?? pen
    for scalar in text.unicodeScalars {
      let advance = scalar.isIdeographic ? size : size / 2
      // Digits come from a font whose box is lower than that of the Chinese around them.
      let top = scalar.isIdeographic ? baseline - 0.88 * size : baseline - 0.70 * size
      let bottom = scalar.isIdeographic ? baseline + 0.12 * size : baseline + 0.25 * size
      if scalar != " " {
        glyphs.append(
          Glyph(
            scalar: scalar, x0: pen, y0: top, x1: pen + advance, y1: bottom, baseline: baseline, size: size,
            isBold: isBold))
      }
      pen += advance + gap
    }
  }

  var words: [Word] { LineLayout.words(of: glyphs) }
  var wordTexts: [String] { words.map { String($0.text) } }
  var lines: [PrintedLine] { LineLayout.lines(of: words) }
  var lineTexts: [String] { lines.map(\.text) }
}
