import PageContent

/// Lines set out to the full width of their cell: all letters equally far apart, farther than words mostly are. The last
/// line of such a text is set as others are, under the middle of the cell where that is a head.
struct JustifiedLetters {
  /// The middles of words of several letters, and their heights.
  private var words: [(midX: Double, baseline: Double)] = []
  /// The same of figures.
  private var figures: [(midX: Double, baseline: Double)] = []
  /// Where words end.
  private var ends: [Double] = []
  /// Where words begin with an opening bracket.
  private var brackets: [(x0: Double, baseline: Double)] = []

  /// So many figures in the middle below two letters show that these are one head.
  private static let fewestFigures = 3
  /// How high a head is at most, in em.
  private static let highest = 9.0

  init(_ lines: ArraySlice<PrintedLine>) {
    for word in lines.lazy.flatMap(\.words) {
      ends.append(word.box.x1)
      if word.text.first == "（" { brackets.append((word.box.x0, word.baseline)) }
      if word.text.count > 1, word.text.allSatisfy(\.isIdeographic) { words.append((word.box.midX, word.baseline)) }
      if word.text.allSatisfy(\.isASCIIDigit) { figures.append((word.box.midX, word.baseline)) }
    }
    ends.sort()
  }

  /// The indices of the words that belong to the same text as the word before them. `borders` tell where figures below end, as such a line does.
  func continuations(in words: [Word], borders: TightBorders) -> Set<Int> {
    var result: Set<Int> = []
    var start = 1
    while start < words.count {
      let left = words[start - 1].box.x0
      guard let gap = Self.gap(before: start, in: words),
        !borders.areFiguresFlush(at: words[start - 1].box.x1, from: left)
      else {
        start += 1
        continue
      }
      var end = start + 1
      while end < words.count, let next = Self.gap(before: end, in: words), abs(next - gap) < 0.04,
        !borders.areFiguresFlush(at: words[end - 1].box.x1, from: left)
      { end += 1 }
      // One more letter would have filled the line; a closing bracket takes the letter before it along to the next, and
      // an opening one goes there itself.
      let isBracketed =
        words[(start - 1)..<end].contains { $0.text.contains { "（）、".unicodeScalars.contains($0) } }
        || isAboveBracket(words[start - 1])
      if end - start >= 2, Double(end - start) * gap < (isBracketed ? 2.1 : 1.1) {
        result.formUnion(start..<end)
      } else if !result.contains(start - 1), isPair(words[start - 1], words[start]) {
        result.insert(start)
        end = start + 1
      }
      start = end
    }
    return result
  }

  /// Whether the next line of the text that a word begins opens with a bracket, half of which is blank and may be left out.
  private func isAboveBracket(_ word: Word) -> Bool {
    brackets.contains {
      abs($0.x0 - word.box.x0) < 0.6 * word.size && ($0.baseline - word.baseline) / word.size > 0.9
        && ($0.baseline - word.baseline) / word.size < 3
    }
  }

  /// Whether two letters with nothing beside them are one text.
  private func isPair(_ left: Word, _ right: Word) -> Bool {
    // Parts of a code have columns of their own.
    if "类款".unicodeScalars.contains(left.text.last ?? "类") { return false }
    // What is no letter by itself goes on to where other lines end.
    if left.text.count > 1 || right.text.count > 1 {
      let end = right.box.x1
      return ends.partitionPoint { $0 > end + 0.3 } - ends.partitionPoint { $0 >= end - 0.3 } > 2
    }
    // The first line of a head stands around the middle of the last, and a head around that of line numbers.
    let middle = (left.box.x0 + right.box.x1) / 2
    func isBelow(_ word: (midX: Double, baseline: Double)) -> Bool {
      word.baseline > left.baseline && abs(word.midX - middle) < 0.15 * left.size
    }
    return words.contains { isBelow($0) && $0.baseline < left.baseline + Self.highest * left.size }
      || figures.count(where: isBelow) >= Self.fewestFigures
  }

  /// The gap before a word, in em, where both may be letters of a line set out.
  private static func gap(before index: Int, in words: [Word]) -> Double? {
    let (left, right) = (words[index - 1], words[index])
    let gap = (right.box.x0 - left.box.x1) / max(1, right.size)
    guard (0.2..<1.1).contains(gap), left.size == right.size, let last = left.text.last, let first = right.text.first,
      isLetter(last), isLetter(first), !left.text.dropLast().contains(where: isLetter),
      !right.text.dropFirst().contains(where: isLetter)
    else { return nil }
    return gap
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isIdeographic || scalar == "、" }
}
