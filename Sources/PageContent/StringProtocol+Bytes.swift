import Glibc

// Inlined where they are called, so that they are made for `String` and `Substring` as such: through the protocol every call
// costs more than the search.
extension StringProtocol {
  /// Where a literal stands first. Byte by byte: equal texts have equal bytes here, and most texts are long and hold none.
  @inlinable package func range(of literal: String) -> Range<Index>? {
    guard let offset = offset(of: literal) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: literal.utf8.count)
  }

  /// Whether a literal stands somewhere.
  @inlinable package func holds(_ literal: String) -> Bool { offset(of: literal) != nil }

  /// Whether it begins with a literal: `hasPrefix` compares characters, which for Chinese means to segment both.
  @inlinable package func begins(with literal: String) -> Bool {
    ByteSearch.withBytes(of: self, and: literal, ByteSearch.begins) ?? utf8.starts(with: literal.utf8)
  }

  /// Whether it ends with a literal.
  @inlinable package func ends(with literal: String) -> Bool {
    ByteSearch.withBytes(of: self, and: literal, ByteSearch.ends)
      ?? utf8.reversed().starts(with: literal.utf8.reversed())
  }

  @inlinable package func offset(of literal: String) -> Int? {
    // What is not native storage is copied once.
    ByteSearch.withBytes(of: self, and: literal, ByteSearch.offset) ?? String(self).offset(of: literal)
  }
}

/// Texts compared as bytes.
@usableFromInline package enum ByteSearch {
  @usableFromInline package typealias Bytes = UnsafeBufferPointer<UInt8>

  /// nil where the text is not native storage.
  @inlinable package static func withBytes<Text: StringProtocol, Answer>(
    of text: Text, and literal: String, _ answer: (Bytes, Bytes) -> Answer
  ) -> Answer? {
    var literal = literal
    return literal.withUTF8 { expected in
      text.utf8.withContiguousStorageIfAvailable { answer($0, expected) }
    }
  }

  @usableFromInline package static func begins(_ bytes: Bytes, _ expected: Bytes) -> Bool {
    guard let start = bytes.baseAddress, let wanted = expected.baseAddress else { return expected.isEmpty }
    return bytes.count >= expected.count && memcmp(start, wanted, expected.count) == 0
  }

  @usableFromInline package static func ends(_ bytes: Bytes, _ expected: Bytes) -> Bool {
    bytes.count >= expected.count && begins(UnsafeBufferPointer(rebasing: bytes.suffix(expected.count)), expected)
  }

  /// Where a text stands first in another; nil for the empty text.
  @usableFromInline package static func offset(_ hay: Bytes, _ needle: Bytes) -> Int? {
    guard let last = needle.last, needle.count <= hay.count, let base = hay.baseAddress,
      let wanted = needle.baseAddress
    else { return nil }
    // The last byte of a character tells more than the first, which most of Chinese shares.
    var end = needle.count - 1
    while end < hay.count, let found = memchr(base + end, Int32(last), hay.count - end) {
      end = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
      let start = end - needle.count + 1
      if memcmp(base + start, wanted, needle.count) == 0 { return start }
      end += 1
    }
    return nil
  }
}
