import Disclosure
import PageContent

/// Reads the JSON of a document (`juesuan/1`) back. What `DocumentJSON` wrote, it reads exactly: writing it again gives
/// the same bytes. Unknown members are skipped, as later versions may add some.
///
/// Amounts are read from their published text, and `yuan` must be what the text and the unit make: a file in which they
/// differ has been tampered with.
public enum DocumentJSONReader {
  /// Whether a file is JSON and not another format or a text: it begins as an object does.
  public static func isJSON(_ bytes: some Collection<UInt8>) -> Bool {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let text = bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    let object = text.drop(while: isSpace)
    guard object.first == UInt8(ascii: "{"), let next = object.dropFirst().drop(while: isSpace).first else {
      return false
    }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  public static func isJSON(_ file: FileContent) -> Bool { file.withBytes { isJSON($0) } }

  /// Throws `InputError.malformedJSON`, with the place in the JSON, where it does not follow the format.
  public static func document(from bytes: [UInt8]) throws(InputError) -> DisclosedDocument {
    do {
      return try document(JSONObject(JSONParser.parse(bytes)))
    } catch {
      throw .malformedJSON(error.description)
    }
  }

  private static func document(_ json: JSONObject) throws(Malformed) -> DisclosedDocument {
    let format = try json.required("format", JSONValue.text)
    guard format == DocumentJSON.format else {
      throw Malformed("its format is “\(format.excerpt())”, not “\(DocumentJSON.format)”")
    }
    var document = DisclosedDocument(
      source: try json.required("source", identity),
      department: try json.nullable("department", JSONValue.text),
      fiscalYear: try json.nullable("fiscalYear", JSONValue.positive),
      kind: try json.nullable("kind", JSONValue.word),
      scope: try json.nullable("scope", JSONValue.word),
      publishedOn: try json.nullable("publishedOn", JSONValue.text),
      content: try json.value("content") == nil ? nil : json.nullable("content", JSONValue.word),
      tables: try json.array("tables", table),
      missingTables: try json.array("missingTables", JSONValue.text),
      otherTables: try json.array("otherTables", cellTable),
      unrecognisedTables: try json.array("unrecognisedTables", cellTable),
      contents: try json.array("contents", contentsEntry),
      paragraphs: try json.value("paragraphs") == nil ? [] : json.array("paragraphs", paragraph),
      narrative: try narrative(json),
      leftOut: try json.value("leftOut") == nil ? [] : json.array("leftOut", omittedText),
      problems: try json.array("problems", problem))
    try parts(json, into: &document)
    return document
  }

  private static func identity(_ value: JSONValue) throws(Malformed) -> SourceDocument.Identity {
    let json = try JSONObject(value)
    return SourceDocument.Identity(
      name: try json.required("name", JSONValue.text), sha256: try json.required("sha256", JSONValue.text),
      mediaType: try json.required("mediaType", JSONValue.text),
      pageCount: try json.nullable("pageCount", JSONValue.natural))
  }

  private static func paragraph(_ value: JSONValue) throws(Malformed) -> TextParagraph {
    let json = try JSONObject(value)
    return TextParagraph(text: try json.required("text", JSONValue.text), location: try json.requiredLocation())
  }

  private static func omittedText(_ value: JSONValue) throws(Malformed) -> OmittedText {
    let json = try JSONObject(value)
    func numbers(_ name: StaticString) throws(Malformed) -> [Int] {
      try json.value(name) == nil ? [] : json.array(name, JSONValue.positive)
    }
    return OmittedText(
      reason: try json.required("reason", JSONValue.text), count: try json.required("count", JSONValue.natural),
      pages: try numbers("pages"), lines: try numbers("lines"), texts: try json.array("texts", JSONValue.text))
  }

  private static func contentsEntry(_ value: JSONValue) throws(Malformed) -> ContentsEntry {
    let json = try JSONObject(value)
    return ContentsEntry(
      form: try json.required("form", JSONValue.text), text: try json.required("text", JSONValue.text),
      location: try json.requiredLocation())
  }

  private static func problem(_ value: JSONValue) throws(Malformed) -> Problem {
    let json = try JSONObject(value)
    return Problem(
      kind: try json.required("kind", JSONValue.word), detail: try json.required("detail", JSONValue.text),
      location: try json.location())
  }

  private static func cellTable(_ value: JSONValue) throws(Malformed) -> CellTable {
    let json = try JSONObject(value)
    let table = CellTable(
      form: try json.value("form") == nil ? nil : json.required("form", JSONValue.text),
      title: try json.nullable("title", JSONValue.text),
      pages: try json.array("pages", JSONValue.positive),
      rowCount: try json.required("rows", JSONValue.natural),
      columnCount: try json.required("columns", JSONValue.natural),
      cells: try json.array("cells", tableCell),
      location: try json.required("location", location))
    for cell in table.cells
    where cell.row + cell.rowSpan > table.rowCount || cell.column + cell.columnSpan > table.columnCount {
      throw Malformed("the cell in row \(cell.row), column \(cell.column) lies outside the table")
    }
    return table
  }

  private static func tableCell(_ value: JSONValue) throws(Malformed) -> CellTable.Cell {
    let json = try JSONObject(value)
    return CellTable.Cell(
      row: try json.required("row", JSONValue.natural), column: try json.required("column", JSONValue.natural),
      rowSpan: try json.required("rowSpan", JSONValue.positive),
      columnSpan: try json.required("columnSpan", JSONValue.positive),
      text: try json.required("text", JSONValue.text), location: try json.requiredLocation())
  }

  static func location(_ value: JSONValue) throws(Malformed) -> Location {
    try JSONObject(value).requiredLocation()
  }
}
