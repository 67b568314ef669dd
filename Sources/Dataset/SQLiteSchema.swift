/// The tables, indexes and views of a dataset in SQLite.
///
/// Tables are clustered by their keys (`WITHOUT ROWID`): the rows of one document lie together, so that it is replaced at the
/// cost of its own rows, and the same documents make the same dump in whichever order they came.
enum SQLiteSchema {
  /// "JSUN": what tells `file` and this program that a database is such a dataset.
  static let applicationID = 0x4A53_554E

  static let tables =
    ColumnDictionary.tables.map(create) + [
      """
      CREATE TABLE dictionary (
        "table" TEXT NOT NULL,
        position INTEGER NOT NULL,
        "column" TEXT NOT NULL,
        type TEXT NOT NULL,
        chinese TEXT NOT NULL,
        english TEXT NOT NULL,
        PRIMARY KEY ("table", position)
      ) WITHOUT ROWID
      """,
      "CREATE TABLE dataset (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ]

  private static func create(_ table: DatasetTable) -> String {
    var lines: [String] = []
    for column in table.columns {
      switch column.kind {
      case .text, .list: lines.append(quoted(column.name) + " TEXT")
      case .integer: lines.append(quoted(column.name) + " INTEGER")
      case .flag: lines.append(quoted(column.name) + " INTEGER CHECK (\(quoted(column.name)) IN (0, 1))")
      case .yuan:
        // Whole fen, so that sums are exact; `yuan` is there to be read and compared.
        lines.append(stored(column) + " INTEGER")
        lines.append(
          "\(quoted(column.name)) REAL GENERATED ALWAYS AS (\(stored(column)) / 100.0) VIRTUAL")
      }
      if column.isRequired { lines[lines.count - 1] += " NOT NULL" }
    }
    lines.append("PRIMARY KEY (\(list(table.key)))")
    for reference in table.references {
      lines.append(
        "FOREIGN KEY (\(list(reference.columns))) REFERENCES \(quoted(reference.table)) (\(list(reference.tableColumns)))"
      )
    }
    return "CREATE TABLE \(quoted(table.name)) (\n  \(lines.joined(separator: ",\n  "))\n) WITHOUT ROWID"
  }

  static func insert(into table: DatasetTable) -> String {
    let columns = table.columns.map(stored)
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    return "INSERT INTO \(quoted(table.name)) (\(columns.joined(separator: ", "))) VALUES (\(places))"
  }

  /// The column that is stored: of an amount in yuan, that in fen.
  private static func stored(_ column: DatasetColumn) -> String {
    quoted(column.kind == .yuan ? fen(column.name) : column.name)
  }

  static func fen(_ name: String) -> String { name.replacing("yuan", with: "fen") }

  static func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

  static func quoted(_ name: String) -> String { name == "column" || name == "table" ? "\"\(name)\"" : name }

  /// For the usual questions. Made after the rows of a new dataset, which is faster than keeping them up to date.
  static let indexes = [
    "CREATE UNIQUE INDEX documents_by_sha256 ON documents (sha256)",
    "CREATE INDEX documents_by_year ON documents (fiscal_year, kind, scope)",
    "CREATE INDEX documents_by_department ON documents (department, fiscal_year)",
    "CREATE INDEX inputs_by_document ON inputs (document)",
    "CREATE INDEX tables_by_form ON tables (form)",
    "CREATE INDEX line_items_by_form ON line_items (form, column_key)",
    "CREATE INDEX line_items_by_code ON line_items (code) WHERE code IS NOT NULL",
    "CREATE INDEX narrative_facts_by_fact ON narrative_facts (fact, measure)",
    "CREATE INDEX findings_by_rule ON findings (rule, severity)",
  ]
}
