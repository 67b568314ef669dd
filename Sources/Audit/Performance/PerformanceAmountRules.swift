import Disclosure
import PageContent

extension Rule {
  /// The amounts of self-evaluation against each other, the narrative and the forms.
  static let performanceAmounts: [Rule] = [
    Rule(
      id: "performance.overrun", title: "执行数不超过全年预算数", english: "No more is spent than was budgeted",
      why: "全年预算数含调整数，执行数超出的，或预算数未按调整后填列，或执行数有误。",
      whyEnglish:
        "The full-year budget includes adjustments: what exceeds it is misstated, or the budget was not adjusted.",
      tolerance: .rounding, severity: .warning
    ) { PerformanceAmounts(evaluations: Evaluations(subject: $0)).evaluateOverruns(&$1) },
    Rule(
      id: "performance.part", title: "资金来源不超过资金总额", english: "A source of money does not exceed the sum",
      why: "其中各项资金是年度资金总额的组成部分。",
      whyEnglish: "Every source listed is a part of the sum.", tolerance: .rounding
    ) { PerformanceAmounts(evaluations: Evaluations(subject: $0)).evaluateParts(&$1) },
    Rule(
      id: "performance.narrative", title: "说明所引项目金额与自评表一致",
      english: "Amounts of a project in the narrative are those of its table",
      why: "项目绩效自评综述的全年预算数、执行数引自该项目的自评表。",
      whyEnglish: "The summary of a project quotes the amounts of its table.", tolerance: .rounding
    ) { PerformanceAmounts(evaluations: Evaluations(subject: $0)).evaluateNarrative(&$1) },
    Rule(
      id: "performance.projects", title: "项目个数和资金合计与自评表一致",
      english: "Number and sum of the projects are those of their tables",
      why: "说明所述项目个数、资金应与所附各项目自评表的张数、金额之和一致。",
      whyEnglish: "Number and amount stated are those of the tables of projects that follow.", tolerance: .rounding,
      severity: .warning
    ) { PerformanceAmounts(evaluations: Evaluations(subject: $0)).evaluateProjects(&$1) },
    Rule(
      id: "performance.forms", title: "整体自评表的支出总额与决算表一致",
      english: "Totals of the department's table are those of the forms",
      why: "基本支出总额、项目支出总额、部门整体支出执行数反映全年支出，应与支出决算表等报表一致。",
      whyEnglish: "The department's totals are what the forms say was spent.", tolerance: .rounding, severity: .warning
    ) { PerformanceAmounts(evaluations: Evaluations(subject: $0)).evaluateForms(&$1) },
    Rule(
      id: "performance.whole", title: "基本支出与项目支出之和等于整体支出",
      english: "Basic and project expenditure make the whole", why: "部门整体支出由基本支出和项目支出组成。",
      whyEnglish: "Basic and project expenditure are all that a department spends.", tolerance: .rounding,
      severity: .warning
    ) { PerformanceAmounts(evaluations: Evaluations(subject: $0)).evaluateWhole(&$1) },
  ]
}

private struct PerformanceAmounts {
  let evaluations: Evaluations

  private var subject: Subject { evaluations.subject }

  func evaluateOverruns(_ verdicts: inout Verdicts) {
    for evaluation in evaluations.all {
      guard let line = evaluation.spending, let budget = line.budget, let executed = line.executed else { continue }
      if executed.value - budget.value <= executed.halfUnit + budget.halfUnit {
        verdicts.record(.passed)
      } else {
        verdicts.fail(
          "\(evaluation.heading)“\(line.label)”执行数\(executed.printed)，超过预算数\(budget.printed)。",
          expected: budget.text, actual: executed.text,
          evidence: [
            evaluation.evidence(executed, row: line.label, column: "执行数"),
            evaluation.evidence(budget, row: line.label, column: "预算数"),
          ])
      }
    }
  }

  func evaluateParts(_ verdicts: inout Verdicts) {
    let columns: [(name: String, path: KeyPath<PerformanceExecution, Quantity?>)] = [
      ("年初预算数", \.initialBudget), ("预算数", \.budget), ("执行数", \.executed),
    ]
    for evaluation in evaluations.all {
      guard let whole = evaluation.spending else { continue }
      for part in evaluation.execution where part.isPart {
        for column in columns {
          guard let sum = whole[keyPath: column.path], let own = part[keyPath: column.path] else { continue }
          if own.value - sum.value <= own.halfUnit + sum.halfUnit {
            verdicts.record(.passed)
          } else {
            verdicts.fail(
              "\(evaluation.heading)“\(part.label)”\(column.name)\(own.printed)，超过“\(whole.label)”\(sum.printed)。",
              expected: sum.text, actual: own.text,
              evidence: [
                evaluation.evidence(own, row: part.label, column: column.name),
                evaluation.evidence(sum, row: whole.label, column: column.name),
              ])
          }
        }
      }
    }
  }

