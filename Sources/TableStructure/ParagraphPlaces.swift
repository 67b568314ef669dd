import PageContent

/// Where the parts of a paragraph are printed. Long runs are measured once, so that a part costs the same wherever it
/// stands in them.
public struct ParagraphPlaces: Sendable {
  private let paragraph: Paragraph
  /// What stands before every so many bytes of the text; empty where it is short, or all its runs are.
  private let marks: [Count]

  private struct Count {
    var narrow = 0
    var wide = 0

    /// Only the first byte of a character counts.
    mutating func add(_ byte: UInt8) {
      if byte < 0x80 { narrow += 1 } else if byte & 0xC0 != 0x80 { wide += 1 }
    }

    var scalars: Int { narrow + wide }
    /// As characters have it in a Chinese font: whole for Chinese, half for digits.
    var width: Double { 0.5 * Double(narrow) + Double(wide) }
  }

  private static let step = 512

  public init(_ paragraph: Paragraph) {
    self.paragraph = paragraph
    let length = paragraph.text.utf8.count
    guard length > (paragraph.runs.count + 2) * ParagraphPlaces.step else {
      marks = []
      return
    }
    var marks: [Count] = []
    marks.reserveCapacity(length / ParagraphPlaces.step + 1)
    var count = Count()
    for (offset, byte) in paragraph.text.utf8.enumerated() {
      if offset % ParagraphPlaces.step == 0 { marks.append(count) }
      count.add(byte)
    }
    self.marks = marks
  }

  /// Where a part of the text is printed, given by its UTF-8 offsets; of a part over several lines where it begins.
  public func location(utf8 range: Range<Int>) -> Location {
    let (runs, length) = (paragraph.runs, paragraph.text.utf8.count)
    if runs.isEmpty {
      return part(of: Paragraph.Run(offset: 0, location: paragraph.location), endingAt: length, range)
    }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].offset <= range.lowerBound { low = middle } else { high = middle }
    }
    var result = part(of: runs[low], endingAt: low + 1 < runs.count ? runs[low + 1].offset : length, range)
    var index = low + 1
    while index < runs.count, runs[index].offset < range.upperBound {
      let end = index + 1 < runs.count ? runs[index + 1].offset : length
      let next = part(of: runs[index], endingAt: end, range)
      // The rest on the next line would make a box of both lines.
      guard ParagraphPlaces.isSameLine(result, next) else { break }
      result = result.union(next)
      index += 1
    }
    return result
  }

  private static func isSameLine(_ a: Location, _ b: Location) -> Bool {
    switch (a, b) {
    case (.page(let page, let left), .page(let other, let right)):
      page == other && min(left.y1, right.y1) - max(left.y0, right.y0) > 0.5 * min(left.height, right.height)
    case (.line(let line, _), .line(let other, _)): line == other
    case (.part(let part), .part(let other)): part.part == other.part && part.block == other.block
    case (.element(let element), .element(let other)): element.block == other.block
    default: false
    }
  }

  /// Within a word the place is told from the widths of its characters.
  private func part(of run: Paragraph.Run, endingAt end: Int, _ range: Range<Int>) -> Location {
    let first = min(max(range.lowerBound, run.offset), end)
    let last = min(max(range.upperBound, first), end)
    let before = count(run.offset..<first)
    let inside = count(first..<last)
    switch run.location {
    case .page(let page, let box):
      let ems = before.width + inside.width + count(last..<end).width
      // Where a text runs up or down the page, a part of it is not told from its box.
      if ems >= 2, box.height > box.width { return run.location }
      let scale = box.width / max(ems, 0.5)
      let x0 = box.x0 + before.width * scale
      return .page(page, Box(x0: x0, y0: box.y0, x1: x0 + inside.width * scale, y1: box.y1))
    case .line(let line, let columns):
      let first = min(columns.lowerBound + before.scalars, columns.upperBound)
      return .line(line, columns: first...max(first, min(first + inside.scalars - 1, columns.upperBound)))
    case .part, .element:
      guard let columns = run.location.characters else { return run.location }
      let first = min(columns.lowerBound + before.scalars, columns.upperBound)
      return run.location.characters(first...max(first, min(first + inside.scalars - 1, columns.upperBound)))
    case .sheet: return run.location
    }
  }

  private func count(_ range: Range<Int>) -> Count {
    if marks.isEmpty || range.count < ParagraphPlaces.step { return counted(range, from: Count()) }
    let (start, end) = (count(upTo: range.lowerBound), count(upTo: range.upperBound))
    return Count(narrow: end.narrow - start.narrow, wide: end.wide - start.wide)
  }

  private func count(upTo end: Int) -> Count {
    let mark = min(end / ParagraphPlaces.step, marks.count - 1)
    return counted(mark * ParagraphPlaces.step..<end, from: marks[mark])
  }

  private func counted(_ range: Range<Int>, from count: Count) -> Count {
    let utf8 = paragraph.text.utf8
    var count = count
    for byte in utf8[
      utf8.index(utf8.startIndex, offsetBy: range.lowerBound)..<utf8.index(utf8.startIndex, offsetBy: range.upperBound)]
    {
      count.add(byte)
    }
    return count
  }
}
