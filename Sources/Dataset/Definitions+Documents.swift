import Audit
import Disclosure

/// The tables of the dataset.
enum Definitions {
  static let inputs = TableDefinition<InputRecord>(
    "inputs", "输入文件及其结果，含未能读取者", "The input files and what became of them, those that could not be read among them"
  ) {
    $0.text("name", "文件名", "The file's name", .key) { $0.name }
    $0.text("sha256", "文件的 SHA-256", "The SHA-256 of the file") { $0.sha256 }
    $0.integer("bytes", "文件大小", "The size of the file") { $0.bytes }
    $0.text("status", "done 已读取，failed 未能读取", "done, or failed", .required) { $0.isDone ? "done" : "failed" }
    $0.text("reason", "未能读取的原因（代码）", "Why it failed, in a word") { $0.reason }
    $0.text("message", "未能读取的原因（说明）", "Why it failed") { $0.message }
    $0.text("document", "文档", "The document that was read from it; several files may hold one") { $0.document }
    $0.refer(["document"], to: "documents", ["document"])
  }

  static let documents = TableDefinition<DocumentRecord>(
    "documents", "已读取的报告", "The reports that were read"
  ) {
    $0.text("document", "键：SHA-256 的前 16 位", "The key: the first 16 digits of its SHA-256", .key) { $0.key }
    $0.text("sha256", "文件的 SHA-256", "The SHA-256 of the file", .required) { $0.document.source.sha256 }
    $0.text("name", "文件名（读取时）", "The file's name when it was read", .required) { $0.document.source.name }
    $0.text("media_type", "文件类型", "The media type", .required) { $0.document.source.mediaType }
    $0.integer("page_count", "页数，文本文件无", "The number of pages; none for a text") { $0.document.source.pageCount }
    $0.text("department", "部门或单位，按报告所称", "The department or unit, as the report names it") { $0.document.department }
    $0.integer("fiscal_year", "年度", "The fiscal year") { $0.document.fiscalYear }
    $0.text("kind", "finalAccounts 决算，budget 预算", "finalAccounts or budget") { $0.document.kind?.rawValue }
    $0.text("scope", "department 部门（含所属单位），unit 单位", "department (with all its units) or unit") {
      $0.document.scope?.rawValue
    }
    $0.text("published_on", "公开日期，或仅年月", "The day of publication, or the month where only that is printed") {
      $0.document.publishedOn
    }
    $0.text(
      "content", "tables 仅有报表，narrative 仅有文字说明，both 两者都有",
      "Its parts: tables, narrative or both, which may be published apart"
    ) {
      $0.document.content?.rawValue
    }
    $0.flag(
      "has_report", "是否附有核对报告", "Whether it was checked; without, it has no rows in findings, checks and disclosure",
      .required
    ) {
      $0.report != nil
    }
    $0.integer("errors", "核对发现的错误数", "The findings of severity error") { $0.report?.count(of: .error) }
    $0.integer("warnings", "核对发现的警告数", "The findings of severity warning") { $0.report?.count(of: .warning) }
    $0.integer("checks_passed", "通过的核对数", "Evaluations that passed") { $0.report?.count(of: .passed) }
    $0.integer("checks_failed", "未通过的核对数", "Evaluations that failed") { $0.report?.count(of: .failed) }
    $0.integer("checks_rounding", "差异可由舍入解释的核对数", "Evaluations whose difference rounding explains") {
      $0.report?.count(of: .rounding)
    }
    $0.text("document_sha256", "文档 JSON 的 SHA-256", "The SHA-256 of the document's JSON", .required) { $0.documentHash }
    $0.text("report_sha256", "核对报告 JSON 的 SHA-256", "The SHA-256 of the report's JSON") { $0.reportHash }
  }

  static let missingTables = TableDefinition<Entry<String>>(
    "missing_tables", "应有而缺的报表", "Forms that the year and kind, or its own contents, call for and that it lacks"
  ) {
    $0.document { $0.document }
    $0.text("form", "报表种类，见 forms", "The form, see forms", .key) { $0.element }
  }

  static let problems = TableDefinition<Entry<Problem>>(
    "problems", "未能读取或不确定之处", "What could not be read, or not surely"
  ) {
    $0.document { $0.document }
    $0.integer("problem_index", "序号，自 0 起", "Its place in the document's list, from 0", .key) { $0.index }
    $0.text("kind", "种类", "The kind of problem", .required) { $0.element.kind.rawValue }
    $0.text("detail", "所涉内容", "What it is about", .required) { $0.element.detail }
    $0.place { $0.element.location }
  }
}

/// What became of an input file.
package struct InputRecord: Sendable, Hashable {
  package var name: String
  package var sha256: String?
  package var bytes: Int?
  package var isDone: Bool
  package var reason: String?
  package var message: String?
  /// The key of its document.
  package var document: String?

  package init(
    name: String, sha256: String? = nil, bytes: Int? = nil, isDone: Bool, reason: String? = nil, message: String? = nil,
    document: String? = nil
  ) {
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
    self.isDone = isDone
    self.reason = reason
    self.message = message
    self.document = document
  }
}