  // MARK: Narrative

  func evaluateNarrative(_ verdicts: inout Verdicts) {
    let narrative = subject.document.narrative
    for fact in narrative.facts where fact.measure == .budget || fact.measure == .final {
      guard let stated = fact.amount, stated.yuan != nil, let evaluation = project(of: fact),
        let line = evaluation.spending
      else { continue }
      let isBudget = fact.measure == .budget
      let cells = (isBudget ? [line.budget, line.initialBudget] : [line.executed]).compactMap { $0 }
      guard let cell = cells.first, cell.yuan != nil else {
        verdicts.record(.notEvaluable, reason: "自评表未列所引金额，或未印单位")
        continue
      }
      if cells.contains(where: { $0.amount?.agrees(with: stated) ?? false }) {
        verdicts.record(.passed)
        continue
      }
      let column = isBudget ? "预算数" : "执行数"
      verdicts.fail(
        subject.heading(of: fact.section)
          + "：“\(evaluation.name ?? "")”\(column)写作\(fact.quoted)，而\(evaluation.heading)为\(cell.printed)。",
        expected: cell.text, actual: fact.text,
        evidence: [fact.evidence, evaluation.evidence(cell, row: line.label, column: column)])
    }
  }

  /// The one project that a sentence, or else the heading over it, names.
  private func project(of fact: NarrativeFact) -> PerformanceEvaluation? {
    let narrative = subject.document.narrative
    let own = named(in: narrative.sentences[fact.sentence].text)
    if !own.isEmpty { return own.count == 1 ? own[0] : nil }
    guard let heading = narrative.section(of: fact)?.heading else { return nil }
    let above = named(in: heading)
    return above.count == 1 ? above[0] : nil
  }

  /// The shortest name that is surely a project's own.
  private static let shortestName = 4

  /// The projects that a text names, but for those whose name is a part of another's.
  private func named(in text: String) -> [PerformanceEvaluation] {
    let projects = evaluations.projects
    if projects.isEmpty { return [] }
    let text = Wording.normalised(text)
    let found = projects.filter { evaluation in
      guard let name = evaluation.name.map(Wording.normalised), name.count >= Self.shortestName else { return false }
      return text.holds(name)
    }
    return found.filter { one in
      !found.contains {
        $0.name != one.name && Wording.normalised($0.name ?? "").holds(Wording.normalised(one.name ?? ""))
      }
    }
  }

  /// 共涉及项目4个，资金622万元: held against as many tables.
  func evaluateProjects(_ verdicts: inout Verdicts) {
    let projects = evaluations.projects
    guard projects.count > 1 else { return }
    let number = ExactNumber(mantissa: Int128(projects.count), scale: 0)
    for group in subject.narrative.byParagraph {
      let counts = group.facts.filter { $0.unit == "个" }
      guard let count = counts.first(where: { $0.kind == "performanceProjects" }),
        subject.document.narrative.sectionKind(of: count) == .performance
      else { continue }
      // 其中一级项目6个, 政府性基金项目0个: which of several counts the tables are of is not told.
      guard counts.count == 1 else {
        verdicts.record(.notEvaluable, reason: "所述项目个数不止一个")
        continue
      }
      if count.value == number {
        verdicts.record(.passed)
        let amounts = group.facts.filter { $0.sentence == count.sentence && $0.measure == .amount && $0.amount != nil }
        guard amounts.count < 2 else {
          // 当年拨款…、上年结转…: each is a part.
          verdicts.record(.notEvaluable, reason: "所述项目资金分列多项")
          continue
        }
        if let amount = amounts.first, amount.kind == "performanceAmount" {
          judge(amount, against: projects, &verdicts)
        }
      } else if count.value > number {
        // Some tables may be left out on purpose; more tables than projects are a contradiction.
        verdicts.record(.notEvaluable, reason: "所附项目自评表少于所述项目个数")
      } else if !count.value.isZero, subject.document.narrative.sentences[count.sentence].text.holds("自评") {
        verdicts.fail(
          subject.heading(of: count.section) + "：项目写作\(count.quoted)，而所附项目自评表有\(projects.count)张。",
          expected: number.description, actual: count.text,
          evidence: [count.evidence]
            + projects.map { Evidence(location: $0.location, table: $0.title ?? $0.name, text: $0.name ?? "") })
      }
    }
  }

