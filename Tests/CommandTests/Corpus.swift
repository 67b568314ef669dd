import Foundation
import Report
import TestSupport

/// The corpus as files on disk.
enum Corpus {
  static let pdf = path("final-repeated-header.pdf")
  static let text = path("final-text-line-numbers.txt")

  static func path(_ name: String) -> String { Repository.corpus.appendingPathComponent(name).path }

  static func bytes(_ path: String) throws -> [UInt8] { try Repository.bytes(URL(fileURLWithPath: path)) }
}

/// JSON without the line that names its source.
func withoutSource(_ json: [UInt8]) -> [String] {
  String(decoding: json, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    .filter { !$0.hasPrefix(#"  "source": "#) }
}

/// The kinds of an extracted document's problems with their pages, in order: `scan 2`, `notAReport`.
func problems(_ json: [UInt8]) throws -> [String] {
  try (JSONParser.parse(json)["problems"]?.elements ?? []).map { problem in
    let page = problem["page"].flatMap { if case .number(let number) = $0.content { " \(number)" } else { nil } } ?? ""
    return (problem["kind"]?.text ?? "") + page
  }
}

/// The forms of an extracted document's tables.
func forms(_ json: [UInt8]) throws -> [String] {
  try (JSONParser.parse(json)["tables"]?.elements ?? []).compactMap { $0["form"]?.text }
}
