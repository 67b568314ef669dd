import PageContent

extension Paragraph.Run {
  /// The words of a paragraph set from lines, each with its page: the text is theirs, but for spaces between them.
  static func words(of lines: [(line: PrintedLine, page: Int)], in text: String) -> [Paragraph.Run] {
    var runs: [Paragraph.Run] = []
    runs.reserveCapacity(lines.reduce(0) { $0 + $1.line.words.count })
    let utf8 = text.utf8
    var index = utf8.startIndex
    var offset = 0
    for (line, page) in lines {
      for word in line.words {
        if index < utf8.endIndex, utf8[index] == 0x20 {
          utf8.formIndex(after: &index)
          offset += 1
        }
        runs.append(Paragraph.Run(offset: offset, location: .page(page, word.box)))
        let count = String(word.text).utf8.count
        offset += count
        index = utf8.index(index, offsetBy: count, limitedBy: utf8.endIndex) ?? utf8.endIndex
      }
    }
    return runs
  }

  /// The pieces of a source line that became a text whose markup and surplus spaces were left out; none where all of the
  /// line is the text.
  static func pieces(of line: TextLine, _ range: Range<Int>, in text: String) -> [Paragraph.Run] {
    let scalars = text.unicodeScalars
    if scalars.count == range.count { return [] }
    var runs: [Paragraph.Run] = []
    var source = range.lowerBound
    var start = source
    var startOffset = 0
    var offset = 0
    func close(_ end: Int) {
      guard end > start else { return }
      runs.append(Paragraph.Run(offset: startOffset, location: line.location(start..<end)))
    }
    for scalar in scalars {
      var match = source
      while match < range.upperBound, line.scalars[match] != scalar, !(scalar == " " && line.scalars[match].isBlank) {
        match += 1
      }
      // A character that markup spells out is found nowhere: what follows is told from where it should be.
      if match < range.upperBound, match > source {
        close(source)
        start = match
        startOffset = offset
        source = match
      }
      source = min(source + 1, range.upperBound)
      offset += UTF8.width(scalar)
    }
    close(max(source, start + 1))
    return runs
  }
}
