import Disclosure
import PageContent

extension GoldenComparison {
  /// Tables of self-evaluation, line by line.
  static func comparePerformance(
    _ was: [PerformanceEvaluation], _ now: [PerformanceEvaluation], _ compare: Compare
  ) {
    let old = keyed(was) { $0.name ?? $0.title ?? $0.subject.rawValue }
    let new = keyed(now) { $0.name ?? $0.title ?? $0.subject.rawValue }
    for (name, pair) in merged(old, new) {
      let before = pair.0.map(lines) ?? []
      let after = pair.1.map(lines) ?? []
      for (line, texts) in merged(keyed(before) { $0.name }, keyed(after) { $0.name }) {
        compare(texts.0?.text, texts.1?.text, "performance", name, line)
      }
    }
  }

  private static func lines(_ evaluation: PerformanceEvaluation) -> [(name: String, text: String)] {
    var lines = [("subject", evaluation.subject.rawValue + (evaluation.scoresByRate ? " by rate" : ""))]
    lines.append(("totals", list([evaluation.maximum, evaluation.score].map(quantity))))
    lines.append(("支出", list([evaluation.basicExpenditure, evaluation.projectExpenditure].map(quantity))))
    for line in evaluation.execution {
      let figures = [line.initialBudget, line.budget, line.executed, line.rate, line.maximum, line.score]
      lines.append((line.label, (line.isPart ? "part " : "") + list(figures.map(quantity))))
    }
    lines += evaluation.goals.map { ("goal", "\($0.text) / \($0.outcome ?? "-")") }
    for indicator in evaluation.indicators {
      let text = "\(indicator.goal.map(String.init) ?? "-") \(indicator.target) / \(indicator.actual) "
      lines.append(
        (indicator.levels.joined(separator: "/"), text + list([indicator.maximum, indicator.score].map(quantity))))
    }
    return lines
  }

  static func quantity(_ quantity: Quantity?) -> String { quantity.map { $0.text + ($0.unit ?? "") } ?? "-" }
}
