import Disclosure
import PageContent

/// A figure that should equal the sum of others.
struct Balance {
  /// What stands on the left of the equals sign.
  enum Total {
    case figure(Place)
    /// A table that is empty: it states nothing, which counts as nothing.
    case empty(table: Int)
  }

  struct Part: Hashable {
    var place: Place
    var isSubtracted = false
  }

  var total: Total
  var parts: [Part]
  /// Tables on the right-hand side that are empty.
  var emptyTables: [Int] = []

  init(total: Total, parts: [Part], emptyTables: [Int] = []) {
    self.total = total
    self.parts = parts
    self.emptyTables = emptyTables
  }

  init(_ total: Place, _ parts: some Sequence<Place>) {
    self.init(total: .figure(total), parts: parts.map { Part(place: $0) })
  }

  /// What tells balances apart: the figures that take part, blank ones left out.
  struct Identity: Hashable {
    var total: Place
    var parts: Set<Part>
  }

  /// How far the two sides lie apart.
  struct Gap {
    /// The sum of the parts.
    var expected: ExactNumber
    /// What is printed as the total; nothing where it is blank.
    var actual: ExactNumber
    var tolerance: ExactNumber
    /// The unit of the three; nil where the report states none.
    var unit: MonetaryUnit?

    var difference: ExactNumber { actual - expected }
  }

  enum Verdict {
    case passed
    case rounding(Gap)
    case failed(Gap)
    /// Nothing is printed on either side.
    case notApplicable
    case notEvaluable(reason: String)

    /// Whether the figures agree.
    var holds: Bool {
      switch self {
      case .passed, .rounding: true
      case .failed, .notApplicable, .notEvaluable: false
      }
    }
  }
}

extension Balance {
  /// Weighs both sides. Arithmetic is exact, in the published unit, or in yuan where units differ.
  ///
  /// Each of n published parts, and the total, may have been rounded by half a unit of its last place, so the two sides
  /// may lie (n + 1) half units apart. A blank or a dash is nothing, and nothing has no rounding in it.
  func verdict(in subject: Subject) -> Verdict {
    var scale = Scale()
    var sum = ExactNumber.zero
    var printed = 0
    // The first pass tells the unit to reckon in.
    if case .figure(let place) = total, let problem = scale.include(place, in: subject) { return problem }
    for part in parts {
      if let problem = scale.include(part.place, in: subject) { return problem }
    }
    if scale.figures == 0 {
      return .notApplicable
    }
    if scale.hasUnknownUnit, scale.spansTables { return .notEvaluable(reason: "表未印金额单位，无法跨表比较") }
    for part in parts {
      guard let amount = subject.amount(part.place) else { continue }
      printed += 1
      let value = scale.value(of: amount)
      sum = part.isSubtracted ? sum - value : sum + value
    }
    var actual = ExactNumber.zero
    if case .figure(let place) = total, let amount = subject.amount(place) {
      printed += 1
      actual = scale.value(of: amount)
    }
    if actual == sum { return .passed }
    if let table = tables.first(where: { subject.unreadForms.contains(subject.tables[$0].form) }) {
      return .notEvaluable(reason: "\(subject.title(table))有未能识读的部分")
    }
    let gap = Gap(
      expected: sum, actual: actual, tolerance: scale.halfUnits(printed), unit: scale.isMixed ? .yuan : scale.unit)
    return gap.difference.magnitude <= gap.tolerance ? .rounding(gap) : .failed(gap)
  }

  /// The tables that it is about.
  private var tables: [Int] {
    var tables = emptyTables + parts.map(\.place.table)
    switch total {
    case .figure(let place): tables.append(place.table)
    case .empty(let table): tables.append(table)
    }
    return tables
  }

  func identity(in subject: Subject) -> Identity? {
    guard case .figure(let place) = total else { return nil }
    return Identity(total: place, parts: Set(parts.filter { subject.amount($0.place) != nil }))
  }
}

/// The unit that figures are reckoned in, and the coarsest place that they are published to.
private struct Scale {
  private(set) var figures = 0
  private(set) var unit: MonetaryUnit?
  private(set) var isMixed = false
  private(set) var hasUnknownUnit = false
  private(set) var spansTables = false
  private var table: Int?
  /// Decimals of the coarsest figure, in the published unit and in yuan.
  private var decimals = Int.max
  private var yuanDecimals = Int.max

  /// Digits that a reckoning is sure to hold: more are no amount of money.
  private static let widestMantissa: Int128 = 1_000_000_000_000_000_000
  private static let finestScale = 10
  /// What has eight digits or more may be cut.
  private static let widestShown: Int128 = 10_000_000

  /// Takes a figure into account; gives a verdict where it cannot be reckoned with.
  mutating func include(_ place: Place, in subject: Subject) -> Balance.Verdict? {
    switch subject.value(place) {
    case nil, .dash: return nil
    case .unreadable where subject.figure(place) == nil:
      return .notEvaluable(reason: "\(subject.describe(place))旁有数字不能归入任何一栏")
    case .unreadable:
      return .notEvaluable(reason: "\(subject.describe(place))的“\(subject.figure(place)?.text ?? "")”不能识读为数字")
    case .amount(let amount):
      guard amount.value.scale <= Scale.finestScale, amount.value.magnitude.mantissa < Scale.widestMantissa else {
        return .notEvaluable(reason: "\(subject.describe(place))的“\(subject.figure(place)?.text ?? "")”位数过多")
      }
      if let table, table != place.table { spansTables = true }
      table = place.table
      if let amountUnit = amount.unit {
        if let unit, unit != amountUnit { isMixed = true }
        unit = amountUnit
      } else {
        hasUnknownUnit = true
      }
      figures += 1
      // A zero is zero to any place: it does not make its neighbours coarser.
      if amount.value.isZero { return nil }
      // A spreadsheet shows as many digits as its cell is wide, ten at most: 936647884.3 is no finer than it says, whatever
      // its neighbours are.
      let isCut = amount.value.magnitude.mantissa >= Scale.widestShown
      let scale = isCut ? amount.value.scale : max(amount.value.scale, subject.unpaddedScales[place.table] ?? 0)
      decimals = min(decimals, scale)
      yuanDecimals = min(yuanDecimals, scale - (amount.unit?.power ?? 0))
      return nil
    }
  }

  func value(of amount: Amount) -> ExactNumber { isMixed ? amount.yuan ?? amount.value : amount.value }

  /// So many halves of a unit of the coarsest last place.
  func halfUnits(_ count: Int) -> ExactNumber {
    let places = isMixed ? yuanDecimals : decimals
    return ExactNumber(mantissa: Int128(count) * 5, scale: 0).shifted(by: -(places == .max ? 0 : places) - 1)
  }
}
