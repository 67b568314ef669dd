import Containers
import PageContent
import TableStructure
import TestSupport
import Testing

@testable import Office

@Suite struct WorkbookReaderTests {
  /// 0 plain, 1 framed, 2 framed with two decimals, 3 white, 4 framed, in 万元 by its format.
  private let styles = """
    <numFmts><numFmt numFmtId="200" formatCode="0!.0,"/></numFmts>
    <fonts><font><sz val="11"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/></font></fonts>
    <fills><fill><patternFill patternType="none"/></fill></fills>
    <borders><border><left/><right/></border><border><left style="thin"/><right style="thin"/></border></borders>
    <cellXfs><xf/><xf borderId="1"/><xf borderId="1" numFmtId="4"/><xf fontId="1"/><xf borderId="1" numFmtId="200"/></cellXfs>
    """

  private func rows(_ rows: [(Int, [(String, Int, String)])], after: String = "", before: String = "") -> String {
    let data = rows.map { number, cells in
      let parts = cells.map { place, style, value in
        Double(value) == nil
          ? #"<c r="\#(place)" s="\#(style)" t="inlineStr"><is><t>\#(value)</t></is></c>"#
          : #"<c r="\#(place)" s="\#(style)"><v>\#(value)</v></c>"#
      }
      return #"<row r="\#(number)">\#(parts.joined())</row>"#
    }
    return before + "<sheetData>\(data.joined())</sheetData>" + after
  }

  @Test func framedTableWithLinesAround() throws {
    let sheet = rows(
      [
        (1, [("A1", 0, "收入决算表")]), (2, [("A2", 0, "部门：某局"), ("C2", 0, "单位：万元")]),
        (3, [("A3", 1, "项目"), ("B3", 1, "金额"), ("C3", 1, "")]), (4, [("B4", 1, "上年"), ("C4", 1, "本年")]),
        (5, [("A5", 1, "合计"), ("B5", 2, "1802.6400000000001"), ("C5", 4, "18026400")]), (7, [("A7", 0, "注：无")]),
      ],
      after: #"<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells>"#)
    let content = try workbook(["Sheet1": sheet], styles: styles)
    #expect(
      text(of: content.blocks) == [
        "收入决算表", "部门：某局", "单位：万元", "项目↓2|金额→2", "上年|本年", "合计|1,802.64|1802.6", "注：无",
      ])
    guard case .table(let table) = content.blocks[3], let last = table.cells.last else { return }
    #expect(last.stored == "18026400")
    let place = WorkbookPlace(sheet: 1, name: "Sheet1", cells: CellRange(row: 5, column: 3))
    #expect(last.location == .sheet(place))
  }

