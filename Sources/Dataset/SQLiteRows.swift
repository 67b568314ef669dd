import Disclosure
import GRDB
import GRDBSQLite
import PageContent

/// Puts rows into a dataset's database.
///
/// GRDB prepares the statements; the values are bound to them directly: a document has thousands, and none of them is copied
/// on its way.
struct SQLiteRows {
  private let database: Database
  private var statements: [String: Statement] = [:]

  init(_ database: Database) { self.database = database }

  mutating func write(_ tape: RowTape) throws {
    let statements = try tape.tables.map { try statement(for: $0).sqliteStatement }
    try tape.texts.withUnsafeBytes { texts in
      var start = 0
      for row in tape.rows {
        let code = SQLiteRows.insert(tape.cells[start..<row.end], after: row.kept, texts, statements[row.table])
        guard code == SQLITE_DONE else {
          throw DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: "\(tape.tables[row.table].name): \(database.lastErrorMessage ?? "")")
        }
        start = row.end
      }
    }
  }

  /// Writes the row of one record.
  mutating func add<Record>(_ record: Record, to definition: TableDefinition<Record>) throws {
    var tape = RowTape()
    tape.add(record, to: definition)
    try write(tape)
  }

  private mutating func statement(for table: DatasetTable) throws -> Statement {
    if let statement = statements[table.name] { return statement }
    let statement = try database.makeStatement(sql: SQLiteSchema.insert(into: table))
    statements[table.name] = statement
    return statement
  }

  /// What was bound for the row before stays bound: the first `kept` values. The texts need not be copied: they outlive
  /// the rows.
  private static func insert(
    _ cells: ArraySlice<RowTape.Cell>, after kept: Int, _ texts: UnsafeRawBufferPointer, _ statement: SQLiteStatement
  ) -> Int32 {
    var position = Int32(kept)
    for cell in cells {
      position += 1
      switch cell {
      case .null: sqlite3_bind_null(statement, position)
      case .integer(let integer): sqlite3_bind_int64(statement, position, integer)
      case .real(let real): sqlite3_bind_double(statement, position, real)
      // An empty text is no null.
      case .text(_, length: 0): sqlite3_bind_text(statement, position, "", 0, transient)
      case .text(let start, let length):
        let bytes = texts.baseAddress.map { ($0 + Int(start)).assumingMemoryBound(to: CChar.self) }
        sqlite3_bind_text(statement, position, bytes, length, nil)
      }
    }
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    return code
  }

  /// Tells SQLite to copy a text.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// An amount in fen (分), as SQLite stores it.
enum Fen: Hashable {
  case whole(Int64)
  /// Published more finely than that, or beyond what an integer holds: the nearest binary number. The digits as printed
  /// stand beside it.
  case nearest(Double)

  init(_ yuan: ExactNumber) {
    var fen = yuan.shifted(by: 2)
    while fen.scale > 0, fen.mantissa % 10 == 0 { fen = ExactNumber(mantissa: fen.mantissa / 10, scale: fen.scale - 1) }
    if fen.scale == 0, let whole = Int64(exactly: fen.mantissa) {
      self = .whole(whole)
    } else {
      self = .nearest(Double(fen.description) ?? 0)
    }
  }
}