  private func judge(
    _ fact: NarrativeFact, against projects: [PerformanceEvaluation], _ verdicts: inout Verdicts
  ) {
    guard let stated = fact.amount, let yuan = stated.yuan else { return }
    let columns: [KeyPath<PerformanceExecution, Quantity?>] = [\.budget, \.executed, \.initialBudget]
    let sums = columns.compactMap {
      column -> (sum: ExactNumber, tolerance: ExactNumber, column: KeyPath<PerformanceExecution, Quantity?>)? in
      let amounts = projects.compactMap { $0.spending?[keyPath: column]?.amount }
      let values = amounts.compactMap(\.yuan)
      guard values.count == projects.count else { return nil }
      return (
        values.reduce(.zero, +), (amounts + [stated]).map(ExactNumber.halfUnit).reduce(.zero, +), column
      )
    }
    guard let first = sums.first else { return verdicts.record(.notEvaluable, reason: "有的项目自评表未见金额或单位") }
    if sums.contains(where: { ($0.sum - yuan).magnitude <= $0.tolerance }) { return verdicts.record(.passed) }
    let inUnit = first.sum.shifted(by: -(stated.unit?.power ?? 0)).trimmed
    verdicts.fail(
      subject.heading(of: fact.section)
        + "：\(projects.count)个项目资金写作\(fact.quoted)，而各项目自评表预算数合计为\(inUnit)\(fact.unit)。",
      expected: inUnit.description, actual: fact.text,
      evidence: [fact.evidence]
        + projects.map { project in
          project.evidence(
            project.spending?[keyPath: first.column], row: project.spending?.label ?? "", column: "预算数")
        })
  }

  // MARK: Forms

  func evaluateWhole(_ verdicts: inout Verdicts) {
    for evaluation in evaluations.all where evaluation.subject == .department {
      guard let basic = evaluation.basicExpenditure, let projects = evaluation.projectExpenditure,
        let line = evaluation.spending, let executed = line.executed, let a = basic.yuan, let b = projects.yuan,
        let whole = executed.yuan
      else { continue }
      let wholes = [line.executed, line.budget, line.initialBudget].compactMap { $0?.yuan }
      let tolerance = [basic, projects, executed].compactMap(\.amount).map(ExactNumber.halfUnit).reduce(.zero, +)
      if wholes.contains(where: { (a + b - $0).magnitude <= tolerance }) {
        verdicts.record(.passed)
      } else {
        verdicts.fail(
          "\(evaluation.heading)基本支出总额\(basic.printed)、项目支出总额\(projects.printed)，合计不等于“\(line.label)”执行数\(executed.printed)。",
          expected: (a + b).shifted(by: -4).trimmed.description, actual: whole.shifted(by: -4).trimmed.description,
          evidence: [
            evaluation.evidence(executed, row: line.label, column: "执行数"),
            evaluation.evidence(basic, row: "基本支出总额", column: ""),
            evaluation.evidence(projects, row: "项目支出总额", column: ""),
          ])
      }
    }
  }

  func evaluateForms(_ verdicts: inout Verdicts) {
    for evaluation in evaluations.all where evaluation.subject == .department {
      compare(evaluation, evaluation.basicExpenditure, "基本支出总额", "basic", &verdicts)
      compare(evaluation, evaluation.projectExpenditure, "项目支出总额", "project", &verdicts)
      compare(evaluation, evaluation.spending?.executed, (evaluation.spending?.label ?? "") + "执行数", "total", &verdicts)
    }
  }

  /// The money may be of all funds or of the general budget alone: one of the forms must print it.
  private func compare(
    _ evaluation: PerformanceEvaluation, _ stated: Quantity?, _ name: String, _ column: String,
    _ verdicts: inout Verdicts
  ) {
    guard let stated, let amount = stated.amount, amount.yuan != nil else { return }
    var places: [Place] = []
    for form in ["expenditure", "generalBudgetExpenditure"] {
      let reference = Catalogue.Reference(form: form, side: nil, row: "total", column: column)
      if case .place(let place) = subject.find(reference), subject.figure(place)?.amount?.yuan != nil {
        places.append(place)
      }
    }
    guard let first = places.first else {
      return verdicts.record(.notEvaluable, reason: "报告不含可比的支出决算表")
    }
    let agrees = places.contains { subject.figure($0)?.amount?.agrees(with: amount) ?? false }
    if agrees { return verdicts.record(.passed) }
    verdicts.fail(
      "\(evaluation.heading)\(name)\(stated.printed)，而\(subject.describe(first))为\(subject.figure(first)?.text ?? "")\(subject.figure(first)?.amount?.unit?.rawValue ?? "")。",
      expected: subject.figure(first)?.text, actual: stated.text,
      evidence: [evaluation.evidence(stated, row: name, column: "")] + places.map(subject.evidence))
  }
}
