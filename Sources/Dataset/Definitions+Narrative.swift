import Audit
import Disclosure

extension Definitions {
  static let facts = TableDefinition<Entry<NarrativeFact>>(
    "narrative_facts", "文字说明中的每一个数", "Every understood figure of the running text"
  ) {
    $0.document { $0.document }
    $0.integer("fact_index", "序号，自 0 起", "Its place in the document's JSON, from 0", .key) { $0.index }
    $0.text("fact", "所述事项", "What it is about", .required) { $0.element.kind }
    $0.text(
      "measure",
      "final 决算，budget 预算，prior 上年，change 增减额，rate 增减率，share 占比，completion 完成率，ratio 其他比率，count 数量，amount 金额",
      "Which figure of it: amount, final, budget, prior, change, rate, share, completion, ratio or count", .required
    ) { $0.element.measure.rawValue }
    $0.text("subject", "主语，按所印", "Its subject as printed", .required) { $0.element.subject }
    $0.list("path", "功能分类类、款、项名称", "The names of class, division and item") { $0.element.path }
    $0.text("code", "所印科目编码", "The code printed with it") { $0.element.code }
    $0.yuan("", "金额（元），精确；非金额者空", "The amount in yuan, exact; null where it is no money") { $0.element.yuan }
    $0.text("text", "原文数字", "The digits as published", .required) { $0.element.text }
    $0.text("unit", "单位，按所印", "The unit as printed: 万元, %, 辆", .required) { $0.element.unit }
    $0.text("direction", "increase 增，decrease 减，flat 持平", "increase, decrease or flat") {
      $0.element.direction?.rawValue
    }
    $0.integer("compared_year", "所比年度", "The year it is told against, or is of") { $0.element.comparedYear }
    $0.text("base", "所比或所占之数", "What a share is of, or a change told against") { $0.element.base }
    $0.flag("is_in_reason", "是否在原因说明之内", "Whether it stands in the reason for another figure", .required) {
      $0.element.isInReason
    }
    $0.flag("has_reason", "是否说明了原因", "Whether a reason is given for it", .required) { $0.element.statedReason }
    $0.text("section", "所在小标题", "The heading it stands under") {
      $0.document.document.narrative.section(of: $0.element)?.heading
    }
    $0.text("section_kind", "所在部分的种类", "The kind of the section") {
      $0.document.document.narrative.section(of: $0.element)?.kind.rawValue
    }
    $0.text("sentence", "所在句子", "The sentence it stands in", .required) {
      $0.document.document.narrative.sentence(of: $0.element).text
    }
    $0.place { $0.element.location }
  }

  static let findings = TableDefinition<Entry<Finding>>(
    "findings", "核对发现", "What the checks found"
  ) {
    $0.document { $0.document }
    $0.integer("finding_index", "序号，自 0 起", "Its place in the report, from 0", .key) { $0.index }
    $0.text("rule", "规则，见 rules", "The rule, see rules", .required) { $0.element.rule }
    $0.text("severity", "error 错误，warning 警告，info 提示", "error, warning or info", .required) {
      $0.element.severity.rawValue
    }
    $0.text("message", "说明", "What was found, in Chinese", .required) { $0.element.message }
    $0.text("expected", "应为", "What it should be") { $0.element.expected }
    $0.text("actual", "实为", "What it is") { $0.element.actual }
    $0.text("difference", "相差", "How far they are apart") { $0.element.difference }
    $0.text("tolerance", "允许误差", "How far they may be apart") { $0.element.tolerance }
    $0.integer(
      "explains", "由此而来的不符数", "How many contradictions this one cause explains; they have no rows of their own",
      .required
    ) { $0.element.consequences.count }
  }

  static let evidence = TableDefinition<Subentry<Finding, Evidence>>(
    "evidence", "核对发现所涉各处", "The printed places that a finding speaks of"
  ) {
    $0.document { $0.outer.document }
    $0.integer("finding_index", "核对发现的序号", "The finding", .key) { $0.outer.index }
    $0.integer("evidence_index", "序号，自 0 起", "Its place in the finding, from 0", .key) { $0.index }
    $0.text("table_title", "表名", "The title of the table") { $0.element.table }
    $0.text("row_name", "行", "The row") { $0.element.row }
    $0.text("column_name", "栏", "The column") { $0.element.column }
    $0.text("text", "原文，空格为空", "As printed; empty for a blank cell", .required) { $0.element.text }
    $0.place { $0.element.location }
    $0.refer(["document", "finding_index"], to: "findings", ["document", "finding_index"])
  }

  static let checks = TableDefinition<Entry<Check>>(
    "checks", "各规则核对结果，不适用者除外", "How often each rule was evaluated, with which outcome; not those that do not apply"
  ) {
    $0.document { $0.document }
    $0.integer("check_index", "序号，自 0 起", "Its place in the report, from 0", .key) { $0.index }
    $0.text("rule", "规则，见 rules", "The rule, see rules", .required) { $0.element.rule }
    $0.text(
      "outcome", "passed 通过，failed 未通过，rounding 舍入，notEvaluable 无法核对",
      "passed, failed, rounding or notEvaluable", .required
    ) { $0.element.outcome.rawValue }
    $0.text("reason", "无法核对的原因", "Why it could not be evaluated") { $0.element.reason }
    $0.integer("count", "次数", "How often", .required) { $0.element.count }
  }
}
