import CCatalogue
import PageContent

/// The words that a report's publisher, year, kind and date are found by. Data, not code: the resource `head.catalogue`.
struct HeadWording: Sendable {
  enum Key: String, CaseIterable {
    case captionDepartment = "caption.department"
    case captionNext = "caption.next"
    case labelDepartment = "label.department"
    case labelUnit = "label.unit"
    case nameEnding = "name.ending"
    case nameForeign = "name.foreign"
    case nameAnyone = "name.anyone"
    case namePlaceholder = "name.placeholder"
    case nameAddition = "name.addition"
    case nameAlone = "name.alone"
    case nameWhole = "name.whole"
    case nameLead = "name.lead"
    case kindFund = "kind.fund"
    case kindExtent = "kind.extent"
    case kindFinal = "kind.final"
    case kindBudget = "kind.budget"
    case coverContents = "cover.contents"
    case coverAttachment = "cover.attachment"
    case dateLabel = "date.label"
    case overviewVerb = "overview.verb"
    case overviewBody = "overview.body"
    case yearSubject = "year.subject"
  }

  private var wordsByKey: [Key: [String]] = [:]
  /// The statements that were not understood; a test holds the resource to have none.
  private(set) var problems: [String] = []

  static let shared = HeadWording(parsing: EmbeddedResource.bytes(juesuan_head_catalogue))

  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    for statement in bytes.statements {
      guard let (named, wordings) = statement.halves(at: "="), let key = Key(rawValue: named.text) else {
        problems.append(statement.text)
        continue
      }
      let words = wordings.alternatives.map(\.text)
      if words.contains("") { problems.append(statement.text) }
      wordsByKey[key, default: []] += words
    }
  }

  /// The words of a key, in the catalogue's order.
  func words(_ key: Key) -> [String] { wordsByKey[key] ?? [] }

  func fits(_ text: some StringProtocol, _ key: Key) -> Bool { words(key).contains { text.isWritten(as: $0) } }

  /// Whether a normalised text holds a word of a key.
  func isHeld(_ key: Key, by text: String) -> Bool { words(key).contains(where: text.holds) }

  /// Whether a normalised text ends with a word of a key.
  func isEnd(_ key: Key, of text: String) -> Bool { words(key).contains(where: text.ends) }
}
