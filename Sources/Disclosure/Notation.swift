/// A piece of a catalogue's notation. Byte by byte, as every run of the command reads the catalogues.
typealias Notation = Slice<UnsafeBufferPointer<UInt8>>

extension UnsafeBufferPointer<UInt8> {
  /// The statements: the lines that are neither empty nor a comment.
  var statements: some Sequence<Notation> {
    split(separator: UInt8(ascii: "\n")).lazy.map(\.trimmed).filter { line in
      line.first.map { $0 != UInt8(ascii: "#") } ?? false
    }
  }
}

extension Notation {
  var text: String { String(decoding: UnsafeBufferPointer(rebasing: self), as: UTF8.self) }

  var trimmed: Notation {
    var rest = self
    while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    return rest
  }

  /// What stands between blanks.
  var words: [Notation] { split(separator: UInt8(ascii: " ")) }

  /// What stands between bars.
  var alternatives: [Notation] { split(separator: UInt8(ascii: "|")).map(\.trimmed) }

  var texts: [String] { alternatives.map(\.text) }

  /// What stands before and after the first of a character; nil without it.
  func halves(at character: Unicode.Scalar) -> (Notation, Notation)? {
    firstIndex(of: UInt8(ascii: character)).map { (self[..<$0].trimmed, self[($0 + 1)...].trimmed) }
  }

  /// What stands before and after ` = `.
  var assignment: (Notation, Notation)? {
    var index = startIndex
    while let equals = self[index...].firstIndex(of: UInt8(ascii: "=")) {
      if equals > startIndex, self[equals - 1] == UInt8(ascii: " ") {
        return (self[..<equals].trimmed, self[(equals + 1)...].trimmed)
      }
      index = equals + 1
    }
    return nil
  }

  static func == (notation: Notation, word: StaticString) -> Bool {
    notation.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }
}
