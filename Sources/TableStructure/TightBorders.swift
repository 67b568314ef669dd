import PageContent

/// Where a text ends and that of the next column begins so close to it that no gap parts them, as an unruled spreadsheet
/// prints them: what begins at the same place in other lines tells the column.
struct TightBorders {
  /// Where words and what follows a figure begin, ascending.
  private let starts: [Double]
  /// Where figures end and where these begin, ascending.
  private let figures: [(end: Double, start: Double)]
  /// Where codes begin, ascending.
  private let codes: [Double]

  init(_ lines: some Sequence<PrintedLine>) {
    var starts: [Double] = []
    var figures: [(end: Double, start: Double)] = []
    var codes: [Double] = []
    for word in lines.lazy.flatMap(\.words) {
      starts.append(word.box.x0)
      if CellBorder.isCode(word.text) { codes.append(word.box.x0) }
      if let seam = Self.seamBeforeCode(in: word) {
        codes.append(seam.right)
      } else if let seam = Self.seam(in: word) {
        starts.append(seam.right)
        figures.append((seam.left, word.box.x0))
      } else if Lexeme(word.text).isValue {
        figures.append((word.box.x1, word.box.x0))
      }
    }
    self.starts = starts.sorted()
    self.figures = figures.sorted { $0 < $1 }
    self.codes = codes.sorted()
  }

  /// The line with its words cut at such borders, and the indices of the words that begin right of one.
  func parted(_ line: PrintedLine) -> (line: PrintedLine, borders: Set<Int>) {
    var words: [Word] = []
    var borders: Set<Int> = []
    for word in line.words {
      // What is drawn one after the other so close is one word.
      if let last = words.last, word.box.x0 - last.box.x1 < AlignedText.closest * word.size, isStart(word.box.x0) {
        borders.insert(words.count)
      }
      if let seam = border(in: word) {
        words += word.parts(cutAt: [seam])
        borders.insert(words.count - 1)
      } else {
        words.append(word)
      }
    }
    return (PrintedLine(words: words), borders)
  }

  /// Whether a figure ends there. One that begins at `start` does not tell: a code stands at the left of its column.
  func areFiguresFlush(at x: Double, from start: Double) -> Bool {
    let first = figures.partitionPoint { $0.end >= x - 0.3 }
    return figures[first...].prefix { $0.end <= x + 0.3 }.contains { abs($0.start - start) > 0.7 }
  }

  private func border(in word: Word) -> Word.Seam? {
    if let seam = Self.seamBeforeCode(in: word) { return isStart(seam.right, among: codes) ? seam : nil }
    if let seam = Self.seam(in: word) { return isBorder(seam, in: word) ? seam : nil }
    // A name that fills its column up to the blank half of its last bracket.
    return word.seams.first { seam in
      word.text.dropFirst(seam.offset - 1).first == "）" && isStart(seam.right)
    }
  }

  private func isBorder(_ seam: Word.Seam, in word: Word) -> Bool {
    let first = figures.partitionPoint { $0.end >= seam.left - 0.7 }
    let alike = figures[first...].prefix { $0.end <= seam.left + 0.7 }
    guard isStart(seam.right) || alike.count > 2 else { return false }
    // Codes before their names begin below each other; figures of various lengths end so.
    let isCode = seam.offset > 1 && word.text.prefix(seam.offset).allSatisfy(\.isASCIIDigit)
    return !isCode || alike.contains { abs($0.start - word.box.x0) > 1 }
  }

  /// Two other lines at least have a text that begins there.
  private func isStart(_ x: Double) -> Bool { isStart(x, among: starts) }

  private func isStart(_ x: Double, among starts: [Double]) -> Bool {
    starts.partitionPoint { $0 > x + 0.7 } - starts.partitionPoint { $0 >= x - 0.7 } > 2
  }

  /// The seam between a name and the code that a word ends with: 财政局（本级）201.
  private static func seamBeforeCode(in word: Word) -> Word.Seam? {
    guard let first = word.text.first, first.isChinese, let last = word.text.last, last.isASCIIDigit else { return nil }
    return word.seams.last { CellBorder.isCode(word.text.dropFirst($0.offset)) }
  }

  /// The seam after a figure that a word begins with.
  private static func seam(in word: Word) -> Word.Seam? {
    guard let first = word.text.first, first.isDigit || first.isMarkOfNumber else {
      return nil
    }
    return word.seams.first { seam in
      let figure = String(String.UnicodeScalarView(word.text.prefix(seam.offset)))
      let rest = String(String.UnicodeScalarView(word.text.dropFirst(seam.offset)))
      guard Lexeme(figure).isValue, let next = rest.unicodeScalars.first else { return false }
      if isDate(figure, before: next) { return false }
      // An opening bracket may be moved to the edge of its cell, its empty half beyond.
      if next == "（" { return figure.contains { ".,".contains($0) } || Lexeme(figure).kind == .dash }
      return seam.right - seam.left > LineLayout.seamGap * word.size
        && (!next.isPartOfNumber || Lexeme(rest).isValue)
    }
  }

  /// 2024 in 2024年, 12 in 12月.
  private static func isDate(_ figure: String, before next: Unicode.Scalar) -> Bool {
    switch next {
    case "年": figure.utf8.count == 4 && (figure.hasPrefix("19") || figure.hasPrefix("20"))
    case "月", "日": figure.utf8.count < 3
    default: false
    }
  }
}
