import Report

/// Validates JSON against a JSON Schema, with the keywords that the schemas of this project use. A keyword that it does
/// not know is an error of its own: nothing is passed over in silence.
package struct SchemaValidator {
  package struct UnknownKeyword: Error { package var name: String }

  private let root: JSONValue

  package init(schema: [UInt8]) throws {
    root = try JSONParser.parse(schema)
  }

  /// The places that break the schema; empty where the value is valid.
  package func errors(in json: [UInt8]) throws -> [String] {
    try errors(in: JSONParser.parse(json), root, at: "")
  }

  private func errors(in value: JSONValue, _ schema: JSONValue, at path: String) throws -> [String] {
    var errors: [String] = []
    guard case .object(let keywords) = schema.content else {
      throw UnknownKeyword(name: "a schema that is \(schema.kind)")
    }
    for keyword in keywords {
      switch (keyword.name, keyword.value.content) {
      case ("$schema", _), ("$id", _), ("title", _), ("description", _), ("$defs", _): break
      case ("$ref", .string(let reference)): errors += try self.errors(in: value, definition(reference), at: path)
      case ("const", _):
        if !value.isEqual(to: keyword.value) { errors.append("\(path): is not the constant") }
      case ("enum", .array(let allowed)):
        if !allowed.contains(where: value.isEqual(to:)) { errors.append("\(path): is none of the enumeration") }
      case ("type", .string(let name)):
        if !value.isOfType(name) { errors.append("\(path): is \(value.kind), not \(name)") }
      case ("type", .array(let names)):
        if !names.contains(where: { $0.text.map(value.isOfType) ?? false }) {
          errors.append("\(path): is \(value.kind)")
        }
      case ("required", .array(let names)):
        for name in names.compactMap(\.text) where value.members != nil && value[name] == nil {
          errors.append("\(path): lacks \(name)")
        }
      case ("properties", .object(let properties)):
        for property in properties {
          guard let member = value[property.name] else { continue }
          errors += try self.errors(in: member, property.value, at: "\(path)/\(property.name)")
        }
      case ("items", _):
        for (index, element) in (value.elements ?? []).enumerated() {
          errors += try self.errors(in: element, keyword.value, at: "\(path)/\(index)")
        }
      case ("anyOf", .array(let schemas)):
        let results = try schemas.map { try self.errors(in: value, $0, at: path) }
        if !results.contains([]) { errors.append("\(path): is none of \(schemas.count) shapes: \(results)") }
      case ("minimum", .number(let limit)):
        if let number = value.double, let limit = Double(limit), number < limit {
          errors.append("\(path): below \(limit)")
        }
      case ("minItems", .number(let limit)):
        if let count = value.elements?.count, let limit = Int(limit), count < limit {
          errors.append("\(path): too short")
        }
      case ("maxItems", .number(let limit)):
        if let count = value.elements?.count, let limit = Int(limit), count > limit {
          errors.append("\(path): too long")
        }
      case ("minLength", .number(let limit)):
        if let text = value.text, let limit = Int(limit), text.unicodeScalars.count < limit {
          errors.append("\(path): too short")
        }
      case ("pattern", .string(let pattern)):
        if let text = value.text, try text.firstMatch(of: Regex(pattern)) == nil {
          errors.append("\(path): does not match \(pattern)")
        }
      default: throw UnknownKeyword(name: keyword.name)
      }
    }
    return errors
  }

  private func definition(_ reference: String) throws -> JSONValue {
    guard reference.hasPrefix("#/$defs/"), let found = root["$defs"]?[String(reference.dropFirst(8))] else {
      throw UnknownKeyword(name: reference)
    }
    return found
  }
}
