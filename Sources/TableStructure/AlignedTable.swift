import PageContent

/// Tables whose columns runs of spaces hold apart, as `pdftotext -layout` prints them.
enum AlignedTable {
  enum Outcome {
    case table(Table)
    /// The lines look like a table, and their columns cannot be told surely: they are better read as lines.
    case unsure
    /// Nothing up to the end looks like a table.
    case otherText
  }

  /// Reads the table that begins at a line; `end` is past the last line it is about.
  ///
  /// It takes three lines with gaps and two rows of figures, or a title or caption above it; blank lines may stand
  /// between rows. A caption, a sentence, a heading or a new page ends it.
  static func read(
    _ lines: [TextLine], from start: Int, isFurniture: [Bool]
  ) -> (outcome: Outcome, end: Int) {
    guard isGapped(lines[start]) || opensHeader(lines, start), !isCaption(lines[start]) else {
      return (.otherText, start + 1)
    }
    var rows: [Int] = []
    var gapped = 0
    var next = start
    var blanks = 0
    while next < lines.count, rows.count < mostRows {
      let line = lines[next]
      if isFurniture[next] || (next > start && line.startsPage) || line.hasTab || line.hasPipe { break }
      if line.isBlank {
        blanks += 1
        // A hole this tall parts tables.
        if blanks > 3 { break }
      } else {
        guard canBeRow(line), next == start || !isTitle(line) else { break }
        blanks = 0
        rows.append(next)
        gapped += isGapped(line) ? 1 : 0
      }
      next += 1
    }
    // What follows the last row with a gap is a label without figures or a wrapped word if it stands right below it;
    // below a blank line it is other text.
    if let last = rows.lastIndex(where: { isGapped(lines[$0]) }) {
      let rest = rows[(last + 1)...].enumerated().prefix { $0.element == rows[last] + $0.offset + 1 }.count
      rows.removeSubrange((last + 1 + (rest <= mostLabels ? rest : 0))...)
    }
    let isTitled = isTitled(lines, start)
    guard gapped >= (isTitled ? 1 : 3), let last = rows.last else { return (.otherText, next) }
    let table = rows.map { lines[$0] }
    let words = table.map { PlacedWord.words(of: $0, pitch: .characters) }
    guard holdsFigures(words) || isTitled && holdsHeader(words) else { return (.otherText, next) }
    // In the wrong pitch figures do not stand under each other, nor under their heads.
    let pitches = PlacedWord.Pitch.allCases.map { pitch in
      let words = pitch == .characters ? words : table.map { PlacedWord.words(of: $0, pitch: pitch) }
      return (pitch: pitch, words: words, alignment: alignment(words))
    }
    let most = pitches.map(\.alignment).max() ?? 0
    let likely = pitches.filter { $0.alignment >= most - max(2, most / 10) }
    let best = likely.compactMap { FixedPitchTable(table, $0.words, isExact: $0.pitch != .characters) }
      .min { $0.cost < $1.cost }
    return (best.map { .table($0.table) } ?? .unsure, last + 1)
  }

  /// A title or the caption with the unit stands above, with a blank line between at most.
  static func isTitled(_ lines: [TextLine], _ start: Int) -> Bool {
    guard let above = lines[max(0, start - 3)..<start].last(where: { !$0.isBlank }) else { return false }
    return isCaption(above) || isTitle(above)
  }

  /// The first lines of a header may hold one word each, set over all that stands below.
  private static func opensHeader(_ lines: [TextLine], _ start: Int) -> Bool {
    guard isTitled(lines, start) else { return false }
    for line in lines[start...].prefix(4) {
      if isGapped(line) { return !isCaption(line) }
      guard line.content.lowerBound >= 4, !line.isBlank, canBeRow(line), !isTitle(line) else { return false }
    }
    return false
  }

