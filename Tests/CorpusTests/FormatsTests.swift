import Disclosure
import Foundation
import PageContent
import TestSupport
import Testing

/// One report in every format that is read: the documents of Formats, made by `scripts/compare-formats … --write`.
@Suite("One report in every format")
struct FormatsTests {
  private static let folder = Repository.root.appendingPathComponent("Tests/CorpusTests/Formats")
  private static let names = Repository.files(below: folder)

  /// What a table says, without where it says it.
  private struct Statement: Equatable {
    struct Section: Equatable {
      var side: String?
      var columns: [[String?]]
      var rows: [[String?]]
    }

    var form: String
    var unit: String?
    var status: String
    var sections: [Section]

    init(_ table: FormTable) {
      form = table.form
      unit = table.unit.map { "\($0)" }
      status = "\(table.status)"
      sections = table.sections.map { section in
        Section(
          side: section.side,
          columns: section.columns.map { [$0.key] + $0.header },
          rows: section.rows.map { row in
            let labels = ["\(row.role)", row.code, row.name, row.item] + row.labels.map { Optional($0.text) }
            return labels + row.figures.map { figure in figure.map { "\($0.text) \($0.value)" } }
          })
      }
    }
  }

  @Test("all formats are there")
  func formats() {
    let suffixes = Set(Self.names.compactMap { $0.split(separator: ".").last })
    #expect(suffixes.isSuperset(of: ["pdf", "docx", "doc", "xlsx", "xls", "html", "mht", "ofd", "txt", "zip"]))
  }

  @Test("the same statements, cell by cell", arguments: names)
  func statements(name: String) throws {
    if name.hasSuffix(".doc"), !FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice") {
      print("LibreOffice is not installed: \(name) is not compared")
      return
    }
    let first = try document("0-canvas.pdf")
    let found = try document(name)
    #expect(first.tables.count > 5)
    #expect(found.tables.map(Statement.init) == first.tables.map(Statement.init))
    #expect(found.kind == first.kind)
    if found.content == first.content {
      #expect(
        found.department == first.department && found.fiscalYear == first.fiscalYear && found.scope == first.scope)
      #expect(found.narrative.facts.map(\.text) == first.narrative.facts.map(\.text))
    }
  }

  private func document(_ name: String) throws -> DisclosedDocument {
    let bytes = try Repository.bytes(Self.folder.appendingPathComponent(name))
    guard name.hasSuffix(".zip") else { return try DocumentReader().document(from: bytes, name: name) }
    var found: [DisclosedDocument] = []
    var archive = ArchivedDocuments()
    try archive.forEach(in: FileContent(bytes)) { name, member in
      if let document = try? DocumentReader().document(from: member.get(), name: name) { found.append(document) }
    }
    return try #require(found.count == 1 ? found.first : nil)
  }
}
