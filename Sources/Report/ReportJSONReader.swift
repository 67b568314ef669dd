import Audit
import Disclosure
import PageContent

/// Reads the findings, checks and checklist of a report (`juesuan-report/1`) back. Unknown members are skipped.
public enum ReportJSONReader {
  /// - Parameter document: the one that the report is on; a report on another one is refused.
  /// - Throws: `InputError.malformedJSON`, with the place in the JSON, where it does not follow the format.
  public static func report(from bytes: [UInt8], on document: DisclosedDocument) throws(InputError) -> AuditReport {
    do throws(Malformed) {
      let json = try JSONObject(JSONParser.parse(bytes))
      let format = try json.required("format", JSONValue.text)
      guard format == ReportJSON.format else {
        throw Malformed("its format is “\(format.excerpt())”, not “\(ReportJSON.format)”")
      }
      let sha256 = try json.required("document") { value throws(Malformed) in
        try JSONObject(value).required("sha256", JSONValue.text)
      }
      guard sha256 == document.source.sha256 else { throw Malformed("it is the report on another document") }
      return AuditReport(
        document: document, findings: try json.array("findings", finding), checks: try json.array("checks", check),
        // Reports of earlier versions have none.
        disclosure: try json.value("disclosure") == nil ? [] : try json.array("disclosure", disclosureItem))
    } catch {
      throw .malformedJSON(error.description)
    }
  }

  private static func finding(_ value: JSONValue) throws(Malformed) -> Finding {
    var finding = try consequence(value)
    let json = try JSONObject(value)
    // What a cause explains explains nothing itself.
    if try json.value("consequences") != nil { finding.consequences = try json.array("consequences", consequence) }
    return finding
  }

  private static func consequence(_ value: JSONValue) throws(Malformed) -> Finding {
    let json = try JSONObject(value)
    return Finding(
      rule: try json.required("rule", JSONValue.text), severity: try json.required("severity", JSONValue.word),
      message: try json.required("message", JSONValue.text),
      expected: try json.nullable("expected", JSONValue.text), actual: try json.nullable("actual", JSONValue.text),
      difference: try json.nullable("difference", JSONValue.text),
      tolerance: try json.nullable("tolerance", JSONValue.text), evidence: try json.array("evidence", evidence))
  }

  private static func evidence(_ value: JSONValue) throws(Malformed) -> Evidence {
    let json = try JSONObject(value)
    return Evidence(
      location: try json.location(), table: try json.nullable("table", JSONValue.text),
      row: try json.nullable("row", JSONValue.text), column: try json.nullable("column", JSONValue.text),
      text: try json.required("text", JSONValue.text))
  }

  private static func check(_ value: JSONValue) throws(Malformed) -> Check {
    let json = try JSONObject(value)
    return Check(
      rule: try json.required("rule", JSONValue.text), outcome: try json.required("outcome", JSONValue.word),
      reason: try json.nullable("reason", JSONValue.text), count: try json.required("count", JSONValue.natural))
  }

  private static func disclosureItem(_ value: JSONValue) throws(Malformed) -> DisclosureItem {
    let json = try JSONObject(value)
    return DisclosureItem(
      item: try json.required("item", JSONValue.text), name: try json.required("name", JSONValue.text),
      status: try json.required("status", JSONValue.word), duty: try json.required("duty", JSONValue.word),
      basis: try json.required("basis", JSONValue.text), reason: try json.nullable("reason", JSONValue.text),
      location: try json.location(), text: try json.required("text", JSONValue.text))
  }
}
