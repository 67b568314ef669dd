import CCatalogue

/// The words that the narrative is read by. Data, not code: the resource `narrative.catalogue` says it all, and its head
/// describes its notation.
final class NarrativeWording: Sendable {
  /// The parts that words play in a sentence.
  enum Role: Int, CaseIterable {
    case increase, decrease, change, flat
    case share, completion, budget, final, prior
    /// 与, 比, 较, which begin what a figure is held against; what may follow them; what ends it.
    case compare, compared, compareEnd
    /// 预算 among the words of a comparison, and what says that it is the outcome after all.
    case planned, executed
    case reason, purpose, list, listEnd, ofWhich, greater, less, threshold, asOf, comparisonDate
    /// Words before a subject that are none of it.
    case lead
    /// Words between a subject and its figure that say nothing.
    case filler
    /// Words that name no subject by themselves: the figure's subject is that of the clause before.
    case generic
    /// 收入, 支出: subjects of their own only where no other is told.
    case side
    /// What a heading ends with besides the subject that it names.
    case headingTail
    /// What ends a clause that the next one goes on with: …的，
    case unfinished
    /// …支出预算中，: what follows are parts of it.
    case within
    /// Names that 预算 belongs to: 一般公共预算 tells no budgeted amount.
    case fund
  }

  /// What a unit counts.
  enum UnitClass: String { case money, percent, count }

  fileprivate struct FactKind {
    var key: String
    /// Only in sections of this kind.
    var section: NarrativeSection.Kind?
  }

  private let sections: PatternList<NarrativeSection.Kind>
  private let facts: PatternList<FactKind>
  /// Longest first.
  private let units: WordList
  private let unitClasses: [UnitClass]
  private let words: [WordList]
  /// What a comparison is made in, what tells whether a figure rises or falls, and what makes a sentence worth reading
  /// that holds no figure.
  let relations: WordList
  let trends: WordList
  let remarks: WordList
  /// The statements that were not understood; a test holds the resource to have none.
  let problems: [String]

  static let shared = NarrativeWording(parsing: EmbeddedResource.bytes(juesuan_narrative_catalogue))

  /// The words of a role, longest first.
  subscript(_ role: Role) -> WordList { words[role.rawValue] }

  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    var draft = Draft()
    var problems: [String] = []
    for statement in bytes.statements where !draft.read(statement) { problems.append(statement.text) }
    self.problems = problems
    sections = draft.sections
    facts = draft.facts
    let units = draft.units.sorted { $0.unit.count > $1.unit.count }
    self.units = WordList(units.map(\.unit))
    unitClasses = units.map(\.unitClass)
    let words = draft.words.map(WordList.longestFirst)
    self.words = words
    func all(_ roles: Role...) -> WordList { WordList(roles.flatMap { words[$0.rawValue].words }) }
    relations = all(.greater, .less, .flat)
    trends = all(.increase, .decrease, .flat, .change)
    remarks = all(.flat, .greater, .less, .list, .reason, .increase, .decrease)
  }

  /// The kind of section that a heading begins; nil where none of the catalogue's wordings fits.
  func sectionKind(_ text: Scalars) -> NarrativeSection.Kind? { sections.first(in: text) }

  func factKind(_ text: Scalars, in section: NarrativeSection.Kind) -> String {
    facts.first(in: text) { $0.section == nil || $0.section == section }?.key ?? "other"
  }

  /// The unit that a text begins with.
  func unit(leading text: Scalars) -> (unit: Word, unitClass: UnitClass)? {
    units.index(leading: text).map { (units.words[$0], unitClasses[$0]) }
  }
}

/// The statements of the catalogue as they are read.
private struct Draft {
  var sections = PatternList<NarrativeSection.Kind>()
  var facts = PatternList<NarrativeWording.FactKind>()
  var units: [(unit: Word, unitClass: NarrativeWording.UnitClass)] = []
  var words: [[Word]] = Array(repeating: [], count: NarrativeWording.Role.allCases.count)

  /// Whether the statement was understood.
  mutating func read(_ statement: Notation) -> Bool {
    guard let (named, wordings) = statement.halves(at: "=") else { return false }
    let head = named.words
    let alternatives = wordings.alternatives
    guard head.count == 2, !alternatives.contains(where: { $0.isEmpty }) else { return false }
    if head[0] == "section" {
      guard let kind = NarrativeSection.Kind(rawValue: head[1].text) else { return false }
      sections.append(kind, alternatives.map(WordPattern.init))
    } else if head[0] == "fact" {
      let (key, place) = head[1].halves(at: "@") ?? (head[1], nil)
      let section = place.flatMap { NarrativeSection.Kind(rawValue: $0.text) }
      guard place == nil || section != nil else { return false }
      facts.append(
        NarrativeWording.FactKind(key: key.text, section: section), alternatives.map(WordPattern.init))
    } else if head[0] == "words" {
      guard let role = NarrativeWording.Role(name: head[1].text) else { return false }
      words[role.rawValue] += alternatives.map { Word($0.text) }
    } else if head[0] == "unit" {
      guard let unitClass = NarrativeWording.UnitClass(rawValue: head[1].text) else { return false }
      units += alternatives.map { (Word($0.text), unitClass) }
    } else {
      return false
    }
    return true
  }
}

extension NarrativeWording.Role {
  /// The role as the catalogue names it.
  init?(name: String) {
    switch name {
    case "increase": self = .increase
    case "decrease": self = .decrease
    case "change": self = .change
    case "flat": self = .flat
    case "share": self = .share
    case "completion": self = .completion
    case "budget": self = .budget
    case "final": self = .final
    case "prior": self = .prior
    case "compare": self = .compare
    case "compared": self = .compared
    case "compareEnd": self = .compareEnd
    case "planned": self = .planned
    case "executed": self = .executed
    case "reason": self = .reason
    case "purpose": self = .purpose
    case "list": self = .list
    case "listEnd": self = .listEnd
    case "ofWhich": self = .ofWhich
    case "greater": self = .greater
    case "less": self = .less
    case "threshold": self = .threshold
    case "asOf": self = .asOf
    case "comparisonDate": self = .comparisonDate
    case "lead": self = .lead
    case "filler": self = .filler
    case "generic": self = .generic
    case "side": self = .side
    case "headingTail": self = .headingTail
    case "unfinished": self = .unfinished
    case "within": self = .within
    case "fund": self = .fund
    default: return nil
    }
  }
}
