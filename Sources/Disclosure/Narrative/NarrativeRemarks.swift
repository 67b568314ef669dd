import PageContent

/// What a sum is said to consist of: 人员经费…主要包括：基本工资、津贴补贴、….
public struct NarrativeList: Sendable, Hashable {
  /// As that of a fact.
  public var kind: String
  public var subject: String
  /// As printed, without layout spaces.
  public var items: [String]
  public var section: Int?
  public var sentence: Int
  /// Of the first item.
  public var location: Location

  public init(
    kind: String, subject: String, items: [String], section: Int?, sentence: Int, location: Location
  ) {
    self.kind = kind
    self.subject = subject
    self.items = items
    self.section = section
    self.sentence = sentence
    self.location = location
  }
}

/// A comparison without a figure: 决算数小于预算数, 与2023年度持平.
public struct NarrativeStatement: Sendable, Hashable {
  /// What a subject's amount of this year is held against.
  public enum Basis: String, Sendable, CaseIterable {
    /// 预算数, 年初预算
    case budget
    /// The year before, or `comparedYear`.
    case prior
  }

  public var kind: String
  public var subject: String
  public var path: [String]
  public var code: String?
  public var direction: NarrativeFact.Direction
  public var basis: Basis
  public var comparedYear: Int?
  /// A reason is given in its sentence, or in the next one of its paragraph.
  public var statedReason: Bool
  public var section: Int?
  public var sentence: Int
  /// Of the words that state the direction.
  public var location: Location

  public init(
    kind: String, subject: String, path: [String] = [], code: String? = nil, direction: NarrativeFact.Direction,
    basis: Basis, comparedYear: Int? = nil, statedReason: Bool = false, section: Int? = nil, sentence: Int,
    location: Location
  ) {
    self.kind = kind
    self.subject = subject
    self.path = path
    self.code = code
    self.direction = direction
    self.basis = basis
    self.comparedYear = comparedYear
    self.statedReason = statedReason
    self.section = section
    self.sentence = sentence
    self.location = location
  }
}

/// A date or a year that the narrative states: 截至2023年12月31日, 与2022年度相比.
public struct NarrativeDate: Sendable, Hashable {
  public enum Role: String, Sendable, CaseIterable {
    /// 截至, 至, …末: the day to which counts hold.
    case asOf
    /// 与…相比, 比…, 较…
    case comparison
    case other
  }

  public var year: Int
  public var month: Int?
  public var day: Int?
  public var role: Role
  public var section: Int?
  public var sentence: Int
  public var location: Location

  public init(
    year: Int, month: Int? = nil, day: Int? = nil, role: Role, section: Int?, sentence: Int, location: Location
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.role = role
    self.section = section
    self.sentence = sentence
    self.location = location
  }
}
