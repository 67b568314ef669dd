import Report

/// The descriptor of the dataset (Data Package, specs.frictionlessdata.io): its tables, columns, types and keys.
public enum DataPackage {
  /// UTF-8, with a line end at the end.
  public static func json(tool: String) -> [UInt8] {
    var json = JSONWriter()
    json.object(.block) { json in
      json.member("profile", "tabular-data-package")
      json.member("name", "juesuan")
      json.member("title", "部门决算与部门预算数据集 · Final accounts and budgets of Chinese government departments")
      json.member("description", SpreadsheetText.description)
      json.member("version", "\(ColumnDictionary.version)")
      json.member("juesuan", tool)
      json.member("resources", ColumnDictionary.tables, .block) { resource($1, to: &$0) }
    }
    return json.finish()
  }

  private static func resource(_ table: DatasetTable, to json: inout JSONWriter) {
    json.member("profile", "tabular-data-resource")
    json.member("name", table.name)
    json.member("path", "\(table.name).csv")
    json.member("title", "\(table.chinese) · \(table.english)")
    json.member("encoding", "utf-8")
    json.member("schema")
    json.object(.block) { json in
      json.member("fields", table.columns, .line) { field($1, isKey: table.key.contains($1.name), to: &$0) }
      json.member("missingValues", [""], .line)
      json.member("primaryKey", table.key, .line)
      json.member("foreignKeys", table.references, .line) { json, reference in
        json.member("fields", reference.columns, .line)
        json.member("reference")
        json.object(.line) { json in
          json.member("resource", reference.table)
          json.member("fields", reference.tableColumns, .line)
        }
      }
    }
  }

  private static func field(_ column: DatasetColumn, isKey: Bool, to json: inout JSONWriter) {
    json.member("name", column.name)
    json.member("type", column.kind.fieldType)
    json.member("title", column.chinese)
    json.member("description", column.english)
    // An empty text is a value, but in CSV it cannot be told from none.
    if isKey, column.kind != .text {
      json.member("constraints")
      json.object(.line) { json in
        json.member("required")
        json.bool(true)
      }
    }
  }
}

extension DatasetColumn.Kind {
  /// The type of a field of Table Schema.
  fileprivate var fieldType: String {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .flag: "boolean"
    case .yuan: "number"
    case .list: "array"
    }
  }
}
