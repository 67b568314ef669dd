import Disclosure
import PageContent

extension DocumentJSONReader {
  static func table(_ value: JSONValue) throws(Malformed) -> FormTable {
    let json = try JSONObject(value)
    let unit: MonetaryUnit? = try json.nullable("unit", JSONValue.word)
    let notes = try json.array("notes", JSONValue.text)
    let noteLocations = try json.array("noteLocations", location)
    guard notes.count == noteLocations.count else {
      throw Malformed("“notes” has \(notes.count) elements, “noteLocations” \(noteLocations.count)")
    }
    return FormTable(
      form: try json.required("form", JSONValue.text),
      number: try json.nullable("number", JSONValue.integer),
      title: try json.required("title", JSONValue.text),
      titleLocation: try json.required("titleLocation", location),
      unit: unit,
      status: try json.required("status", JSONValue.word),
      department: try json.nullable("department", JSONValue.text),
      pages: try json.array("pages", JSONValue.positive),
      notes: zip(notes, noteLocations).map { FormTable.Note(text: $0, location: $1) },
      sections: try json.array("sections") { value throws(Malformed) in try section(value, unit: unit) },
      location: try json.required("location", location))
  }

  private static func section(_ value: JSONValue, unit: MonetaryUnit?) throws(Malformed) -> FormTable.Section {
    let json = try JSONObject(value)
    let columns = try json.array("columns", column)
    return FormTable.Section(
      side: try json.nullable("side", JSONValue.text), columns: columns,
      rows: try json.array("rows") { value throws(Malformed) in
        let row = try row(value, unit: unit)
        guard row.figures.count == columns.count else {
          throw Malformed("“cells” has \(row.figures.count) elements; the section has \(columns.count) columns")
        }
        return row
      })
  }

  private static func column(_ value: JSONValue) throws(Malformed) -> FormTable.Column {
    let json = try JSONObject(value)
    return FormTable.Column(
      key: try json.nullable("key", JSONValue.text), header: try json.array("header", JSONValue.text),
      number: try json.nullable("number", JSONValue.integer))
  }

  private static func row(_ value: JSONValue, unit: MonetaryUnit?) throws(Malformed) -> FormTable.Row {
    let json = try JSONObject(value)
    let isOfWhich = try json.value("ofWhich") == nil ? false : json.required("ofWhich", JSONValue.flag)
    return FormTable.Row(
      role: try json.required("role", JSONValue.word),
      lineNumber: try json.nullable("lineNumber", JSONValue.integer),
      code: try json.nullable("code", JSONValue.text),
      name: try json.required("name", JSONValue.text),
      item: try json.nullable("item", JSONValue.text),
      isOfWhich: isOfWhich,
      labels: try json.value("labels") == nil ? [] : json.array("labels", label),
      figures: try json.array("cells") { value throws(Malformed) in try figure(value, unit: unit) },
      location: try json.requiredLocation())
  }

  private static func label(_ value: JSONValue) throws(Malformed) -> FormTable.Label {
    let json = try JSONObject(value)
    return FormTable.Label(
      header: try json.required("header", JSONValue.text), text: try json.required("text", JSONValue.text))
  }

  private static func figure(_ value: JSONValue, unit tableUnit: MonetaryUnit?) throws(Malformed) -> Figure? {
    if value.isNull { return nil }
    let json = try JSONObject(value)
    let text = try json.required("text", JSONValue.text)
    let unit: MonetaryUnit? =
      try json.value("unit") == nil ? tableUnit : json.nullable("unit", JSONValue.word)
    guard var figure = Figure(cell: text, unit: unit, location: try json.requiredLocation()) else {
      throw Malformed("“text” is empty; a blank cell is null")
    }
    if try json.value("stored") != nil { figure.stored = try json.required("stored", JSONValue.text) }
    try check(yuan: json.required("yuan") { $0 }, of: figure)
    return figure
  }

  private static func check(yuan: JSONValue, of figure: Figure) throws(Malformed) {
    switch (yuan.content, figure.amount, figure.amount?.yuan) {
    case (.null, _, nil): return
    case (.number(let literal), _, let expected?):
      if let number = ExactNumber(literal: literal), number.isIdentical(to: expected) { return }
      throw Malformed(
        "“yuan” is \(literal.excerpt()), but the text “\(figure.text.excerpt())” makes \(expected.text(decimals: 2))")
    case (_, _, let expected?):
      throw Malformed(
        "“yuan” is \(yuan.kind), but the text “\(figure.text.excerpt())” makes \(expected.text(decimals: 2))")
    case (_, nil, nil): throw Malformed("“yuan” is \(yuan.kind), but the text “\(figure.text.excerpt())” is no amount")
    case (_, .some, nil): throw Malformed("“yuan” is \(yuan.kind), but no unit is known")
    }
  }
}

extension ExactNumber {
  /// A JSON number without an exponent, and short enough to be exact.
  init?(literal: String) {
    guard literal.utf8.count <= 38 else { return nil }
    var mantissa: Int128 = 0
    var scale: Int?
    for byte in literal.utf8 {
      switch byte {
      case UInt8(ascii: "-"): break
      case UInt8(ascii: "."): scale = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        mantissa = mantissa * 10 + Int128(byte - UInt8(ascii: "0"))
        if let decimals = scale { scale = decimals + 1 }
      default: return nil
      }
    }
    self.init(mantissa: literal.utf8.first == UInt8(ascii: "-") ? -mantissa : mantissa, scale: scale ?? 0)
  }

  /// Whether it is the same number, told without bringing both to one scale: hostile numbers would overflow there.
  func isIdentical(to other: ExactNumber) -> Bool {
    let (a, b) = (reduced, other.reduced)
    return a.mantissa == b.mantissa && a.scale == b.scale
  }

  private var reduced: ExactNumber {
    var number = self
    while number.scale > 0, number.mantissa % 10 == 0 {
      number = ExactNumber(mantissa: number.mantissa / 10, scale: number.scale - 1)
    }
    return number
  }
}
