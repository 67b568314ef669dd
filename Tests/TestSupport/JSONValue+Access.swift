import Report

/// Looking into JSON by name, and what a schema asks of a value.
extension JSONValue {
  package var members: [Member]? { if case .object(let members) = content { members } else { nil } }
  package var elements: [JSONValue]? { if case .array(let elements) = content { elements } else { nil } }
  package var text: String? { if case .string(let text) = content { text } else { nil } }
  package var double: Double? { if case .number(let literal) = content { Double(literal) } else { nil } }

  package subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }

  package func isOfType(_ name: String) -> Bool {
    switch (name, content) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
      ("object", .object):
      true
    case ("integer", .number(let literal)): Double(literal).map { $0 == $0.rounded() } ?? false
    default: false
    }
  }

  package func isEqual(to other: JSONValue) -> Bool {
    switch (content, other.content) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.number(let a), .number(let b)): Double(a) == Double(b)
    default: false
    }
  }
}
