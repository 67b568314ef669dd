import FoundationEssentials
import PageContent
import Report

/// The extracted documents below a folder: what `juesuan run` left there, or any JSON files of the format `juesuan/1`.
package struct DatasetSource: Sendable {
  /// A document's JSON, and its report's if there is one.
  package struct File: Sendable, Hashable {
    /// Relative to the folder.
    var document: String
    var report: String?
  }

  /// An input file as the folder tells of it.
  struct Input: Sendable {
    /// nil where the folder holds no document of it.
    var file: File?
    var record: InputRecord
  }

  let folder: String
  private(set) var inputs: [Input] = []
  /// Each once, in order.
  private(set) var files: [File] = []
  /// What of the folder itself could not be read.
  private(set) var unread: [Unread] = []

  /// Something that could not be read, and why.
  package struct Unread: Sendable, Hashable {
    package var name: String
    package var reason: String
  }

  /// - Throws: where the folder cannot be read.
  package init(folder: String) throws(InputError) {
    self.folder = folder
    let index = "\(folder)/index.jsonl"
    if FileManager.default.fileExists(atPath: index) {
      readIndex(try FileBytes.read(index))
    } else {
      try findDocuments()
    }
    files = Set(inputs.compactMap(\.file)).sorted { $0.document < $1.document }
  }

  // MARK: What `juesuan run` wrote

  private mutating func readIndex(_ bytes: [UInt8]) {
    var names: Set<String> = []
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
      do {
        let input = try DatasetSource.input(JSONObject(JSONParser.parse(Array(line))))
        guard names.insert(input.record.name).inserted else {
          throw Malformed("“\(input.record.name.excerpt())” stands twice")
        }
        inputs.append(input)
      } catch {
        unread.append(Unread(name: "index.jsonl, line \(number + 1)", reason: (error as? Malformed)?.description ?? ""))
      }
    }
  }

  private static func input(_ json: JSONObject) throws(Malformed) -> Input {
    let status = try json.required("status", JSONValue.text)
    let isDone = status == "done"
    guard isDone || status == "failed" else { throw Malformed("“\(status.excerpt())” is not a status") }
    let document = try optional("document", of: json).map(path)
    let report = try optional("report", of: json).map(path)
    guard !isDone || document != nil else { throw Malformed("done, but without a document") }
    return Input(
      file: isDone ? document.map { File(document: $0, report: report) } : nil,
      record: InputRecord(
        name: try name(json), sha256: try optional("sha256", of: json),
        bytes: try json.value("bytes") == nil ? nil : json.nullable("bytes", JSONValue.size), isDone: isDone,
        reason: try optional("reason", of: json), message: try optional("message", of: json)))
  }

  /// An input's name. In one that is no UTF-8 the bytes that are none are written out, so that such names stay apart:
  /// `a\xFF.pdf`.
  private static func name(_ json: JSONObject) throws(Malformed) -> String {
    guard try json.value("nameBytes") != nil else { return try json.required("name", JSONValue.text) }
    let bytes = try json.array("nameBytes", JSONValue.natural)
    guard bytes.allSatisfy({ $0 < 256 }) else { throw Malformed("“nameBytes” are no bytes") }
    return UTF8Text.escaping(bytes.map { UInt8(truncatingIfNeeded: $0) })
  }

  private static func optional(_ name: StaticString, of json: JSONObject) throws(Malformed) -> String? {
    try json.value(name) == nil ? nil : json.nullable(name, JSONValue.text)
  }

  /// A path that stays in the folder.
  private static func path(_ text: String) throws(Malformed) -> String {
    guard !text.hasPrefix("/"), !text.split(separator: "/").contains("..") else {
      throw Malformed("“\(text.excerpt())” is no path below the folder")
    }
    return text
  }

  // MARK: Any folder of documents

  private mutating func findDocuments() throws(InputError) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { throw .missing }
    guard isFolder else { throw .unreadable("not a folder of extracted documents") }
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { throw .notPermitted }
    let all = Set(paths)
    for path in paths.sorted() where path.hasSuffix(".json") && !path.hasSuffix(".report.json") && path != "run.json" {
      let report = String(path.dropLast(".json".count)) + ".report.json"
      inputs.append(
        Input(
          file: File(document: path, report: all.contains(report) ? report : nil),
          record: InputRecord(name: path, isDone: true)))
    }
  }
}

extension JSONValue {
  /// The size of a file.
  fileprivate static func size(_ value: JSONValue) throws(Malformed) -> Int {
    guard case .number(let literal) = value.content, let size = Int(literal), size >= 0 else {
      throw Malformed("is no size")
    }
    return size
  }
}
