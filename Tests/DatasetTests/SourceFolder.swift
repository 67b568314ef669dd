import Audit
import Disclosure
import Foundation
import Report
import TestSupport

/// A folder of extracted documents, and a place beside it for what is made of them; gone with it.
final class SourceFolder {
  private let root: URL
  var path: String { root.appendingPathComponent("source").path }
  var output: String { root.appendingPathComponent("out.sqlite").path }

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("juesuan-dataset-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// What stands beside the folder.
  var outside: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).filter { $0 != "source" }.sorted()
  }

  private func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

  /// Documents of the corpus with their reports.
  func add(_ names: String...) throws {
    for name in names {
      let json = try Repository.bytes(Repository.golden.appendingPathComponent("\(name).json"))
      try Data(json).write(to: url("\(name).json"))
      let report = Auditor.report(on: try DocumentJSONReader.document(from: json))
      try Data(ReportJSON.encode(report)).write(to: url("\(name).report.json"))
    }
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: url("\(name).json"))
    try removeReport(name)
  }

  func removeReport(_ name: String) throws { try FileManager.default.removeItem(at: url("\(name).report.json")) }

  func change(_ name: String, from old: String, to new: String) throws {
    let text = String(decoding: try Data(contentsOf: url("\(name).json")), as: UTF8.self)
    try write(text.replacing(old, with: new, maxReplacements: 1), "\(name).json")
  }

  func write(_ text: String, _ name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url(name))
  }

  func writeOutside(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: root.appendingPathComponent(name))
  }
}
