import GRDB
import Glibc
import PageContent

/// A dataset in an SQLite database.
///
/// A new one is built beside its place and renamed when it is whole; one that is there is brought up to date in one
/// transaction. Either way a stop at any moment leaves what was there before.
public enum SQLiteDataset {
  /// Makes or updates the dataset of the documents in a folder.
  ///
  /// - Parameters:
  ///   - path: of the database.
  ///   - folder: what `juesuan run` wrote, or a folder of documents' JSON.
  ///   - tool: the version of the program: another one may read the same documents to other rows, so all are read anew.
  ///   - progress: told after each document how many are done, and of how many.
  public static func update(
    _ path: String, from folder: String, tool: String, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(DatasetError) -> DatasetSummary {
    let source: DatasetSource
    do { source = try DatasetSource(folder: folder) } catch { throw .source(error.description) }
    do {
      if let made = try existing(path), made == tool {
        return try bringUpToDate(path, from: source, progress: progress)
      }
      return try build(path, from: source, tool: tool, progress: progress)
    } catch let error as DatasetError {
      throw error
    } catch let error as DatabaseError {
      throw .output(error.message ?? error.description)
    } catch {
      throw .output("\(error)")
    }
  }

  /// The version of the program that made the dataset there; nil where there is none.
  private static func existing(_ path: String) throws -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size >= 100 else { throw DatasetError.occupied }
    var configuration = Configuration()
    configuration.readonly = true
    do {
      // Not read-only where a transaction was cut short: then opening it undoes that.
      if access(path + "-journal", F_OK) == 0 { configuration.readonly = false }
      return try DatabaseQueue(path: path, configuration: configuration).read { database in
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == SQLiteSchema.applicationID else {
          throw DatasetError.occupied
        }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard version == ColumnDictionary.version else { throw DatasetError.otherVersion(version) }
        return try String.fetchOne(database, sql: "SELECT value FROM dataset WHERE name = 'tool'") ?? ""
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw DatasetError.occupied
    }
  }

  // MARK: From the beginning

  private static func build(
    _ path: String, from source: DatasetSource, tool: String, progress: (Int, Int) -> Void
  ) throws -> DatasetSummary {
    let partial = PartialOutput(path)
    partial.removeLeftovers()
    var isWhole = false
    defer { if !isWhole { unlink(partial.path) } }
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // Nobody else sees it before it is whole. Its rows are long: on large pages they are written a fifth faster.
      try database.execute(sql: "PRAGMA page_size = 16384")
      try database.execute(
        sql:
          "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32000; PRAGMA ignore_check_constraints = ON"
      )
    }
    let queue = try DatabaseQueue(path: partial.path, configuration: configuration)
    let summary = try queue.write { database in
      for statement in SQLiteSchema.tables { try database.execute(sql: statement) }
      try writeConstants(tool: tool, to: database)
      let summary = try write(source, known: [], to: database, progress: progress)
      for statement in SQLiteSchema.indexes + SQLiteViews.all { try database.execute(sql: statement) }
      try database.execute(
        sql: "PRAGMA application_id = \(SQLiteSchema.applicationID); PRAGMA user_version = \(ColumnDictionary.version)")
      return summary
    }
    try queue.close()
    try partial.finish()
    isWhole = true
    return summary
  }

  private static func writeConstants(tool: String, to database: Database) throws {
    for (name, value) in [("schema", "\(ColumnDictionary.version)"), ("tool", tool)] {
      try database.execute(sql: "INSERT INTO dataset VALUES (?, ?)", arguments: [name, value])
    }
    for table in ColumnDictionary.tables {
      for (position, column) in table.columns.enumerated() {
        try database.execute(
          sql: "INSERT INTO dictionary VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [table.name, position, column.name, column.kind.rawValue, column.chinese, column.english])
      }
    }
    var codes = RowTape()
    CodeListRows.write(to: &codes)
    var rows = SQLiteRows(database)
    try rows.write(codes)
  }

  // MARK: Up to date

  private static func bringUpToDate(
    _ path: String, from source: DatasetSource, progress: (Int, Int) -> Void
  ) throws -> DatasetSummary {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -32000") }
    return try DatabaseQueue(path: path, configuration: configuration).write { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT document, sha256, document_sha256, report_sha256 FROM documents")
      let known = rows.map {
        DatasetBuild.Known(key: $0[0], sha256: $0[1], documentHash: $0[2], reportHash: $0[3])
      }
      return try write(source, known: known, to: database, progress: progress)
    }
  }

  private static func write(
    _ source: DatasetSource, known: [DatasetBuild.Known], to database: Database, progress: (Int, Int) -> Void
  ) throws -> DatasetSummary {
    var rows = SQLiteRows(database)
    var build = DatasetBuild(source)
    let all = source.files.count
    try build.run(known: known, rows: RowTape(), progress: { progress($0, all) }) { tape, key, isReplacing in
      if isReplacing { try remove([key], from: database) }
      try rows.write(tape)
    }
    try remove(Set(known.map(\.key)).subtracting(build.kept).sorted(), from: database)
    try database.execute(sql: "DELETE FROM inputs")
    for input in build.inputs() { try rows.add(input, to: Definitions.inputs) }
    return build.summary
  }

  private static func remove(_ keys: [String], from database: Database) throws {
    for table in ColumnDictionary.tables where table.isOfDocuments && table.key.first == "document" {
      let statement = try database.cachedStatement(sql: "DELETE FROM \(table.name) WHERE document = ?")
      for key in keys { try statement.execute(arguments: [key]) }
    }
  }
}
