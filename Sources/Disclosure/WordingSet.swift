import PageContent

/// Wordings to be looked up. They are compared byte by byte, for all are normalised alike: `Set<String>` would normalise
/// each once more, as Unicode has it, whenever it hashes or compares one.
struct WordingSet: Sendable {
  private var wordings: Set<ExactWording> = []

  mutating func formUnion(_ added: some Sequence<String>) {
    for wording in added { wordings.insert(ExactWording(wording)) }
  }

  /// In no order.
  var texts: some Sequence<String> { wordings.lazy.map(\.text) }

  func contains(_ wording: String) -> Bool { wordings.contains(ExactWording(wording)) }
}

/// A text that equals none that is written with other bytes.
package struct ExactWording: Sendable, Hashable {
  package var text: String

  package init(_ text: String) { self.text = text }

  package static func == (a: ExactWording, b: ExactWording) -> Bool { a.text.isWritten(as: b.text) }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension StringProtocol {
  /// Whether it has the bytes of another text. `==` looks at most unequal texts a second time, as Unicode has it: another
  /// order of marks may make the same text.
  func isWritten(as other: String) -> Bool { utf8.count == other.utf8.count && begins(with: other) }
}

extension Sequence<String> {
  /// Whether one of them has the bytes of a text.
  func holdsWording(_ text: String) -> Bool { contains { $0.isWritten(as: text) } }
}
