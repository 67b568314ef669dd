/// The values of a JSON text, as places in its bytes: nothing is copied out of it before it is asked for.
final class JSONTree: Sendable {
  /// A value, or the name of a member, which stands before the member's value.
  struct Node: Sendable {
    enum Kind: Sendable {
      case null, `false`, `true`, number, array, object
      /// Its UTF-8 is as it stands in the text.
      case string
      /// Its text stands in `escaped`.
      case escapedString
    }

    var kind: Kind
    /// Where a number or string begins in the bytes; the place of an escaped one in `escaped`.
    var start = 0 as UInt32
    /// The bytes of a number or string; the elements or members of an array or object.
    var count = 0 as UInt32
    /// The first node that is no part of it.
    var next = 0 as UInt32
  }

  /// Valid UTF-8.
  let bytes: [UInt8]
  /// In the order of the text.
  let nodes: [Node]
  let escaped: [String]

  init(bytes: [UInt8], nodes: [Node], escaped: [String]) {
    self.bytes = bytes
    self.nodes = nodes
    self.escaped = escaped
  }

  /// The UTF-8 of a number or a string, read by the body.
  func withText<Result>(_ node: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if nodes[node].kind == .escapedString {
      var text = escaped[Int(nodes[node].start)]
      return text.withUTF8(body)
    }
    let (start, count) = (Int(nodes[node].start), Int(nodes[node].count))
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<start + count])) }
  }

  /// Whether a string is the given one.
  func isText(_ node: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if nodes[node].kind == .string, Int(nodes[node].count) != text.count { return false }
    return withText(node) { $0.elementsEqual(text) }
  }

  func text(_ node: Int) -> String {
    if nodes[node].kind == .escapedString { return escaped[Int(nodes[node].start)] }
    return withText(node) { text in
      String(unsafeUninitializedCapacity: text.count) { buffer in
        _ = buffer.initialize(fromContentsOf: text)
        return text.count
      }
    }
  }
}
