import Disclosure
import PageContent

extension GoldenComparison {
  /// What stands beside statements and narrative: the first part, the contents, the main tasks, the glossary.
  static func compareParts(_ was: DisclosedDocument, _ now: DisclosedDocument, _ compare: Compare) {
    func compareLines(_ form: String, _ texts: (DisclosedDocument) -> [String]) {
      let (old, new) = (texts(was), texts(now))
      for position in 0..<max(old.count, new.count) {
        compare(
          old.indices.contains(position) ? old[position] : nil, new.indices.contains(position) ? new[position] : nil,
          form, "\(position + 1)", nil)
      }
    }
    compareLines("functions") { $0.profile.functions.map { "\($0.number ?? "-") \($0.text)" } }
    compareLines("units") { $0.profile.units.map { "\($0.number ?? "-") \($0.text)" } }
    compareLines("personnel") { document in
      document.profile.personnel.map { staff in
        "\(staff.status.rawValue) \(staff.kind?.rawValue ?? "-") \(staff.label) \(quantity(staff.count))"
          + (staff.whole.map { " of \($0 + 1)" } ?? "")
      }
    }
    compareLines("tableOfContents") { document in
      document.tableOfContents.map { "\($0.number ?? "-") \($0.text) \($0.page.map(String.init) ?? "-")" }
    }
    compareLines("tasks") { document in
      document.tasks.map { "\($0.number ?? "-") \($0.name) / \($0.content ?? "-") / \($0.outcome)" }
    }
    compareLines("glossary") { $0.glossary.map { "\($0.number ?? "-") \($0.term): \($0.definition)" } }
  }

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
