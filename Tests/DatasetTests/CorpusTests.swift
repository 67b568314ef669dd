import Audit
import Disclosure
import Foundation
import Report
import TestSupport
import Testing

@testable import Dataset

/// Over all documents of the corpus.
@Suite struct CorpusTests {
  private static let names = Repository.documents

  /// Takes rows, and keeps those of one table.
  private struct Kept: RowSink {
    var rows: [String: [[Value]]] = [:]
    private var row: [Value] = []
    private var table = ""

    mutating func begin(_ table: DatasetTable, keeping kept: Int) {
      self.table = table.name
      row.removeLast(row.count - kept)
    }

    mutating func put(_ value: Value) { row.append(value) }

    mutating func end() { rows[table, default: []].append(row) }
  }

  private static func document(_ name: String) throws -> DisclosedDocument {
    try DocumentJSONReader.document(from: json(name))
  }

  private static func json(_ name: String) throws -> [UInt8] {
    try Repository.bytes(Repository.golden.appendingPathComponent("\(name).json"))
  }

  private static func rows(_ document: DisclosedDocument) -> [String: [[Value]]] {
    var kept = Kept()
    DocumentRows.write(
      DocumentRecord(document, documentHash: "", report: Auditor.report(on: document), reportHash: ""), to: &kept)
    return kept.rows
  }

  /// Wherever leaves are told, they add up to the total that is printed, as closely as rounding allows.
  @Test(arguments: names.filter { !$0.contains("faults") })
  func leavesAddUpToTotals(name: String) throws {
    for table in try CorpusTests.document(name).tables where table.status == .present {
      let flags = LeafRows(of: table).flags
      let areBlocks = table.sections.allSatisfy { $0.side == nil || $0.side == "personnel" || $0.side == "public" }
      for sections in areBlocks ? [Array(table.sections.indices)] : table.sections.indices.map({ [$0] }) {
        for section in sections {
          for row in table.sections[section].rows where CorpusTests.isTotal(row) {
            for column in table.sections[section].columns.indices where row.figures[column]?.amount != nil {
              guard table.sections[section].columns[column].isAdditive else { continue }
              var tally = Tally()
              var hasLeaves = false
              for other in sections where table.sections[other].columns.count == table.sections[section].columns.count {
                for (index, row) in table.sections[other].rows.enumerated() {
                  guard flags[other][index] == true else { continue }
                  hasLeaves = true
                  tally.add(row.figures[column]?.amount)
                }
              }
              guard hasLeaves else { continue }
              #expect(
                tally.isWithinRounding(of: row.figures[column]?.amount),
                "\(name) \(table.title) \(row.name) \(table.sections[section].columns[column].header): \(tally.sum)")
            }
          }
        }
      }
    }
  }

  private static func isTotal(_ row: FormTable.Row) -> Bool {
    row.role == .total && (row.item == nil || row.item == "total")
  }

  /// The same of columns, for every row of a form that has a column of totals.
  @Test(arguments: names.filter { !$0.contains("faults") })
  func leafColumnsAddUpToTotals(name: String) throws {
    for table in try CorpusTests.document(name).tables {
      for section in table.sections {
        guard let total = section.columns.firstIndex(where: { $0.key == "total" }) else { continue }
        let flags = LeafColumns.flags(of: section, form: table.form)
        guard flags[total] == false, !flags.contains(nil), !section.columns.contains(where: { $0.key == "closing" })
        else { continue }
        for row in section.rows {
          var tally = Tally()
          for (index, figure) in row.figures.enumerated() where flags[index] == true { tally.add(figure?.amount) }
          #expect(tally.isWithinRounding(of: row.figures[total]?.amount), "\(name) \(table.title) \(row.name)")
        }
      }
    }
  }

  @Test(arguments: names)
  func nothingIsLost(name: String) throws {
    let json = try JSONParser.parse(CorpusTests.json(name))
    let rows = try CorpusTests.rows(CorpusTests.document(name))
    var cells: [JSONValue] = []
    for table in json["tables"]?.elements ?? [] {
      for section in table["sections"]?.elements ?? [] {
        for row in section["rows"]?.elements ?? [] { cells += row["cells"]?.elements ?? [] }
      }
    }
    let printed = cells.filter { $0.members != nil }
    let items = rows["line_items"] ?? []
    #expect(items.count == printed.count)
    #expect(CorpusTests.sum(items) == CorpusTests.sum(printed))
    #expect(rows["tables"]?.count == json["tables"]?.elements?.count)
    let facts = json["narrative"]?.elements ?? []
    #expect(rows["narrative_facts"]?.count ?? 0 == facts.count)
    #expect(CorpusTests.sum(rows["narrative_facts"] ?? []) == CorpusTests.sum(facts))
    let kept = (json["otherTables"]?.elements ?? []) + (json["unrecognisedTables"]?.elements ?? [])
    #expect(rows["cells"]?.count ?? 0 == kept.reduce(0) { $0 + ($1["cells"]?.elements?.count ?? 0) })
    #expect(rows["problems"]?.count ?? 0 == json["problems"]?.elements?.count)
    for (table, rows) in rows {
      let table = try #require(ColumnDictionary.table(table))
      #expect(rows.allSatisfy { $0.count == table.columns.count })
      let key = table.key.compactMap { name in table.columns.firstIndex { $0.name == name } }
      #expect(Set(rows.map { row in key.map { row[$0] } }).count == rows.count, "\(table.name): keys are unique")
      for (index, column) in table.columns.enumerated() where column.isRequired {
        #expect(rows.allSatisfy { $0[index] != .null }, "\(table.name).\(column.name)")
      }
    }
  }

  private static func sum(_ rows: [[Value]]) -> Decimal {
    rows.joined().reduce(Decimal.zero) { sum, value in
      guard let yuan = value.yuan else { return sum }
      return sum + (Decimal(string: yuan.description) ?? .nan)
    }
  }

  private static func sum(_ objects: [JSONValue]) -> Decimal {
    objects.reduce(Decimal.zero) { sum, object in
      guard case .number(let literal)? = object["yuan"]?.content else { return sum }
      return sum + (Decimal(string: literal) ?? .nan)
    }
  }
}
