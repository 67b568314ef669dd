import Disclosure
import Foundation
import TestSupport

/// Documents read as the command reads them.
enum Extraction {
  static func document(_ name: String, in folder: URL = Repository.corpus) throws -> DisclosedDocument {
    let url = folder.appendingPathComponent(name)
    return try DocumentReader().document(from: Repository.bytes(url), name: url.lastPathComponent)
  }
}
