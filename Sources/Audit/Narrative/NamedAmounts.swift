import Disclosure
import PageContent

/// The current amounts of a narrative by what names them. What the same words mean is looked for once.
final class NamedAmounts {
  private let amounts: [(fact: NarrativeFact, words: String)]
  private var meant: [Name: [NarrativeFact]] = [:]

  private struct Name: Hashable {
    var words: String
    var kind: String
  }

  /// With the words that name each, normalised.
  init(_ amounts: [(fact: NarrativeFact, words: String)]) { self.amounts = amounts }

  /// The amounts that normalised words of a kind may mean.
  func meant(by words: String, kind: String, _ comparisons: Comparisons) -> [NarrativeFact] {
    let name = Name(words: words, kind: kind)
    if let known = meant[name] { return known }
    // Words are compared both ways.
    comparisons.add(2 * amounts.count)
    let found = amounts.filter { other, otherWords in
      NamedAmounts.isNamed(otherWords, words) || kind != "other" && other.kind == kind && other.path.isEmpty
    }.map(\.fact)
    meant[name] = found
    return found
  }

  /// The expenditure that the report states as a whole.
  private(set) lazy var expenditureAsAWhole: [NarrativeFact] = amounts.map(\.fact).filter {
    $0.path.isEmpty && NamedAmounts.expenditures.contains($0.kind)
  }

  private static let expenditures: Set = [
    "generalBudgetExpenditure", "fiscalAppropriationExpenditure", "currentExpenditure", "appropriationTotal",
  ]

  /// Whether words name what others do: 本年支出合计 or 支出合计 for 本年支出合计.
  private static func isNamed(_ own: String, _ other: String) -> Bool {
    if own.isEmpty || other.isEmpty { return false }
    return own.ends(with: other) || other.ends(with: own) || own.begins(with: other) || other.begins(with: own)
  }
}
