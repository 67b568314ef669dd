import Dataset
import Foundation
import Report
import TestSupport
import Testing

/// `juesuan dataset`, `columns` and `rows` as processes.
@Suite struct DatasetTests {
  private func source(_ names: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in names {
      let json = try Repository.bytes(Repository.golden.appendingPathComponent("\(name).json"))
      try folder.write(json, "\(name).json")
      let report = try Command.run(
        "check", folder("\(name).json"), "--format", "json", "-o", folder("\(name).report.json"))
      #expect(report.exitCode == 0 || report.exitCode == 1)
    }
    return folder
  }

  private let documents = ["final-repeated-header.pdf", "final-text-line-numbers.txt"]

  @Test func databaseIsMadeAndBroughtUpToDate() throws {
    let source = try source(documents[0], documents[1])
    let output = try TemporaryFolder()
    let made = try Command.run("dataset", source.path, "-o", output("a.sqlite"))
    #expect(made.exitCode == 0)
    #expect(made.text == "")
    #expect(made.errors == "\(output("a.sqlite")): 2 documents: 2 added, 0 replaced, 0 unchanged\n")
    #expect(try output.bytes("a.sqlite").starts(with: Array("SQLite format 3\0".utf8)))
    try FileManager.default.removeItem(atPath: source("\(documents[0]).json"))
    let updated = try Command.run("dataset", source.path, "-o", output("a.sqlite"))
    #expect(updated.errors.contains("1 documents: 0 added, 0 replaced, 1 unchanged, 1 removed"))
    #expect(try Command.run("dataset", source.path, "-o", output("a.sqlite"), "--quiet").errors == "")
    #expect(output.names == ["a.sqlite"])
  }

  @Test func folderOfCSVIsAPackage() throws {
    let source = try source(documents[0])
    let output = try TemporaryFolder()
    #expect(try Command.run("dataset", source.path, "-o", output("package"), "-q").exitCode == 0)
    let first = try output.bytes("package/line_items.csv")
    #expect(try output.bytes("package/datapackage.json") == DataPackage.json(tool: "0.1.0"))
    // Again, over the first; the same bytes.
    #expect(try Command.run("dataset", source.path, "-o", output("package") + "/", "-q").exitCode == 0)
    #expect(try output.bytes("package/line_items.csv") == first)
    #expect(output.names == ["package"])
    // A name that ends as a database's does, all the same.
    #expect(try Command.run("dataset", source.path, "-o", output("b.db"), "--format", "csv", "-q").exitCode == 0)
    #expect(try output.bytes("b.db/documents.csv").count > 0)
  }

  @Test func whatCannotBeReadCostsOneEntry() throws {
    let source = try source(documents[1])
    try source.write("{\"format\": \"juesuan/1\"", "cut.json")
    let output = try TemporaryFolder()
    let outcome = try Command.run("dataset", source.path, "-o", output("a.db"))
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.hasPrefix("juesuan: cut.json: not an extracted document: not JSON: it ends too early"))
    #expect(outcome.errors.hasSuffix("1 documents: 1 added, 0 replaced, 0 unchanged; 1 could not be read\n"))
    #expect(output.names == ["a.db"])
  }

  @Test func wrongUsageAndWrongPlaces() throws {
    let folder = try TemporaryFolder()
    #expect(try Command.run("dataset", folder.path).exitCode == 2)
    let missing = try Command.run("dataset", folder("none"), "-o", folder("a.db"))
    #expect(missing.exitCode == 3)
    #expect(missing.errors == "juesuan: \(folder("none")): no such file\n")
    try folder.write("a letter", "letter.db")
    let occupied = try Command.run("dataset", folder.path, "-o", folder("letter.db"))
    #expect(occupied.exitCode == 3)
    #expect(occupied.errors.contains("no dataset of juesuan"))
    try FileManager.default.createDirectory(atPath: folder("letters"), withIntermediateDirectories: true)
    try folder.write("a letter", "letters/a.txt")
    let folders = try Command.run("dataset", folder.path, "-o", folder("letters"))
    #expect(folders.exitCode == 3)
    #expect(folders.errors.contains("no dataset of juesuan"))
    #expect(try Command.run("dataset", folder.path, "-o", "/proc/none/a.db").exitCode == 3)
    #expect(try folder.bytes("letter.db") == Array("a letter".utf8))
  }

  @Test func columns() throws {
    let lines = try Command.run("columns").text.split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    #expect(lines.count == ColumnDictionary.tables.reduce(0) { $0 + $1.columns.count })
    #expect(lines.allSatisfy { $0.count == 5 })
    #expect(try Command.run("columns", "--format", "json").output == DataPackage.json(tool: "0.1.0"))
    let page = try Command.run("columns", "--format", "markdown").output
    #expect(
      try page == Repository.bytes(Repository.root.appendingPathComponent("COLUMNS.md")),
      "COLUMNS.md is not what the columns are; run: juesuan columns --format markdown -o COLUMNS.md")
  }

  @Test func rowsOfAReport() throws {
    let outcome = try Command.run("rows", Corpus.text)
    #expect(outcome.exitCode == 0)
    let lines = try outcome.text.split(separator: "\n").map { try JSONParser.parse(Array($0.utf8)) }
    for line in lines.dropLast() {
      let table = try #require(line["table"]?.text.flatMap(ColumnDictionary.table))
      #expect(line["row"]?.elements?.count == table.columns.count)
    }
    #expect(lines.first?["table"]?.text == "documents")
    #expect(lines.last?["end"]?.text == Corpus.text)
    #expect(lines.last?["status"]?.text == "done")
    // The same from the JSON, but for what it is read from.
    let json = Repository.golden.appendingPathComponent("\(documents[1]).json").path
    let ofJSON = try Command.run("rows", json).text.split(separator: "\n")
    #expect(ofJSON.dropLast(2) == outcome.text.split(separator: "\n").dropLast(2))
  }

  @Test func rowsOfAListWithABadFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("%PDF-1.7 and no more", "bad.pdf")
    let names = [folder("bad.pdf"), folder("none.pdf"), Corpus.text]
    let outcome = try Command.run("rows", "-", input: .pipe(Array(names.joined(separator: "\n").utf8)))
    #expect(outcome.exitCode == 3)
    let ends = try outcome.text.split(separator: "\n").map { try JSONParser.parse(Array($0.utf8)) }
      .filter { $0["end"] != nil }
    #expect(ends.map { $0["end"]?.text } == names)
    #expect(ends.map { $0["reason"]?.text } == ["damaged", "missing", nil])
  }
}
