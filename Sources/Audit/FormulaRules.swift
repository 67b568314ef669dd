import Disclosure
import PageContent

extension Rule {
  static let printedFormulas: [Rule] = [
    Rule(
      id: "formula.line", title: "表下所印行次公式成立", english: "The line formulas printed below a table hold",
      why: "表下注明的勾稽关系是报表自己的要求。",
      whyEnglish: "A formula printed below a table is what the form itself demands.", tolerance: .rounding
    ) { FormulaCheck(subject: $0).evaluate(.lines, &$1) },
    Rule(
      id: "formula.column", title: "表下所印栏次公式成立", english: "The column formulas printed below a table hold",
      why: "表下注明的勾稽关系是报表自己的要求。",
      whyEnglish: "A formula printed below a table is what the form itself demands.", tolerance: .rounding
    ) { FormulaCheck(subject: $0).evaluate(.columns, &$1) },
    Rule(
      id: "formula.misprint", title: "表下所印公式无误", english: "The formulas printed below a table are no misprints",
      why: "公式所指的行次、栏次与表不符，不能按所印核对。",
      whyEnglish: "A formula that points to lines or columns that are not there cannot be evaluated as printed.",
      severity: .warning
    ) { FormulaCheck(subject: $0).reportMisprints(&$1) },
  ]
}

/// The formulas printed below the tables of a document.
private struct FormulaCheck {
  let subject: Subject

  func evaluate(_ axis: Formula.Axis, _ verdicts: inout Verdicts) {
    forEachFormula { table, printed, outcome in
      guard printed.formula.axis == axis else { return }
      switch outcome {
      case .balances(let balances):
        for balance in balances {
          verdicts.weigh(
            balance, in: subject, wording: BalanceWording(parts: "按表下公式“\(printed.formula.text)”，各加数"))
        }
      case .misprint: verdicts.record(.notEvaluable, reason: "\(subject.title(table))公式“\(printed.formula.text)”疑为误印")
      case .notEvaluable(let reason): verdicts.record(.notEvaluable, reason: reason)
      case .notApplicable(let reason): verdicts.record(.notApplicable, reason: reason)
      }
    }
  }

  func reportMisprints(_ verdicts: inout Verdicts) {
    forEachFormula { table, printed, outcome in
      guard case .misprint(let explanation, let suggestion) = outcome else { return verdicts.record(.passed) }
      let formula = printed.formula
      var message = "\(subject.title(table))表下公式“\(formula.text)”疑为误印：\(explanation)"
      var evidence = [Evidence(location: printed.location, table: subject.tables[table].title, text: formula.text)]
      let scope = FormulaScope(subject: subject, table: table)
      if let suggestion, let number = scope.number(formula.axis, suggestion) {
        message += "，左边疑为 \(number) \(formula.unit)（\(scope.name(formula.axis, suggestion))）"
        if formula.axis == .lines {
          let place = Place(table: table, section: suggestion.section, row: suggestion.index, column: 0)
          evidence.append(subject.evidence(place))
        }
      }
      verdicts.fail(message + "。该公式未按所印核对数字。", evidence: evidence)
    }
  }

  private func forEachFormula(_ body: (Int, PrintedFormula, FormulaReading.Outcome) -> Void) {
    for (table, formulas) in subject.formulas.enumerated() where !formulas.isEmpty {
      let scope = FormulaScope(subject: subject, table: table)
      for printed in formulas {
        body(table, printed, FormulaReading(formula: printed.formula, scope: scope).outcome())
      }
    }
  }
}
