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

  package static func == (a: ExactWording, b: ExactWording) -> Bool {
    a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
