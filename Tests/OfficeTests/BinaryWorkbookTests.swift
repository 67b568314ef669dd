import PageContent
import TableStructure
import TestSupport
import Testing

@testable import Office

@Suite struct BinaryWorkbookTests {
  private typealias Tiny = TinyBinaryWorkbook

  private func read(_ workbook: TinyBinaryWorkbook) throws -> OfficeContent {
    try #require(try OfficeFile.read(FileContent(workbook.file)))
  }

  @Test func framedTableWithLinesAround() throws {
    let sheet =
      Tiny.row(1, [(0, "收入决算表")]) + Tiny.row(2, [(0, "部门：某局"), (0, nil), (0, "单位：万元")])
      + Tiny.row(3, [(1, "项目"), (1, "金额"), (1, nil)]) + Tiny.row(4, [(1, nil), (1, "上年"), (1, "本年")])
      + Tiny.row(5, [(1, "合计"), (2, 1802.6400000000001), (4, 18_026_400.0)]) + Tiny.row(7, [(0, "注：无")])
      + Tiny.merged([(1...1, 1...3), (3...4, 1...1), (3...3, 2...3)])
    let content = try read(Tiny(["Sheet1": sheet]))
    #expect(content.mediaType == "application/vnd.ms-excel")
    #expect(
      text(of: content.blocks) == [
        "收入决算表", "部门：某局", "单位：万元", "项目↓2|金额→2", "上年|本年", "合计|1,802.64|1802.6", "注：无",
      ])
    guard case .table(let table) = content.blocks[3], let last = table.cells.last else { return }
    #expect(last.stored == "18026400")
    let place = WorkbookPlace(sheet: 1, name: "Sheet1", cells: CellRange(row: 5, column: 3))
    #expect(last.location == .sheet(place))
  }

  @Test func whatIsHidden() throws {
    let hiddenRow = Tiny.record(0x0208, Tiny.words(1, 0, 3, 300, 0, 0, 0x20, 0))
    let hiddenColumn = Tiny.record(0x007D, Tiny.words(1, 1, 2000, 0, 1, 0))
    let sheet =
      hiddenColumn + hiddenRow + Tiny.row(1, [(1, "项目"), (1, 9.0), (1, 1.0)]) + Tiny.row(2, [(1, "藏")])
      + Tiny.row(3, [(1, "合计"), (0, nil), (1, 2.0), (3, 7.0)])
    let content = try read(Tiny(["甲": sheet, "!旧": Tiny.row(1, [(0, "x")])]))
    #expect(text(of: content.blocks) == ["项目|1", "合计|2"])
    #expect(content.leftOut.map(\.reason) == [.hiddenColumn, .hiddenRow, .backgroundColour, .hiddenSheet])
  }

  @Test func kindsOfCells() throws {
    // 1.5 in a double's upper half; -3; 12.34 as a hundredth.
    let packed = Tiny.record(
      0x00BD,
      Tiny.words(0, 0) + Tiny.words(1) + TinyCompound.number(0x3FF8_0000, 4) + Tiny.words(1)
        + TinyCompound.number((-3 << 2) | 2, 4) + Tiny.words(2) + TinyCompound.number(1234 << 2 | 3, 4) + Tiny.words(2))
    let one = Tiny.record(0x027E, Tiny.words(0, 3, 2) + TinyCompound.number(7 << 2 | 2, 4))
    let truth = Tiny.record(0x0205, Tiny.words(0, 4, 1) + [1, 0])
    let wrong = Tiny.record(0x0205, Tiny.words(0, 5, 1) + [0x17, 1])
    func formula(_ column: Int, _ value: [UInt8]) -> [UInt8] {
      Tiny.record(0x0006, Tiny.words(1, column, 1) + value + Tiny.words(0, 0, 0, 0))
    }
    let formulas =
      formula(0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) + Tiny.record(0x04BC, []) + Tiny.record(0x0207, Tiny.text("1,802.64"))
      + formula(1, Tiny.double(2.5)) + formula(2, [1, 0, 0, 0, 0, 0, 0xFF, 0xFF])
      + formula(3, [2, 0, 7, 0, 0, 0, 0xFF, 0xFF]) + formula(4, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF])
      + Tiny.record(0x0201, Tiny.words(1, 5, 1))
    let content = try read(Tiny(["a": packed + one + truth + wrong + formulas]))
    #expect(text(of: content.blocks) == ["1.5|-3|12.34|7.00|TRUE|#REF!", "1,802.64|2.5|FALSE|#DIV/0!||"])
  }

  /// A text goes on in the next record, there in one byte a character; another has runs of fonts and a reading.
  @Test func sharedTexts() throws {
    let plain = Tiny.text("合计")
    let rich = Tiny.words(2) + [0x0D] + Tiny.words(1) + TinyCompound.number(6, 4) + Tiny.words(0x4E00, 0x4E8C)
    let runs = Tiny.words(0, 1) + [UInt8](repeating: 0x41, count: 6)
    let cut = Tiny.words(4) + [1] + Tiny.words(0x9879, 0x76EE)
    let texts =
      Tiny.record(0x00FC, TinyCompound.number(4, 4) + TinyCompound.number(0xFFFF_FFFF, 4) + plain + rich)
      + Tiny.record(0x003C, runs + cut) + Tiny.record(0x003C, [0] + Array("AB".utf8) + Tiny.words(1) + [0, 0x31])
    let cells = (0..<4).flatMap { column in
      Tiny.record(0x00FD, Tiny.words(column / 2, column % 2, 1) + TinyCompound.number(column, 4))
    }
    let content = try read(Tiny(["a": cells], texts: texts))
    #expect(text(of: content.blocks) == ["合计|一二", "项目AB|1"])
  }

  @Test func datesFrom1904() throws {
    let sheet = Tiny.row(1, [(1, "日期"), (1, 0.0)]) + Tiny.row(2, [(1, "x"), (1, 1.0)])
    let style = Tiny.record(0x00E0, Tiny.words(0, 14, 0, 0, 0, 0x1111, 0, 0, 0, 0))
    // The style that comes first is number 0.
    let dated = Tiny.row(1, [(1, "甲"), (0, 1.0)]) + Tiny.row(2, [(1, "乙"), (0, 366.0)])
    let content = try read(Tiny(["a": dated], more: Tiny.record(0x0022, Tiny.words(1)) + style))
    #expect(text(of: content.blocks) == ["甲|1904/1/2", "乙|1905/1/1"])
    #expect(text(of: try read(Tiny(["a": sheet])).blocks) == ["日期|0", "x|1"])
  }

  /// Records may come in any order.
  @Test func rowsOutOfOrder() throws {
    let sheet = Tiny.row(2, [(1, "合计"), (2, 2.0)]) + Tiny.row(1, [(1, "金额")], from: 1) + Tiny.row(1, [(1, "项目")])
    #expect(text(of: try read(Tiny(["a": sheet])).blocks) == ["项目|金额", "合计|2.00"])
  }

  @Test func refusals() throws {
    let locked = Tiny(["a": []], more: Tiny.record(0x002F, Tiny.words(1, 1, 1)))
    #expect(throws: InputError.encrypted("Excel workbook")) { try OfficeFile.read(FileContent(locked.file)) }
    let package = TinyCompound.file(["EncryptedPackage": [1, 2, 3], "EncryptionInfo": [4]])
    #expect(throws: InputError.encrypted("Office document")) { try OfficeFile.read(FileContent(package)) }
    let whole = Tiny(["a": Tiny.row(1, [(1, "项目"), (1, 1.0)])]).stream
    for count in stride(from: 100, to: whole.count, by: 37) {
      let cut = TinyCompound.file(["Workbook": Array(whole[..<count])])
      #expect(throws: InputError.self) { try OfficeFile.read(FileContent(cut)) }
    }
  }

  /// Sheets that share their records would be read as often as they are named.
  @Test func sheetsThatAreOne() throws {
    let cells = Tiny.row(1, [(1, "项目"), (1, 1.0)])
    var stream = Tiny(["a": cells, "b": cells]).stream
    let mark = Tiny.words(0x0085)
    let entries = stream.indices.dropLast(2).filter { Array(stream[$0..<($0 + 2)]) == mark }
    stream.replaceSubrange((entries[1] + 4)..<(entries[1] + 8), with: stream[(entries[0] + 4)..<(entries[0] + 8)])
    let file = FileContent(TinyCompound.file(["Workbook": stream]))
    #expect(throws: InputError.damaged("Excel workbook", "the sheet “b” is a part of another")) {
      try OfficeFile.read(file)
    }
  }

  /// What records claim costs no more than what they hold.
  @Test func claims() throws {
    let texts = Tiny.record(0x00FC, TinyCompound.number(-1, 4) + TinyCompound.number(-1, 4) + Tiny.words(0xFFFF) + [1])
    let merged = Tiny.record(0x00E5, Tiny.words(0xFFFF, 9, 10, 0, 1))
    let blanks = Tiny.record(0x00BE, Tiny.words(5, 0, 1))
    let short = [0x0203, 0x00BD, 0x027E, 0x0204, 0x00FD, 0x0205, 0x0006, 0x0208, 0x007D, 0x00E5, 0x0207, 0x0225]
      .flatMap { Tiny.record($0, [1]) }
    let sheet = Tiny.row(1, [(1, "项目"), (1, "金额")]) + Tiny.row(2, [(1, "合计"), (1, 1.0)])
    let content = try read(Tiny(["a": sheet + merged + blanks + short], texts: texts))
    #expect(text(of: content.blocks) == ["项目|金额", "合计|1"])
  }
}
