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

  private struct Origin {
    var paragraph: Int32
    var offset: Int32
  }

  var isEmpty: Bool { text.isEmpty }

  /// Adds a paragraph, from an offset of its UTF-8 on.
  mutating func append(_ paragraph: Paragraph, index: Int, from start: Int = 0) {
    if text.isEmpty { firstParagraph = index }
    var offset = 0
    var isAfterSpace = false
    for scalar in paragraph.text.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      guard offset >= start else { continue }
      var normalised = scalar
      switch scalar.value {
      case 0x22, 0x27, 0x60, 0x2018...0x201F, 0x300A, 0x300B, 0x300C...0x300F, 0xFF02, 0xFF07: continue
      case 0xFF0C: break
      case 0xFF01...0xFF5E: normalised = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x3014, 0x3010: normalised = "["
      case 0x3015, 0x3011: normalised = "]"
      case 0x2212: normalised = "-"
      default:
        if scalar.isLayoutSpace {
          isAfterSpace = true
          continue
        }
      }
      // Digits held apart are two numbers.
      if isAfterSpace, normalised.isASCIIDigit, let last = text.last, last.isASCIIDigit { add(" ", index, offset) }
      isAfterSpace = false
      add(normalised, index, offset)
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ paragraph: Int, _ offset: Int) {
    text.append(scalar)
    origins.append(Origin(paragraph: Int32(truncatingIfNeeded: paragraph), offset: Int32(truncatingIfNeeded: offset)))
  }

  /// The words as printed, without layout spaces, with the quotation marks among and around them.
  func printed(_ range: Range<Int>, in paragraphs: [Paragraph]) -> String {
    var result = String.UnicodeScalarView()
    var start = range.lowerBound
    while start < range.upperBound {
      let paragraph = Int(origins[start].paragraph)
      var end = start + 1
      while end < range.upperBound, origins[end].paragraph == origins[start].paragraph { end += 1 }
      let scalars = paragraphs[paragraph].text.unicodeScalars
      var first = scalars.utf8Index(Int(origins[start].offset))
      var last = scalars.index(after: scalars.utf8Index(Int(origins[end - 1].offset)))
      while first > scalars.startIndex, scalars[scalars.index(before: first)].opensQuotation {
        first = scalars.index(before: first)
      }
      while last < scalars.endIndex, scalars[last].closesQuotation { last = scalars.index(after: last) }
      for scalar in scalars[first..<last] where !scalar.isLayoutSpace { result.append(scalar) }
      start = end
    }
    return String(result)
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
    let scalars = paragraph.text.unicodeScalars
    let width = UTF8.width(scalars[scalars.utf8Index(Int(origins[last].offset))])
    return paragraph.location(utf8: Int(origin.offset)..<Int(origins[last].offset) + width)
  }
}

extension String.UnicodeScalarView {
  fileprivate func utf8Index(_ offset: Int) -> Index { String(self).utf8.index(startIndex, offsetBy: offset) }
}

extension Unicode.Scalar {
  fileprivate var opensQuotation: Bool { "“‘「『《".unicodeScalars.contains(self) }
  fileprivate var closesQuotation: Bool { "”’」』》".unicodeScalars.contains(self) }
}
