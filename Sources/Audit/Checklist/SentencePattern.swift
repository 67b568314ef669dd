/// Words that must stand in a text, and others that must not: A&B&!C. `#` is a digit, ^A begins the text, A$ ends it.
struct SentencePattern: Sendable {
  private let required: [Part]
  private let forbidden: [Part]
  private let isAtStart: Bool
  private let isAtEnd: Bool

  private struct Part: Sendable {
    /// What stands between digits: `#辆` is an empty text and 辆.
    let pieces: [String]
    /// Of its longest piece.
    let pairs: CharacterPairs

    init(_ notation: Substring) {
      pieces = notation.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      pairs = CharacterPairs(pieces.max { $0.utf8.count < $1.utf8.count } ?? "")
    }
  }

  init(_ notation: String) {
    var notation = notation[...]
    isAtStart = notation.first == "^"
    if isAtStart { notation.removeFirst() }
    isAtEnd = notation.last == "$"
    if isAtEnd { notation.removeLast() }
    let parts = notation.split(separator: "&")
    required = parts.filter { $0.first != "!" }.map(Part.init)
    forbidden = parts.filter { $0.first == "!" }.map { Part($0.dropFirst()) }
  }

  /// The words that a quotation of a text that it fits begins with.
  var lead: String { required.lazy.flatMap(\.pieces).first { !$0.isEmpty } ?? "" }

  func matches(_ text: ReportText) -> Bool {
    guard required.allSatisfy({ text.mayHold($0.pairs) }) else { return false }
    if isAtStart, let first = required.first?.pieces.first, !text.words.begins(with: first) { return false }
    if isAtEnd, let last = required.last?.pieces.last, !text.words.ends(with: last) { return false }
    return required.allSatisfy { SentencePattern.holds(text.words, $0) }
      && !forbidden.contains { SentencePattern.holds(text.words, $0) }
  }

  private static func holds(_ text: String, _ part: Part) -> Bool {
    if part.pieces.count == 1 { return text.holds(part.pieces[0]) }
    var text = text
    return text.withUTF8 { bytes in bytes.indices.contains { stands(part.pieces, at: $0, in: bytes) } }
  }

  /// Whether the pieces stand at a place, with one digit between each two.
  private static func stands(_ pieces: [String], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = start
    for (number, piece) in pieces.enumerated() {
      if number > 0 {
        guard index < bytes.count, (0x30...0x39).contains(bytes[index]) else { return false }
        index += 1
      }
      for byte in piece.utf8 {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
      }
    }
    return true
  }
}
