import Foundation
import GRDB
import Report
import TestSupport
import Testing

@testable import Dataset

@Suite struct SQLiteDatasetTests {
  /// Everything that a database says, in its own order.
  private static func dump(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { database in
      var lines = try String.fetchAll(
        database, sql: "SELECT name || ' ' || ifnull(sql, '') FROM sqlite_master ORDER BY rowid")
      for pragma in ["application_id", "user_version"] {
        lines.append("\(pragma) \(try Int.fetchOne(database, sql: "PRAGMA \(pragma)") ?? -1)")
      }
      for table in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") {
        lines += try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
      }
      return lines
    }
  }

  private static func update(_ folder: SourceFolder, _ output: String, tool: String = "1") throws -> DatasetSummary {
    try SQLiteDataset.update(output, from: folder.path, tool: tool)
  }

  @Test func holdsWhatTheDocumentsHold() throws {
    let folder = try SourceFolder()
    try folder.add("final-repeated-header.pdf", "final-text-line-numbers.txt", "final-self-evaluation.md")
    let summary = try SQLiteDatasetTests.update(folder, folder.output)
    #expect(summary.added == 3 && summary.documents == 3 && summary.unread.isEmpty)
    try DatabaseQueue(path: folder.output).read { database in
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
      #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
      for table in ColumnDictionary.tables {
        let columns = try database.columns(in: table.name).map(\.name)
        let expected = table.columns.flatMap { $0.kind == .yuan ? [SQLiteSchema.fen($0.name), $0.name] : [$0.name] }
        #expect(columns == expected)
      }
      // The views can be read.
      for view in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'view'") {
        _ = try Row.fetchAll(database, sql: "SELECT * FROM \(view)")
      }
      let types = try String.fetchAll(
        database, sql: "SELECT DISTINCT typeof(fen) FROM line_items WHERE value = 'amount' AND unit IS NOT NULL")
      #expect(types == ["integer"])
      let wrong = try Int.fetchOne(database, sql: "SELECT count(*) FROM line_items WHERE yuan <> fen / 100.0")
      #expect(wrong == 0)
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM evaluation_indicators") ?? 0 > 0)
      #expect(
        try Int.fetchOne(database, sql: "SELECT count(*) FROM dictionary")
          == ColumnDictionary.tables.reduce(0) { $0 + $1.columns.count })
    }
  }

  @Test func viewsShowThreePublicExpensesAndFunctions() throws {
    let folder = try SourceFolder()
    try folder.add("final-repeated-header.pdf")
    _ = try SQLiteDatasetTests.update(folder, folder.output)
    try DatabaseQueue(path: folder.output).read { database in
      let expenses = try Row.fetchAll(database, sql: "SELECT * FROM three_public_expenses")
      #expect(expenses.map { $0["phase"] as String } == ["budget", "final"])
      let total = try Int.fetchOne(
        database,
        sql: "SELECT fen FROM line_items WHERE form = 'expenditure' AND column_key = 'total' AND role = 'total'")
      let classes = try Double.fetchOne(database, sql: "SELECT sum(yuan) FROM expenditure_by_function")
      #expect(abs((classes ?? 0) * 100 - Double(total ?? 0)) < 50_000)
      #expect(try Row.fetchAll(database, sql: "SELECT * FROM expenditure_by_function WHERE class_name IS NULL").isEmpty)
    }
  }

  @Test func updatedIsTheSameAsMadeAnew() throws {
    let folder = try SourceFolder()
    try folder.add("final-repeated-header.pdf", "final-text-line-numbers.txt", "final-self-evaluation.md")
    _ = try SQLiteDatasetTests.update(folder, folder.output)
    // One more, one less, one without its report, and one that has changed.
    try folder.add("08-final-9-text-tabs.txt")
    try folder.remove("final-repeated-header.pdf")
    try folder.removeReport("final-text-line-numbers.txt")
    try folder.change("final-self-evaluation.md", from: "\"department\": \"", to: "\"department\": \"原")
    let summary = try SQLiteDatasetTests.update(folder, folder.output)
    #expect(summary.added == 1 && summary.replaced == 2 && summary.removed == 1 && summary.unchanged == 0)
    let anew = folder.output + ".new.sqlite"
    _ = try SQLiteDatasetTests.update(folder, anew)
    #expect(try SQLiteDatasetTests.dump(folder.output) == SQLiteDatasetTests.dump(anew))
    let again = try SQLiteDatasetTests.update(folder, folder.output)
    #expect(again.unchanged == 3 && again.added == 0 && again.replaced == 0)
    #expect(try SQLiteDatasetTests.dump(folder.output) == SQLiteDatasetTests.dump(anew))
  }

  @Test func anotherVersionOfTheProgramReadsAllAnew() throws {
    let folder = try SourceFolder()
    try folder.add("final-text-line-numbers.txt")
    _ = try SQLiteDatasetTests.update(folder, folder.output, tool: "1")
    #expect(try SQLiteDatasetTests.update(folder, folder.output, tool: "2").added == 1)
    #expect(try SQLiteDatasetTests.update(folder, folder.output, tool: "2").unchanged == 1)
  }

  @Test func onlyItsOwnKindIsReplaced() throws {
    let folder = try SourceFolder()
    try folder.add("final-text-line-numbers.txt")
    try Data("a text".utf8).write(to: URL(fileURLWithPath: folder.output))
    #expect(throws: DatasetError.occupied) { try SQLiteDatasetTests.update(folder, folder.output) }
    try Data(repeating: 0x20, count: 5000).write(to: URL(fileURLWithPath: folder.output))
    #expect(throws: DatasetError.occupied) { try SQLiteDatasetTests.update(folder, folder.output) }
    try FileManager.default.removeItem(atPath: folder.output)
    try DatabaseQueue(path: folder.output).write { try $0.execute(sql: "CREATE TABLE a (b)") }
    #expect(throws: DatasetError.occupied) { try SQLiteDatasetTests.update(folder, folder.output) }
    #expect(try DatabaseQueue(path: folder.output).read { try $0.tableExists("a") })
  }

  @Test func anOlderSchemaIsRefused() throws {
    let folder = try SourceFolder()
    try folder.add("final-text-line-numbers.txt")
    _ = try SQLiteDatasetTests.update(folder, folder.output)
    try DatabaseQueue(path: folder.output).write { try $0.execute(sql: "PRAGMA user_version = 0") }
    #expect(throws: DatasetError.otherVersion(0)) { try SQLiteDatasetTests.update(folder, folder.output) }
    #expect(DatasetError.otherVersion(0).description.contains("remove it"))
  }

  @Test func aBadDocumentCostsOneEntry() throws {
    let folder = try SourceFolder()
    try folder.add("final-text-line-numbers.txt", "final-repeated-header.pdf")
    try folder.write("{\"format\": \"juesuan/1\", \"source\"", "cut.json")
    try folder.write("{\"format\": \"other/3\"}", "other.json")
    let summary = try SQLiteDatasetTests.update(folder, folder.output)
    #expect(summary.added == 2)
    #expect(summary.unread.map(\.name) == ["cut.json", "other.json"])
    try DatabaseQueue(path: folder.output).read { database in
      let inputs = try Row.fetchAll(database, sql: "SELECT * FROM inputs WHERE status = 'failed'")
      #expect(inputs.map { $0["name"] as String } == ["cut.json", "other.json"])
      #expect(inputs.allSatisfy { ($0["message"] as String).contains("not an extracted document") })
    }
    // What was read before and cannot be any more is not kept.
    try folder.write("{}", "final-repeated-header.pdf.json")
    let later = try SQLiteDatasetTests.update(folder, folder.output)
    #expect(later.unchanged == 1 && later.removed == 1 && later.unread.count == 3)
  }

  @Test func aFailureLeavesWhatWasThere() throws {
    let folder = try SourceFolder()
    try folder.add("final-text-line-numbers.txt")
    _ = try SQLiteDatasetTests.update(folder, folder.output)
    let before = try SQLiteDatasetTests.dump(folder.output)
    #expect(throws: DatasetError.self) {
      try SQLiteDataset.update(folder.output, from: folder.path + "/none", tool: "1")
    }
    #expect(throws: DatasetError.self) { try SQLiteDataset.update("/proc/none/a.sqlite", from: folder.path, tool: "1") }
    #expect(try SQLiteDatasetTests.dump(folder.output) == before)
    // What a killed process left is cleared away.
    try folder.writeOutside("left", "out.sqlite.999999999.partial")
    _ = try SQLiteDatasetTests.update(folder, folder.output, tool: "2")
    #expect(folder.outside == ["out.sqlite"])
  }
}
