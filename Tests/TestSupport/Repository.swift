import Foundation

/// The checkout that these tests were built from: its documents, wherever the tests are started.
package enum Repository {
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  package static let corpus = root.appendingPathComponent("corpus")
  package static let golden = root.appendingPathComponent("golden")

  /// The names of the documents in the corpus, in order.
  package static let documents = files(below: corpus).filter {
    ["pdf", "txt", "md"].contains(($0 as NSString).pathExtension) && !$0.hasPrefix("README")
  }

  /// Those written by hand: enough where a process is started for each.
  package static let examples = documents.filter { $0.hasPrefix("final-") }

  package static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

  /// The files below a folder, as sorted paths relative to it; none where there is no such folder.
  package static func files(below folder: URL) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }
}