  @Test func withoutFrames() throws {
    let sheet = rows([
      (1, [("A1", 0, "收入决算表")]), (2, [("A2", 0, "单位：万元")]), (3, [("A3", 0, "项目"), ("B3", 0, "金额")]),
      (4, [("A4", 0, "合计"), ("B4", 0, "1.50")]), (7, [("A7", 0, "支出决算表")]),
      (8, [("A8", 0, "项目"), ("B8", 0, "金额")]), (9, [("A9", 0, "合计"), ("B9", 0, "2.50")]),
      (10, [("A10", 0, "注：本表反映支出。")]),
    ])
    let content = try workbook(["Sheet1": sheet], styles: styles)
    #expect(
      text(of: content.blocks) == [
        "收入决算表", "单位：万元", "项目|金额", "合计|1.5", "支出决算表", "项目|金额", "合计|2.5", "注：本表反映支出。",
      ])
  }

  @Test("without frames a head over the whole table is its own, below a caption; a title is not")
  func headOverAll() throws {
    let sheet = rows([
      (1, [("A1", 0, "支出预算表")]), (2, [("A2", 0, "单位：万元")]), (3, [("A3", 0, "三公经费预算数（财政拨款）")]),
      (4, [("A4", 0, "小计"), ("B4", 0, "公务接待费")]), (5, [("A5", 0, "2.50"), ("B5", 0, "2.50")]),
    ])
    let content = try workbook(["Sheet1": sheet], styles: styles)
    #expect(
      text(of: content.blocks) == ["支出预算表", "单位：万元", "三公经费预算数（财政拨款）|", "小计|公务接待费", "2.5|2.5"])
  }

  @Test func whatIsHidden() throws {
    let sheet = """
      <cols><col min="2" max="2" hidden="1"/></cols><sheetData>
      <row r="1"><c r="A1" s="1" t="inlineStr"><is><t>项目</t></is></c><c r="B1" s="1"><v>9</v></c><c r="C1" s="1"><v>1</v></c></row>
      <row r="2" hidden="1"><c r="A2" s="1" t="inlineStr"><is><t>藏</t></is></c></row>
      <row r="3"><c r="A3" s="1" t="inlineStr"><is><t>合计</t></is></c><c r="C3" s="1"><v>2</v></c><c r="D3" s="3"><v>7</v></c></row>
      </sheetData>
      """
    let content = try workbook(["甲": sheet, "!旧": rows([(1, [("A1", 0, "x")])])], styles: styles)
    #expect(text(of: content.blocks) == ["项目|1", "合计|2"])
    #expect(content.leftOut.map(\.reason) == [.hiddenColumn, .hiddenRow, .backgroundColour, .hiddenSheet])
  }

  @Test func namesOfSheets() throws {
    let sheet = rows([(1, [("A1", 1, "项目"), ("B1", 1, "金额")]), (2, [("A2", 1, "合计"), ("B2", 1, "1")])])
    let content = try workbook(["Z01 收入支出决算总表(财决01表)": sheet, "表2": sheet], styles: styles)
    #expect(text(of: content.blocks).filter { $0.contains("表") } == ["Z01 收入支出决算总表(财决01表)"])
  }

  @Test func kindsOfCells() throws {
    let sheet = """
      <sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="str"><f>A1</f><v>1,802.64</v></c>
      <c r="C1" s="1" t="b"><v>1</v></c><c r="D1" s="1" t="e"><v>#REF!</v></c><c r="E1" s="1"><f>1+1</f><v>2</v></c></row>
      <row><c s="1"><v>3</v></c><c s="1"><v>4</v></c></row></sheetData>
      """
    let content = try workbook(["a": sheet], styles: styles, strings: ["共_x000A_享"])
    #expect(text(of: content.blocks) == ["共享|1,802.64|TRUE|#REF!|2", "3|4|||"])
  }

  /// Sheets that are one part would be read as often as they are named.
  @Test func sheetsThatAreOnePart() throws {
    var bytes = TinyOffice.workbook(["a": "<sheetData/>", "b": "<sheetData/>"])
    let target = Array("sheet1.xml\"/>".utf8)
    let other = Array("sheet0.xml\"/>".utf8)
    for start in bytes.indices.dropLast(target.count) where Array(bytes[start..<(start + target.count)]) == target {
      bytes.replaceSubrange(start..<(start + target.count), with: other)
    }
    #expect(throws: InputError.self) { try WorkbookReader.read(FileContent(bytes)) }
  }

  /// A sheet that is formatted to its edges costs no more than what it says.
  @Test func blankCellsAreNotKept() throws {
    let rows = #"<row><c/><c/><c><v>1</v></c><c/></row><row><c/></row><row hidden="1"><c/></row>"#
    let sheet =
      #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\#(rows)</sheetData></worksheet>"#
    let reader = SheetReader(strings: SharedStrings(), styles: CellStyles(), isFrom1904: false)
    try XMLReader.read(Array(sheet.utf8), named: "sheet", into: reader)
    #expect(reader.sheet.rows.map(\.number) == [1, 3])
    #expect(reader.sheet.rows.map { $0.cells.map(\.column) } == [[3], []])
  }

  /// What is merged from hidden rows begins in the first one that is seen, though the last hidden one holds nothing.
  @Test func mergedFromAHiddenRow() throws {
    let sheet = """
      <sheetData><row r="1" hidden="1"><c r="A1" s="1" t="inlineStr"><is><t>甲</t></is></c></row>
      <row r="2" hidden="1"><c r="A2"/></row><row r="3"><c r="A3" s="1"/><c r="B3" s="1"><v>2</v></c></row>
      <row r="4"><c r="A4" s="1"><v>4</v></c><c r="B4" s="1"><v>5</v></c></row></sheetData>
      <mergeCells><mergeCell ref="A1:A3"/></mergeCells>
      """
    #expect(text(of: try workbook(["a": sheet], styles: styles).blocks) == ["甲|2", "4|5"])
  }

  /// Far-off cells and ranges over whole columns cost no more than what is filled.
  @Test func emptyExpanses() throws {
    let sheet = """
      <sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="XFD1" s="1"><v>2</v></c></row>
      <row r="1048576"><c r="A1048576" s="1"><v>3</v></c><c r="B1048576" s="1"><v>4</v></c></row></sheetData>
      <mergeCells><mergeCell ref="C1:XFC1048576"/></mergeCells>
      """
    #expect(text(of: try workbook(["a": sheet], styles: styles).blocks).count < 5)
  }
}
