import Audit
import Disclosure
import PageContent
import Report

/// Rows as lines of JSON, `{"table": "documents", "row": [...]}`, for engines that make tables of their own: values in the
/// order of the columns, amounts as strings so that no reader takes them for binary numbers.
package struct JSONLineRows: RowSink {
  package private(set) var bytes: [UInt8] = []
  private var row: [Value] = []
  private var table = ""

  package init() {}

  /// The rows of a document that was read and checked just now. Returns its key.
  package mutating func add(_ document: DisclosedDocument) -> String {
    let report = Auditor.report(on: document)
    let record = DocumentRecord(
      document, documentHash: sha256(of: DocumentJSON.encode(document)), report: report,
      reportHash: sha256(of: ReportJSON.encode(report)))
    DocumentRows.write(record, to: &self)
    return record.key
  }

  /// The row of an input file, and the line that ends it.
  package mutating func add(_ input: InputRecord) {
    add(input, to: Definitions.inputs)
    var json = JSONWriter()
    json.object(.line) { json in
      json.member("end", input.name)
      json.member("status", input.isDone ? "done" : "failed")
      json.member("reason", input.reason)
      json.member("message", input.message)
    }
    bytes += json.finish()
  }

  package mutating func begin(_ table: DatasetTable, keeping kept: Int) {
    row.removeLast(row.count - kept)
    self.table = table.name
  }

  package mutating func put(_ value: Value) { row.append(value) }

  package mutating func end() {
    var json = JSONWriter()
    json.object(.line) { json in
      json.member("table", table)
      json.member("row")
      json.array(.line) { json in
        for value in row {
          json.element()
          switch value {
          case .null: json.null()
          case .integer(let integer): json.integer(integer)
          case .flag(let flag): json.bool(flag)
          case .text(let text): json.string(text)
          case .yuan, .longYuan: json.string((value.yuan ?? .zero).text(decimals: 2))
          }
        }
      }
    }
    bytes += json.finish()
  }
}
