import Foundation
import Report
import Testing

@testable import Dataset

/// Fields of CSV in a spreadsheet: texts that it would run stay texts, numbers stay numbers.
@Suite struct SpreadsheetTextTests {
  @Test(
    "what would run stands behind an apostrophe",
    arguments: [
      "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-2+3", "-A1", "\tx", "\r=1", "＝1", "＋1", "－A1", "＠A1", "-(1)",
      "+",
      "-1,2.3.4", "'=1", "''-x", "--1",
    ])
  func formulas(_ text: String) { #expect(SpreadsheetText.field(text) == "'" + text) }

  @Test(
    "numbers and words stay as they are",
    arguments: [
      "", "-", "--", "——", "-12", "-1,234.56", "+5", "-4.17%", "12", "0", "一般公共服务支出", "（一）", "'", "'甲'", "*", "a=b",
      "1-2",
    ])
  func others(_ text: String) { #expect(SpreadsheetText.field(text) == text) }

  @Test("control characters are left out, before a formula is looked for")
  func controls() {
    #expect(SpreadsheetText.field("甲\u{1B}[31m乙\u{7}\u{9B}\u{202E}") == "甲[31m乙")
    #expect(SpreadsheetText.field("\u{1B}=1") == "'=1")
    #expect(SpreadsheetText.field("甲\t乙\n丙") == "甲\t乙\n丙")
  }

  @Test("taking one apostrophe away, as the Data Package says, gives the text back")
  func reversible() throws {
    let rule = /^'+[=+\-@＝＋－＠\t\r]/
    for text in ["=1", "'=1", "''@", "-A1", "\tx", "'", "'甲", "-12", "-", "甲"] {
      let field = SpreadsheetText.field(text)
      #expect((try rule.firstMatch(in: field) == nil ? field : String(field.dropFirst())) == text)
    }
    #expect(String(decoding: DataPackage.json(tool: "1"), as: UTF8.self).contains("behind an apostrophe (')"))
  }

  @Test("in the files")
  func inRows() throws {
    var rows = CSVRows()
    rows.add(
      InputRecord(name: "=HYPERLINK(\"a\",\"b\")\u{1B}", bytes: -12, isDone: false, reason: "-1", message: "@x"),
      to: Definitions.inputs)
    let line = try #require(rows.lines["inputs"].map { String(decoding: $0, as: UTF8.self) })
    #expect(line.hasPrefix("\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\","))
    #expect(line.contains(",-12,") && line.contains(",-1,") && line.contains(",'@x"))
  }

  @Test("inputs whose names are no UTF-8 stay apart")
  func names() throws {
    let folder = try SourceFolder()
    let lines = [0xFF, 0xFE].map { byte in
      "{\"name\": \"a\u{FFFD}.pdf\", \"nameBytes\": [97, \(byte), 46, 112, 100, 102], \"status\": \"failed\"}"
    }
    try folder.write(lines.joined(separator: "\n") + "\n", "index.jsonl")
    let source = try DatasetSource(folder: folder.path)
    #expect(source.unread.isEmpty)
    #expect(source.inputs.map(\.record.name) == ["a\\xFF.pdf", "a\\xFE.pdf"])
    #expect(UTF8Text.escaping(Array("表\u{1F600}".utf8) + [0xE8, 0xA1, 0x0A]) == "表\u{1F600}\\xE8\\xA1\n")
  }
}
