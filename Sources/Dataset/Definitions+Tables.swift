import Disclosure

extension Definitions {
  static let tables = TableDefinition<TableRecord>(
    "tables", "识别出的报表", "The recognised tables"
  ) {
    $0.document { $0.document }
    $0.integer("table_index", "序号，自 0 起", "Its place in the document's JSON, from 0", .key) { $0.index }
    $0.text("form", "报表种类，见 forms", "The form, see forms", .required) { $0.table.form }
    $0.integer("number", "印出的表号", "The number printed with it") { $0.table.number }
    $0.text("title", "印出的表名", "The title as printed", .required) { $0.table.title }
    $0.text("unit", "金额单位", "The unit of its amounts") { $0.table.unit?.rawValue }
    $0.text(
      "status", "present 有数，declaredEmpty 声明为空，blank 空白",
      "present; declaredEmpty: empty, and a note says so; blank: empty without a word", .required
    ) { $0.table.status.rawValue }
    $0.text("department", "表上所印部门", "The department printed with it") { $0.table.department }
    $0.integer("row_count", "行数", "The number of its rows", .required) {
      $0.table.sections.reduce(0) { $0 + $1.rows.count }
    }
    $0.numbers("pages", "所在各页", "The pages it stands on") { $0.table.pages }
    $0.list("notes", "表下说明", "What is printed below it") { $0.table.notes.map(\.text) }
    $0.place { $0.table.titleLocation }
  }

  static let lineItems = TableDefinition<LineItem>(
    "line_items", "各表中印出的每一个数（长表）", "Every printed figure of the recognised tables, in long form"
  ) {
    $0.document { $0.row.table.document }
    $0.integer("table_index", "报表序号，自 0 起", "The table", .key) { $0.row.table.index }
    $0.integer("section_index", "表内分块序号，自 0 起", "The section of the table: a side, or the whole", .key) {
      $0.row.section
    }
    $0.integer("row_index", "行序号，自 0 起", "The row of the section, from 0", .key) { $0.row.index }
    $0.text("form", "报表种类，见 forms", "The form, see forms", .required) { $0.row.table.table.form }
    $0.text("side", "收入、支出等侧", "income, expenditure, personnel, public, …; none in a table with one side") {
      $0.row.side
    }
    $0.text("role", "item 明细，subtotal 小计，total 合计", "item, subtotal or total, as printed", .required) {
      $0.row.row.role.rawValue
    }
    $0.flag("is_of_which", "是否“其中”行", "Whether the row is headed 其中: a part of the one above it", .required) {
      $0.row.row.isOfWhich
    }
    $0.flag(
      "is_leaf_row", "是否最细一级的行：同一表、同一侧各最细行相加即为合计，不重不漏；空为不能判定",
      "Whether the row is of the finest level: those of one side of a table add up to its total, nothing twice. Null: cannot be told"
    ) { $0.row.isLeaf }
    $0.integer("line_number", "行次", "The printed line number") { $0.row.row.lineNumber }
    $0.text("classification", "functional 功能分类，economic 经济分类", "functional or economic, by the code") {
      $0.row.code?.classification.word
    }
    $0.text("level", "class 类，division 款，item 项", "class, division or item, by the code") { $0.row.code?.level.word }
    $0.text("code", "科目编码", "The printed code, its parts joined") { $0.row.row.code }
    $0.text("class_code", "类编码", "The code of its class") { $0.row.code?.digits(of: .class) }
    $0.text("division_code", "款编码", "The code of its division") { $0.row.code?.digits(of: .division) }
    $0.text("item_code", "项编码", "The code of its item") { $0.row.code?.digits(of: .item) }
    $0.text("item", "行的项目，见 form_items", "The line item, see form_items") { $0.row.row.item }
    $0.text("name", "行名，按所印", "The row's name as printed", .required) { $0.row.row.name }
    $0.text("labels", "其他说明栏（JSON）", "What further label columns say, as a JSON array of header and text") {
      $0.row.labels
    }
    $0.beginFigures()
    $0.integer("column_index", "栏序号，自 0 起", "The column of the section, from 0", .key) { $0.columnIndex }
    $0.text("column_key", "栏的项目，见 form_columns", "The column, see form_columns; null where its wording is not known") {
      $0.column.key
    }
    $0.text("column_header", "栏名，按所印", "The column's header as printed, from the top down", .required) {
      $0.column.header
    }
    $0.integer("column_number", "栏次", "The printed column number") { $0.column.number }
    $0.flag(
      "is_leaf_column", "是否最细一级的栏：与其同一合计栏下的最细栏相加即为合计栏；空为不能判定",
      "The same of columns: those of the finest level add up to the column of their total. Null: cannot be told"
    ) { $0.column.isLeaf }
    $0.text(
      "value", "amount 数，dash 横线，unreadable 非数", "amount; dash: stated to be nothing; unreadable: no number", .required
    ) {
      $0.figure.value.word
    }
    $0.yuan("", "金额（元），精确；无金额单位者空", "The amount in yuan, exact; null where it is no money") { $0.figure.amount?.yuan }
    $0.text("text", "原文", "As published", .required) { $0.figure.text }
    $0.text("unit", "金额单位", "The unit it is published in") { $0.figure.amount?.unit?.rawValue }
    $0.place { $0.figure.location }
    $0.refer(["document", "table_index"], to: "tables", ["document", "table_index"])
  }

