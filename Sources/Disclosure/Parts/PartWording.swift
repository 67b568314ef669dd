import CCatalogue
import PageContent

/// The words that a report's parts beside statements and narrative are read by. Data, not code: the resource
/// `parts.catalogue`.
struct PartWording: Sendable {
  /// What a wording says of a cell, a label or a clause.
  enum Key: String, CaseIterable {
    case headRemark = "head.remark"
    case headLevel1 = "head.level1"
    case headLevel2 = "head.level2"
    case headLevel3 = "head.level3"
    case headProperty = "head.property"
    case headMeasure = "head.measure"
    case headRate = "head.rate"
    case headScore = "head.score"
    case headMaximum = "head.maximum"
    case headActual = "head.actual"
    case headTarget = "head.target"
    case headExecuted = "head.executed"
    case headInitialBudget = "head.initialBudget"
    case headBudget = "head.budget"
    case labelProject = "label.project"
    case labelDepartment = "label.department"
    case labelOtherName = "label.otherName"
    case labelBasicExpenditure = "label.basicExpenditure"
    case labelProjectExpenditure = "label.projectExpenditure"
    case labelWhole = "label.whole"
    case labelTotal = "label.total"
    case labelPart = "label.part"
    case labelGoalOutcome = "label.goalOutcome"
    case labelGoalExpected = "label.goalExpected"
    case labelGoal = "label.goal"
    case labelEnd = "label.end"
    case taskNumber = "task.number"
    case taskOutcome = "task.outcome"
    case taskContent = "task.content"
    case taskName = "task.name"
    case functionsNone = "functions.none"
    case unitsLead = "units.lead"
    case unitsOther = "units.other"
    case unitsName = "units.name"
    case staffNone = "staff.none"
    case staffOther = "staff.other"
    case staffRetired = "staff.retired"
    case staffPresent = "staff.present"
    case staffAuthorised = "staff.authorised"
    case kindCivilServiceManaged = "kind.civilServiceManaged"
    case kindWorkers = "kind.workers"
    case kindAdministrative = "kind.administrative"
    case kindPublicInstitution = "kind.publicInstitution"
  }

  /// In the catalogue's order.
  private var entries: [(key: Key, patterns: [WordPattern])] = []
  /// The statements that were not understood; a test holds the resource to have none.
  private(set) var problems: [String] = []

  static let shared = PartWording(parsing: EmbeddedResource.bytes(juesuan_parts_catalogue))

  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    for statement in bytes.statements {
      guard let (named, wordings) = statement.halves(at: "="), let key = Key(rawValue: named.text) else {
        problems.append(statement.text)
        continue
      }
      let alternatives = wordings.alternatives
      if alternatives.contains(where: { $0.isEmpty }) { problems.append(statement.text) }
      entries.append((key, alternatives.map(WordPattern.init)))
    }
  }

  /// The first key, of those that begin as given, whose wording fits a normalised text.
  func key(of text: String, _ prefix: String) -> Key? {
    let scalars = Array(text.unicodeScalars)[...]
    let sketch = CharacterSketch(scalars)
    return entries.first { key, patterns in
      key.rawValue.hasPrefix(prefix) && patterns.contains { $0.matches(scalars, sketch) }
    }?.key
  }

  /// Whether a normalised text is worded as a key's.
  func fits(_ text: String, _ key: Key) -> Bool {
    let scalars = Array(text.unicodeScalars)[...]
    let sketch = CharacterSketch(scalars)
    return entries.contains { $0.key == key && $0.patterns.contains { $0.matches(scalars, sketch) } }
  }
}
