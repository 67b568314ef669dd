import Foundation
import TestSupport
import Testing

/// Word documents, workbooks and archives, by the command.
@Suite struct OfficeFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func p(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  private func row(_ cells: [String]) -> String {
    "<w:tr>" + cells.map { "<w:tc>\(p($0))</w:tc>" }.joined() + "</w:tr>"
  }

  /// 支出决算表 whose row does not add up.
  private var document: [UInt8] {
    let rows = [
      ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"], ["", "合计", "30.00", "10.00", "20.00"],
      ["201", "一般公共服务支出", "30.00", "10.00", "20.00"], ["20101", "人大事务", "30.00", "10.00", "20.00"],
      ["2010101", "行政运行", "31.00", "10.00", "20.00"],
    ]
    return TinyOffice.document(
      p("某市某局2023年度部门决算") + p("支出决算表") + p("单位：万元") + "<w:tbl>" + rows.map(row).joined() + "</w:tbl>" + p(""))
  }

  private var workbook: [UInt8] {
    func row(_ number: Int, _ cells: [(String, String)]) -> String {
      let parts = cells.map { column, text in
        Double(text) == nil
          ? #"<c r="\#(column)\#(number)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
          : #"<c r="\#(column)\#(number)" s="1"><v>\#(text)</v></c>"#
      }
      return #"<row r="\#(number)">\#(parts.joined())</row>"#
    }
    let rows = [
      row(1, [("A", "2023年度收入决算表")]), row(2, [("A", "部门：某市某局"), ("E", "单位：万元")]),
      row(3, [("A", "科目编码"), ("B", "科目名称"), ("C", "本年收入合计"), ("D", "财政拨款收入"), ("E", "其他收入")]),
      row(4, [("B", "合计"), ("C", "1802.6400000000001"), ("D", "1800"), ("E", "2.64")]),
    ]
    return TinyOffice.workbook(
      ["Z03 收入决算表": "<sheetData>\(rows.joined())</sheetData>"],
      styles: #"<fonts><font/></fonts><cellXfs><xf/><xf numFmtId="4"/></cellXfs>"#)
  }

  private func json(_ output: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
  }

  private func text(_ output: [UInt8]) -> String { String(decoding: output, as: UTF8.self) }

  @Test func wordDocument() throws {
    let outcome = try Command.run("check", folder.write(document, "a.docx"), "--format", "json")
    #expect(outcome.exitCode == 1)
    #expect(text(outcome.output).contains(#""documentPart": "body", "block": 4, "tableNumber": 1, "range": "C5""#))
    let words = try Command.run("check", folder("a.docx"))
    #expect(text(words.output).contains("第 1 个表的 C5"))
    let page = try Command.run("check", folder("a.docx"), "--format", "html")
    #expect(text(page.output).contains("<mark>31.00</mark>"))
  }

  @Test func workbookByItsContent() throws {
    let outcome = try Command.run("extract", folder.write(workbook, "a.pdf"))
    #expect(outcome.exitCode == 0)
    #expect(
      text(outcome.output).contains(
        #""text": "1,802.64", "yuan": 18026400.00, "stored": "1802.6400000000001", "sheet": 1, "sheetName": "Z03 收入决算表", "range": "C4""#
      ))
    let source = try #require(json(outcome.output)["source"] as? [String: Any])
    #expect(source["mediaType"] as? String == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    // What was extracted is read back.
    let checked = try Command.run("check", folder.write(outcome.output, "a.json"))
    #expect(checked.exitCode == 0)
  }

  @Test func archives() throws {
    var zip = TinyZip()
    zip.add("报表/收入.xlsx", workbook)
    zip.add("readme.exe", [0x4D, 0x5A])
    let one = try folder.write(zip.bytes, "one.zip")
    let extracted = try Command.run("extract", one)
    let source = try #require(json(extracted.output)["source"] as? [String: Any])
    #expect(source["name"] as? String == "one.zip!/报表/收入.xlsx")
    zip.add("支出.docx", document)
    let two = try folder.write(zip.bytes, "two.zip")
    let refused = try Command.run("extract", two)
    #expect(refused.exitCode == 3)
    #expect(
      refused.errors == "juesuan: \(two): the archive holds 2 documents; name one of them, as …!/报表/收入.xlsx\n")
    #expect(try text(Command.run("extract", two + "!/报表/收入.xlsx").output).contains("two.zip!/报表/收入.xlsx"))
    #expect(try Command.run("extract", two + "!/none").errors == "juesuan: \(two)!/none: no such file\n")
  }

  @Test func membersAreInputsOfARun() throws {
    var inner = TinyZip()
    inner.add("支出.docx", document)
    var zip = TinyZip()
    zip.add("收入.xlsx", workbook)
    zip.add("inner.zip", inner.bytes)
    zip.add("picture.jpg", [0xFF, 0xD8, 0xFF])
    try FileManager.default.createDirectory(atPath: folder("in"), withIntermediateDirectories: true)
    try folder.write(zip.bytes, "in/all.zip")
    try folder.write(Array(zip.bytes.prefix(200)), "in/cut.zip")
    try folder.write(workbook, "in/same.xlsx")
    let outcome = try Command.run("run", folder("in"), "-o", folder("out"))
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains(".jpg"))
    let index = try String(contentsOfFile: folder("out/index.jsonl"), encoding: .utf8).split(separator: "\n")
    let names = index.map { line in line.split(separator: "\"")[3].replacingOccurrences(of: folder.path + "/", with: "")
    }
    #expect(names == ["in/all.zip!/inner.zip!/支出.docx", "in/all.zip!/收入.xlsx", "in/cut.zip", "in/same.xlsx"])
    #expect(index.map { $0.contains(#""status": "done""#) } == [true, true, false, true])
    // Again, and nothing is read anew.
    let again = try Command.run("run", folder("in"), "-o", folder("out"))
    #expect(again.exitCode == 3)
    #expect(try String(contentsOfFile: folder("out/index.jsonl"), encoding: .utf8).split(separator: "\n") == index)
  }

  // MARK: What is old

  /// The same statement as `workbook`, as Excel 97 wrote it.
  private var oldWorkbook: [UInt8] {
    let row = TinyBinaryWorkbook.row
    let cells =
      row(1, [(0, "2023年度收入决算表")], 0) + row(2, [(0, "部门：某市某局"), (0, nil), (0, nil), (0, nil), (0, "单位：万元")], 0)
      + row(3, [(1, "科目编码"), (1, "科目名称"), (1, "本年收入合计"), (1, "财政拨款收入"), (1, "其他收入")], 0)
      + row(4, [(1, nil), (1, "合计"), (2, 1802.64), (2, 1800.0), (2, 2.64)], 0)
    return TinyBinaryWorkbook(["Z03 收入决算表": cells]).file
  }

  @Test func oldWorkbooks() throws {
    let outcome = try Command.run("extract", folder.write(oldWorkbook, "a.et"))
    #expect(outcome.exitCode == 0)
    let cell =
      #""text": "1,802.64", "yuan": 18026400.00, "stored": "1802.64", "sheet": 1, "sheetName": "Z03 收入决算表", "range": "C4""#
    #expect(text(outcome.output).contains(cell))
    let source = try #require(json(outcome.output)["source"] as? [String: Any])
    #expect(source["mediaType"] as? String == "application/vnd.ms-excel")
    let page = try Command.run("check", folder("a.et"), "--format", "html")
    #expect(page.exitCode == 0)
  }

  /// From folders and from archives, and what they need is told in the index.
  @Test func oldFilesAreInputsOfARun() throws {
    var zip = TinyZip()
    zip.add("收入.xls", oldWorkbook)
    zip.add("Thumbs.dat", TinyCompound.file(["Catalog": [1, 2, 3]]))
    try FileManager.default.createDirectory(atPath: folder("in"), withIntermediateDirectories: true)
    try folder.write(zip.bytes, "in/all.zip")
    try folder.write(oldWorkbook, "in/same.xls")
    try folder.write(#"{\rtf1\ansi 1,234.50\par}"#, "in/text.doc")
    var command = Command(["run", folder("in"), "-o", folder("out")])
    command.environment = ["PATH": folder.path]
    let outcome = try command.run()
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains(".dat"))
    let index = try String(contentsOfFile: folder("out/index.jsonl"), encoding: .utf8).split(separator: "\n")
    #expect(index.map { $0.contains(#""status": "done""#) } == [true, true, false])
    #expect(index[2].contains(#""reason": "notConverted""#))
    #expect(index[2].contains("apt install libreoffice-writer-nogui libreoffice-calc-nogui"))
  }

  @Test func withoutLibreOffice() throws {
    let path = try folder.write(#"{\rtf1\ansi 1,234.50\par}"#, "a.doc")
    var command = Command(["extract", path])
    command.environment = ["PATH": folder.path]
    let outcome = try command.run()
    #expect(outcome.exitCode == 3)
    #expect(
      outcome.errors
        == "juesuan: \(path): this is a document in rich text format (.rtf), which is read by way of LibreOffice; "
        + "install it: apt install libreoffice-writer-nogui libreoffice-calc-nogui\n")
  }

  // MARK: What cannot be read

  private func expectRefusal(_ bytes: [UInt8], _ reason: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let path = try folder.write(bytes, "a.bin")
    let outcome = try Command.run("extract", path)
    #expect(outcome.exitCode == 3, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(outcome.errors == "juesuan: \(path): \(reason)\n", sourceLocation: sourceLocation)
  }

  @Test func refusals() throws {
    try expectRefusal(TinyZip.of(["a.exe": "MZ"]), "the archive holds no document that is read")
    var bomb = TinyZip()
    bomb.addZeros("a.txt", count: 1000, claimed: 100 << 20)
    try expectRefusal(
      bomb.bytes, "not unpacked: “a.txt” has more than 100663296 bytes")
    var locked = TinyZip()
    locked.add(Array("a.pdf".utf8), [UInt8](repeating: 1, count: 40), isUTF8: true, isEncrypted: true)
    try expectRefusal(locked.bytes, "the archive is protected by a password")
    try expectRefusal(
      TinyOffice.document("<w:p><w:r>"), "damaged Word document: word/document.xml, line 1: mismatched tag")
    let laughs = TinyZip.of([
      "[Content_Types].xml": "<a/>", "_rels/.rels": "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
      "word/document.xml": "<a/>",
    ])
    try expectRefusal(
      laughs, "damaged Word document: _rels/.rels: it has a document type, which may make entities")
    try expectRefusal(
      TinyCompound.file(["EncryptedPackage": [1], "EncryptionInfo": [2]]),
      "the Office document is protected by a password")
    try expectRefusal(
      TinyBinaryWorkbook(["a": []], more: TinyBinaryWorkbook.record(0x002F, [0, 0])).file,
      "the Excel workbook is protected by a password")
    try expectRefusal(
      TinyCompound.file(["PowerPoint Document": [1]]),
      "this is an old Office file (.doc, .xls, .wps), which is not read")
    var nested = TinyZip.of(["a.txt": "text"])
    for _ in 0..<4 {
      var outer = TinyZip()
      outer.add("inner.zip", nested)
      nested = outer.bytes
    }
    try expectRefusal(nested, "not unpacked: more than 3 archives lie in each other")
  }
}
