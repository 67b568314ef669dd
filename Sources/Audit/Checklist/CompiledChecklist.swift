import Disclosure

/// The checklist with its patterns ready to be looked for; made once, when a report is first checked.
struct CompiledChecklist: Sendable {
  struct Item: Sendable {
    let item: Checklist.Item
    /// For each evidence, its patterns; empty where it has none.
    let patterns: [[SentencePattern]]
    /// nil where nothing is denied.
    let subjects: PhraseSet?

    /// The forms that alone show the item: nil where something else may.
    let forms: [String]?
  }

  let items: [Item]
  private let itemByForm: [String: Int]

  static let shared = CompiledChecklist(.shared)

  init(_ checklist: Checklist) {
    items = checklist.items.map { item in
      Item(
        item: item, patterns: item.evidence.map(CompiledChecklist.patterns),
        subjects: item.subjects.isEmpty ? nil : PhraseSet(item.subjects.map { Phrase($0) }),
        forms: CompiledChecklist.forms(of: item))
    }
    var itemByForm: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      for form in item.forms ?? [] where itemByForm[form] == nil { itemByForm[form] = index }
    }
    self.itemByForm = itemByForm
  }

  /// The item that a form alone shows.
  func item(ofForm form: String) -> Item? { itemByForm[form].map { items[$0] } }

  private static func patterns(of evidence: Checklist.Evidence) -> [SentencePattern] {
    switch evidence {
    case .rows(let patterns), .words(let patterns): patterns.map(SentencePattern.init)
    default: []
    }
  }

  private static func forms(of item: Checklist.Item) -> [String]? {
    var forms: [String] = []
    for evidence in item.evidence {
      guard case .forms(let ids) = evidence else { return nil }
      forms += ids
    }
    return forms.isEmpty ? nil : forms
  }
}
