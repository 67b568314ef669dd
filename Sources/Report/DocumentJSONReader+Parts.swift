import Disclosure
import PageContent

extension DocumentJSONReader {
  /// Reads what an earlier version did not write.
  static func parts(_ json: JSONObject, into document: inout DisclosedDocument) throws(Malformed) {
    if try json.value("profile") != nil { document.profile = try json.required("profile", profile) }
    if try json.value("performance") != nil { document.performance = try json.array("performance", evaluation) }
    if try json.value("tableOfContents") != nil {
      document.tableOfContents = try json.array("tableOfContents", contentsLine)
    }
    if try json.value("tasks") != nil { document.tasks = try json.array("tasks", task) }
    if try json.value("glossary") != nil { document.glossary = try json.array("glossary", glossaryEntry) }
  }

  private static func profile(_ value: JSONValue) throws(Malformed) -> DepartmentProfile {
    let json = try JSONObject(value)
    var profile = DepartmentProfile(
      functions: try json.array("functions", item), units: try json.array("units", item))
    // A part stands below its whole.
    profile.personnel = try json.array("personnel", staff)
    for (number, staff) in profile.personnel.enumerated() {
      if let whole = staff.whole, whole >= number { throw Malformed("\(whole) is not the index of a count before it") }
    }
    return profile
  }

  private static func item(_ value: JSONValue) throws(Malformed) -> ProfileItem {
    let json = try JSONObject(value)
    return ProfileItem(
      number: try json.nullable("number", JSONValue.text), text: try json.required("text", JSONValue.text),
      location: try json.requiredLocation())
  }

  private static func staff(_ value: JSONValue) throws(Malformed) -> StaffCount {
    let json = try JSONObject(value)
    return StaffCount(
      status: try json.required("status", JSONValue.word), kind: try json.nullable("kind", JSONValue.word),
      label: try json.required("label", JSONValue.text), count: try json.required("count", quantity),
      whole: try json.nullable("whole", JSONValue.natural))
  }

  private static func contentsLine(_ value: JSONValue) throws(Malformed) -> ContentsLine {
    let json = try JSONObject(value)
    return ContentsLine(
      number: try json.nullable("number", JSONValue.text), text: try json.required("text", JSONValue.text),
      page: try json.nullable("printedPage", JSONValue.natural), location: try json.requiredLocation())
  }

  private static func task(_ value: JSONValue) throws(Malformed) -> MainTask {
    let json = try JSONObject(value)
    return MainTask(
      number: try json.nullable("number", JSONValue.text), name: try json.required("name", JSONValue.text),
      content: try json.nullable("content", JSONValue.text), outcome: try json.required("outcome", JSONValue.text),
      location: try json.requiredLocation())
  }

  private static func glossaryEntry(_ value: JSONValue) throws(Malformed) -> GlossaryEntry {
    let json = try JSONObject(value)
    return GlossaryEntry(
      number: try json.nullable("number", JSONValue.text), term: try json.required("term", JSONValue.text),
      definition: try json.required("definition", JSONValue.text), location: try json.requiredLocation())
  }
}
