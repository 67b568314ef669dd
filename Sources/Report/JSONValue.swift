import PageContent

/// JSON as read. A number keeps its literal, so that no digit of an amount is lost; members keep their order.
package struct JSONValue: Sendable {
  let tree: JSONTree
  let node: Int

  /// A value with what is directly in it.
  package enum Content: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])
  }

  package struct Member: Sendable {
    package var name: String
    package var value: JSONValue
  }

  package var content: Content {
    switch form {
    case .null: .null
    case .false: .bool(false)
    case .true: .bool(true)
    case .number: .number(tree.text(node))
    case .string, .escapedString: .string(tree.text(node))
    case .array: .array(elements)
    case .object: .object(members)
    }
  }

  var form: JSONTree.Node.Kind { tree.nodes[node].kind }

  var isNull: Bool { form == .null }

  private var elements: [JSONValue] {
    var elements: [JSONValue] = []
    elements.reserveCapacity(count)
    forEachElement { elements.append($0) }
    return elements
  }

  private var members: [Member] {
    var members: [Member] = []
    members.reserveCapacity(count)
    let end = Int(tree.nodes[node].next)
    var name = node + 1
    while name < end {
      members.append(Member(name: tree.text(name), value: JSONValue(tree: tree, node: name + 1)))
      name = Int(tree.nodes[name + 1].next)
    }
    return members
  }

  /// Of the elements or members.
  var count: Int { Int(tree.nodes[node].count) }

  /// In an array.
  func forEachElement<Failure: Error>(_ body: (JSONValue) throws(Failure) -> Void) throws(Failure) {
    let end = Int(tree.nodes[node].next)
    var element = node + 1
    while element < end {
      try body(JSONValue(tree: tree, node: element))
      element = Int(tree.nodes[element].next)
    }
  }

  /// What kind of value it is, for messages.
  package var kind: String {
    switch form {
    case .null: "null"
    case .false, .true: "a boolean"
    case .number: "a number"
    case .string, .escapedString: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
