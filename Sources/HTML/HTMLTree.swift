/// A parsed web page: its elements and texts in their order, each with where what it holds ends.
package struct HTMLTree: Sendable {
  struct Node: Sendable {
    /// In lower case; empty for a text.
    var name: String
    var parent: Int32
    /// The first node behind it and all that it holds.
    var end: Int32
    /// Of an element its attributes, of a text its bytes.
    var range: Range<Int32>

    var isText: Bool { name.isEmpty }
  }

  private(set) var nodes: [Node] = []
  private var attributes: [(name: String, value: String)] = []
  private var bytes: [UInt8] = []
  private var open: [Int32] = []
  private(set) var isTooDeep = false

  /// No page of people nests so deep.
  static let deepest = 256

  // MARK: Making

  mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    if open.count >= HTMLTree.deepest { isTooDeep = true }
    let first = Int32(self.attributes.count)
    self.attributes += attributes
    let index = Int32(nodes.count)
    nodes.append(
      Node(name: name, parent: open.last ?? -1, end: index + 1, range: first..<Int32(self.attributes.count)))
    open.append(index)
  }

  mutating func end() {
    if let index = open.popLast() { nodes[Int(index)].end = Int32(nodes.count) }
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
    let first = Int32(bytes.count)
    bytes += piece
    let index = Int32(nodes.count)
    nodes.append(Node(name: "", parent: open.last ?? -1, end: index + 1, range: first..<Int32(bytes.count)))
  }

  // MARK: Reading

  func name(_ index: Int) -> String { nodes[index].name }

  func attribute(_ name: String, of index: Int) -> String? {
    let node = nodes[index]
    if node.isText { return nil }
    for place in node.range where attributes[Int(place)].name == name { return attributes[Int(place)].value }
    return nil
  }

  func text(_ index: Int) -> String {
    let range = nodes[index].range
    return String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// The bytes of a text, in UTF-8.
  func textBytes(_ index: Int) -> ArraySlice<UInt8> {
    let range = nodes[index].range
    return bytes[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  func parent(_ index: Int) -> Int? {
    let parent = nodes[index].parent
    return parent < 0 ? nil : Int(parent)
  }

  /// All that an element holds, at whatever depth.
  func descendants(_ index: Int) -> Range<Int> { index + 1..<Int(nodes[index].end) }

  func children(_ index: Int) -> Children { Children(tree: self, index: index + 1, end: Int(nodes[index].end)) }

  struct Children: Sequence, IteratorProtocol {
    let tree: HTMLTree
    var index: Int
    let end: Int

    mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = Int(tree.nodes[index].end) }
      return index
    }
  }

  /// The first element of a name.
  func first(_ name: String) -> Int? { nodes.firstIndex { $0.name == name } }
}
