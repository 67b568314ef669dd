/// A plain text or Markdown file: bytes to lines.
public enum TextFile {
  /// Decodes a text whose encoding its content tells.
  ///
  /// Lines end at `\n`, `\r\n`, `\r`, U+2028 and U+2029. A form feed inside a line ends it too; one at the start of a
  /// line, where `pdftotext` marks a new page, stays as the line's first character, so that line numbers and columns
  /// are those an editor shows.
  /// - Throws: `InputError.empty`, `.notText`, or `.otherFormat` where the bytes are a known other format.
  public static func decode(
    _ bytes: [UInt8]
  ) throws(InputError) -> (lines: [SourceLine], encoding: TextEncoding, mediaType: String) {
    guard !bytes.isEmpty else { throw InputError.empty }
    if let format = FileSignature(bytes) { throw InputError.otherFormat(format.name) }
    let (text, encoding) = try TextEncoding.decode(bytes)
    guard !text.isEmpty else { throw InputError.empty }
    if FileSignature.isWebPage(text) { throw InputError.otherFormat("an HTML page") }
    let lines = lines(of: text)
    return (lines, encoding, lines.contains { isMarkdown($0.text) } ? "text/markdown" : "text/plain")
  }

  /// The lines of a text, without an empty last one after the last line end.
  static func lines(of text: String) -> [SourceLine] {
    var text = text
    return text.withUTF8 { utf8 in
      var lines: [SourceLine] = []
      var start = 0
      var index = 0
      func end(at index: Int) {
        let line = UnsafeBufferPointer(rebasing: utf8[start..<index])
        lines.append(SourceLine(number: lines.count + 1, text: withoutRadicals(line)))
      }
      while index < utf8.count {
        let length = lineEndLength(utf8, at: index, lineStart: start)
        if length > 0 {
          end(at: index)
          start = index + length
        }
        index += max(length, 1)
      }
      if start < utf8.count, !(utf8.count - start == 1 && utf8[start] == 0x0C) { end(at: utf8.count) }
      return lines
    }
  }

  /// A line's text, with the ideographs that text copied from a PDF may hold radicals for; the columns stay the same.
  private static func withoutRadicals(_ line: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: line, as: UTF8.self)
    // The radicals' blocks are U+2E80 to U+2FDF.
    let mayHoldRadicals = zip(line, line.dropFirst()).contains { $0 == 0xE2 && (0xBA...0xBF).contains($1) }
    guard mayHoldRadicals else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(\.withoutRadical)))
  }

  private static func lineEndLength(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int, lineStart: Int) -> Int {
    switch utf8[index] {
    case 0x0A: 1
    case 0x0D: index + 1 < utf8.count && utf8[index + 1] == 0x0A ? 2 : 1
    case 0x0C: index > lineStart ? 1 : 0
    case 0xE2: index + 2 < utf8.count && utf8[index + 1] == 0x80 && utf8[index + 2] | 1 == 0xA9 ? 3 : 0
    default: 0
    }
  }

  /// Whether a line can only be Markdown: an ATX heading, bold text, or a row of a pipe table.
  private static func isMarkdown(_ line: String) -> Bool {
    let bytes = line.utf8.drop { $0 == 0x20 }
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "#") {
      let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
      return level <= 6 && bytes.dropFirst(level).first == 0x20
    }
    if first == UInt8(ascii: "|") { return bytes.dropFirst().contains(UInt8(ascii: "|")) }
    var previous: UInt8 = 0
    var beforePrevious: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "*"), previous == byte { return true }
      if byte == UInt8(ascii: ">"), previous == UInt8(ascii: "b"), beforePrevious == UInt8(ascii: "<") { return true }
      beforePrevious = previous
      previous = byte
    }
    return false
  }
}
