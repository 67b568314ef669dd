import PageContent
import Report

/// A line of the index: what became of one input name.
package struct IndexEntry: Sendable {
  package var name: InputName
  /// nil where the file could not be read at all.
  package var content: Content?
  package var outcome: Outcome

  package struct Content: Hashable, Sendable {
    package var sha256: String
    package var bytes: Int
  }

  package init(name: InputName, content: Content?, outcome: Outcome) {
    self.name = name
    self.content = content
    self.outcome = outcome
  }

  /// One line of JSON with its end.
  package func encoded() -> [UInt8] {
    var json = JSONWriter(capacity: 320)
    json.object(.line) { json in
      json.member("name", name.text)
      // Only where the text does not say it.
      if !name.isText { json.member("nameBytes", name.bytes.map(Int.init)) }
      json.member("sha256", content?.sha256)
      json.member("bytes", content?.bytes)
      json.members(of: outcome)
      let isDone = outcome.failure == nil
      json.member("document", isDone ? content.map { ResultPaths.document($0.sha256) } : nil)
      json.member("report", isDone ? content.map { ResultPaths.report($0.sha256) } : nil)
    }
    return json.finish()
  }

  package init(_ json: JSONObject) throws(Malformed) {
    let text = try json.required("name", JSONValue.text)
    if try json.value("nameBytes") != nil {
      name = InputName(try json.array("nameBytes", JSONValue.natural).map { UInt8(truncatingIfNeeded: $0) })
    } else {
      name = InputName(text)
    }
    let sum = try json.nullable("sha256", JSONValue.text)
    let count = try json.nullable("bytes", JSONValue.natural)
    content = sum.flatMap { sum in count.map { Content(sha256: sum, bytes: $0) } }
    outcome = try Outcome(json)
  }
}

/// Where the results of a content stand, relative to the run's folder.
package enum ResultPaths {
  package static let root = "documents"
  package static func folder(_ sha256: String) -> String { "\(root)/\(sha256.prefix(2))" }
  package static func document(_ sha256: String) -> String { "\(folder(sha256))/\(sha256).json" }
  package static func report(_ sha256: String) -> String { "\(folder(sha256))/\(sha256).report.json" }
}

extension JSONWriter {
  mutating func members(of outcome: Outcome) {
    switch outcome {
    case .done(let figures):
      member("status", "done")
      member("reason", nil as String?)
      member("message", nil as String?)
      member("pages", figures.pages)
      member("errors", figures.errors)
      member("warnings", figures.warnings)
    case .failed(let failure):
      member("status", "failed")
      member("reason", failure.reason.rawValue)
      member("message", failure.message)
      member("pages", nil as Int?)
      member("errors", nil as Int?)
      member("warnings", nil as Int?)
    }
  }
}

extension Outcome {
  init(_ json: JSONObject) throws(Malformed) {
    let status = try json.required("status", JSONValue.text)
    switch status {
    case "done":
      self = .done(
        Figures(
          pages: try json.nullable("pages", JSONValue.natural), errors: try json.required("errors", JSONValue.natural),
          warnings: try json.required("warnings", JSONValue.natural)))
    case "failed":
      self = .failed(
        Failure(try json.required("reason", JSONValue.word), try json.required("message", JSONValue.text)))
    default: throw Malformed("“\(status.excerpt())” is no status")
    }
  }
}
