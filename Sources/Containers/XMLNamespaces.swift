import Glibc

/// Which prefixes mean which vocabulary, at one place of a document.
///
/// expat could tell the namespaces, but writes them out for every element and hashes them for every attribute: with the
/// styles of a Word document that takes as long as all the rest of reading it.
struct XMLNamespaces {
  private struct Binding {
    /// Without the colon; empty for names without a prefix.
    var prefix: [CChar]
    var vocabulary: XMLName.Vocabulary
    /// Of the element that makes it.
    var depth: Int
  }

  /// The innermost last.
  private var bindings = [
    Binding(prefix: [], vocabulary: .other, depth: 0),
    Binding(prefix: Array("xml".utf8CString.dropLast()), vocabulary: .other, depth: 0),
  ]

  /// Takes what an element declares.
  mutating func open(_ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?, depth: Int) {
    guard let attributes else { return }
    var index = 0
    while let key = attributes[index], let value = attributes[index + 1] {
      if XMLNamespaces.isDeclaration(key) {
        let end = XMLNamespaces.declarationCount
        let start = key[end] == 0 ? end : end + 1
        bindings.append(
          Binding(
            prefix: Array(UnsafeBufferPointer(start: key + start, count: strlen(key + start))),
            vocabulary: XMLNamespaces.vocabulary(of: UnsafeBufferPointer(start: value, count: strlen(value))),
            depth: depth))
      }
      index += 2
    }
  }

  /// Forgets what the element that ends has declared.
  mutating func close(depth: Int) { while let last = bindings.last, last.depth >= depth { bindings.removeLast() } }

  /// nil for a prefix that nothing declares.
  func vocabulary(of prefix: UnsafeBufferPointer<CChar>) -> XMLName.Vocabulary? {
    bindings.last { $0.prefix.count == prefix.count && $0.prefix.elementsEqual(prefix) }?.vocabulary
  }

  /// Whether an attribute is `xmlns` or `xmlns:w`.
  static func isDeclaration(_ key: UnsafePointer<CChar>) -> Bool {
    guard strncmp(key, declaration, declarationCount) == 0 else { return false }
    return key[declarationCount] == 0 || key[declarationCount] == XMLName.colon
  }

  private static let declaration = "xmlns"
  private static let declarationCount = 5

  private static func vocabulary(of namespace: UnsafeBufferPointer<CChar>) -> XMLName.Vocabulary {
    // The namespaces end in their kind: …/wordprocessingml/2006/main, …/wordprocessingml/main.
    let text = namespace.lazy.map { UInt8(bitPattern: $0) }
    for (suffix, vocabulary) in suffixes where text.count >= suffix.count {
      if text.suffix(suffix.count).elementsEqual(suffix) { return vocabulary }
    }
    return .other
  }

  private static let suffixes: [([UInt8], XMLName.Vocabulary)] = [
    (Array("/wordprocessingml/2006/main".utf8), .word), (Array("/spreadsheetml/2006/main".utf8), .sheet),
    (Array("/wordprocessingml/main".utf8), .word), (Array("/spreadsheetml/main".utf8), .sheet),
    (Array("/markup-compatibility/2006".utf8), .compatibility), (Array(":office:spreadsheet".utf8), .sheet2003),
  ]
}
