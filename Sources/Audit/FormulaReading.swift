import Disclosure

/// What a printed formula comes to in its table.
struct FormulaReading {
  enum Outcome {
    /// To be evaluated: one balance for each column, or row.
    case balances([Balance])
    /// It cannot be meant as printed.
    case misprint(explanation: String, suggestion: FormulaScope.Slot?)
    case notEvaluable(reason: String)
    case notApplicable(reason: String)
  }

  let formula: Formula
  let scope: FormulaScope

  func outcome() -> Outcome {
    let axis = formula.axis
    let unit = formula.unit
    let numbers = Set(formula.terms.map(\.number))
    let isOwnAddend = numbers.contains(formula.left)
    guard scope.isNumbered(axis) else {
      if isOwnAddend { return .misprint(explanation: ownAddend, suggestion: nil) }
      let status = scope.subject.tables[scope.table].status
      return status == .present
        ? .notEvaluable(reason: "\(scope.subject.title(scope.table))未印\(unit)次") : .notApplicable(reason: "表中无数据")
    }
    guard let section = sectionOfTerms() else {
      if let gone = (numbers.sorted() + [formula.left]).first(where: isNone) {
        return .misprint(explanation: "表中没有\(gone)\(unit)", suggestion: nil)
      }
      return .notEvaluable(reason: "\(scope.subject.title(scope.table))公式“\(formula.text)”所指各\(unit)不明")
    }
    let parts = parts(in: section)
    if isOwnAddend { return .misprint(explanation: ownAddend, suggestion: suggestion(section, parts)) }
    if let gone = numbers.sorted().first(where: isNone) {
      return .misprint(explanation: "表中没有\(gone)\(unit)", suggestion: nil)
    }
    switch scope.slot(formula.left, axis, in: section) {
    case .ambiguous: return .notEvaluable(reason: "\(scope.subject.title(scope.table))\(unit)次\(formula.left)重复")
    case .none, .unprinted:
      if case .slot = scope.slot(formula.left, axis) {
        return .misprint(explanation: "\(formula.left)\(unit)在表的另一侧", suggestion: suggestion(section, parts))
      }
      if isNone(formula.left) {
        return .misprint(explanation: "表中没有\(formula.left)\(unit)", suggestion: suggestion(section, parts))
      }
      return .notEvaluable(reason: "\(scope.subject.title(scope.table))未见\(unit)次\(formula.left)")
    case .slot(let left):
      let balances = scope.balances(axis, section: section, total: left.index, parts: parts)
      if !scope.isSum(axis, left), fails(balances), let other = suggestion(section, parts), other != left {
        return .misprint(explanation: "“\(scope.name(axis, left))”不是合计\(unit)，数字也不符", suggestion: other)
      }
      return .balances(balances)
    }
  }

  private var ownAddend: String { "左边的\(formula.left)\(formula.unit)又是右边的加数" }

  private func isNone(_ number: Int) -> Bool {
    if case .none = scope.slot(number, formula.axis) { true } else { false }
  }

  /// The section in which the terms stand; where several number alike, the one that also holds the left side.
  private func sectionOfTerms() -> Int? {
    var sections: Set<Int>?
    for term in formula.terms {
      let holding = scope.sections(holding: term.number, formula.axis)
      if holding.isEmpty { continue }
      sections = sections.map { $0.intersection(holding) } ?? Set(holding)
    }
    guard let sections, !sections.isEmpty else { return nil }
    if sections.count == 1 { return sections.first }
    let whole = sections.intersection(scope.sections(holding: formula.left, formula.axis))
    return whole.count == 1 ? whole.first : nil
  }

  private func parts(in section: Int) -> [(index: Int, isSubtracted: Bool)] {
    formula.terms.compactMap { term in
      guard case .slot(let slot) = scope.slot(term.number, formula.axis, in: section) else { return nil }
      return (slot.index, term.isSubtracted)
    }
  }

  private func fails(_ balances: [Balance]) -> Bool {
    balances.contains { if case .failed = $0.verdict(in: scope.subject) { true } else { false } }
  }

  /// A sum of the section that has the very value the formula demands, in every column; else the sum right after the
  /// last addend.
  private func suggestion(_ section: Int, _ parts: [(index: Int, isSubtracted: Bool)]) -> FormulaScope.Slot? {
    let addends = Set(parts.map(\.index))
    let sums = (0..<scope.count(formula.axis, section: section))
      .map { FormulaScope.Slot(section: section, index: $0) }
      .filter { !addends.contains($0.index) && scope.isSum(formula.axis, $0) && scope.number(formula.axis, $0) != nil }
    let fitting = sums.filter { slot in
      let verdicts = scope.balances(formula.axis, section: section, total: slot.index, parts: parts)
        .map { $0.verdict(in: scope.subject) }
      return verdicts.contains(where: \.holds)
        && verdicts.allSatisfy { if case .failed = $0 { false } else { true } }
    }
    let next = (addends.max() ?? 0) + 1
    return fitting.first { $0.index == next } ?? fitting.first ?? sums.first { $0.index == next }
  }
}
