/// The text that an OCR program laid over a scan. It is not drawn, so nobody saw that its words stand a few points higher
/// or lower than those beside them, or that its font gives figures the width of Chinese characters.
enum ScanLayer {
  /// Words of one row share at least this much of their height, those of neighbouring rows hardly any.
  private static let sharedHeight = 0.5
  /// In em; printed digits are about half an em wide, in no font as wide as this.
  private static let widestDigit = 0.8
  private static let printedDigit = 0.5

  /// Puts the words of a row on one baseline, and figures about their middle as wide as they are printed.
  static func straighten(_ glyphs: inout [Glyph]) {
    var words = words(of: glyphs)
    for word in words where word.isNumber(in: glyphs) {
      let count = Double(word.indices.count)
      guard word.box.width > widestDigit * word.size * count else { continue }
      let step = printedDigit * word.size
      var left = word.box.midX - step * count / 2
      for index in word.indices {
        (glyphs[index].x0, glyphs[index].x1) = (left, left + step)
        left += step
      }
    }
    words.sort { ($0.box.midY, $0.indices[0]) < ($1.box.midY, $1.indices[0]) }
    var row: Word?
    for word in words {
      guard let first = row, first.heightShared(with: word) >= sharedHeight * min(first.box.height, word.box.height)
      else {
        row = word
        continue
      }
      for index in word.indices { glyphs[index].baseline = first.baseline }
    }
  }

  private static func words(of glyphs: [Glyph]) -> [Word] {
    var words: [Word] = []
    for index in glyphs.indices where !glyphs[index].isSpace && !glyphs[index].isRotated {
      let glyph = glyphs[index]
      if let word = words.last, word.baseline == glyph.baseline, abs(glyph.x0 - word.box.x1) < 0.25 * glyph.size {
        words[words.count - 1].indices.append(index)
        words[words.count - 1].box = word.box.union(glyph.box)
      } else {
        words.append(Word(indices: [index], box: glyph.box, baseline: glyph.baseline, size: glyph.size))
      }
    }
    return words
  }

  private struct Word {
    var indices: [Int]
    var box: Box
    var baseline: Double
    var size: Double

    func isNumber(in glyphs: [Glyph]) -> Bool { indices.allSatisfy { glyphs[$0].scalar.isPartOfNumber } }

    func heightShared(with other: Word) -> Double { min(box.y1, other.box.y1) - max(box.y0, other.box.y0) }
  }
}
