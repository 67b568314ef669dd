import Disclosure

extension DocumentJSON {
  static func performance(_ evaluations: [PerformanceEvaluation], to json: inout JSONWriter) {
    json.member("performance", evaluations, .block) { json, evaluation in
      json.onOneLine { json in
        json.member("subject", evaluation.subject.rawValue)
        json.member("name", evaluation.name)
        json.member("title", evaluation.title)
        json.member("pages", evaluation.pages)
        json.member("scoresByRate")
        json.bool(evaluation.scoresByRate)
      }
      json.member("location", evaluation.location)
      json.quantity("basicExpenditure", evaluation.basicExpenditure)
      json.quantity("projectExpenditure", evaluation.projectExpenditure)
      json.member("execution", evaluation.execution, .line) { json, line in
        json.member("label", line.label)
        json.member("part")
        json.bool(line.isPart)
        json.quantity("initialBudget", line.initialBudget)
        json.quantity("budget", line.budget)
        json.quantity("executed", line.executed)
        json.quantity("rate", line.rate)
        json.quantity("maximum", line.maximum)
        json.quantity("score", line.score)
        json.members(of: line.location)
      }
      json.member("goals", evaluation.goals, .line) { json, goal in
        json.member("text", goal.text)
        json.member("outcome", goal.outcome)
        json.members(of: goal.location)
      }
      json.member("indicators", evaluation.indicators, .line) { json, indicator in
        json.member("levels", indicator.levels, .line)
        json.member("goal", indicator.goal)
        json.member("target", indicator.target)
        json.member("actual", indicator.actual)
        json.quantity("maximum", indicator.maximum)
        json.quantity("score", indicator.score)
        json.members(of: indicator.location)
      }
      json.quantity("maximum", evaluation.maximum)
      json.quantity("score", evaluation.score)
    }
  }
}

extension JSONWriter {
  /// Null where it is not printed.
  mutating func quantity(_ name: StaticString, _ quantity: Quantity?) {
    member(name)
    guard let quantity else { return null() }
    object(.line) { json in
      json.member("text", quantity.text)
      json.member("unit", quantity.unit)
      if let yuan = quantity.yuan {
        json.member("yuan")
        json.decimal(yuan, decimals: 2)
      }
      json.members(of: quantity.location)
    }
  }
}
