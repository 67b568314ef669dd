import PageContent

/// A figure of the narrative: what it is, how much, and where it is printed.
public struct NarrativeFact: Sendable, Hashable {
  /// Which figure of its subject it is.
  public enum Measure: String, Sendable, CaseIterable {
    /// The amount itself, where no word says which: of the report's year and kind.
    case amount
    /// 决算数, 执行数 of the report's year.
    case final
    /// 年初预算, 预算数, 预算安排.
    case budget
    /// A figure of an earlier year: 2023年决算数, 上年预算数.
    case prior
    /// 增加, 减少 by an amount or a number of things.
    case change
    /// 增长, 下降 by a percentage.
    case rate
    /// 占…的 a percentage.
    case share
    /// 完成年初预算的 a percentage.
    case completion
    /// Any other percentage, of which the subject tells what it is: a rate of coverage, of satisfaction.
    case ratio
    /// A number of vehicles, people, groups, projects; a score.
    case count
  }

  /// Of a change or a comparison.
  public enum Direction: String, Sendable, CaseIterable {
    /// 增加, 增长, 大于
    case increase
    /// 减少, 下降, 小于
    case decrease
    /// 持平, 等于, 无增减
    case flat
  }

  /// The key of what it is about, from the catalogue of the narrative: `incomeExpenditureTotal`, `currentIncome`,
  /// `itemExpenditure`, `receptions`, `runningCosts`, `procurement.goods`, `vehicleCount`, …; `other` where only its words
  /// tell.
  public var kind: String
  /// The words as printed, without layout spaces: 财政拨款收入. Carried over from the clause that named it.
  public var subject: String
  /// The names of class, division and item of the functional classification, as far as printed:
  /// 一般公共服务支出（类）财政事务（款）行政运行（项） gives three. Empty for other subjects.
  public var path: [String]
  /// The code of the classification printed with the subject, its parts joined.
  public var code: String?
  public var measure: Measure
  /// The digits as printed, without layout spaces, full-width ones as ASCII.
  public var text: String
  /// As printed, without layout spaces, brackets full-width: 万元, %, 个百分点, 辆, 台（套）.
  public var unit: String
  /// What `text` says.
  public var value: ExactNumber
  /// Of a change, a rate or a comparison; nil where none is told, or where a template left both: 增加（减少）.
  public var direction: Direction?
  /// The year that a change is told against, or that a figure of an earlier year is of.
  public var comparedYear: Int?
  /// What a share is of (占…的), or what a change is told against: 年初预算数, 上年决算数.
  public var base: String?
  /// It stands in the reason for another figure: 主要原因是人员经费增加3万元.
  public var isInReason: Bool
  /// A reason is given in its sentence, or in the next one of its paragraph.
  public var statedReason: Bool
  /// The index of its section; nil before the first heading.
  public var section: Int?
  /// The index of its sentence.
  public var sentence: Int
  /// Of the digits: the box on the page where they begin, or their columns.
  public var location: Location

  public init(
    kind: String, subject: String, path: [String] = [], code: String? = nil, measure: Measure, text: String,
    unit: String, value: ExactNumber, direction: Direction? = nil, comparedYear: Int? = nil, base: String? = nil,
    isInReason: Bool = false, statedReason: Bool = false, section: Int? = nil, sentence: Int, location: Location
  ) {
    self.kind = kind
    self.subject = subject
    self.path = path
    self.code = code
    self.measure = measure
    self.text = text
    self.unit = unit
    self.value = value
    self.direction = direction
    self.comparedYear = comparedYear
    self.base = base
    self.isInReason = isInReason
    self.statedReason = statedReason
    self.section = section
    self.sentence = sentence
    self.location = location
  }

  /// What `base` names, as `kind` tells it: 占本年收入的… is a share of `currentIncome`.
  package var baseKind: String? {
    base.map { NarrativeWording.shared.factKind(Word(Wording.normalised($0)).scalars[...], in: .other) }
  }

  /// The amount of money with its unit; nil for percentages and counts.
  public var amount: Amount? {
    guard unit.ends(with: "元") else { return nil }
    return MonetaryUnit(rawValue: unit).map { Amount(value: value, unit: $0) }
  }

  /// Exactly, in yuan; nil where it is no money.
  public var yuan: ExactNumber? { amount?.yuan }

  /// A percentage in per cent.
  public var percentage: ExactNumber? { unit == "%" ? value : nil }
}
