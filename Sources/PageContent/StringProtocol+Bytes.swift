extension StringProtocol {
  /// Where a literal stands first. Byte by byte: equal texts have equal bytes here, and most texts are long and hold none.
  package func range(of literal: String) -> Range<Index>? {
    guard let offset = offset(of: literal) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: literal.utf8.count)
  }

  /// Whether a literal stands somewhere.
  package func holds(_ literal: String) -> Bool { offset(of: literal) != nil }

  /// Whether it begins with a literal: `hasPrefix` compares characters, which for Chinese means to segment both.
  package func begins(with literal: String) -> Bool {
    compare(literal) { bytes, count in bytes.prefix(count) } ?? utf8.starts(with: literal.utf8)
  }

  /// Whether it ends with a literal.
  package func ends(with literal: String) -> Bool {
    compare(literal) { bytes, count in bytes.suffix(count) } ?? utf8.reversed().starts(with: literal.utf8.reversed())
  }

  private func compare(
    _ literal: String, part: (UnsafeBufferPointer<UInt8>, Int) -> Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool? {
    var literal = literal
    return literal.withUTF8 { expected in
      utf8.withContiguousStorageIfAvailable { bytes in
        bytes.count >= expected.count && part(bytes, expected.count).elementsEqual(expected)
      }
    }
  }

  private func offset(of literal: String) -> Int? {
    var literal = literal
    let found = literal.withUTF8 { needle -> Int?? in
      utf8.withContiguousStorageIfAvailable { hay -> Int? in
        guard let last = needle.last, needle.count <= hay.count else { return nil }
        // The last byte of a character tells more than the first, which most of Chinese shares.
        for end in (needle.count - 1)..<hay.count where hay[end] == last {
          let start = end - needle.count + 1
          if hay[start..<end].elementsEqual(needle.dropLast()) { return start }
        }
        return nil
      }
    }
    if let found { return found }
    // Not native storage: copy once.
    return String(self).offset(of: literal)
  }
}
