import CCatalogue

/// What a report must disclose, on which basis, and what shows it. Data, not code: the resource `checklist.catalogue` says
/// it all, and its head describes its notation.
public struct Checklist: Sendable {
  /// In the catalogue's order.
  package internal(set) var items: [Item] = []
  /// By role, in the catalogue's order.
  var words: [Role: [String]] = [:]
  /// The statements that were not understood; a test holds the resource to have none.
  package internal(set) var problems: [String] = []

  /// The checklist that ships with the library.
  package static let shared = Checklist(parsing: EmbeddedResource.bytes(juesuan_checklist_catalogue))

  package func words(_ role: Role) -> [String] { words[role] ?? [] }

  /// Whether an item has to be disclosed.
  public enum Duty: String, Sendable, CaseIterable {
    /// Laws or rules demand it.
    case required
    /// They demand it step by step.
    case gradual
    /// Only the sets of tables that most departments publish have it.
    case customary
  }

  /// Who owes an item, where not everybody does.
  package enum Body: String, Sendable {
    /// All but universities, which publish by rules of their own.
    case government
    /// Of these administrative bodies, and institutions run like them (参照公务员法管理).
    case administration
    case university
  }

  /// What words say in a statement that there is nothing.
  package enum Role: String, Sendable, CaseIterable {
    case none, noneBut, noneAfter, noneAlone, whoever, definition, withheld, institution
  }

  package struct Item: Sendable {
    package var key: String
    /// In Chinese, as the rules name it.
    package var name: String
    /// nil for both.
    package var kind: DisclosedDocument.Kind?
    package var duty = Duty.required
    /// The first fiscal year in which it is due; nil for every year.
    package var since: Int?
    package var body: Body?
    /// Laws and rules, by name and number.
    package var basis: [String] = []
    /// The item that it is a detail of.
    package var whole: String?
    /// In the order in which it is looked for.
    package var evidence: [Evidence] = []
    /// What a sentence denies that says that there is none of it.
    package var subjects: [String] = []
    /// The headings below which 无 says so.
    package var headings: [NarrativeSection.Kind] = []
    /// The kinds of figures of the narrative that say so by being nought.
    package var zeroFacts: [String] = []
  }

  /// What shows an item. Patterns are in the notation of the catalogue: A&B&!C.
  package enum Evidence: Sendable {
    case forms([String])
    case cells([String])
    case figures([FormKey])
    /// Rows of a form with codes of so many digits.
    case levels([FormLevel])
    case rows([String])
    case facts([FactKey])
    case changes([String])
    case profile(ProfilePart)
    case sections([NarrativeSection.Kind])
    case words([String])
    case glossary
    case emptyTables

    /// Whether it stands in a report's tables; else in its text.
    package var isOfTables: Bool {
      switch self {
      case .forms, .cells, .figures, .levels, .rows, .emptyTables: true
      case .facts, .changes, .profile, .sections, .words, .glossary: false
      }
    }
  }

  /// A column or a line item of a form.
  package struct FormKey: Sendable {
    package var form: String
    package var key: String
  }

  package struct FormLevel: Sendable {
    package var form: String
    package var level: ClassificationCode.Level
  }

  /// A kind of figure of the narrative, in sections of a kind only where one is given.
  package struct FactKey: Sendable {
    package var kind: String
    package var section: NarrativeSection.Kind?
  }

  package enum ProfilePart: String, Sendable {
    case functions, units, personnel
  }
}
