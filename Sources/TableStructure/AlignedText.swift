import PageContent

/// What one cell prints, line by line: at first the words of one line that are surely one cell's.
struct AlignedText {
  var lines: [PrintedLine]
  var box: Box
  /// Where its ink begins and ends.
  private(set) var ink: (x0: Double, x1: Double)
  /// The index of its first line among the page's.
  let line: Int
  private(set) var isNumber: Bool
  /// Begins with its place in a list, so a cell of its own: 十三、…, （二）…
  let isListed: Bool
  /// One of 类, 款, 项 and 目 beside another: the head of a part of a code. Alone it may be the end of a broken 财政拨款.
  private(set) var isCodePart = false
  let size: Double
  let first: Double
  private(set) var last: Double

  init(_ words: [Word], at line: Int) {
    let printed = PrintedLine(words: words)
    lines = [printed]
    box = printed.box
    ink = (words.reduce(.infinity) { min($0, $1.inkX0) }, words.reduce(-.infinity) { max($0, $1.inkX1) })
    self.line = line
    size = printed.size
    first = printed.baseline
    last = printed.baseline
    let text = printed.text
    isNumber = Lexeme(text).isValue
    isListed = !isNumber && HeadingMark.begins(text)
  }

  /// Digits alone, and several: as likely a code as an amount.
  var isCode: Bool {
    let text = text
    return text.utf8.count > 1 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A number with decimals or separators, so no code.
  var isAmount: Bool { isNumber && Lexeme.isPlainlyAmount(text) }

  /// 合计 and the like, which is centred over all the columns of labels, whatever these are.
  var isTotal: Bool {
    guard let words = lines.last?.words, words.last?.text.last == "计" else { return false }
    let end = words.suffix(2).flatMap(\.text).dropLast().last { !$0.isLayoutSpace }
    return end.map("合总小".unicodeScalars.contains) ?? false
  }

  /// Whether another text may be its next line: not a total in the middle of the column, below an item of a list.
  func mayGoOn(with below: AlignedText) -> Bool {
    !below.isListed && !(isListed && below.isTotal && below.box.x0 - box.x0 > 1.5 * size)
  }

  var text: String { lines.count == 1 ? lines[0].text : TextJoin.joined(lines.map(\.text)) }
  var isBold: Bool { lines.allSatisfy(\.isBold) }
  /// The middle of its lines, as high as their ink.
  var middle: Double { (first + last) / 2 - 0.35 * size }

  /// Letters of one text stand closer, in em.
  static let closest = 0.2

  /// The same within a header, where figures are parts of words: 2024 above 年预算数.
  var asHead: AlignedText {
    var head = self
    head.isNumber = false
    return head
  }

  mutating func append(_ other: AlignedText) {
    if let end = lines.last, abs(other.first - end.baseline) < 0.3 * size {
      lines[lines.count - 1].words += other.lines[0].words
    } else {
      lines += other.lines
      last = other.last
    }
    box = box.union(other.box)
    ink = (min(ink.x0, other.ink.x0), max(ink.x1, other.ink.x1))
  }

  func overlap(_ lower: Double, _ upper: Double) -> Double { max(0, min(ink.x1, upper) - max(ink.x0, lower)) }

  func overlaps(_ other: AlignedText) -> Bool { overlap(other.ink.x0, other.ink.x1) > 0 }

  /// The gap between two texts of a line.
  func distance(to other: AlignedText) -> Double { max(box.x0 - other.box.x1, other.box.x0 - box.x1) }

  /// Two letters of a word one em apart, as a full-width space sets them: 项　目. 类, 款 and 项 are cells of their own.
  private static func isSetWide(_ last: Word, _ word: Word) -> Bool {
    let gap = (word.box.x0 - last.box.x1) / max(1, last.size)
    return last.text.count == 1 && word.text.count == 1 && (0.9...1.1).contains(gap)
      && (last.text.first?.isIdeographic ?? false) && !"类款".unicodeScalars.contains(last.text.first ?? "类")
  }

  /// Latin letters or digits beside Chinese ones in one text, a quarter of an em apart, as typesetters put them: 221 平方米.
  private static func isSetByQuarter(_ last: Word, _ word: Word) -> Bool {
    guard let end = last.text.last, let start = word.text.first, end.isChinese != start.isChinese,
      isLatin(end.isChinese ? start : end)
    else { return false }
    let gap = (word.box.x0 - last.box.x1) / min(last.size, word.size)
    return abs(gap - 0.25) < 0.02 && !CellBorder.parts(last, word)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCIIDigit || scalar.isASCIILetter }

  /// Lines cut at every gap that is not drawn as a space: cells may stand closer than the letters of a word set wide.
  static func texts(of lines: ArraySlice<PrintedLine>) -> [[AlignedText]] {
    let borders = TightBorders(lines)
    let letters = JustifiedLetters(lines)
    return zip(lines.indices, lines).map { index, line in
      let (line, cuts) = borders.parted(line)
      return texts(
        of: line, at: index, cuts: cuts, letters: letters.continuations(in: line.words, borders: borders))
    }
  }

  private static func texts(
    of line: PrintedLine, at index: Int, cuts: Set<Int>, letters: Set<Int>
  ) -> [AlignedText] {
    var texts: [AlignedText] = []
    var words: [Word] = []
    for (position, word) in line.words.enumerated() {
      if let last = words.last {
        let gap = word.box.x0 - last.box.x1
        let size = min(last.size, word.size)
        let isSameCell =
          gap < closest * size
          ? !cuts.contains(position) && !(Lexeme(last.text).isValue && Lexeme(word.text).isValue)
          : word.followsSpaces && gap < 2.5 * size && !CellBorder.parts(last, word) || isSetWide(last, word)
            || letters.contains(position) || isSetByQuarter(last, word)
        if !isSameCell {
          texts.append(AlignedText(words, at: index))
          words = []
        }
      }
      words.append(word)
    }
    if !words.isEmpty { texts.append(AlignedText(words, at: index)) }
    let parts = texts.map(\.codePart)
    if Set(parts.compactMap { $0 }).count > 1 {
      for index in texts.indices { texts[index].isCodePart = parts[index] != nil }
    }
    return texts
  }

  /// What part of a code it heads, if it is one of the characters 类, 款, 项 and 目.
  private var codePart: Unicode.Scalar? {
    guard lines.count == 1, lines[0].words.count == 1, let first = lines[0].words[0].text.first,
      "类款项目".unicodeScalars.contains(first), lines[0].words[0].text.count == 1
    else { return nil }
    return first
  }
}
