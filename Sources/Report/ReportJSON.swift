import Audit
import Disclosure

/// The validation report as JSON, format `juesuan-report/1`.
///
///     let bytes = ReportJSON.encode(report)
///
/// The same report gives the same bytes.
public enum ReportJSON {
  public static let format = "juesuan-report/1"

  /// UTF-8, with a line end at the end.
  public static func encode(_ report: AuditReport) -> [UInt8] {
    var json = JSONWriter(
      capacity: 4096 + 1024 * report.findings.count + 128 * report.checks.count + 512 * report.disclosure.count)
    json.object(.block) { json in
      json.member("format", format)
      json.member("document")
      json.object(.block) { json in
        let document = report.document
        DocumentJSON.identity(document.source, to: &json)
        json.member("department", document.department)
        json.member("fiscalYear", document.fiscalYear)
        json.member("kind", document.kind?.rawValue)
        json.member("scope", document.scope?.rawValue)
        json.member("publishedOn", document.publishedOn)
      }
      if let previous = report.previous {
        json.member("previous")
        json.object(.block) { json in
          DocumentJSON.identity(previous.source, to: &json)
          json.member("department", previous.department)
          json.member("fiscalYear", previous.fiscalYear)
        }
      }
      json.member("summary")
      json.object(.block) { summary(report, to: &$0) }
      json.member("findings", report.findings, .block) { finding($1, to: &$0) }
      json.member("checks", report.checks, .line) { json, check in
        json.member("rule", check.rule)
        json.member("outcome", check.outcome.rawValue)
        json.member("reason", check.reason)
        json.member("count", check.count)
      }
      json.member("disclosure", report.disclosure, .line) { json, item in
        json.member("item", item.item)
        json.member("name", item.name)
        json.member("status", item.status.rawValue)
        json.member("duty", item.duty.rawValue)
        json.member("basis", item.basis)
        json.member("reason", item.reason)
        json.members(of: item.location)
        json.member("text", item.text)
      }
    }
    return json.finish()
  }

  private static func summary(_ report: AuditReport, to json: inout JSONWriter) {
    json.member("passed", report.count(of: .passed))
    json.member("failed", report.count(of: .failed))
    json.member("rounding", report.count(of: .rounding))
    json.member("notEvaluable", report.count(of: .notEvaluable))
    json.member("notApplicable", report.count(of: .notApplicable))
    json.member("errors", report.count(of: .error))
    json.member("warnings", report.count(of: .warning))
    json.member("infos", report.count(of: .info))
  }

  private static func finding(_ finding: Finding, to json: inout JSONWriter) {
    json.member("rule", finding.rule)
    json.member("severity", finding.severity.rawValue)
    json.member("message", finding.message)
    json.onOneLine { json in
      json.member("expected", finding.expected)
      json.member("actual", finding.actual)
      json.member("difference", finding.difference)
      json.member("tolerance", finding.tolerance)
    }
    json.member("evidence", finding.evidence, .line) { json, evidence in
      json.members(of: evidence.location)
      json.member("table", evidence.table)
      json.member("row", evidence.row)
      json.member("column", evidence.column)
      json.member("text", evidence.text)
    }
    if !finding.consequences.isEmpty {
      json.member("consequences", finding.consequences, .block) { self.finding($1, to: &$0) }
    }
  }
}
