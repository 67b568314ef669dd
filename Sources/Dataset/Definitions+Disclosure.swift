import Audit
import Disclosure

extension Definitions {
  static let disclosure = TableDefinition<Entry<DisclosureItem>>(
    "disclosure", "公开内容核对：应公开的各项是否公开", "The checklist: what a report must disclose, and whether it does"
  ) {
    $0.document { $0.document }
    $0.text("item", "事项（代码）", "The item's key", .key) { $0.element.item }
    $0.integer("item_index", "序号，自 0 起", "Its place in the checklist, from 0", .required) { $0.index }
    $0.text("name", "事项", "The item, in Chinese", .required) { $0.element.name }
    $0.text(
      "status", "disclosed 已公开，declaredEmpty 声明为空，missing 缺，notRead 未读出，notApplicable 不适用",
      "disclosed, declaredEmpty, missing, notRead (in another file, or could not be read) or notApplicable", .required
    ) { $0.element.status.rawValue }
    $0.text(
      "duty", "required 应公开，gradual 逐步公开，customary 通常公开",
      "required, gradual (demanded step by step) or customary (in the sets of tables that most publish)", .required
    ) { $0.element.duty.rawValue }
    $0.text("basis", "依据", "The laws and rules that it stands in", .required) { $0.element.basis }
    $0.text("reason", "未读出或不适用的原因", "Why it was not read or does not apply") { $0.element.reason }
    $0.text("text", "所在处的文字", "What is printed at its place, cut to a line", .required) { $0.element.text }
    $0.place { $0.element.location }
  }
}
