import Disclosure
import PageContent

extension DocumentJSONReader {
  static func evaluation(_ value: JSONValue) throws(Malformed) -> PerformanceEvaluation {
    let json = try JSONObject(value)
    let goals = try json.array("goals", goal)
    let goalCount = goals.count
    return PerformanceEvaluation(
      subject: try json.required("subject", JSONValue.word), name: try json.nullable("name", JSONValue.text),
      title: try json.nullable("title", JSONValue.text),
      basicExpenditure: try json.nullable("basicExpenditure", quantity),
      projectExpenditure: try json.nullable("projectExpenditure", quantity),
      execution: try json.array("execution", execution),
      scoresByRate: try json.required("scoresByRate", JSONValue.flag), goals: goals,
      indicators: try json.array("indicators") { value throws(Malformed) in try indicator(value, goalCount) },
      maximum: try json.nullable("maximum", quantity), score: try json.nullable("score", quantity),
      pages: try json.array("pages", JSONValue.positive), location: try json.required("location", location))
  }

  private static func execution(_ value: JSONValue) throws(Malformed) -> PerformanceExecution {
    let json = try JSONObject(value)
    return PerformanceExecution(
      label: try json.required("label", JSONValue.text), isPart: try json.required("part", JSONValue.flag),
      initialBudget: try json.nullable("initialBudget", quantity), budget: try json.nullable("budget", quantity),
      executed: try json.nullable("executed", quantity), rate: try json.nullable("rate", quantity),
      maximum: try json.nullable("maximum", quantity), score: try json.nullable("score", quantity),
      location: try json.requiredLocation())
  }

  private static func goal(_ value: JSONValue) throws(Malformed) -> PerformanceGoal {
    let json = try JSONObject(value)
    return PerformanceGoal(
      text: try json.required("text", JSONValue.text), outcome: try json.nullable("outcome", JSONValue.text),
      location: try json.requiredLocation())
  }

  private static func indicator(_ value: JSONValue, _ goalCount: Int) throws(Malformed) -> PerformanceIndicator {
    let json = try JSONObject(value)
    return PerformanceIndicator(
      levels: try json.array("levels", JSONValue.text),
      goal: try json.nullable("goal") { value throws(Malformed) in try index(value, below: goalCount) },
      target: try json.required("target", JSONValue.text), actual: try json.required("actual", JSONValue.text),
      maximum: try json.nullable("maximum", quantity), score: try json.nullable("score", quantity),
      location: try json.requiredLocation())
  }

  static func quantity(_ value: JSONValue) throws(Malformed) -> Quantity {
    let json = try JSONObject(value)
    let text = try json.required("text", JSONValue.text)
    guard let number = ExactNumber(published: text) else {
      throw Malformed("the text “\(text.excerpt())” is no number")
    }
    let quantity = Quantity(
      text: text, unit: try json.nullable("unit", JSONValue.text), value: number, location: try json.requiredLocation())
    guard let expected = quantity.yuan else { return quantity }
    guard case .number(let literal) = try json.required("yuan", { $0.content }),
      let yuan = ExactNumber(literal: literal), yuan.isIdentical(to: expected)
    else { throw Malformed("“yuan” is not what “\((text + (quantity.unit ?? "")).excerpt())” makes") }
    return quantity
  }
}
