import PageContent

/// Where a figure ends and the label of the next column begins so close to it that no gap parts them, as an unruled
/// spreadsheet prints them: what begins at the same place in other lines tells the column.
struct TightBorders {
  /// Where words and what follows a figure begin, ascending.
  private let starts: [Double]

  init(_ lines: some Sequence<PrintedLine>) {
    var starts: [Double] = []
    for word in lines.lazy.flatMap(\.words) {
      starts.append(word.box.x0)
      if let seam = Self.seam(in: word) { starts.append(seam.right) }
    }
    self.starts = starts.sorted()
  }

  /// The line with its words cut at such borders, and the indices of the words that begin right of one.
  func parted(_ line: PrintedLine) -> (line: PrintedLine, borders: Set<Int>) {
    var words: [Word] = []
    var borders: Set<Int> = []
    for word in line.words {
      if let last = words.last, word.box.x0 - last.box.x1 < AlignedText.closest * word.size,
        AlignedText.isFigure(String(last.text)), !AlignedText.isFigure(String(word.text)), isStart(word.box.x0)
      {
        borders.insert(words.count)
      }
      if let seam = Self.seam(in: word), isStart(seam.right) {
        words += word.parts(cutAt: [seam])
        borders.insert(words.count - 1)
      } else {
        words.append(word)
      }
    }
    return (PrintedLine(words: words), borders)
  }

  /// Two other lines at least have a text that begins there.
  private func isStart(_ x: Double) -> Bool {
    starts.partitionPoint { $0 > x + 0.7 } - starts.partitionPoint { $0 >= x - 0.7 } > 2
  }

  /// The seam after an amount that a word begins with. 2024 in 2024年 is none.
  private static func seam(in word: Word) -> Word.Seam? {
    guard let seam = word.seams.first(where: { $0.right - $0.left > LineLayout.seamGap * word.size }),
      word.seams.allSatisfy({ $0.offset >= seam.offset })
    else { return nil }
    let figure = String(String.UnicodeScalarView(word.text.prefix(seam.offset)))
    guard AlignedText.isFigure(figure), let next = word.text.dropFirst(seam.offset).first, !next.isPartOfNumber,
      !"年月日".unicodeScalars.contains(next)
    else { return nil }
    return seam
  }
}
