/// Wordings to be looked up. They are compared byte by byte, for all are normalised alike: `Set<String>` would normalise
/// each once more, as Unicode has it, whenever it hashes or compares one.
struct WordingSet: Sendable {
  private var wordings: Set<ExactWording> = []

  mutating func formUnion(_ added: some Sequence<String>) {
    for wording in added { wordings.insert(ExactWording(text: wording)) }
  }

  /// In no order.
  var texts: some Sequence<String> { wordings.lazy.map(\.text) }

  func contains(_ wording: String) -> Bool { wordings.contains(ExactWording(text: wording)) }
}

/// A text that is itself only.
struct ExactWording: Sendable, Hashable {
  var text: String

  static func == (a: ExactWording, b: ExactWording) -> Bool {
    a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
