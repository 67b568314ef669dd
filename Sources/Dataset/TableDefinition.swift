import Disclosure
import PageContent
import Report

/// A table with how each of its columns is taken from a record: one statement names, types, describes and fills a column.
///
///     static let missingTables = TableDefinition<MissingTable>("missing_tables", "缺少的报表", "Tables that are missing") {
///       $0.document { $0.document.key }
///       $0.text("form", "报表", "The form", .key) { $0.form }
///     }
struct TableDefinition<Record>: Sendable {
  private(set) var table: DatasetTable
  private(set) var values: [@Sendable (Record) -> Value] = []
  /// How many columns the figures of one printed row share.
  private(set) var shared = 0

  enum Need {
    case optional, required
    /// A part of the table's key.
    case key
  }

  init(
    _ name: String, _ chinese: String, _ english: String, isOfDocuments: Bool = true,
    _ build: (inout TableDefinition) -> Void
  ) {
    table = DatasetTable(
      name: name, chinese: chinese, english: english, columns: [], key: [], references: [], isOfDocuments: isOfDocuments
    )
    build(&self)
  }

  /// What follows differs from figure to figure of one printed row.
  mutating func beginFigures() { shared = values.count }

  // MARK: Columns

  mutating func text(
    _ name: String, _ chinese: String, _ english: String, _ need: Need = .optional,
    _ value: @escaping @Sendable (Record) -> String?
  ) {
    add(name, .text, chinese, english, need) { value($0).map(Value.text) ?? .null }
  }

  mutating func integer(
    _ name: String, _ chinese: String, _ english: String, _ need: Need = .optional,
    _ value: @escaping @Sendable (Record) -> Int?
  ) {
    add(name, .integer, chinese, english, need) { value($0).map(Value.integer) ?? .null }
  }

  mutating func flag(
    _ name: String, _ chinese: String, _ english: String, _ need: Need = .optional,
    _ value: @escaping @Sendable (Record) -> Bool?
  ) {
    add(name, .flag, chinese, english, need) { value($0).map(Value.flag) ?? .null }
  }

  /// - Parameter prefix: of the column's name, where a table has more than one amount.
  mutating func yuan(
    _ prefix: String = "", _ chinese: String, _ english: String, _ value: @escaping @Sendable (Record) -> ExactNumber?
  ) {
    add(prefix + "yuan", .yuan, chinese, english, .optional) { value($0).map(Value.init(yuan:)) ?? .null }
  }

  /// A list of texts; null where it is empty.
  mutating func list(
    _ name: String, _ chinese: String, _ english: String, _ value: @escaping @Sendable (Record) -> [String]
  ) {
    add(name, .list, chinese, english, .optional) { record in
      let texts = value(record)
      return texts.isEmpty ? .null : .text(ListText.of(texts))
    }
  }

  /// A list of numbers; null where it is empty.
  mutating func numbers(
    _ name: String, _ chinese: String, _ english: String, _ value: @escaping @Sendable (Record) -> [Int]
  ) {
    add(name, .list, chinese, english, .optional) { record in
      let numbers = value(record)
      return numbers.isEmpty ? .null : .text("[\(numbers.map(String.init).joined(separator: ", "))]")
    }
  }

  /// The key of the document that a row belongs to.
  mutating func document(_ value: @escaping @Sendable (Record) -> DocumentRecord) {
    text("document", "文档：其 SHA-256 的前 16 位", "The document: the first 16 digits of its SHA-256", .key) { value($0).key }
    refer(["document"], to: "documents", ["document"])
  }

  /// Where it is printed: four columns for pages and texts, four for cells and what flows.
  mutating func place(_ value: @escaping @Sendable (Record) -> Location?) {
    integer("page", "页码", "The page") { value($0)?.page }
    add("box", .list, "页面上的位置", "Its box on the page: x0, y0, x1, y1 in points from the top left", .optional) {
      value($0)?.box.map { .text(ListText.of($0)) } ?? .null
    }
    integer("line", "行号（文本文件）", "The line, in a text") { value($0)?.line }
    add(
      "characters", .list, "行内或段内起止字符（文本、文字处理文件）",
      "The first and the last character, in the line of a text or in a paragraph", .optional
    ) {
      guard let columns = value($0)?.characters else { return .null }
      return .text("[\(columns.lowerBound), \(columns.upperBound)]")
    }
    text("sheet", "工作表（电子表格）", "The sheet, in a workbook") { value($0)?.workbook?.name }
    text("cells", "单元格区域（电子表格、文字处理文件中的表）", "The cells, in a workbook or in a table of a document that flows") {
      value($0)?.cells?.description
    }
    integer("block", "段落或表的序号（文字处理文件、网页）", "The paragraph or table, in a document that flows") {
      value($0)?.block
    }
    text("element", "元素路径（网页）", "The way to the element, in a web page") { value($0)?.elementPlace?.path.text }
  }

  mutating func refer(_ columns: [String], to other: String, _ otherColumns: [String]) {
    table.references.append(.init(columns: columns, table: other, tableColumns: otherColumns))
  }

  private mutating func add(
    _ name: String, _ kind: DatasetColumn.Kind, _ chinese: String, _ english: String, _ need: Need,
    _ value: @escaping @Sendable (Record) -> Value
  ) {
    table.columns.append(
      DatasetColumn(name: name, kind: kind, isRequired: need != .optional, chinese: chinese, english: english))
    if need == .key { table.key.append(name) }
    values.append(value)
  }
}

/// Lists as JSON, as the documents themselves write them.
enum ListText {
  static func of(_ texts: [String]) -> String {
    var json = JSONWriter()
    json.array(.line) { json in
      for text in texts {
        json.element()
        json.string(text)
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// An array of objects of header and text.
  static func of(_ labels: [FormTable.Label]) -> String {
    var json = JSONWriter()
    json.array(.line) { json in
      for label in labels {
        json.element()
        json.object(.line) { json in
          json.member("header", label.header)
          json.member("text", label.text)
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  static func of(_ box: Box) -> String {
    var json = JSONWriter(capacity: 40)
    json.array(.line) { json in
      for edge in [box.x0, box.y0, box.x1, box.y1] {
        json.element()
        json.coordinate(edge)
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
