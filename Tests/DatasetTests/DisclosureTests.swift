import Audit
import Disclosure
import Foundation
import GRDB
import Report
import TestSupport
import Testing

@testable import Dataset

@Suite struct DisclosureTests {
  private static func item(_ key: String, _ status: DisclosureItem.Status, _ duty: Checklist.Duty = .required)
    -> DisclosureItem
  {
    DisclosureItem(item: key, name: "事项\(key)", status: status, duty: duty, basis: "某规程")
  }

  /// A document with a checklist, in the folder.
  private static func add(
    _ folder: SourceFolder, _ digit: Character, department: String?, _ items: [DisclosureItem]
  ) throws {
    var document = Sketch.document()
    document.source.sha256 = String(repeating: digit, count: 64)
    document.department = department
    let report = AuditReport(document: document, findings: [], checks: [], disclosure: items)
    try folder.write(String(decoding: DocumentJSON.encode(document), as: UTF8.self), "\(digit).json")
    try folder.write(String(decoding: ReportJSON.encode(report), as: UTF8.self), "\(digit).report.json")
  }

  @Test func filesOfOneReportAreRankedTogether() throws {
    let folder = try SourceFolder()
    // The tables of one department in one file, its text in another.
    try DisclosureTests.add(
      folder, "1", department: "甲局",
      [
        DisclosureTests.item("income", .disclosed), DisclosureTests.item("functions", .notRead),
        DisclosureTests.item("glossary", .notRead), DisclosureTests.item("assets", .notRead, .gradual),
      ])
    try DisclosureTests.add(
      folder, "2", department: "甲局",
      [
        DisclosureTests.item("income", .notRead), DisclosureTests.item("functions", .disclosed),
        DisclosureTests.item("glossary", .declaredEmpty), DisclosureTests.item("assets", .missing, .gradual),
      ])
    try DisclosureTests.add(
      folder, "3", department: "乙局",
      [
        DisclosureTests.item("income", .disclosed), DisclosureTests.item("functions", .missing),
        DisclosureTests.item("glossary", .notRead), DisclosureTests.item("late", .notApplicable),
      ])
    try DisclosureTests.add(folder, "4", department: nil, [DisclosureTests.item("income", .missing)])
    try DisclosureTests.add(folder, "5", department: nil, [DisclosureTests.item("income", .disclosed)])
    _ = try SQLiteDataset.update(folder.output, from: folder.path, tool: "1")
    try DatabaseQueue(path: folder.output).read { database in
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM disclosure") == 14)
      let items = try Row.fetchAll(
        database, sql: "SELECT item, status, document FROM disclosure_by_item WHERE department = '甲局' ORDER BY item")
      #expect(items.map { $0["status"] as String } == ["missing", "disclosed", "declaredEmpty", "disclosed"])
      #expect(items.map { ($0["document"] as String).prefix(1) } == ["2", "2", "2", "1"])
      let ranks = try Row.fetchAll(
        database, sql: "SELECT * FROM disclosure_ranking WHERE department IS NOT NULL ORDER BY rank")
      #expect(ranks.map { $0["department"] as String } == ["甲局", "乙局"])
      #expect(ranks.map { $0["required"] as Int } == [3, 3])
      #expect(ranks.map { $0["missing"] as Int } == [0, 1])
      #expect(ranks.map { $0["not_read"] as Int } == [0, 1])
      #expect(ranks.map { $0["percent"] as Double } == [100, 33.3])
      // Documents of unknown departments are not one.
      #expect(
        try Int.fetchOne(database, sql: "SELECT count(*) FROM disclosure_ranking WHERE department IS NULL") == 2)
    }
  }

  @Test func theTableHoldsWhatTheReportHolds() throws {
    let folder = try SourceFolder()
    try folder.add("final-repeated-header.pdf", "final-text-line-numbers.txt")
    _ = try SQLiteDataset.update(folder.output, from: folder.path, tool: "1")
    for name in ["final-repeated-header.pdf", "final-text-line-numbers.txt"] {
      let json = try Repository.bytes(Repository.golden.appendingPathComponent("\(name).json"))
      let document = try DocumentJSONReader.document(from: json)
      let key = DocumentRecord.key(sha256: document.source.sha256)
      let expected = Auditor.report(on: document).disclosure
      #expect(!expected.isEmpty)
      try DatabaseQueue(path: folder.output).read { database in
        let rows = try Row.fetchAll(
          database, sql: "SELECT * FROM disclosure WHERE document = ? ORDER BY item_index", arguments: [key])
        #expect(rows.map { $0["item"] as String } == expected.map(\.item))
        #expect(rows.map { $0["status"] as String } == expected.map(\.status.rawValue))
        #expect(rows.map { $0["page"] as Int? } == expected.map(\.location?.page))
        #expect(rows.map { $0["line"] as Int? } == expected.map(\.location?.line))
      }
    }
  }
}
