import Disclosure

extension Definitions {
  static let units = TableDefinition<Entry<ProfileItem>>(
    "units", "单位构成", "The units whose accounts the report holds"
  ) {
    $0.document { $0.document }
    $0.integer("unit_index", "序号，自 0 起", "Its place in the list, from 0", .key) { $0.index }
    $0.text("name", "单位名称", "The unit's name as printed", .required) { $0.element.text }
    $0.place { $0.element.location }
  }

  static let personnel = TableDefinition<Entry<StaffCount>>(
    "personnel", "人员构成", "Numbers of posts and people"
  ) {
    $0.document { $0.document }
    $0.integer("count_index", "序号，自 0 起", "Its place in the list, from 0", .key) { $0.index }
    $0.text(
      "status", "authorised 编制，present 在职，retired 离退休，other 其他", "authorised (posts), present, retired or other",
      .required
    ) { $0.element.status.rawValue }
    $0.text(
      "kind", "administrative 行政，civilServiceManaged 参公，publicInstitution 事业，workers 工勤，空为合计或其他",
      "administrative, civilServiceManaged, publicInstitution or workers; null for all, or another division"
    ) { $0.element.kind?.rawValue }
    $0.text("label", "数前文字", "The words before the number", .required) { $0.element.label }
    $0.text("count", "人数，按所印", "The number as printed", .required) { $0.element.count.text }
    $0.integer("part_of", "所属合计的序号", "The count_index of the count that it is a part of") { $0.element.whole }
    $0.place { $0.element.count.location }
  }

  static let evaluations = TableDefinition<Entry<PerformanceEvaluation>>(
    "evaluations", "绩效自评表", "The tables of performance self-evaluation"
  ) {
    $0.document { $0.document }
    $0.integer("evaluation_index", "序号，自 0 起", "Its place in the document's JSON, from 0", .key) { $0.index }
    $0.text("subject", "department 整体支出，project 项目", "department (all it spends) or project", .required) {
      $0.element.subject.rawValue
    }
    $0.text("name", "部门或项目名称", "The department's or the project's name") { $0.element.name }
    $0.text("title", "表名", "The title as printed") { $0.element.title }
    $0.text("maximum", "总分（分值）", "The score that can be reached, as printed") { $0.element.maximum?.text }
    $0.text("score", "总分（得分）", "The score that was reached, as printed") { $0.element.score?.text }
    $0.numbers("pages", "所在各页", "The pages it stands on") { $0.element.pages }
    $0.place { $0.element.location }
  }

  static let execution = TableDefinition<Subentry<PerformanceEvaluation, PerformanceExecution>>(
    "evaluation_execution", "绩效自评表中的预算执行情况", "The money in them: budget and execution"
  ) {
    $0.document { $0.outer.document }
    $0.integer("evaluation_index", "绩效自评表的序号", "The evaluation", .key) { $0.outer.index }
    $0.integer("line_index", "序号，自 0 起", "The line, from 0", .key) { $0.index }
    $0.text("label", "资金来源，按所印", "Its label as printed", .required) { $0.element.label }
    $0.flag(
      "is_part", "是否合计之中的一项", "Whether it is a source of the sum above it: adding both counts it twice", .required
    ) {
      $0.element.isPart
    }
    $0.yuan("initial_budget_", "年初预算（元）", "The initial budget in yuan") { $0.element.initialBudget?.yuan }
    $0.yuan("budget_", "全年预算（元）", "The adjusted full-year budget in yuan") { $0.element.budget?.yuan }
    $0.yuan("executed_", "全年执行（元）", "What was spent, in yuan") { $0.element.executed?.yuan }
    $0.text("rate", "执行率，按所印", "The rate of execution as printed") { $0.element.rate?.text }
    $0.text("maximum", "分值", "The score that can be reached") { $0.element.maximum?.text }
    $0.text("score", "得分", "The score that was reached") { $0.element.score?.text }
    $0.place { $0.element.location }
    $0.refer(["document", "evaluation_index"], to: "evaluations", ["document", "evaluation_index"])
  }

  static let indicators = TableDefinition<Subentry<PerformanceEvaluation, PerformanceIndicator>>(
    "evaluation_indicators", "绩效自评表中的绩效指标", "The indicators in them, with targets, outcomes and scores"
  ) {
    $0.document { $0.outer.document }
    $0.integer("evaluation_index", "绩效自评表的序号", "The evaluation", .key) { $0.outer.index }
    $0.integer("indicator_index", "序号，自 0 起", "The indicator, from 0", .key) { $0.index }
    $0.list("levels", "一、二、三级指标", "Its names from the first level down") { $0.element.levels }
    $0.text("target", "年度指标值", "The target as printed", .required) { $0.element.target }
    $0.text("actual", "实际完成值", "The outcome as printed", .required) { $0.element.actual }
    $0.text("maximum", "分值", "The score that can be reached") { $0.element.maximum?.text }
    $0.text("score", "得分", "The score that was reached") { $0.element.score?.text }
    $0.place { $0.element.location }
    $0.refer(["document", "evaluation_index"], to: "evaluations", ["document", "evaluation_index"])
  }
}
