import Disclosure
import PageContent

/// The members of a JSON object, to be read by name and type.
package struct JSONObject {
  private let object: JSONValue

  package init(_ value: JSONValue) throws(Malformed) {
    guard value.form == .object else { throw Malformed("is \(value.kind), not an object") }
    object = value
  }

  /// nil where there is no such member; where there are two, no reader can know which is meant.
  package func value(_ name: StaticString) throws(Malformed) -> JSONValue? {
    let tree = object.tree
    let end = Int(tree.nodes[object.node].next)
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    var found: Int?
    var member = object.node + 1
    while member < end {
      if tree.isText(member, wanted) {
        guard found == nil else { throw Malformed("“\(name)” stands twice") }
        found = member + 1
      }
      member = Int(tree.nodes[member + 1].next)
    }
    return found.map { JSONValue(tree: tree, node: $0) }
  }

  /// The value of a member that has to be there, read by the body.
  package func required<Value>(
    _ name: StaticString, _ read: (JSONValue) throws(Malformed) -> Value
  ) throws(Malformed) -> Value {
    guard let value = try value(name) else { throw Malformed("“\(name)” is missing") }
    return try Malformed.within("\(name)") { () throws(Malformed) in try read(value) }
  }

  /// A member that has to be there, and may be null.
  package func nullable<Value>(
    _ name: StaticString, _ read: (JSONValue) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try required(name) { value throws(Malformed) in
      value.isNull ? nil : try read(value)
    }
  }

  package func array<Element>(
    _ name: StaticString, _ read: (JSONValue) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    try required(name) { value throws(Malformed) in
      guard value.form == .array else { throw Malformed("is \(value.kind), not an array") }
      var elements: [Element] = []
      elements.reserveCapacity(value.count)
      try value.forEachElement { value throws(Malformed) in
        elements.append(try Malformed.within("[\(elements.count)]") { () throws(Malformed) in try read(value) })
      }
      return elements
    }
  }

  /// What `JSONWriter.members(of:)` writes; nil where the page is null.
  func location() throws(Malformed) -> Location? {
    if try value("line") != nil {
      let line = try required("line", JSONValue.positive)
      return .line(line, columns: try characters())
    }
    if try value("sheet") != nil {
      let sheet = try required("sheet", JSONValue.positive)
      let name = try required("sheetName", JSONValue.text)
      return .sheet(WorkbookPlace(sheet: sheet, name: name, cells: try required("range", JSONValue.cells)))
    }
    if try value("documentPart") != nil { return .part(try partPlace()) }
    if try value("element") != nil { return .element(try elementPlace()) }
    guard let page = try nullable("page", JSONValue.positive) else { return nil }
    let box = try array("box", JSONValue.coordinate)
    guard box.count == 4 else { throw Malformed("“box” has \(box.count) numbers, not 4") }
    return .page(page, Box(x0: box[0], y0: box[1], x1: box[2], y1: box[3]))
  }

  private func partPlace() throws(Malformed) -> PartPlace {
    let name = try required("documentPart", JSONValue.text)
    guard let part = PartPlace.Part(rawValue: name) else { throw Malformed("“documentPart” is none") }
    let block = try required("block", JSONValue.positive)
    if try value("range") != nil {
      return PartPlace(
        part: part, number: try required("tableNumber", JSONValue.positive), block: block,
        cells: try required("range", JSONValue.cells))
    }
    var place = PartPlace(part: part, number: try required("paragraph", JSONValue.positive), block: block)
    if try value("columns") != nil { place.columns = try characters() }
    return place
  }

  private func elementPlace() throws(Malformed) -> ElementPlace {
    guard let path = ElementPath(try required("element", JSONValue.text)) else {
      throw Malformed("“element” is no path of a web page")
    }
    var place = ElementPlace(path: path, block: try required("block", JSONValue.positive))
    if try value("webPage") != nil {
      place = ElementPlace(page: try required("webPage", JSONValue.positive), path: path, block: place.block)
    }
    if try value("range") != nil { place.cells = try required("range", JSONValue.cells) }
    if try value("columns") != nil { place.columns = try characters() }
    return place
  }

  /// The first and the last column of a place in a text.
  private func characters() throws(Malformed) -> ClosedRange<Int> {
    let columns = try array("columns", JSONValue.positive)
    guard columns.count == 2, columns[0] <= columns[1] else {
      throw Malformed("“columns” of a place are its first and its last column")
    }
    return columns[0]...columns[1]
  }

  func requiredLocation() throws(Malformed) -> Location {
    guard let location = try location() else { throw Malformed("“page” is null") }
    return location
  }
}

extension JSONValue {
  static func cells(_ value: JSONValue) throws(Malformed) -> CellRange {
    guard let cells = CellRange(try text(value)) else { throw Malformed("is no range of cells") }
    return cells
  }

  package static func text(_ value: JSONValue) throws(Malformed) -> String {
    switch value.form {
    case .string, .escapedString: value.tree.text(value.node)
    default: throw Malformed("is \(value.kind), not a string")
    }
  }

  static func flag(_ value: JSONValue) throws(Malformed) -> Bool {
    switch value.form {
    case .true: true
    case .false: false
    default: throw Malformed("is \(value.kind), not a boolean")
    }
  }

  /// As it is written.
  package static func literal(_ value: JSONValue) throws(Malformed) -> String {
    guard value.form == .number else { throw Malformed("is \(value.kind), not a number") }
    return value.tree.text(value.node)
  }

  /// An integer of a size that sums of it cannot overflow.
  static func integer(_ value: JSONValue) throws(Malformed) -> Int {
    let literal = try literal(value)
    guard let integer = Int(literal), integer.magnitude <= 1_000_000_000 else {
      throw Malformed("\(literal.excerpt()) is not an integer, or too large")
    }
    return integer
  }

  package static func natural(_ value: JSONValue) throws(Malformed) -> Int {
    let integer = try integer(value)
    guard integer >= 0 else { throw Malformed("\(integer) is negative") }
    return integer
  }

  static func positive(_ value: JSONValue) throws(Malformed) -> Int {
    let integer = try integer(value)
    guard integer > 0 else { throw Malformed("\(integer) is not positive") }
    return integer
  }

  static func coordinate(_ value: JSONValue) throws(Malformed) -> Double {
    guard value.form == .number else { throw Malformed("is \(value.kind), not a number") }
    let coordinate = value.tree.withText(value.node, hundredths) ?? Double(value.tree.text(value.node))
    guard let coordinate, coordinate.magnitude <= 1e9 else {
      throw Malformed("\(value.tree.text(value.node).excerpt()) lies beyond any page")
    }
    return coordinate
  }

  /// A number with at most two decimals, as coordinates are written: the same as `Double` makes of it, without its search for
  /// the nearest. nil for any other.
  private static func hundredths(_ literal: UnsafeBufferPointer<UInt8>) -> Double? {
    var digits = 0
    var decimals: Int?
    guard literal.count <= 14 else { return nil }
    for byte in literal {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        decimals? += 1
      case UInt8(ascii: "."): decimals = 0
      default: return nil
      }
    }
    // The quotient of two whole numbers is the nearest to the decimal.
    return switch decimals {
    case nil: Double(digits)
    case 1: Double(digits) / 10
    case 2: Double(digits) / 100
    default: nil
    }
  }

  /// One of the words of an enumeration.
  package static func word<Word: RawRepresentable<String>>(_ value: JSONValue) throws(Malformed) -> Word {
    let text = try text(value)
    guard let word = Word(rawValue: text) else {
      throw Malformed("“\(text.excerpt())” is not a word of the format here")
    }
    return word
  }
}
