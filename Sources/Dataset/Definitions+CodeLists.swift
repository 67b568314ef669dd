import Audit
import Disclosure

extension Definitions {
  static let forms = TableDefinition<Catalogue.Form>(
    "forms", "代码表：报表种类", "Code list: the forms", isOfDocuments: false
  ) {
    $0.text("form", "报表种类", "The form", .key) { $0.id }
    $0.text("kind", "finalAccounts 决算，budget 预算", "finalAccounts or budget", .required) { $0.kind.rawValue }
    $0.text("title", "表名", "Its title", .required) { $0.title }
    $0.text("english", "英文名", "Its title in English", .required) { $0.english }
    $0.text("classification", "行的分类", "The classification of its rows") { $0.classification?.word }
  }

  static let formColumns = TableDefinition<FormKey>(
    "form_columns", "代码表：各报表的栏", "Code list: the columns of the forms", isOfDocuments: false
  ) {
    $0.text("form", "报表种类", "The form", .key) { $0.form }
    $0.text("column_key", "栏的项目", "The key of the column", .key) { $0.key }
    $0.text("name", "栏名", "What it is called", .required) { $0.name }
    $0.refer(["form"], to: "forms", ["form"])
  }

  static let formItems = TableDefinition<FormKey>(
    "form_items", "代码表：各报表的行项目", "Code list: the line items of the forms", isOfDocuments: false
  ) {
    $0.text("form", "报表种类", "The form", .key) { $0.form }
    $0.text("side", "收入、支出等侧，空为不分侧", "The side; empty where the form has one", .key) { $0.side ?? "" }
    $0.text("item", "行的项目", "The key of the line item", .key) { $0.key }
    $0.text("name", "行名", "What it is called", .required) { $0.name }
    $0.refer(["form"], to: "forms", ["form"])
  }

  static let classification = TableDefinition<ClassificationEntry>(
    "classification", "代码表：政府收支分类科目，按版本", "Code list: the classification of revenue and expenditure, by edition",
    isOfDocuments: false
  ) {
    $0.text("code", "科目编码", "The code", .key) { $0.code.digits }
    $0.text("name", "科目名称", "An official name of it; a code may have had several", .key) { $0.name.text }
    $0.integer("from_year", "名称启用年度，空为不详", "The first fiscal year of the name; null where it is not known") {
      $0.name.years.lowerBound == OfficialNames.Name.always.lowerBound ? nil : $0.name.years.lowerBound
    }
    $0.integer("to_year", "名称停用年度，空为沿用至今或不详", "The last fiscal year of the name; null where it is in use or not known")
    {
      $0.name.years.upperBound == OfficialNames.Name.always.upperBound ? nil : $0.name.years.upperBound
    }
    $0.text("classification", "functional 功能分类，economic 经济分类", "functional or economic", .required) {
      $0.code.classification.word
    }
    $0.text("level", "class 类，division 款，item 项", "class, division or item", .required) { $0.code.level.word }
    $0.flag("is_current", "是否现行名称，每一编码恰有一个", "Whether it is the latest name; each code has one such", .required) {
      $0.isCurrent
    }
    $0.text("parent", "上级科目", "The code above it") { $0.code.parent?.digits }
  }

  static let rules = TableDefinition<Rule>(
    "rules", "代码表：核对规则", "Code list: the rules of the checks", isOfDocuments: false
  ) {
    $0.text("rule", "规则", "The rule", .key) { $0.id }
    $0.text("severity", "程度", "The severity of its findings", .required) { $0.severity.rawValue }
    $0.text("title", "规则内容", "What it checks, in Chinese", .required) { $0.title }
    $0.text("english", "英文", "What it checks", .required) { $0.english }
  }
}

struct FormKey {
  var form: String
  var side: String?
  var key: String
  var name: String
}

struct ClassificationEntry {
  var code: ClassificationCode
  var name: OfficialNames.Name
  var isCurrent: Bool
}
