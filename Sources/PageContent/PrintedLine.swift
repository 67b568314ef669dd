/// Glyphs of one baseline that follow each other in the content stream without a gap: the largest unit that is surely
/// read together.
package struct Word: Sendable {
  package var text: String.UnicodeScalarView
  package var box: Box
  package var baseline: Double
  package var size: Double
  package var isBold: Bool
  /// Where figures meet other characters, or stand a hair apart: a border between two cells may run here, however tightly
  /// they are filled.
  package var seams: [Seam] = []

  package struct Seam: Sendable {
    /// How many scalars stand before it.
    package var offset: Int
    /// The ends of the glyphs on its left and right.
    package var left: Double
    package var right: Double
  }
  /// Spaces drawn in one text with it reach from the word before to this one: a gap inside a text, not between columns.
  package var followsSpaces = false

  package var midX: Double { box.midX }
  /// A height within the ink, whatever the font says of its box.
  package var inkY: Double { baseline - 0.35 * size }
  /// Where its ink begins and ends: half of a bracket is blank, and may reach into the next cell.
  package var inkX0: Double { text.first == "（" ? box.x0 + 0.5 * size : box.x0 }
  package var inkX1: Double { text.last == "）" ? box.x1 - 0.5 * size : box.x1 }
}

extension Word {
  /// The parts before and after some of the seams.
  package func parts(cutAt cuts: [Seam]) -> [Word] {
    var parts: [Word] = []
    var start = text.startIndex
    var x0 = box.x0
    var offset = 0
    for cut in cuts {
      let end = text.index(start, offsetBy: cut.offset - offset)
      parts.append(part(start..<end, from: x0, to: cut.left))
      (start, x0, offset) = (end, cut.right, cut.offset)
    }
    parts.append(part(start..<text.endIndex, from: x0, to: box.x1))
    return parts
  }

  /// The parts before and after an offset that stands at `x`.
  package func parts(cutAt offset: Int, x: Double) -> [Word] {
    parts(cutAt: [Seam(offset: offset, left: x, right: x)])
  }

  private func part(_ range: Range<String.Index>, from x0: Double, to x1: Double) -> Word {
    Word(
      text: String.UnicodeScalarView(text[range]), box: Box(x0: x0, y0: box.y0, x1: x1, y1: box.y1), baseline: baseline,
      size: size, isBold: isBold)
  }
}

/// Words of one baseline from left to right.
package struct PrintedLine: Sendable {
  /// At least one.
  package var words: [Word]

  package init(words: [Word]) {
    self.words = words
  }

  package var box: Box { Self.box(of: words[...]) }

  package static func box(of words: ArraySlice<Word>) -> Box {
    var box = words[words.startIndex].box
    for index in words.indices.dropFirst() { box = box.union(words[index].box) }
    return box
  }

  package var baseline: Double { words[0].baseline }
  package var size: Double { words.reduce(0) { max($0, $1.size) } }
  package var isBold: Bool { words.allSatisfy(\.isBold) }

  /// The text, with a space where a gap separates Latin letters or figures, and none between Chinese characters.
  package var text: String { Self.text(of: words[...]) }

  package static func text(of words: ArraySlice<Word>) -> String {
    var result = String(words[words.startIndex].text)
    for index in words.indices.dropFirst() {
      let (previous, next) = (words[index - 1], words[index])
      let gap = next.box.x0 - previous.box.x1
      if let left = previous.text.last, let right = next.text.first,
        !(left.isIdeographic && right.isIdeographic),
        gap > (left.isIdeographic || right.isIdeographic ? 0.6 : 0.2) * min(previous.size, next.size)
      {
        result += " "
      }
      result += String(next.text)
    }
    return result
  }

  /// The parts that wide gaps separate: what stands left and right of one another without being one text, such as the
  /// department and the unit above a table. A title that is spaced out letter by letter stays whole.
  package var segments: [PrintedLine] {
    var parts: [PrintedLine] = []
    for word in words {
      if let last = parts.last?.words.last, word.box.x0 - last.box.x1 < 1.8 * min(last.size, word.size) {
        parts[parts.count - 1].words.append(word)
      } else {
        parts.append(PrintedLine(words: [word]))
      }
    }
    let isSpacedOut = parts.allSatisfy { part in part.words.reduce(0) { $0 + $1.text.count } <= 2 }
    return isSpacedOut ? [self] : parts
  }
}

