import PageContent
import TableStructure

/// Text that is read as a whole: a paragraph, or several that line or page ends cut one sentence into.
///
/// Its characters are freed of what printings differ in: no white space or quotation marks, ASCII for full-width forms
/// but for the comma, which may stand within a number.
struct Passage {
  private(set) var text: [Unicode.Scalar] = []
  /// Where each character stands: the paragraph and the offset in its UTF-8.
  private var origins: [Origin] = []
  private(set) var firstParagraph = 0
  /// Those of the paragraphs that it is made of, which follow each other.
  private var places: [ParagraphPlaces] = []

  private struct Origin {
    var paragraph: Int32
    var offset: Int32
  }

  var isEmpty: Bool { text.isEmpty }

  /// Adds a paragraph, from an offset of its UTF-8 on.
  mutating func append(_ paragraph: Paragraph, index: Int, from start: Int = 0) {
    if text.isEmpty {
      firstParagraph = index
      places = []
    }
    if places.count == index - firstParagraph { places.append(ParagraphPlaces(paragraph)) }
    text.reserveCapacity(text.count + paragraph.text.utf8.count / 3)
    origins.reserveCapacity(text.capacity)
    var offset = 0
    var isAfterSpace = false
    for scalar in paragraph.text.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      guard offset >= start else { continue }
      guard let normalised = Passage.normalised(scalar) else {
        if scalar.isLayoutSpace { isAfterSpace = true }
        continue
      }
      // Digits held apart are two numbers.
      if isAfterSpace, normalised.isASCIIDigit, let last = text.last, last.isASCIIDigit { add(" ", index, offset) }
      isAfterSpace = false
      add(normalised, index, offset)
    }
  }

  private static func normalised(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "，": scalar
    case "−": "-"
    default: scalar.normalised
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ paragraph: Int, _ offset: Int) {
    text.append(scalar)
    origins.append(Origin(paragraph: Int32(truncatingIfNeeded: paragraph), offset: Int32(truncatingIfNeeded: offset)))
  }

  /// The words as printed, without layout spaces, with the quotation marks among and around them.
  func printed(_ range: Range<Int>, in paragraphs: [Paragraph]) -> String {
    var result = ""
    var start = range.lowerBound
    while start < range.upperBound {
      let paragraph = Int(origins[start].paragraph)
      var end = start + 1
      while end < range.upperBound, origins[end].paragraph == origins[start].paragraph { end += 1 }
      let text = paragraphs[paragraph].text
      let scalars = text.unicodeScalars
      var first = text.utf8.index(text.startIndex, offsetBy: Int(origins[start].offset))
      var last = scalars.index(
        after: text.utf8.index(first, offsetBy: Int(origins[end - 1].offset - origins[start].offset)))
      while first > scalars.startIndex, scalars[scalars.index(before: first)].opensQuotation {
        first = scalars.index(before: first)
      }
      while last < scalars.endIndex, scalars[last].closesQuotation { last = scalars.index(after: last) }
      result += TextJoin.squashed(String(text[first..<last]))
      start = end
    }
    return result
  }

  /// Where a character begins in the UTF-8 of its paragraph; nil past the last one.
  func offset(_ index: Int) -> Int? { origins.indices.contains(index) ? Int(origins[index].offset) : nil }

  func paragraph(_ index: Int) -> Int { Int(origins[index].paragraph) }

  /// Where a part stands; of one that goes on in another paragraph where it begins.
  func location(_ range: Range<Int>, in paragraphs: [Paragraph]) -> Location {
    let origin = origins[range.lowerBound]
    let paragraph = paragraphs[Int(origin.paragraph)]
    var last = range.upperBound - 1
    while origins[last].paragraph != origin.paragraph { last -= 1 }
    let text = paragraph.text
    let width = UTF8.width(text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: Int(origins[last].offset))])
    let range = Int(origin.offset)..<Int(origins[last].offset) + width
    let own = Int(origin.paragraph) - firstParagraph
    return places.indices.contains(own) ? places[own].location(utf8: range) : paragraph.location(utf8: range)
  }
}

extension Unicode.Scalar {
  fileprivate var opensQuotation: Bool {
    switch self {
    case "“", "‘", "「", "『", "《": true
    default: false
    }
  }

  fileprivate var closesQuotation: Bool {
    switch self {
    case "”", "’", "」", "』", "》": true
    default: false
    }
  }
}
