import PageContent

/// A run of text outside tables.
public struct Paragraph: Sendable, Hashable {
  public var text: String
  public var location: Location
  public var isBold: Bool
  /// Points; 0 for a text.
  public var fontSize: Double
  /// The number of `#` before a Markdown heading, else nil.
  public var headingLevel: Int?
  /// Where its words and lines stand; empty where all of it is one run in its location.
  public var runs: [Run]

  /// A word on a page, or a piece of a line of text: it goes on to where the next one begins.
  public struct Run: Sendable, Hashable {
    /// Where it begins in the paragraph's text, in UTF-8.
    public var offset: Int
    public var location: Location

    public init(offset: Int, location: Location) {
      self.offset = offset
      self.location = location
    }
  }

  public init(
    text: String, location: Location, isBold: Bool = false, fontSize: Double = 0, headingLevel: Int? = nil,
    runs: [Run] = []
  ) {
    self.text = text
    self.location = location
    self.isBold = isBold
    self.fontSize = fontSize
    self.headingLevel = headingLevel
    self.runs = runs
  }
}

extension Paragraph {
  /// Where a part of the text is printed, given by its UTF-8 offsets; of a part over several lines where it begins.
  ///
  /// Within a word the place is told from the widths that characters have in a Chinese font: whole for Chinese, half for
  /// digits.
  public func location(utf8 range: Range<Int>) -> Location {
    if runs.isEmpty { return part(of: Run(offset: 0, location: location), endingAt: text.utf8.count, range) }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].offset <= range.lowerBound { low = middle } else { high = middle }
    }
    var result = part(of: runs[low], endingAt: low + 1 < runs.count ? runs[low + 1].offset : text.utf8.count, range)
    var index = low + 1
    while index < runs.count, runs[index].offset < range.upperBound {
      let end = index + 1 < runs.count ? runs[index + 1].offset : text.utf8.count
      let next = part(of: runs[index], endingAt: end, range)
      // The rest on the next line would make a box of both lines.
      guard Paragraph.isSameLine(result, next) else { break }
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
    default: false
    }
  }

  private func part(of run: Run, endingAt end: Int, _ range: Range<Int>) -> Location {
    var (before, inside, after) = (0.0, 0.0, 0.0)
    var (scalarsBefore, scalarsInside) = (0, 0)
    let utf8 = text.utf8
    var offset = run.offset
    for byte in utf8[utf8.index(utf8.startIndex, offsetBy: run.offset)..<utf8.index(utf8.startIndex, offsetBy: end)] {
      // Only the first byte of a character counts.
      if byte & 0xC0 != 0x80 {
        let width = byte < 0x80 ? 0.5 : 1.0
        if offset < range.lowerBound {
          before += width
          scalarsBefore += 1
        } else if offset < range.upperBound {
          inside += width
          scalarsInside += 1
        } else {
          after += width
        }
      }
      offset += 1
    }
    switch run.location {
    case .page(let page, let box):
      let scale = box.width / max(before + inside + after, 0.5)
      let x0 = box.x0 + before * scale
      return .page(page, Box(x0: x0, y0: box.y0, x1: x0 + inside * scale, y1: box.y1))
    case .line(let line, let columns):
      let first = min(columns.lowerBound + scalarsBefore, columns.upperBound)
      return .line(line, columns: first...max(first, min(first + scalarsInside - 1, columns.upperBound)))
    }
  }
}