  /// 收入决算表, 《收入决算表》, 收入决算表（表 2）（单位：元）.
  static func isTitle(_ line: TextLine) -> Bool {
    guard !isGapped(line) else { return false }
    var title = line.text
    while let last = title.last, last.isBlank || "》）)".unicodeScalars.contains(last) {
      let open = last == "）" || last == ")" ? title.lastIndex { $0 == "（" || $0 == "(" } : nil
      title = title[..<(open ?? title.endIndex - 1)]
    }
    return title.last == "表"
  }

  /// Words side by side in several lines, as in a header whose table is empty, or 合计 below some.
  private static func holdsHeader(_ words: [[PlacedWord]]) -> Bool {
    (words.count { $0.count > 1 } >= 2 || words.contains { $0.count > 2 }
      || words.contains { $0.count > 1 } && words.contains { $0.count == 1 && $0[0].isTotal }) && !isContents(words)
  }

  /// How many figures begin or end where another does; column numbers are centred over theirs.
  private static func alignment(_ rows: [[PlacedWord]]) -> Int {
    let figures = rows.filter { !AlignedRows.holdsColumnNumbers($0) }.joined().filter(\.isValue)
    var starts: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    for figure in figures {
      starts[figure.columns.lowerBound, default: 0] += 1
      ends[figure.columns.upperBound, default: 0] += 1
    }
    return figures.count {
      starts[$0.columns.lowerBound, default: 0] > 1 || ends[$0.columns.upperBound, default: 0] > 1
    }
  }

  /// Far beyond any page, so that a hostile text costs no more than a long one.
  private static let mostRows = 1000
  private static let longestRow = 1200
  /// More labels without figures at the end of a table than these are other text.
  private static let mostLabels = 3

  static func isGapped(_ line: TextLine) -> Bool {
    guard !line.hasTab, !line.hasPipe else { return false }
    var blanks = 0
    for scalar in line.text {
      blanks = scalar.isBlank ? blanks + 1 : 0
      if blanks >= 2 { return true }
    }
    return false
  }

  /// Even a sentence may stand in a cell, where others are held apart from it like this.
  private static func isWideGapped(_ line: TextLine) -> Bool {
    var blanks = 0
    for scalar in line.text {
      blanks = scalar.isBlank ? blanks + 1 : 0
      if blanks >= 3 { return true }
    }
    return false
  }

  /// The line above a table that names the department and the unit.
  static func isCaption(_ line: TextLine) -> Bool {
    // Most lines are told by their letters: what is asked of every line must not cost what markup does.
    guard line.text.contains(where: { "：:编&".unicodeScalars.contains($0) }) else { return false }
    let text = InlineMarkup.spaced(line.text, joiningChinese: true).unicodeScalars
    return ["单位：", "单位:", "编制部门", "部门：", "部门:"].contains { mark in
      text.indices.contains { text[$0...].starts(with: mark.unicodeScalars) }
    }
  }

  /// A row, or a wrapped part of one; sentences, captions and lines with dot leaders are not.
  private static func canBeRow(_ line: TextLine) -> Bool {
    if line.heading != nil || line.content.count > longestRow || isCaption(line) { return false }
    var dots = 0
    for scalar in line.text {
      if "。；".unicodeScalars.contains(scalar), !isWideGapped(line) { return false }
      dots = ".…·．".unicodeScalars.contains(scalar) ? dots + 1 : 0
      if dots >= 3 { return false }
    }
    return isGapped(line) || (line.content.count <= 24 && !line.starts(with: "注") && !line.starts(with: "说明"))
  }

  private static func holdsFigures(_ words: [[PlacedWord]]) -> Bool {
    words.count { row in row.count > 1 && row.contains(where: \.isValue) } >= 2 && !isContents(words)
  }

  /// A table of contents: titles with page numbers that never fall, and nothing else.
  private static func isContents(_ words: [[PlacedWord]]) -> Bool {
    var page = 0
    for row in words {
      guard row.count == 2, !row[0].isValue, let number = row[1].integer, number >= page, number < 1000 else {
        return false
      }
      page = number
    }
    return true
  }
}
