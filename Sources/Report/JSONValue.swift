import PageContent

/// JSON as read. A number keeps its literal, so that no digit of an amount is lost; members keep their order.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Sendable {
    package var name: String
    package var value: JSONValue
  }

  /// What kind of value it is, for messages.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Why JSON is not what it should be, and where in it.
package struct Malformed: Error {
  package var reason: String
  /// From the inside out.
  package var path: [String] = []

  package init(_ reason: String) { self.reason = reason }

  package var description: String {
    guard !path.isEmpty else { return reason }
    var place = ""
    for part in path.reversed() { place += part.hasPrefix("[") || place.isEmpty ? part : "." + part }
    return "\(place): \(reason)"
  }

  /// Names the part of the JSON that the body reads, for the message of an error in it.
  package static func within<Result>(
    _ part: @autoclosure () -> String, _ body: () throws(Malformed) -> Result
  ) throws(Malformed) -> Result {
    do {
      return try body()
    } catch {
      var error = error
      error.path.append(part())
      throw error
    }
  }
}
