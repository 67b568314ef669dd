import CCatalogue
import Disclosure

/// The words by which links are followed. Data, not code: the resource `harvest.catalogue`.
struct LinkWording: Sendable {
  enum Key: String, CaseIterable {
    case next = "link.next"
    case report = "link.report"
    case attachment = "link.attachment"
    case addressColumn = "list.address"
  }

  private var words: [Key: [String]] = [:]
  /// The statements that were not understood; a test holds the resource to have none.
  private(set) var problems: [String] = []

  static let shared = LinkWording(parsing: EmbeddedResource.bytes(juesuan_harvest_catalogue))

  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let statement = String(decoding: line, as: UTF8.self)
      let halves = statement.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let key = Key(rawValue: String(halves[0].filter { $0 != " " })) else {
        problems.append(statement)
        continue
      }
      let given = halves[1].split(separator: "|").map { LinkWording.compared(String($0)) }
      if given.contains("") { problems.append(statement) }
      words[key, default: []] += given
    }
  }

  func words(_ key: Key) -> [String] { words[key] ?? [] }

  /// Whether a text is one of the key's words.
  func isWord(_ text: String, _ key: Key) -> Bool { words(key).contains(LinkWording.compared(text)) }

  /// Whether one of the key's words stands in a text.
  func holdsWord(_ text: String, _ key: Key) -> Bool {
    let text = LinkWording.compared(text)
    return words(key).contains { text.contains($0) }
  }

  /// Without white space, in lower case.
  static func compared(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
}
