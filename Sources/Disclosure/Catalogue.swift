import CCatalogue

/// What reports are made of: the forms, their wordings and the identities that must hold on them. Data, not code: the
/// resource `forms.catalogue` says it all, and its head describes its notation.
public struct Catalogue: Sendable {
  public internal(set) var forms: [Form] = []
  public internal(set) var identities: [Identity] = []
  /// What is at most as much as something else, being a part of it.
  public internal(set) var wholes: [Part] = []
  /// What last year's report carries over into this year's: the left side is this year's.
  public internal(set) var carries: [Identity] = []
  public internal(set) var quotes: [Quote] = []
  /// By the kind of the fact: what its figure may mean instead of what it quotes, each a sum.
  package internal(set) var agreements: [String: [[SignedReference]]] = [:]
  /// Wordings that mean another wording, longest first.
  var synonyms: [(printed: String, meant: String)] = []
  /// What tells heads, captions and notes, by `WordKind`.
  var wordLists = [WordPatterns](repeating: WordPatterns(), count: WordKind.allCases.count)
  /// Labels of total rows.
  var totals = WordingSet()
  /// What the label of a line holds that one table counts and another may not.
  var besideTheLine: [String] = []
  /// Classes of the functional classification: code and names.
  package internal(set) var classes: [(code: String, names: [String])] = []
  /// The first and the last of them.
  private(set) var classNumbers: ClosedRange<Int>?
  /// The names of all of them.
  var classNames = WordingSet()

  /// The words that head columns of figures in some form.
  var heads = HeadIndex()
  /// The labels of all line items of all forms.
  var labels = WordingSet()
  var titles = TitleIndex()
  var concepts = TitleConcepts()

  /// Whether a line, by its normalised label, holds what one table counts and another may not: 结转下年, 上级补助收入.
  package func isBesideTheLine(_ label: String) -> Bool { besideTheLine.contains(where: label.holds) }

  /// The catalogue that ships with the library.
  public static let shared = Catalogue(parsing: Catalogue.resource)

  mutating func add(_ code: String, named names: [String]) {
    classes.append((code, names))
    guard let number = Int(code) else { return }
    classNumbers = min(number, classNumbers?.lowerBound ?? number)...max(number, classNumbers?.upperBound ?? number)
  }

  /// Whether a functional code begins as one of a class can.
  func isOfClass(_ code: String) -> Bool { Int(code.prefix(3)).map { classNumbers?.contains($0) ?? true } ?? false }

  public func form(_ id: String) -> Form? { forms.first { $0.id == id } }

  /// The form that a printed title names.
  package func form(titled title: String, kind: DisclosedDocument.Kind?) -> Form? {
    titles.match(title, kind: kind).map { forms[$0.form] }
  }

  /// A form: a table that the rules of disclosure prescribe.
  public struct Form: Sendable {
    public var id: String
    public var kind: DisclosedDocument.Kind = .finalAccounts
    /// The standard set it belongs to, and the fiscal years in which it does; nil for a local form.
    public var set: String?
    public var years: ClosedRange<Int> = 0...9999
    public var classification: ClassificationCode.Classification?
    /// No statement of accounts, but a table of its own kind, such as performance targets: kept cell by cell.
    public var keepsCells = false
    /// The kind of table kept cell by cell that a title of this form names where the header is not this form's.
    public var otherwise: String?
    /// Words that tell such a table where its title does not.
    public var evidence: [String] = []
    /// In the order of the catalogue; the first is the form's own title.
    public var titles: [String] = []
    public var english: String = ""
    public var columns: [Wordings] = []
    var heads = Heads()
    /// A head over several columns that holds one of these names what the whole form states: 一般公共预算安排的三公经费.
    var own: [String] = []
    public var sides: [Wordings] = []
    public var items: [Item] = []
    public var required: [String] = []
    public var sums: [Sum] = []

    /// The title as the catalogue gives it.
    public var title: String { titles.first ?? id }
  }

  /// A key and the wordings it stands for; each wording is a set of words that must all occur.
  public struct Wordings: Sendable {
    public var key: String
    public var alternatives: [[String]]
  }

  /// A line item of a form.
  public struct Item: Sendable {
    /// nil on a form with one side.
    public var side: String?
    public var key: String
    public var labels: [String]
  }

  /// An identity within a form: a total and its signed parts.
  public struct Sum: Sendable {
    public enum Direction: Sendable {
      /// The parts are columns; it holds for every row.
      case columns
      /// The parts are line items of a side; it holds for every column.
      case lines(side: String?)
    }

    public var id: String
    public var direction: Direction
    public var total: String
    public var parts: [Term]

    var isOfColumns: Bool { if case .columns = direction { true } else { false } }

    /// Whether the parts are line items of a side.
    package func isOfLines(_ side: String?) -> Bool {
      if case .lines(let itsSide) = direction { itsSide == side || itsSide == nil } else { false }
    }
  }

  public struct Term: Sendable {
    public var isSubtracted: Bool
    /// A column's or an item's key; one that ends in `*` stands for all that begin so.
    public var key: String
  }

  /// An identity between forms.
  public struct Identity: Sendable {
    public var id: String
    public var left: Reference
    public var right: [Reference]
    /// What a report may mean instead, where it draws the line elsewhere: it contradicts itself only where none holds.
    public var readings: [Reading] = []

    public struct Reading: Sendable {
      public var left: Reference
      public var right: [Reference]
    }
  }

  /// A figure that is a part of another, of another form. Of several references to either the first counts that a document
  /// has.
  public struct Part: Sendable {
    public var id: String
    public var part: [Reference]
    public var whole: [Reference]
  }

  /// Where the tables hold what a figure of the narrative quotes.
  public struct Quote: Sendable {
    /// The fact's kind, and whether its budget is meant.
    public var fact: String
    public var isBudget: Bool
    /// Any of them, as far as the document has them.
    public var references: [Reference]
  }

  /// A figure that is added, or subtracted.
  package struct SignedReference: Sendable {
    package var isSubtracted: Bool
    package var reference: Reference

    package init(isSubtracted: Bool = false, _ reference: Reference) {
      self.isSubtracted = isSubtracted
      self.reference = reference
    }
  }

  /// A figure of a form, by its names.
  public struct Reference: Sendable, Hashable {
    public var form: String
    public var side: String?
    /// An item's key, `total` for the total row of a coded form, `class` for its class rows, `code` for every coded row,
    /// digits for the row of that code.
    public var row: String
    public var column: String

    package init(form: String, side: String?, row: String, column: String) {
      self.form = form
      self.side = side
      self.row = row
      self.column = column
    }
  }

  /// The notation of the catalogue that ships with the library.
  package static var text: String { String(decoding: resource, as: UTF8.self) }

  static var resource: UnsafeBufferPointer<UInt8> { EmbeddedResource.bytes(juesuan_forms_catalogue) }
}

extension Catalogue {
  /// Normalised wording with every word that means another replaced.
  package func meaning(of text: String) -> String {
    var result = text
    for (printed, meant) in synonyms {
      guard let found = result.range(of: printed) else { continue }
      // A word that is part of its own replacement must not be replaced again.
      if meant.holds(printed), result.holds(meant) { continue }
      result = String(result[..<found.lowerBound]) + meant + String(result[found.upperBound...])
    }
    return result
  }
}
