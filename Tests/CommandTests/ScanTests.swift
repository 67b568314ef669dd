import TestSupport
import Testing

/// Pages that are pictures: told as such, and never taken for pages without tables.
@Suite struct ScanTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let scanned = "scanned: a page image without a text layer, which cannot be read"

  @Test func allPages() throws {
    let path = try folder.write(TinyReport.bytes([.scan, .scan, .scan]), "a.pdf")
    let extracted = try Command.run("extract", path)
    #expect(extracted.exitCode == 3)
    #expect(try problems(extracted.output) == ["scan 1", "scan 2", "scan 3", "notAReport"])
    #expect(extracted.text.contains(#""missingTables": []"#))
    #expect(
      extracted.errors == """
        juesuan: \(path): \(ScanTests.scanned) (page 1-3)
        juesuan: \(path): every page is scanned; nothing could be read

        """)
    let quiet = try Command.run("check", "-q", path)
    #expect(quiet.exitCode == 3)
    #expect(quiet.output.isEmpty)
    #expect(quiet.errors == "juesuan: \(path): every page is scanned; nothing could be read\n")
    let extractedAgain = try folder.write(extracted.output, "a.json")
    let checked = try Command.run("check", extractedAgain)
    #expect(checked.exitCode == 3)
    #expect(checked.output.isEmpty)
    #expect(checked.errors == "juesuan: \(extractedAgain): every page is scanned; nothing could be read\n")
  }

  @Test func onePageAmongTextPages() throws {
    let path = try folder.write(TinyReport.bytes([.cover, .income, .scan, .expenditure]), "a.pdf")
    let extracted = try Command.run("extract", path)
    #expect(extracted.exitCode == 0)
    #expect(try forms(extracted.output) == ["income", "expenditure"])
    #expect(try problems(extracted.output) == ["scan 3"])
    #expect(extracted.text.contains(#""missingTables": []"#))
    #expect(extracted.errors == "juesuan: \(path): \(ScanTests.scanned) (page 3)\n")

    let checked = try Command.run("check", path)
    #expect(checked.exitCode == 0)
    #expect(checked.errors == extracted.errors)
    // Which tables are missing cannot be known, so that the rule is not evaluated, and the page is named.
    #expect(!checked.text.contains("未见"))
    #expect(!checked.text.contains("缺少"))
    #expect(checked.text.contains("扫描"))
  }

  /// The title on a text page makes it a report, though none of its tables can be read.
  @Test func onlyTheCoverIsText() throws {
    let path = try folder.write(TinyReport.bytes([.cover, .scan, .scan]), "a.pdf")
    let extracted = try Command.run("extract", path)
    #expect(extracted.exitCode == 0)
    #expect(try problems(extracted.output) == ["scan 2", "scan 3"])
    #expect(extracted.text.contains(#""missingTables": []"#))
    let checked = try Command.run("check", path)
    #expect(checked.exitCode == 3)
    #expect(
      checked.errors == "juesuan: \(path): \(ScanTests.scanned) (page 2-3)\n"
        + "juesuan: \(path): neither a standard table nor a figure of the text could be read\n")
    #expect(!checked.text.contains("未见"))
    #expect(checked.text.contains("扫描"))
  }

  @Test func withoutScansTheOtherTablesAreMissing() throws {
    let path = try folder.write(TinyReport.bytes([.cover, .income, .expenditure]), "a.pdf")
    let extracted = try Command.run("extract", path)
    #expect(extracted.errors == "")
    #expect(extracted.text.contains(#""missingTables": ["incomeExpenditureSummary", "#))
    #expect(try Command.run("check", path).text.contains("未见《"))
  }
}
