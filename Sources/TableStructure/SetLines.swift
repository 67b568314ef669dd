/// A paragraph's text as the lines that it is set in: cut where a line break or a tab parts what belongs apart.
package enum SetLines {
  package struct Line {
    package var text: String
    /// In scalars of the paragraph.
    package var range: Range<Int>
  }

  package static func lines(of text: String) -> [Line] {
    // Most are one line: all of the cells of a table.
    if !text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }) {
      return SpacedText.isBlank(text) ? [] : [Line(text: text, range: 0..<text.unicodeScalars.count)]
    }
    var lines: [Line] = []
    let scalars = Array(text.unicodeScalars)
    var start = 0
    for end in scalars.indices where scalars[end] == "\n" {
      lines += parts(scalars, start..<end)
      start = end + 1
    }
    return lines + parts(scalars, start..<scalars.count)
  }

  /// Texts that tabs hold apart are apart, but for the number of a page behind an entry of a table of contents.
  private static func parts(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Line] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where scalars[index] == "\t" {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    let filled = parts.filter { part in part.contains { !scalars[$0].properties.isWhitespace } }
    guard filled.count > 1, let last = filled.last else { return [line(scalars, range)].compactMap(\.self) }
    if isPageNumber(scalars[last]), let entry = line(scalars, range.lowerBound..<last.lowerBound) {
      let number = String(String.UnicodeScalarView(scalars[last])).filter { !$0.isWhitespace }
      return [Line(text: SpacedText.line(entry.text) + "……" + number, range: range)]
    }
    // A sentence with tabs in it is one; of several texts on a line each is short.
    if range.count > longestRow { return [line(scalars, range)].compactMap(\.self) }
    return filled.compactMap { line(scalars, $0) }
  }

  private static let longestRow = 160

  private static func isPageNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = scalars.filter { !$0.properties.isWhitespace }
    return (1...4).contains(digits.count) && digits.allSatisfy { ("0"..."9").contains($0) }
  }

  private static func line(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Line? {
    let text = String(String.UnicodeScalarView(scalars[range].map { $0 == "\t" ? " " : $0 }))
    return SpacedText.isBlank(text) ? nil : Line(text: text, range: range)
  }
}