  static let cellTables = TableDefinition<CellTableRecord>(
    "cell_tables", "逐格保留的表：绩效目标等，及未识别的表",
    "Tables kept cell by cell: performance targets and the like, and unrecognised ones"
  ) {
    $0.document { $0.document }
    $0.text("origin", "other 按表名已知，unrecognised 未识别", "other: known by its title; unrecognised", .key) {
      $0.origin.rawValue
    }
    $0.integer("table_index", "序号，自 0 起", "Its place in the list of its origin, from 0", .key) { $0.index }
    $0.text("form", "表的种类", "Its kind") { $0.table.form }
    $0.text("title", "印出的表名", "The title as printed") { $0.table.title }
    $0.integer("row_count", "行数", "The number of rows", .required) { $0.table.rowCount }
    $0.integer("column_count", "列数", "The number of columns", .required) { $0.table.columnCount }
    $0.numbers("pages", "所在各页", "The pages it stands on") { $0.table.pages }
    $0.place { $0.table.location }
  }

  static let cells = TableDefinition<CellRecord>(
    "cells", "逐格保留的表的各格", "The cells of those tables"
  ) {
    $0.document { $0.table.document }
    $0.text("origin", "见 cell_tables", "See cell_tables", .key) { $0.table.origin.rawValue }
    $0.integer("table_index", "表的序号", "The table", .key) { $0.table.index }
    $0.integer("cell_index", "格的序号，自 0 起", "The cell, from 0", .key) { $0.index }
    $0.integer("row", "行，自 0 起", "The row, from 0", .required) { $0.cell.row }
    $0.integer("column", "列，自 0 起", "The column, from 0", .required) { $0.cell.column }
    $0.integer("row_span", "所占行数", "The rows it spans", .required) { $0.cell.rowSpan }
    $0.integer("column_span", "所占列数", "The columns it spans", .required) { $0.cell.columnSpan }
    $0.text("text", "文字", "Its text", .required) { $0.cell.text }
    $0.place { $0.cell.location }
    $0.refer(["document", "origin", "table_index"], to: "cell_tables", ["document", "origin", "table_index"])
  }
}

extension Figure.Value {
  fileprivate var word: String {
    switch self {
    case .amount: "amount"
    case .dash: "dash"
    case .unreadable: "unreadable"
    }
  }
}

extension ClassificationCode {
  /// The digits of the code itself or of the one above it at a level; nil for a level below it.
  fileprivate func digits(of level: Level) -> String? {
    level <= self.level ? String(digits.prefix(level.rawValue)) : nil
  }
}

extension ClassificationCode.Level {
  var word: String {
    switch self {
    case .class: "class"
    case .division: "division"
    case .item: "item"
    }
  }
}

extension ClassificationCode.Classification {
  var word: String {
    switch self {
    case .functional: "functional"
    case .economic: "economic"
    }
  }
}