package enum LineLayout {
  /// Gaps inside a number stay under 0.05 em, those between neighbouring cells mostly start at 0.8 em.
  static let wordGap = 0.25
  /// The digits of one number stand closer; a spreadsheet leaves hardly more between a figure at the right of one cell and
  /// the label at the left of the next.
  package static let seamGap = 0.06

  /// Cuts glyphs, in content order, into words.
  package static func words(of glyphs: [Glyph]) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(glyphs.count / 4)
    // The text of the current word, in UTF-8.
    var text: [UInt8] = []
    var current = Word(
      text: .init(), box: Box(x0: 0, y0: 0, x1: 0, y1: 0), baseline: -.infinity, size: 1, isBold: false)
    var last: Glyph?
    var count = 0
    var lastGap = 0.0
    var spaces = Double.nan
    func close() {
      guard !text.isEmpty else { return }
      current.text = String(decoding: text, as: UTF8.self).unicodeScalars
      words.append(current)
      text.removeAll(keepingCapacity: true)
    }
    for glyph in glyphs {
      if glyph.isSpace || glyph.scalar.isLayoutSpace {
        if glyph.baseline == current.baseline, glyph.x0 - (spaces.isNaN ? current.box.x1 : spaces) < 0.1 * glyph.size {
          spaces = glyph.x1
        }
        continue
      }
      defer { spaces = .nan }
      // Some producers draw a bold character twice in almost the same place.
      if let last, repeats(last, glyph) { continue }
      let gap = glyph.x0 - current.box.x1
      if !glyph.isRotated, abs(glyph.baseline - current.baseline) < 0.15 * max(current.size, glyph.size),
        gap < wordGap * min(current.size, glyph.size), gap > -0.6 * glyph.size, glyph.x1 > current.box.x1
      {
        // In a text that is spaced out, only a gap wider than the one before it.
        // A glyph set back is the first of the next cell, into which a text runs over; or it stands close to a bracket.
        let isSetBack =
          (gap < (glyph.scalar == "（" ? -0.05 : -0.2) * glyph.size || last?.scalar == "）")
          && !glyph.scalar.isPartOfNumber
        if gap > seamGap * glyph.size + max(lastGap, 0) || isSetBack
          || glyph.scalar.isPartOfNumber != last?.scalar.isPartOfNumber
        {
          current.seams.append(Word.Seam(offset: count, left: current.box.x1, right: glyph.x0))
        }
        lastGap = gap
        count += 1
        text.append(utf8: glyph.scalar)
        current.box = current.box.union(glyph.box)
        current.size = max(current.size, glyph.size)
        current.isBold = current.isBold && glyph.isBold
      } else {
        close()
        lastGap = 0
        count = 1
        current.seams = []
        text.append(utf8: glyph.scalar)
        current.box = glyph.box
        current.baseline = glyph.baseline
        current.size = max(glyph.size, 1)
        current.isBold = glyph.isBold
        current.followsSpaces = abs(glyph.x0 - spaces) < 0.1 * glyph.size && glyph.baseline == last?.baseline
      }
      last = glyph
    }
    close()
    return words
  }

  private static func repeats(_ glyph: Glyph, _ next: Glyph) -> Bool {
    glyph.scalar == next.scalar && abs(next.x0 - glyph.x0) < 0.4 * (glyph.x1 - glyph.x0)
      && abs(next.baseline - glyph.baseline) < 0.15 * glyph.size
  }

  /// Lines printed over each other, at most: of what lies deeper each word is a line, so that a page of nothing but
  /// overprinted words costs no more than another.
  private static let mostLayers = 16

  /// Sets words into lines from top to bottom. Words that lie over each other stay in lines of their own, so that
  /// overlapping text is never interleaved; a word that repeats another in its place is dropped.
  package static func lines(of words: [Word]) -> [PrintedLine] {
    if words.count == 1 { return [PrintedLine(words: words)] }
    let order = words.indices.sorted {
      (words[$0].baseline, words[$0].box.x0, $0) < (words[$1].baseline, words[$1].box.x0, $1)
    }
    var lines: [PrintedLine] = []
    var start = 0
    while start < order.count {
      let first = words[order[start]]
      var end = start + 1
      while end < order.count,
        words[order[end]].baseline - first.baseline < 0.45 * min(first.size, words[order[end]].size)
      {
        end += 1
      }
      if end == start + 1 {
        lines.append(PrintedLine(words: [first]))
        start = end
        continue
      }
      let row = order[start..<end].sorted { (words[$0].box.x0, $0) < (words[$1].box.x0, $1) }
      var layers: [PrintedLine] = []
      var deeper: [PrintedLine] = []
      for index in row {
        let word = words[index]
        if layers.contains(where: { repeats($0, word) }) { continue }
        let layer = layers.firstIndex { layer in
          guard let last = layer.words.last else { return true }
          return last.inkX1 - word.inkX0 < 0.5 * min(last.box.width, word.box.width)
        }
        if let layer {
          layers[layer].words.append(word)
        } else if layers.count < mostLayers {
          layers.append(PrintedLine(words: [word]))
        } else {
          deeper.append(PrintedLine(words: [word]))
        }
      }
      lines += layers + deeper
      start = end
    }
    return lines
  }

  /// Whether a line prints the same word in its place already.
  private static func repeats(_ line: PrintedLine, _ word: Word) -> Bool {
    // From left to right: what stands too far left ends the search.
    for index in line.words.indices.reversed() {
      guard word.box.x0 - line.words[index].box.x0 < 0.3 * word.size else { return false }
      if line.words[index].text.elementsEqual(word.text) { return true }
    }
    return false
  }
}
