import PageContent

/// Sets lines of text into paragraphs.
struct ParagraphFlow {
  private(set) var paragraphs: [Paragraph] = []
  private var lines: [PrintedLine] = []
  /// The pages of the lines.
  private var pages: [Int] = []
  private var page = 0
  private var firstPage = 0
  /// Where the last printed line begins, which its last segment may be far from.
  private var start = 0.0
  private var baseline = -Double.infinity

  /// The left and right edge of the body text of a page; nil where no line is long enough to tell.
  struct Measure {
    var left: Double
    var right: Double

    init?(_ page: PageLayout) {
      var left = Double.infinity
      var right = -Double.infinity
      for case .line(let line) in page.items where line.box.width > 12 * line.size {
        left = min(left, line.box.x0)
        right = max(right, line.box.x1)
      }
      if left > right { return nil }
      self.left = left
      self.right = right
    }
  }

  /// Adds the next line, on a page with the given measure.
  mutating func add(_ line: PrintedLine, on number: Int, measure: Measure?) {
    let isFurtherSegment = number == page && abs(line.baseline - baseline) < 0.5 * line.size
    defer {
      if !isFurtherSegment { start = line.box.x0 }
      baseline = line.baseline
    }
    if let last = lines.last, continues(last, line, samePage: number == page, measure: measure) {
      lines.append(line)
      pages.append(number)
      page = number
      return
    }
    flush()
    lines = [line]
    pages = [number]
    page = number
    firstPage = number
  }

  /// Ends the open paragraph, and hands over all that were set.
  mutating func finish() -> [Paragraph] {
    flush()
    defer { paragraphs = [] }
    return paragraphs
  }

  private func continues(_ last: PrintedLine, _ line: PrintedLine, samePage: Bool, measure: Measure?) -> Bool {
    guard let measure else { return false }
    let size = min(last.size, line.size)
    // A line set to the right, such as the number above a table, is no beginning of a paragraph.
    guard abs(last.size - line.size) < 0.15 * size, line.box.x0 < measure.left + 1.5 * size,
      start < measure.left + 8 * size,
      last.isBold == line.isBold || last.words.contains(where: \.isBold) == line.words.contains(where: \.isBold),
      !HeadingMark.begins(line.text), last.words.last?.text.last != "表"
    else { return false }
    // The title of a table below a heading is set a little larger than that.
    if let first = lines.first, abs(last.size - line.size) > 0.04 * size,
      HeadingMark.begins(first.text)
    {
      return false
    }
    let isOpen = !endsSentence(last) || endsBracket(last) && beginsWithAmount(line)
    // Margins may differ from page to page: only an unfinished sentence goes on.
    guard samePage else { return last.box.width > 12 * size && isOpen }
    // An unfinished line may end early: some lines hang beyond the margin, and a figure that did not fit is not broken.
    // Below a first line that is indented, a line at the edge goes on: other paragraphs would be indented too.
    let isIndented = lines[0].box.x0 > measure.left + 1.5 * size && line.box.x0 < measure.left + 0.5 * size
    let room = isOpen || isIndented ? 4.5 * size + leadingFigure(of: line) : 2.5 * size
    return last.box.x1 > measure.right - room && line.baseline - last.baseline < 2.8 * size
      && line.baseline > last.baseline
  }

  /// How wide the figure is that a line begins with: digits are half as wide as they are high.
  private func leadingFigure(of line: PrintedLine) -> Double {
    let figure = line.text.unicodeScalars.prefix { $0.isASCIIDigit || ".,%".unicodeScalars.contains($0) }
    return 0.5 * line.size * Double(figure.count)
  }

  private func endsSentence(_ line: PrintedLine) -> Bool {
    guard let last = line.words.last?.text.last else { return true }
    return "。；：！？.;:!?”）)".unicodeScalars.contains(last)
  }

  /// What stands in quotation marks or brackets may end a heading, or go on.
  private func endsBracket(_ line: PrintedLine) -> Bool {
    line.words.last?.text.last.map { "”）)".unicodeScalars.contains($0) } ?? false
  }

  /// No paragraph begins with 16.12万元.
  private func beginsWithAmount(_ line: PrintedLine) -> Bool {
    let text = line.text.unicodeScalars
    let rest = text.drop { $0.isASCIIDigit || ".,".unicodeScalars.contains($0) || $0.isBlank }
    return rest.startIndex > text.startIndex && (rest.starts(with: "万元".unicodeScalars) || rest.first == "元")
  }

  private mutating func flush() {
    guard let first = lines.first else { return }
    let onFirstPage = firstPage == page ? lines[...] : lines.prefix(1)
    let box = onFirstPage.dropFirst().reduce(first.box) { $0.union($1.box) }
    let text = TextJoin.joined(lines.map(\.text))
    // The words of a single one stand where it does.
    let isOneWord = lines.count == 1 && first.words.count == 1
    paragraphs.append(
      Paragraph(
        text: text, location: .page(firstPage, box), isBold: lines.allSatisfy(\.isBold), fontSize: first.size,
        runs: isOneWord ? [] : Paragraph.Run.words(of: Array(zip(lines, pages)), in: text)))
    lines = []
  }
}
