import Disclosure
import GRDB
import GRDBSQLite

/// Puts rows into a dataset's database.
///
/// GRDB prepares the statements; the values are bound to them directly: a document has thousands, and none of them is copied
/// on its way.
struct SQLiteRows: RowSink {
  var row: [Value] = []
  private let database: Database
  private var statements: [String: Statement] = [:]
  /// Of the table of the last row: most often also that of the next.
  private var last: (table: String, statement: Statement)?
  /// The texts of the row at hand, one after the other.
  private var texts: [UInt8] = []

  init(_ database: Database) { self.database = database }

  mutating func add(_ row: [Value], to table: DatasetTable) throws {
    let statement = try statement(for: table)
    texts.removeAll(keepingCapacity: true)
    for case .text(let text) in row { texts.append(contentsOf: text.utf8) }
    let code = texts.withUnsafeBytes { SQLiteRows.insert(row, texts: $0, statement.sqliteStatement) }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: "\(table.name): \(database.lastErrorMessage ?? "")")
    }
  }

  private mutating func statement(for table: DatasetTable) throws -> Statement {
    if let last, last.table == table.name { return last.statement }
    let statement =
      try statements[table.name] ?? database.makeStatement(sql: SQLiteSchema.insert(into: table))
    statements[table.name] = statement
    last = (table.name, statement)
    return statement
  }

  /// The texts need not be copied: they outlive the step, and every value is bound anew before the next.
  private static func insert(_ row: [Value], texts: UnsafeRawBufferPointer, _ statement: SQLiteStatement) -> Int32 {
    var start = 0
    for (index, value) in row.enumerated() {
      let position = Int32(index + 1)
      switch value {
      case .null: sqlite3_bind_null(statement, position)
      case .integer(let integer): sqlite3_bind_int64(statement, position, Int64(integer))
      case .flag(let flag): sqlite3_bind_int(statement, position, flag ? 1 : 0)
      case .text(let text):
        let length = text.utf8.count
        // An empty text is no null.
        let bytes = texts.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
        if length == 0 {
          sqlite3_bind_text(statement, position, "", 0, transient)
        } else {
          sqlite3_bind_text(statement, position, bytes, Int32(length), nil)
        }
        start += length
      case .yuan(let digits, scale: 2): sqlite3_bind_int64(statement, position, digits)
      case .yuan, .longYuan:
        switch Fen(value.yuan ?? .zero) {
        case .whole(let fen): sqlite3_bind_int64(statement, position, fen)
        case .nearest(let fen): sqlite3_bind_double(statement, position, fen)
        }
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
